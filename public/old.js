// In place of the app where the browser lacks what it is made of: the help that was painted stays,
// and this says what to do.
(function () {
  var words =
    document.documentElement.lang === "es"
      ? [
          "Este navegador es demasiado antiguo para el diario",
          "Ebb necesita un navegador de 2023 o más nuevo. Actualiza este, o abre Ebb en la versión más nueva de Chrome, Edge, Firefox o Safari. En un iPhone o iPad, actualiza iOS a la versión 16.4 o más nueva.",
          "La ayuda de abajo sí funciona aquí.",
        ]
      : [
          "This browser is too old for the journal",
          "Ebb needs a browser from 2023 or newer. Update this one, or open Ebb in the newest Chrome, Edge, Firefox or Safari. On an iPhone or iPad, update to iOS 16.4 or newer.",
          "The help below works here.",
        ];
  var card = document.createElement("section");
  card.className = "card care";
  words.forEach(function (text, at) {
    var line = document.createElement(at ? "p" : "h2");
    line.textContent = text;
    card.appendChild(line);
  });
  // What leads into the app leads nowhere here.
  var main = document.querySelector("#first main");
  main.querySelectorAll("h1, .craving-button, .pair").forEach(function (dead) {
    main.removeChild(dead);
  });
  main.insertBefore(card, main.firstChild);
})();
