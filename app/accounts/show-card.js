// Reads the code of a login card through the camera, where the browser can, and opens the card's address here.
// What the camera sees stays in this page. Plain ES2018 without a build step: phones run it as it stands.
(function () {
  "use strict";
  var place = document.getElementById("kamera");
  var devices = navigator.mediaDevices;
  if (!place || !window.BarcodeDetector || !devices || !devices.getUserMedia || !devices.enumerateDevices) return;
  var words = place.dataset;
  var stream = null;
  var timer = 0;
  var message = document.createElement("p");
  message.setAttribute("role", "status");
  var show = makeButton(words.show, open);

  Promise.all([window.BarcodeDetector.getSupportedFormats(), devices.enumerateDevices()]).then(function (found) {
    var hasCamera = found[1].some(function (device) { return device.kind === "videoinput"; });
    if (found[0].indexOf("qr_code") < 0 || !hasCamera) return;
    place.append(show, message);
    place.hidden = false;
  }, function () {});

  function makeButton(text, onClick) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "button-quiet";
    button.textContent = text;
    button.addEventListener("click", onClick);
    return button;
  }

  function open() {
    show.disabled = true;
    message.textContent = words.hint;
    devices.getUserMedia({ video: { facingMode: "environment" }, audio: false }).then(look, function () {
      show.disabled = false;
      message.textContent = words.refused;
    });
  }

  function look(opened) {
    stream = opened;
    var video = document.createElement("video");
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    var shut = makeButton(words.close, close);
    place.replaceChildren(video, message, shut);
    shut.focus();
    video.play().catch(function () {});
    var detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    read();

    function read() {
      if (!stream) return;
      detector.detect(video).then(function (codes) { if (codes.length > 0) follow(codes[0].rawValue); }, function () {})
        .then(function () { if (stream) timer = setTimeout(read, 250); });
    }
  }

  // Only the card is taken from the address that was read, never the site: nothing leads away from here.
  function follow(text) {
    var card = /^https?:\/\/[^/?#]+\/masuk\?kartu=([\w.-]+)$/.exec(text);
    if (!card) return void (message.textContent = words.other);
    close();
    location.assign("/masuk?kartu=" + card[1]);
  }

  function close() {
    clearTimeout(timer);
    if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
    stream = null;
    show.disabled = false;
    message.textContent = "";
    place.replaceChildren(show, message);
  }

  window.addEventListener("pagehide", close);
})();
