// Runs before the first paint. Holds nothing but looks, and what must work when the app does not.
(function () {
  var root = document.documentElement;
  root.setAttribute("data-js", "");
  var prefs = {};
  // Without storage Ebb looks as the device does.
  function read() {
    try {
      prefs = JSON.parse(localStorage.getItem("ebb.prefs")) || {};
    } catch (blocked) {
      prefs = {};
    }
  }
  function looks() {
    read();
    // So that a dark room stays dark.
    if (/^(auto|light|dark)$/.test(prefs.theme)) root.setAttribute("data-theme", prefs.theme);
    if (prefs.contrast === "more") root.setAttribute("data-contrast", "more");
    if (/^(normal|large|larger)$/.test(prefs.text)) root.setAttribute("data-text", prefs.text);
  }
  // Storage is another process, and to wait for it takes a slow phone 10 ms. On a first visit,
  // which no worker serves yet, nothing is kept; should something be, it is seen to after the paint.
  var type = (performance.getEntriesByType("navigation")[0] || {}).type;
  var worker = navigator.serviceWorker;
  var first = type === "navigate" && worker && !worker.controller;
  if (!first) looks();

  // The language that was chosen, or else the first of the browser's that Ebb speaks; the app
  // finds the same one. English is in the page. Written, since nothing else holds the parser up.
  var language = [prefs.language]
    .concat(navigator.languages || [])
    .map(function (tag) {
      return String(tag).split("-")[0].toLowerCase();
    })
    .concat("en")
    .find(function (tag) {
      return /^(en|es)$/.test(tag);
    });
  if (language !== "en") document.write('<script src="/first-' + language + '.js"></' + "script>");

  // The name and the icon that were chosen, before the ones in the page are seen.
  function put(rel, own, other) {
    var link = document.querySelector('link[rel="' + rel + '"]');
    // Setting what is there already would have it fetched anew.
    if (link && link.getAttribute("href") !== (other || own)) link.href = other || own;
  }
  function face() {
    var name = /^(notes|weather)$/.test(prefs.face) ? prefs.face : "";
    var base = name && "/disguises/" + name;
    if (name) document.title = String(prefs.title || "");
    put("icon", "/icon.svg", base && base + ".svg");
    put("apple-touch-icon", "/apple-touch-icon.png", base && base + "-180.png");
    var words = name || language !== "en" ? "/disguises/" + (name || "ebb") + "-" + language : "";
    put("manifest", "/manifest.webmanifest", words && words + ".webmanifest");
  }
  face();
  addEventListener("ebb-disguise", function () {
    read();
    face();
  });

  // On the way out over pages of Ebb (`quick-exit.js`), none of them is seen.
  try {
    if (type !== "navigate" && sessionStorage.getItem("ebb.away")) root.setAttribute("data-quick-exited", "");
  } catch (blocked) {
    // Then there is no way out that goes over this page.
  }

  // A tap before the app is there is kept in the address: the app opens on it. Going there as a
  // page would begin the loading all over again. The way out is no tap to keep: it leads away at
  // once, also before `quick-exit.js` is there to take it over.
  var lost = false;
  addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('#first a[href^="/"]:not([data-quick-exit])');
    if (!link || lost || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    link.setAttribute("aria-busy", "true");
  });

  // Help is a part of the first screen, and a screen of its own in the app: whoever went there finds
  // it again once the app is there.
  addEventListener("hashchange", function () {
    if (location.hash === "#first-help" && !lost) history.replaceState(null, "", "/sos");
  });

  // A finger that is down while the app takes the place of the first screen would lift from
  // nothing, and its tap be lost: the browser makes no click of it.
  var held = null;
  addEventListener("pointerdown", function (event) {
    var link = event.target.closest && event.target.closest("#first a");
    held = link ? (link.hash ? "/sos" : link.href) : null;
  });
  addEventListener("pointercancel", function () {
    held = null;
  });
  addEventListener("pointerup", function () {
    if (held && document.getElementById("first").hidden) location.href = held;
    held = null;
  });

  // A release build does not unwind: a fault in the app arrives here as a trap. The page that was
  // painted first comes back, with the help lines and a way to go on.
  function broke(error) {
    // Nothing will open on a kept tap any more: links are links again.
    lost = true;
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    document.getElementById("app").hidden = true;
    document.getElementById("first").hidden = false;
    document.getElementById("broken").hidden = false;
    scrollTo(0, 0);
  }
  addEventListener("error", function (event) {
    broke(event.error);
  });
  addEventListener("unhandledrejection", function (event) {
    broke(event.reason);
  });

  // The compiler takes it that a module may speak of values of the browser's: here is the smallest
  // one that does.
  function isOld() {
    var module = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 111];
    return !self.WebAssembly || !WebAssembly.validate(new Uint8Array(module));
  }

  // The rest of Ebb begins once the first screen has been painted: on a slow phone every download
  // that starts before takes time from that paint.
  function rest() {
    if (first) {
      looks();
      face();
    }
    if (isOld()) {
      lost = true;
      document.body.append(Object.assign(document.createElement("script"), { src: "/old.js" }));
      return;
    }
    document.body.append(document.importNode(document.getElementById("rest").content, true));
  }
  addEventListener("DOMContentLoaded", function () {
    // A tab that was opened behind another paints nothing for now.
    if (document.hidden) rest();
    else
      requestAnimationFrame(function () {
        setTimeout(rest);
      });
  });
})();
