// Runs before the first paint, so that a dark room stays dark. Holds nothing but looks.
(function () {
  document.documentElement.setAttribute("data-js", "");
  try {
    var prefs = JSON.parse(localStorage.getItem("ebb.prefs") || "{}");
    var root = document.documentElement;
    if (/^(auto|light|dark)$/.test(prefs.theme)) root.setAttribute("data-theme", prefs.theme);
    if (/^(normal|large|larger)$/.test(prefs.text)) root.setAttribute("data-text", prefs.text);
  } catch (blocked) {
    // Without storage Ebb looks as the device does.
  }
})();
