// Long lists: a field that narrows the list, and “please say more” in sight only where it applies.

(function () {
  "use strict";

  function plain(words) {
    return words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, "").toLowerCase();
  }

  // Options that do not fit are taken out, for a browser may show those that are only hidden.
  function narrow(box, select, all) {
    var typed = plain(box.querySelector("input").value.trim());
    var chosen = select.value;
    var fitting = all.filter(function (option) {
      return !option.value || option.value === chosen || plain(option.text).indexOf(typed) >= 0;
    });
    select.replaceChildren.apply(select, fitting);
    select.value = chosen;
    return fitting.filter(function (option) {
      return option.value && plain(option.text).indexOf(typed) >= 0;
    }).length;
  }

  function offerNarrowing(box) {
    var select = document.getElementById(box.dataset.narrows);
    if (!select || !box.hidden) return;
    var all = Array.from(select.options);
    var field = box.querySelector("input");
    var status = box.querySelector("[role=status]");
    var pause;
    field.addEventListener("input", function (event) {
      event.stopPropagation(); // nothing has been answered yet, so there is nothing to keep
      var count = narrow(box, select, all);
      clearTimeout(pause);
      pause = setTimeout(function () {
        status.textContent = field.value ? status.dataset.words.replace("{n}", String(count)) : "";
      }, 600);
    });
    field.addEventListener("change", function (event) {
      event.stopPropagation();
    });
    field.addEventListener("keydown", function (event) {
      if (event.key !== "Enter") return;
      event.preventDefault(); // it would send the page
      select.focus();
    });
    box.hidden = false;
  }

  function showMore(select) {
    document.querySelectorAll('[data-more-of="' + select.id + '"]').forEach(function (more) {
      more.hidden = select.value !== more.dataset.moreFor;
    });
  }

  function prepare() {
    document.querySelectorAll("[data-narrows]").forEach(offerNarrowing);
    document.querySelectorAll(".app-dropdown").forEach(showMore);
  }

  document.addEventListener("change", function (event) {
    if (event.target.matches(".app-dropdown")) showMore(event.target);
  });
  document.addEventListener("htmx:after:swap", prepare);
  prepare();
})();
