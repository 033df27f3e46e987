// “Pause and hide” puts another page in the place of this one, so that Back does not lead here.

(function () {
  "use strict";

  // What is longer cannot be sent by a page that is already gone: then the form goes as forms do.
  var longest = 60000;

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-hide]");
    if (!button || !window.fetch) return;
    var fields = new URLSearchParams(new FormData(button.form));
    fields.append("hide", "1");
    if (fields.toString().length > longest) return;
    event.preventDefault();
    document.title = ""; // what is on the screen goes at once, however slow the line is
    document.body.hidden = true;
    var sending = { method: "POST", body: fields, keepalive: true, redirect: "manual" };
    fetch(button.form.action, sending).catch(function () {}); // nobody is there any more to be told
    location.replace(button.getAttribute("data-hide"));
  });
})();
