//! The settings that came later, in Spanish.

use crate::i18n::keys::MoreSettings;

pub const SETTINGS: MoreSettings = MoreSettings {
    language_missing: "Ese idioma no se pudo cargar. Puede que no tengas conexión. No cambió nada.",
    contrast: "Contraste",
    contrast_more: "Contraste alto",
    discretion: "Discreción",
    disguise: "Nombre e icono",
    disguise_ebb: "Ebb",
    disguise_notes: "Notas",
    disguise_weather: "Clima",
    disguise_limits: "El nombre y el icono de la pestaña cambian enseguida. Si Ebb ya está en tu pantalla de inicio, conserva los de antes hasta que lo quites y lo agregues otra vez. La dirección sigue igual, y el historial de tu navegador la muestra.",
    veil_legend: "Cuando paso a otra cosa",
    veil: "Dejar la pantalla en blanco",
    veil_limits: "La pantalla queda en blanco mientras otra ventana o aplicación está delante. Algunos teléfonos toman antes su pequeña imagen de la aplicación, así que bloquea el teléfono cuando sea importante.",
    leave: "Para salir enseguida, toca «Salir» arriba, o presiona Escape dos veces. Una simple lista de compras ocupa el lugar de Ebb.",
    leave_limits: "Después de eso, el botón Atrás se salta Ebb. El historial del navegador guarda la dirección hasta que lo borres, y en algunos navegadores viejos el botón Atrás todavía lleva a Ebb. Una ventana privada es lo que menos rastro deja.",
    no_notifications: "Ebb no envía notificaciones, así que nadie puede ver ninguna.",
};
