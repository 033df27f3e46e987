// The outline of a survey: what an edit sends is put in order here, folds open and close, and cards can be
// dragged. Every one of these is a button or a link that works without this script.

(function () {
  "use strict";

  if (!document.getElementById("outline")) return;

  function pairs(words) {
    return words.split(";").filter(Boolean).map(function (line) {
      return line.trim().split(" ");
    });
  }

  // ---- what an edit changed: places first, so that what was typed in an open form moves along ----

  function inOrder(parent, ids) {
    var before = null;
    ids.map(function (id) {
      return document.getElementById(id);
    }).filter(Boolean).forEach(function (element) {
      var next = before ? before.nextElementSibling : parent.querySelector("article, section");
      while (next && next !== element && !next.matches("article, section")) next = next.nextElementSibling;
      if (next !== element) {
        if (before) before.after(element);
        else parent.insertBefore(element, next);
      }
      before = element;
    });
  }

  function arrange(changes) {
    pairs(changes.dataset.places).forEach(function (codes) {
      var parent = document.getElementById("questions-" + codes[0]);
      if (!parent) return;
      inOrder(parent, codes.slice(1).map(function (code) {
        return "question-" + code;
      }));
    });
    var order = changes.dataset.order;
    if (order) {
      inOrder(document.getElementById("outline-sections"), order.split(" ").map(function (code) {
        return "section-" + code;
      }));
    }
    pairs(changes.dataset.numbers).forEach(function (pair) {
      document.querySelectorAll('[data-number="' + pair[0] + '"]').forEach(function (place) {
        place.textContent = pair[1];
      });
    });
    changes.removeAttribute("data-places");
    changes.removeAttribute("data-order");
    changes.removeAttribute("data-numbers");
  }

  // Moving an element takes the focus from it, and a card at the very end has no button to go further.
  var pressed = "";
  function focusAgain() {
    if (document.activeElement && document.activeElement !== document.body) return;
    var way = pressed.split("-")[0];
    var code = pressed.slice(way.length + 1);
    var other = { up: "down-", down: "up-" }[way];
    var place =
      document.getElementById(pressed) ||
      (other && document.getElementById(other + code)) ||
      document.getElementById("studio-status");
    if (place) place.focus();
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("#outline button, #outline a");
    if (button) pressed = button.id;
  }, true);
  document.addEventListener("htmx:after:swap", function () {
    var changes = document.getElementById("outline-places");
    if (!changes || !("places" in changes.dataset)) return;
    var focused = document.activeElement;
    arrange(changes);
    if (focused && focused !== document.body && focused.isConnected) focused.focus();
    folds();
    handles();
    setTimeout(focusAgain, 60);
  });

  // ---- folds: what has been loaded once is only hidden, with whatever was typed in it ----

  function questionsOf(fold) {
    return document.getElementById(fold.id.replace("fold-", "questions-"));
  }

  function folds() {
    document.querySelectorAll(".app-fold").forEach(function (fold) {
      var questions = questionsOf(fold);
      fold.setAttribute("aria-expanded", String(Boolean(questions && !questions.parentElement.classList.contains("app-folded"))));
    });
  }

  document.addEventListener("click", function (event) {
    var fold = event.target.closest(".app-fold");
    if (!fold || !questionsOf(fold)) return;
    event.preventDefault();
    event.stopPropagation();
    questionsOf(fold).parentElement.classList.toggle("app-folded");
    folds();
  }, true);

  // ---- dragging: an extra for who has a mouse or a finger; the form of the card does the work ----

  var dragged = null;
  var goal = null;

  function handles() {
    document.querySelectorAll(".app-question-card").forEach(function (card) {
      if (card.querySelector(".app-drag") || !card.querySelector(".app-small-buttons")) return;
      var handle = document.createElement("span");
      handle.className = "app-drag";
      handle.setAttribute("aria-hidden", "true");
      card.prepend(handle);
    });
  }

  function unmark() {
    document.querySelectorAll(".app-drop").forEach(function (place) {
      place.classList.remove("app-drop");
    });
  }

  // Below the middle of a card is behind it; above, behind the one before, or first in the section.
  function placeAt(x, y) {
    var under = document.elementFromPoint(x, y);
    var card = under && under.closest(".app-question-card");
    if (!card || card === dragged) return null;
    var box = card.getBoundingClientRect();
    if (y > box.top + box.height / 2) return { mark: card, value: "after-" + card.id.slice(9) };
    var before = card.previousElementSibling;
    while (before && !before.matches("article")) before = before.previousElementSibling;
    if (before === dragged) return null;
    if (before) return { mark: before, value: "after-" + before.id.slice(9) };
    var head = card.parentElement;
    return { mark: head.querySelector("input"), box: head, value: "start-" + head.id.slice(10) };
  }

  document.addEventListener("pointerdown", function (event) {
    var handle = event.target.closest(".app-drag");
    if (!handle || event.button) return;
    event.preventDefault();
    dragged = handle.closest("article");
    dragged.classList.add("app-dragged");
    handle.setPointerCapture(event.pointerId);
  });
  document.addEventListener("pointermove", function (event) {
    if (!dragged) return;
    if (event.clientY < 60) window.scrollBy(0, -12);
    if (event.clientY > window.innerHeight - 60) window.scrollBy(0, 12);
    goal = placeAt(event.clientX, event.clientY);
    unmark();
    if (goal) (goal.box || goal.mark).classList.add("app-drop");
  });

  function drop(event) {
    if (!dragged) return;
    var form = dragged.querySelector("form.app-small-buttons");
    var place = event.type === "pointerup" && goal;
    dragged.classList.remove("app-dragged");
    unmark();
    dragged = goal = null;
    if (!place) return;
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = "place";
    field.value = place.value;
    var button = document.createElement("button");
    button.name = "do";
    button.value = "place";
    button.hidden = true;
    form.append(field, button);
    form.requestSubmit(button);
    setTimeout(function () {
      field.remove();
      button.remove();
    });
  }
  document.addEventListener("pointerup", drop);
  document.addEventListener("pointercancel", drop);

  folds();
  handles();
})();
