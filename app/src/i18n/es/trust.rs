//! Verified people, in Spanish.

use ebb_core::log::Trust;
use ebb_core::share::SPANISH_WORDS;

use crate::i18n::counted as plural;
use crate::i18n::keys::TrustWords;

pub const TRUST: TrustWords = TrustWords {
    with: "Para quién es",
    state: |trust| match trust {
        Trust::NotVerified => "sin verificar",
        Trust::Verified => "verificado",
        Trust::Changed => "la clave cambió, sin verificar",
        Trust::Revoked => "la clave ya no se usa",
    },
    not_verified_hint: |name| {
        format!(
            "Todavía no comparaste las palabras de {name}. Cualquiera pudo hacer esta clave. Compárenlas en «Con quién comparto»."
        )
    },
    purpose: "Para qué es (opcional)",
    purpose_hint: "Por ejemplo: para preparar mi próxima cita. Esa persona lo verá.",
    keep: "Cuánto tiempo lo puede guardar",
    keep_days: |days| plural(usize::try_from(days).unwrap_or(0), "día", "días"),
    keep_hint: "Después, el Ebb de esa persona lo borra. No puede recuperar algo impreso ni una copia.",
    kept_until: |day| format!("Se puede guardar hasta el {day}."),
    for_purpose: |purpose| format!("Para qué es: {purpose}"),
    signed: |words| {
        format!("Firmado con la clave de esta persona. Su pantalla muestra estas palabras: {words}")
    },
    not_signed: "Sin firma: cualquiera que tenga tu clave pública pudo hacerlo. Pregúntale a la persona si es suyo.",
    will_be_signed: "Se firmará con tu clave para esta persona, así sabrá que viene de ti.",
    handed_title: |name| format!("¿Le llegó a {name}?"),
    handed_hint: "Dilo cuando lo hayas entregado. Hasta entonces, lo próximo que compartas empieza en el mismo día, para que no falte ninguno.",
    handed: "Sí, ya lo entregué",
    handed_done: "Anotado. Lo próximo que compartas con esa persona empieza desde aquí.",
    their_words: "Sus palabras",
    key_hint: "Deja de usar una clave si esa persona perdió su equipo o se lo robaron, o si no es suya. Haz una clave nueva para ti si otra persona pudo tener tu equipo; lo próximo que compartas lleva la palabra de tu clave anterior.",
    own_words: |name| format!("Tus palabras, como las ve {name}"),
    key_words: SPANISH_WORDS,
    numbers: |numbers| {
        format!("Si la otra pantalla está en otro idioma, comparen estos números: {numbers}")
    },
    matches: "Las palabras coinciden",
    add_unverified: "Agregar sin comparar",
    verified_now: |name| format!("{name}: verificado."),
    revoke: "Dejar de usar esta clave",
    revoked_now: |name| format!("La clave de {name} ya no se usa."),
    renew: "Clave nueva para mí",
    renewed_now: |name| format!("Tienes una clave nueva para {name}."),
    new_key_of: |name| format!("Es una clave nueva de {name}, firmada con la clave que ya tienes."),
    take_new_key: "Usar la clave nueva",
    taken_new_key: |name| format!("Ya se usa la clave nueva de {name}."),
    was_revoked: "Dijiste que esta clave ya no se debe usar. No se agregó.",
    same_name: |name| {
        format!(
            "Cuidado: ya tienes a {name} con otra clave. Si de verdad tiene una clave nueva, primero comparen las palabras en persona. Si alguien te mandó esta clave, pregúntale a {name} por teléfono."
        )
    },
    replace: |name| format!("Las palabras coinciden: es la clave nueva de {name}"),
    add_anyway: "Agregarla como otra persona, sin verificar",
    from_known: |name, day| format!("De {name}, firmado y verificado, hecho el {day}."),
    from_unverified: |name| {
        format!("Firmado con la clave que tienes de {name}. Todavía no comparaste las palabras.")
    },
    from_unknown: "Firmado por alguien que no está en tu lista. No des por cierto ningún nombre que aparezca.",
    from_unsigned: |name| match name {
        Some(name) => {
            format!("Sin firma. Dice que es de «{name}», pero cualquiera pudo escribirlo.")
        }
        None => "Sin firma: nada muestra quién lo hizo.".to_owned(),
    },
    sign_hint: "Con ella, Ebb firma esto para que la persona sepa que viene de ti. Sin ella, nada se firma.",
    renew_own: "Renovar mi clave",
    renew_own_lead: "Si otra persona pudo tener tu clave o su frase secreta, haz una nueva. Tu clave anterior la firma, así quien escanee el código nuevo o abra el enlace nuevo ve que es tuya. Lo que se selló para la anterior se sigue abriendo.",
    own_renewed: "Tu clave nueva está lista. Muéstrasela a cada persona y guárdala como archivo.",
    show_key: "Mostrar mi clave",
    show_key_lead: "Escribe tu frase secreta para mostrar tu clave. Ebb revisa que la clave que se muestra sea la tuya.",
    key_swapped: "La clave guardada en este navegador no es la que está dentro de tu archivo de clave. Alguien pudo cambiarla. Quítala e importa tu clave desde su archivo.",
    restore_people: "Personas que agregaría esta copia",
    restore_people_hint: "Marca solo a quienes conoces por sus palabras. Una copia hecha por otra persona podría tener una clave falsa.",
    restore_person: |name, words| format!("{name}: {words}"),
};
