// Asks before a page is left whose form holds what nobody has saved. Plain ES2018 without a build step: phones run it as it stands.
(function () {
  "use strict";
  document.querySelectorAll("form[data-unsaved]").forEach(function (form) {
    var isUnsaved = form.getAttribute("data-unsaved") === "ya";
    ["input", "change"].forEach(function (kind) { form.addEventListener(kind, function () { isUnsaved = true; }); });
    form.addEventListener("submit", function () { isUnsaved = false; });
    addEventListener("beforeunload", function (event) {
      if (!isUnsaved) return;
      event.preventDefault();
      event.returnValue = "";
    });
  });
})();
