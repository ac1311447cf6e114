// Reads a lesson's screen aloud, sentence by sentence, where the device has an Indonesian voice.
// Plain ES2018 without a build step: old Android phones run it as it stands.
(function () {
  "use strict";
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/pekerja-layanan.js", { updateViaCache: "all" }).catch(function () {});
  tellPlace();
  var speech = window.speechSynthesis;
  if (!speech) return;
  var voice = null;
  var reading = null;

  // Tells the mentor's board which screen is open: when it changes, and each two minutes in which it is touched.
  function tellPlace() {
    if (!navigator.sendBeacon || location.pathname.indexOf("/belajar/") !== 0) return;
    var touched = false;
    function tell() {
      touched = false;
      navigator.sendBeacon("/belajar/di-sini", new URLSearchParams({ layar: location.pathname + location.hash }));
    }
    ["pointerdown", "keydown", "scroll"].forEach(function (kind) { addEventListener(kind, function () { touched = true; }, { passive: true }); });
    addEventListener("hashchange", tell);
    setInterval(function () { if (touched && !document.hidden) tell(); }, 120000);
    tell();
  }

  function findVoice() {
    voice = speech.getVoices().filter(function (candidate) { return /^id\b|^in\b/i.test(candidate.lang); })[0] || null;
    if (voice) document.querySelectorAll(".screen").forEach(addButton);
  }

  function addButton(screen) {
    if (screen.querySelector(".read")) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "read button-quiet";
    button.textContent = document.body.dataset.read;
    button.addEventListener("click", function () { if (reading === screen) stop(); else read(screen, button); });
    screen.querySelector("h2").after(button);
  }

  function read(screen, button) {
    stop();
    reading = screen;
    button.textContent = document.body.dataset.stop;
    var sentences = markSentences(screen);
    speakFrom(0);
    function speakFrom(index) {
      if (reading !== screen) return;
      if (index > 0) sentences[index - 1].className = "";
      if (index >= sentences.length) return stop();
      var utterance = new SpeechSynthesisUtterance(sentences[index].textContent);
      utterance.voice = voice;
      utterance.lang = "id-ID";
      utterance.rate = 0.9;
      utterance.onend = function () { speakFrom(index + 1); };
      utterance.onerror = function () { if (reading === screen) stop(); };
      sentences[index].className = "speaking";
      speech.speak(utterance);
    }
  }

  function stop() {
    reading = null;
    speech.cancel();
    document.querySelectorAll(".speaking").forEach(function (mark) { mark.className = ""; });
    document.querySelectorAll(".read").forEach(function (button) { button.textContent = document.body.dataset.read; });
  }

  // Each sentence gets a <span>, once; they are told apart by the stop at their end.
  function markSentences(screen) {
    if (!screen.dataset.marked) {
      screen.dataset.marked = "yes";
      var walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
      var texts = [];
      while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("a, button, .dots, .part")) texts.push(walker.currentNode);
      texts.forEach(split);
    }
    return Array.prototype.filter.call(screen.querySelectorAll("span[data-sentence]"), function (span) { return span.getClientRects().length > 0; });
  }

  function split(text) {
    var pieces = text.data.match(/[^.!?]+[.!?]*\s*/g);
    if (!pieces || !text.data.trim()) return;
    var all = document.createDocumentFragment();
    pieces.forEach(function (piece) {
      var span = document.createElement("span");
      span.dataset.sentence = "";
      span.textContent = piece;
      all.append(span);
    });
    text.replaceWith(all);
  }

  window.addEventListener("hashchange", stop);
  window.addEventListener("pagehide", stop);
  if (speech.addEventListener) speech.addEventListener("voiceschanged", findVoice);
  else speech.onvoiceschanged = findVoice;
  findVoice();
})();
