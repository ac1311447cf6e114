// Searches for regions as somebody types. Plain ES2018 without a build step; the form works without it.
(function () {
  "use strict";
  var form = document.getElementById("cari");
  var field = document.getElementById("q");
  if (!form || !field || !window.fetch || !window.DOMParser) return;
  var timer = 0;
  var asked = 0;
  var shown = field.value;
  field.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(search, 250);
  });

  function search() {
    if (field.value === shown) return;
    var text = field.value;
    var turn = ++asked;
    var address = form.action + "?" + new URLSearchParams(new FormData(form)).toString();
    if (address.length > 8000) return;
    fetch(address, { credentials: "same-origin" })
      .then(function (answer) { return answer.text(); })
      .then(function (page) {
        // What was asked later has been answered already, or will be.
        if (turn !== asked) return;
        var fresh = new DOMParser().parseFromString(page, "text/html");
        if (!fresh.getElementById("hasil")) return;
        shown = text;
        document.getElementById("hasil").replaceWith(document.adoptNode(fresh.getElementById("hasil")));
        // The same element stays, so that screen readers say what it says now.
        document.getElementById("jumlah").className = fresh.getElementById("jumlah").className;
        document.getElementById("jumlah").textContent = fresh.getElementById("jumlah").textContent;
        history.replaceState(null, "", address);
      })
      .catch(function () {});
  }
})();
