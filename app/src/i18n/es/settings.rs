//! The settings that came later, in Spanish.

use crate::i18n::keys::MoreSettings;

pub const SETTINGS: MoreSettings = MoreSettings {
    language_missing: "Ese idioma no llegó. Quizá no hay red. No cambió nada.",
    contrast: "Cuánto resaltan las cosas",
    contrast_more: "Contraste alto",
    discretion: "Con discreción",
    face: "Nombre e icono",
    face_ebb: "Ebb",
    face_notes: "Notas",
    face_weather: "Clima",
    face_limits: "El nombre y el icono de la pestaña cambian enseguida. Un Ebb que ya está en tu pantalla de inicio conserva los de antes: quítalo y agrégalo otra vez. La dirección sigue igual, y el historial de tu navegador la tiene.",
    veil_legend: "Cuando miro a otro lado",
    veil: "Vaciar la pantalla",
    veil_limits: "La pantalla queda vacía mientras otra ventana o aplicación está delante. Algunos teléfonos toman antes su pequeña foto de la aplicación, así que bloquea el teléfono cuando importe.",
    leave: "Para salir enseguida, toca «Salir» arriba, o presiona Escape dos veces. Una simple lista de compras ocupa el lugar de Ebb.",
    leave_limits: "El botón Atrás se salta entonces Ebb. El historial del navegador guarda su dirección hasta que lo borres, y algunos navegadores viejos conservan Ebb también en el botón Atrás. Una ventana privada es lo que menos deja.",
    no_notifications: "Ebb no envía notificaciones, así que no se puede ver ninguna.",
};
