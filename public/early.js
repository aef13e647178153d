// Runs before the first paint. Holds nothing but looks, and what must work when the app does not.
(function () {
  var root = document.documentElement;
  root.setAttribute("data-js", "");
  try {
    // So that a dark room stays dark.
    var prefs = JSON.parse(localStorage.getItem("ebb.prefs") || "{}");
    if (/^(auto|light|dark)$/.test(prefs.theme)) root.setAttribute("data-theme", prefs.theme);
    if (/^(normal|large|larger)$/.test(prefs.text)) root.setAttribute("data-text", prefs.text);
  } catch (blocked) {
    // Without storage Ebb looks as the device does.
  }

  // A tap before the app is there is kept in the address: the app opens on it. Going there as a
  // page would begin the loading all over again.
  var lost = false;
  addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('#first a[href^="/"]');
    if (!link || lost || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    link.setAttribute("aria-busy", "true");
  });

  // A finger that is down while the app takes the place of the first screen would lift from
  // nothing, and its tap be lost: the browser makes no click of it.
  var held = null;
  addEventListener("pointerdown", function (event) {
    var link = event.target.closest && event.target.closest("#first a");
    held = link ? link.href : null;
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
})();
