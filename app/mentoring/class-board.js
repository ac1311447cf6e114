// Keeps the board during class up to date. Plain ES2018 without a build step: phones run it as it stands.
(function () {
  "use strict";
  var table = document.querySelector(".class-board");
  var said = document.getElementById("arus");
  if (!table || !said) return;
  var words = said.dataset;
  var stamp = words.stamp;
  var skew = Date.now() / 1000 - Number(words.now);
  var broken = 0;
  if (!window.EventSource) return void fallBack();
  listen(words.path + "?v=" + stamp);
  setInterval(function () { rows().forEach(tellMinutes); }, 10000);

  function listen(address) {
    var source = new EventSource(address);
    source.onopen = function () { clearTimeout(broken); broken = 0; said.textContent = words.live; };
    source.onmessage = function (message) { apply(JSON.parse(message.data)); };
    source.onerror = function () {
      source.close();
      if (!broken) fallBack();
      setTimeout(function () { listen(words.path); }, 4000);
    };
  }

  function fallBack() {
    said.textContent = words.broken;
    broken = setTimeout(function () { location.reload(); }, 15000);
  }

  function rows() { return Array.prototype.slice.call(table.tBodies[0].rows); }

  function apply(changes) {
    var all = rows();
    Object.keys(changes).forEach(function (number) {
      var row = all.filter(function (one) { return one.dataset.n === number; })[0];
      if (row) fill(row, changes[number]); else location.reload();
    });
    all.map(function (row) { return { row: row, rank: rank(row), call: Number(timeOf(row, "h")) || 0, at: Number(row.dataset.n) }; })
      .sort(function (a, b) { return a.rank - b.rank || a.call - b.call || a.at - b.at; })
      .forEach(function (one, index) { if (table.tBodies[0].rows[index] !== one.row) table.tBodies[0].insertBefore(one.row, table.tBodies[0].rows[index] || null); });
    count("tampak", function (row) { return timeOf(row, "t") !== ""; });
    count("memanggil", function (row) { return timeOf(row, "h") !== ""; });
    count("macet", function (row) { return field(row, "k").textContent !== ""; });
    document.getElementById("kosong").hidden = all.some(function (row) { return !row.hidden; });
  }

  function fill(row, change) {
    ["p", "s", "r", "k", "q"].forEach(function (name) { if (name in change) field(row, name).textContent = change[name]; });
    ["t", "h", "d"].forEach(function (name) { if (name in change) field(row, name).dataset.at = change[name] === null ? "" : change[name]; });
    if ("l" in change) {
      show(row, "l", change.l !== "");
      if (field(row, "l")) field(row, "l").value = change.l;
    }
    if ("y" in change) {
      show(row, "yl", change.y.indexOf("l") >= 0);
      show(row, "ym", change.y.indexOf("m") >= 0);
      show(row, "no", change.y.indexOf("m") < 0);
    }
    var place = rank(row);
    row.hidden = place === 3;
    row.className = place < 2 ? "needs-help" : "";
    show(row, "h", timeOf(row, "h") !== "");
    show(row, "k", field(row, "k").textContent !== "");
    show(row, "d", timeOf(row, "d") !== "");
    show(row, "ok", place === 2 && timeOf(row, "d") === "");
    tellMinutes(row);
  }

  function tellMinutes(row) {
    [["t", table.dataset.minutes, 0], ["h", table.dataset.waiting, 1], ["d", table.dataset.quiet, 0]].forEach(function (pair) {
      var at = timeOf(row, pair[0]);
      field(row, pair[0]).textContent = at === "" ? "" : pair[1].replace("#", Math.max(pair[2], Math.floor((Date.now() / 1000 - skew - at) / 60)));
    });
  }

  function rank(row) {
    if (timeOf(row, "h") !== "") return 0;
    if (field(row, "k").textContent !== "") return 1;
    return timeOf(row, "t") !== "" ? 2 : 3;
  }

  function timeOf(row, name) { return field(row, name).dataset.at; }
  function field(row, name) { return row.querySelector('[data-f="' + name + '"]'); }
  function show(row, name, isShown) { row.querySelectorAll('[data-show="' + name + '"]').forEach(function (part) { part.hidden = !isShown; }); }
  function count(id, holds) { document.getElementById(id).textContent = rows().filter(holds).length; }
})();
