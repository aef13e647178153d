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

  // A release build does not unwind: a fault in the app arrives here as a trap. The page that was
  // painted first comes back, with the help lines and a way to go on.
  function broke(error) {
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
