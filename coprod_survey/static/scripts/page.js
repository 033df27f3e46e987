// Small improvements to pages that work without them. Nothing here is needed to answer or to build.

(function () {
  "use strict";

  document.body.classList.add("app-scripted");

  // Follow-up fields show while their option is chosen.
  function revealFollowUps(root) {
    root.querySelectorAll("input[data-aria-controls]").forEach(function (input) {
      var target = document.getElementById(input.getAttribute("data-aria-controls"));
      if (!target) return;
      var kind = input.type === "radio" ? "radios" : "checkboxes";
      input.setAttribute("aria-controls", target.id);
      // Radios cannot be said to be expanded; check boxes can.
      if (kind === "checkboxes") input.setAttribute("aria-expanded", String(input.checked));
      target.classList.toggle("govuk-" + kind + "__conditional--hidden", !input.checked);
    });
  }

  // "None of these" empties the others, and any other empties it.
  function keepExclusive(changed) {
    if (changed.type !== "checkbox" || !changed.checked) return;
    var exclusive = changed.getAttribute("data-behaviour") === "exclusive";
    (changed.form || document).querySelectorAll("input[type=checkbox]").forEach(function (box) {
      if (box === changed || box.name !== changed.name || !box.checked) return;
      if (exclusive || box.getAttribute("data-behaviour") === "exclusive") box.checked = false;
    });
  }

  // Characters left: shown at once, said to screen readers only after a pause in typing.
  var pause;
  function countCharacters(area) {
    var group = area.closest("[data-character-count]");
    if (!group) return;
    var left = Number(group.dataset.characterCount) - Array.from(area.value).length;
    var message = group.querySelector(".app-character-count__message");
    var words = left < 0 ? group.dataset.wordsOver : group.dataset.wordsLeft;
    message.textContent = words.replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
    message.classList.toggle("app-character-count__message--over", left < 0);
    clearTimeout(pause);
    pause = setTimeout(function () {
      say(message.textContent);
    }, 1500);
  }

  // One polite line that screen readers listen to.
  var voice = document.createElement("div");
  voice.className = "govuk-visually-hidden";
  voice.setAttribute("aria-live", "polite");
  document.body.appendChild(voice);
  function say(words) {
    if (voice.textContent !== words) voice.textContent = words;
  }
  document.addEventListener("app:say", function (event) {
    // The same words may be news a second time.
    voice.textContent = "";
    setTimeout(say, 100, event.detail);
  });

  // Where something is wrong, begin there: the summary takes the focus.
  function focusErrors(root) {
    var summary = root.querySelector(".govuk-error-summary");
    if (!summary) return;
    summary.tabIndex = -1;
    summary.focus();
  }

  // A second press of the same button within a second does nothing.
  var pressed = new WeakMap();
  function pressOnce(event) {
    var button = event.target.closest("[data-prevent-double-click]");
    if (!button) return;
    var now = Date.now();
    if (now - (pressed.get(button) || 0) < 1000) event.preventDefault();
    else pressed.set(button, now);
  }

  // Copy a link that the page shows; the button stays out of sight where that cannot be done.
  function offerCopying(root) {
    if (!navigator.clipboard) return;
    root.querySelectorAll("button[data-copy]").forEach(function (button) {
      button.hidden = false;
    });
  }
  function copy(event) {
    var button = event.target.closest("button[data-copy]");
    if (!button) return;
    var source = document.getElementById(button.getAttribute("data-copy"));
    navigator.clipboard.writeText(source.value || source.textContent.trim()).then(function () {
      button.textContent = button.getAttribute("data-words-copied");
      say(button.textContent);
    });
  }

  // A page that the browser kept whole shows what was on it, to whoever presses Back: load it anew.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });

  function prepare(root) {
    revealFollowUps(root);
    focusErrors(root);
    offerCopying(root);
    root.querySelectorAll("[data-character-count] textarea").forEach(function (area) {
      if (area.value) countCharacters(area);
    });
  }

  // What a swap puts the focus on has it once: a later swap around it leaves the focus where it is.
  // Of several parts that come at once some settle later, so each gives up only its own.
  document.addEventListener("htmx:after:settle", function (event) {
    setTimeout(function () {
      event.detail.newContent.forEach(function (part) {
        if (!part.querySelectorAll) return;
        part.querySelectorAll("[autofocus]").forEach(function (field) {
          field.removeAttribute("autofocus");
        });
      });
    });
  });
  document.addEventListener("change", function (event) {
    if (!event.target.matches("input")) return;
    keepExclusive(event.target);
    revealFollowUps(event.target.form || document);
  });
  document.addEventListener("input", function (event) {
    if (event.target.matches("textarea")) countCharacters(event.target);
  });
  document.addEventListener("click", pressOnce, true);
  document.addEventListener("click", copy);
  // Only what was swapped in: a line that says “kept” must not send the focus to an old error.
  document.addEventListener("htmx:after:swap", function (event) {
    var target = event.detail.ctx.target;
    if (!target.isConnected) target = document.getElementById(target.id || "main-content");
    prepare(target || document);
    document.querySelectorAll(".app-follow-up").forEach(revealFollowUps);
  });
  prepare(document);
})();
