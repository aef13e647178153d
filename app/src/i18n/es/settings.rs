//! The settings that came later, in Spanish.

use crate::i18n::keys::MoreSettings;

pub const SETTINGS: MoreSettings = MoreSettings {
    build: "¿Qué Ebb es este?",
    build_words: "Estas palabras representan todos los archivos que esta dirección entrega ahora. Quien publicó esta versión puede decirte las suyas por teléfono: si son las mismas, es el mismo Ebb. Un sitio deshonesto podría mostrar palabras falsas; para más seguridad, haz comparar los archivos desde otra computadora, como explica el README.",
    build_offline: "No se pudo leer la lista de archivos. Para eso hace falta la red.",
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
    home_screen: "Cómo poner Ebb en tu pantalla de inicio",
    home_screen_ios: "iPhone o iPad, en Safari",
    home_screen_ios_steps: [
        "Toca el signo de compartir, un cuadrado con una flecha.",
        "Baja y toca «Agregar a inicio».",
        "Toca «Agregar». Desde ahora, abre Ebb con su icono.",
    ],
    home_screen_ios_why: "Aquí es importante: Safari borra los datos de un sitio que no abriste en siete días de uso. Lo que se abre desde la pantalla de inicio se conserva. El icono empieza con un Ebb vacío, así que primero haz una copia de seguridad y ábrela ahí.",
    home_screen_android: "Android, en Chrome",
    home_screen_android_steps: [
        "Toca los tres puntos de arriba.",
        "Toca «Agregar a la pantalla principal» o «Instalar aplicación».",
        "Toca «Instalar». Lo que escribiste también está ahí.",
    ],
    notifications: "Ebb no muestra notificaciones, a menos que las actives en «Recordatorios». Entonces dicen lo mismo que tu calendario.",
};
