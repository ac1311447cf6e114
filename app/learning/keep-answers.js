// Keeps what is answered on a sheet, a second after it was answered and when the page is left: nothing is lost
// to a power cut or a wrong touch. Plain ES2018 without a build step: old Android phones run it as it stands.
(function () {
  "use strict";
  var form = document.getElementById("lembar");
  if (!form || !window.fetch || !window.URLSearchParams) return;
  var waiting = 0;
  var isSent = false;

  function later(after) { if (!waiting && !isSent) waiting = setTimeout(save, after); }

  function save() {
    forget();
    var fields = new URLSearchParams(new FormData(form));
    fields.set("simpan", "diam");
    fetch(location.pathname, { method: "POST", body: fields, keepalive: true }).catch(function () { later(10000); });
  }

  function forget() {
    clearTimeout(waiting);
    waiting = 0;
  }

  ["input", "change"].forEach(function (kind) { form.addEventListener(kind, function () { later(1000); }); });
  addEventListener("pagehide", function () { if (waiting) save(); });
  // A page that the browser kept as it was left, after it was handed in, is asked for anew.
  addEventListener("pageshow", function (event) {
    if (event.persisted && isSent) location.reload();
    isSent = false;
  });

  form.addEventListener("submit", function (event) {
    forget();
    // The keyboard's own Enter or Go leads to the next question, as the button below does.
    var onward = event.submitter && event.submitter.name === "simpan" && shown(".turn a[href^='#']:last-child");
    if (!onward) return void (isSent = true);
    event.preventDefault();
    save();
    onward.click();
  });

  function shown(selector) {
    return Array.prototype.filter.call(form.querySelectorAll(selector), function (link) { return link.getClientRects().length > 0; })[0];
  }
})();
