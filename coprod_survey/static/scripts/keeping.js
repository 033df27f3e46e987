// What somebody answers reaches us, however bad the line: kept as they go, and sent as soon as it can be.
// Without this script the same forms work as forms do.

(function () {
  "use strict";

  var form = document.querySelector("form[data-words-going]");
  if (!form) return;
  var line = form.querySelector(".app-status");

  // Milliseconds after which what was typed or chosen is kept; seconds between two tries at the most.
  var typing = 1000;
  var choosing = Number(form.dataset.pause || typing);
  var longest = 60;

  // Whether something was changed that nobody has acknowledged, and whether it is on its way; the
  // button that was pressed, until the page is left; what was last said about a bad line.
  var unsaved = false;
  var keeping = false;
  var going = null;
  var troubled = "";
  var tries = 0;
  var timer;

  function show(words, isTrouble) {
    line.textContent = words;
    line.classList.toggle("app-status--trouble", isTrouble);
  }

  function say(words) {
    document.dispatchEvent(new CustomEvent("app:say", { detail: words }));
  }

  // Somebody is told once; then it is tried again after pauses that grow, for as long as it takes.
  function trouble() {
    var words = going ? form.dataset.wordsGoing : form.dataset.wordsWaiting;
    show(words, true);
    if (troubled !== words) say(words);
    troubled = words;
    tries += 1;
    wait(Math.min(Math.pow(2, tries), longest) * 1000);
  }

  function wait(pause) {
    clearTimeout(timer);
    timer = setTimeout(tryAgain, pause);
  }

  function tryAgain() {
    clearTimeout(timer);
    if (going && !going.flying) send();
    else if (!going && unsaved) keep();
  }

  // ---- keeping while somebody is still at it: htmx sends it, and swaps in follow-up questions ----

  // One at a time, so that each answer is about the questions that are on the page.
  function keep() {
    if (keeping || going || !unsaved) return;
    htmx.trigger(form, "keep");
  }

  function changed(event) {
    // Who writes on is not ready to go on.
    if (going && !going.flying) going = null;
    unsaved = true;
    wait(event.type === "change" ? choosing : typing);
  }

  function kept() {
    var added = line.querySelector("[data-say]");
    if (troubled || !form.dataset.kept) say(line.textContent);
    else if (added) say(added.textContent);
    form.dataset.kept = "true";
    line.classList.remove("app-status--trouble");
    troubled = "";
    tries = 0;
    if (going) tryAgain();
  }

  if (form.hasAttribute("hx-post")) {
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("htmx:before:request", function () {
      keeping = true;
      unsaved = false;
    });
    form.addEventListener("htmx:before:response", function (event) {
      var status = event.detail.ctx.response.status;
      if (status < 400) return;
      event.preventDefault();
      unsaved = true;
      if (status >= 500 || status === 429) return trouble();
      // Pressing the button shows why.
      show(form.dataset.wordsRefused, true);
      if (troubled !== line.textContent) say(line.textContent);
      troubled = line.textContent;
    });
    form.addEventListener("htmx:error", function () {
      unsaved = true;
      trouble();
    });
    form.addEventListener("htmx:after:swap", kept);
    form.addEventListener("htmx:finally:request", function () {
      keeping = false;
      if (going && going.waits) send();
      else if (unsaved && !troubled) wait(choosing);
    });
    // Who leaves in another way than by a button (the browser's Back, a closed window).
    window.addEventListener("pagehide", function () {
      if (!(unsaved || keeping) || !navigator.sendBeacon) return;
      unsaved = keeping = false;
      navigator.sendBeacon(form.getAttribute("hx-post"), new FormData(form));
    });
  }

  // ---- going on: the form is sent by us, so that a lost line does not end in a browser's error ----

  // What is being kept arrives first, so that nothing older comes after what is sent.
  // Any answer but the address of the next page is left to the browser, which sends the form itself.
  function leaveToBrowser(button) {
    form.removeEventListener("submit", pressed);
    form.requestSubmit(button || undefined);
  }

  function follow(address) {
    var goal = new URL(address, location.href);
    if (goal.hash && goal.href.split("#")[0] === location.href.split("#")[0]) {
      // The reload begins at the question that is named, not where the window stood.
      history.scrollRestoration = "manual";
      history.replaceState(null, "", goal.href);
      location.reload();
    } else {
      location.assign(goal.href);
    }
  }

  function send() {
    var mine = going;
    var body = new URLSearchParams(new FormData(form));
    if (mine.button && mine.button.name) body.append(mine.button.name, mine.button.value);
    var stop = new AbortController();
    var limit = setTimeout(function () {
      stop.abort();
    }, 30000);
    mine.flying = true;
    mine.waits = false;
    form.dataset.going = "true";
    fetch(form.action, {
      method: "POST",
      body: body,
      headers: { "HX-Request": "true" },
      redirect: "manual",
      signal: stop.signal,
    })
      .then(function (answer) {
        if (answer.status >= 502 && answer.status <= 504) throw new Error("nobody is there yet");
        // Another button was pressed since.
        if (going !== mine) return;
        unsaved = keeping = false;
        var address = answer.headers.get("HX-Redirect");
        if (address) follow(address);
        else leaveToBrowser(mine.button);
      })
      .catch(function () {
        mine.flying = false;
        if (going !== mine) return;
        delete form.dataset.going;
        trouble();
      })
      .finally(function () {
        clearTimeout(limit);
      });
  }

  function pressed(event) {
    event.preventDefault();
    var button = event.submitter;
    if (going && going.flying && going.button === button) return;
    going = { button: button, flying: true, waits: keeping };
    form.dataset.going = "true";
    tries = 0;
    // Who presses again hears again how it stands.
    troubled = "";
    if (!keeping) send();
  }

  if (form.requestSubmit) {
    form.addEventListener("submit", pressed);
    // Pressing twice is harmless here, and pressing again while the line is bad is welcome.
    form.querySelectorAll("[data-prevent-double-click]").forEach(function (button) {
      button.removeAttribute("data-prevent-double-click");
    });
  }
  window.addEventListener("online", tryAgain);
  window.addEventListener("pageshow", function (event) {
    history.scrollRestoration = "auto";
    if (!event.persisted) return;
    going = null;
    delete form.dataset.going;
  });
})();
