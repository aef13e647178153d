// Not being seen: an empty screen while somebody looks elsewhere, and the way out. It works on every
// screen, also before the app is there and after it broke.
(function () {
  var root = document.documentElement;

  // The screen is empty while another window is in front, for those who want it.
  function wanted() {
    try {
      return JSON.parse(localStorage.getItem("ebb.prefs")).veil === true;
    } catch (nothing) {
      return false;
    }
  }
  function veil() {
    var away = document.visibilityState === "hidden" || !document.hasFocus();
    root.toggleAttribute("data-veiled", away && wanted());
  }
  veil();
  ["blur", "focus", "pageshow"].forEach(function (event) {
    addEventListener(event, veil);
  });
  document.addEventListener("visibilitychange", veil);

  // The way out: back over the pages of Ebb, and another page in the place of the first of them.
  // That page then drops the ones in front of it.
  var AWAY = "ebb.away";
  function mark(on) {
    try {
      if (on) sessionStorage.setItem(AWAY, "1");
      else sessionStorage.removeItem(AWAY);
    } catch (blocked) {
      // Then the way back is not gone; this page is left all the same.
    }
  }
  function marked() {
    try {
      return sessionStorage.getItem(AWAY) !== null;
    } catch (blocked) {
      return false;
    }
  }
  function out() {
    mark(false);
    location.replace(root.lang === "es" ? "/shopping-list-es.html" : "/shopping-list.html");
  }
  function leave() {
    root.setAttribute("data-quick-exited", "");
    document.title = "";
    // What is heard or recorded ends now, and not when the other page has come.
    dispatchEvent(new Event("ebb-leave"));
    var here = self.navigation && navigation.currentEntry;
    if (!here || here.index < 1) return out();
    // A page of Ebb that is loaded anew on the way back goes on from here.
    mark(true);
    addEventListener("popstate", out);
    setTimeout(out, 500);
    history.go(-here.index);
  }
  if (marked()) out();
  var escaped = -Infinity;
  addEventListener(
    "keydown",
    function (event) {
      if (event.key !== "Escape" || event.repeat) return;
      if (event.timeStamp - escaped < 1000) leave();
      escaped = event.timeStamp;
    },
    true,
  );
  addEventListener(
    "click",
    function (event) {
      if (!event.target.closest || !event.target.closest("[data-quick-exit]")) return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    },
    true,
  );
})();
