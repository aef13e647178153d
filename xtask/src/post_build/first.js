// The first screen in another language. `early.js` has it loaded before the page's own is parsed.
document.documentElement.lang = '%LANGUAGE%';
new MutationObserver(function (_, observer) {
  // What comes after the first screen: all of it is parsed.
  if (!document.getElementById('app')) return;
  observer.disconnect();
  document.getElementById('first').innerHTML = '%FIRST%';
}).observe(document.documentElement, { childList: true, subtree: true });
