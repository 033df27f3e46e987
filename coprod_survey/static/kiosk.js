// A tablet that people share: when nobody has touched it for a while it clears itself for the next
// person, after a warning that any key, any touch or its button puts off as often as somebody likes.

(function () {
  "use strict";

  var bar = document.querySelector("[data-idle]");
  if (!bar) return;
  var idle = Number(bar.getAttribute("data-idle"));
  var warning = Number(bar.getAttribute("data-warning"));
  var dialog = bar.querySelector("dialog");
  var seconds = bar.querySelector("[data-seconds]");
  var touched = Date.now();
  var over = false;

  bar.querySelectorAll("[data-scripted]").forEach(function (element) {
    element.hidden = false;
  });

  function stay() {
    touched = Date.now();
    if (dialog && dialog.open) dialog.close(); // the focus goes back to where it was
    tick();
  }

  // A clock, not a chain of timers: a tablet that has slept is cleared as soon as it wakes.
  function tick() {
    var left = Math.ceil(idle - (Date.now() - touched) / 1000);
    if (left <= 0) return clear();
    seconds.textContent = String(left);
    if (dialog && !dialog.open && left <= warning) dialog.showModal();
  }

  // What is on the screen goes at once, however slow the line is.
  function clear() {
    if (over) return;
    over = true;
    document.body.hidden = true;
    bar.querySelector("form").requestSubmit();
  }

  document.addEventListener(
    "keydown",
    function (event) {
      if (dialog && dialog.open) event.preventDefault(); // it answers the warning, and nothing else
      stay();
    },
    true,
  );
  document.addEventListener("click", stay);
  document.addEventListener("pointerdown", function () {
    touched = Date.now();
    // Not before the click of the same touch: that would press what lies behind the warning.
    if (dialog && dialog.open) setTimeout(stay, 500);
  });
  ["pointermove", "wheel", "scroll", "input", "focusin"].forEach(function (kind) {
    document.addEventListener(
      kind,
      function () {
        if (!dialog || !dialog.open) touched = Date.now();
      },
      { capture: true, passive: true },
    );
  });
  setInterval(tick, 250);
  tick();
})();
