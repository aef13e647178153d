//! A therapist's desk, in Spanish.

use ebb_core::desk::Order;

use crate::i18n::counted as plural;
use crate::i18n::keys::DeskWords;

pub const DESK: DeskWords = DeskWords {
    title: "Escritorio",
    lead: "Guarda lo que te comparten y mira cada semana junto a las anteriores. Todo queda sellado con tu frase secreta y no sale de este navegador.",
    law_title: "Qué es esto para la ley",
    law: "Lo que guardas aquí es un expediente de tratamiento por consumo de sustancias. En Estados Unidos puede regirse por 42 CFR Parte 2 y por HIPAA, con reglas sobre el consentimiento, la entrega, la conservación y el borrado. Tu clínica decide si puedes guardarlo aquí y por cuánto tiempo. Si no tienes certeza, usa «Para terapeutas»: no guarda nada.",
    make_title: "Preparar un escritorio",
    make_lead: "Es opcional. Hazlo solo en una computadora que tu clínica permita para expedientes.",
    agree: "Mi clínica me permite guardar estos expedientes en esta computadora.",
    must_agree: "Consulta primero con tu clínica y luego marca la casilla.",
    passphrase: "Una frase secreta para el escritorio",
    make: "Prepararlo",
    recovery_title: "Tu código de recuperación",
    recovery_words: "Anota este código y guárdalo en un lugar seguro. Si olvidas la frase secreta, nada más abre el escritorio.",
    recovery_kept: "Ya lo anoté",
    unlock_title: "El escritorio está cerrado",
    unlock_secret: "Frase secreta o código de recuperación",
    unlock: "Abrir el escritorio",
    expired: |n| match n {
        1 => "Ebb quitó 1 envío: la persona permitió guardarlo solo hasta un día que ya pasó."
            .to_owned(),
        n => format!(
            "Ebb quitó {n} envíos: las personas permitieron guardarlos solo hasta un día que ya pasó."
        ),
    },
    unnamed: |mark| format!("Persona {mark}"),
    add_title: "Agregar algo compartido",
    add: "Agregar al escritorio",
    added: |name| format!("Se agregó a {name}."),
    already_there: "Esto ya está aquí.",
    people: |n| plural(n, "persona", "personas"),
    nobody: "Todavía no hay nadie. Agrega algo compartido para empezar.",
    unreadable: |n| match n {
        1 => "1 envío no se pudo leer otra vez.".to_owned(),
        n => format!("{n} envíos no se pudieron leer otra vez."),
    },
    order: "Quién va primero",
    order_by: |order| match order {
        Order::Flags => "Respuestas de crisis y tropiezos",
        Order::Change => "Más ganas que antes",
        Order::Silence => "Quien lleva más tiempo sin compartir",
        Order::Name => "Por nombre",
    },
    verified: "verificado",
    not_verified: "sin verificar",
    not_signed: "sin firma",
    last_share: |day, days| match days {
        0 => format!("Compartió por última vez: hoy, {day}"),
        1 => format!("Compartió por última vez: ayer, {day}"),
        days => format!("Compartió por última vez: hace {days} días, {day}"),
    },
    no_share: "Ya no se guarda nada compartido",
    days_known: |n| plural(n, "día conocido", "días conocidos"),
    week: "Última semana compartida",
    before: "Cuatro semanas antes",
    cravings: |n, strength, days| {
        let cravings = plural(n, "episodio de ganas", "episodios de ganas");
        let known = plural(days, "día conocido", "días conocidos");
        match strength {
            Some(strength) => format!("{cravings}, fuerza media {strength} ({known})"),
            None => format!("{cravings} ({known})"),
        }
    },
    check_ins: |n| format!("{} cómo estaba", plural(n, "vez anotó", "veces anotó")),
    slips: |n| format!("{} en cuatro semanas", plural(n, "tropiezo", "tropiezos")),
    crisis: |n| {
        format!(
            "{} sobre no querer vivir en cuatro semanas",
            plural(n, "respuesta", "respuestas")
        )
    },
    due: |titles| format!("Toca otra vez: {titles}"),
    scores_changed: |n| match n {
        1 => "1 puntaje cambió con claridad".to_owned(),
        n => format!("{n} puntajes cambiaron con claridad"),
    },
    homework: |done, all| format!("Tareas: {done} de {all} hechas"),
    more_cravings: "más ganas que antes",
    fewer_cravings: "menos ganas que antes",
    back: "Volver a la lista",
    name: "Cómo le dices",
    save_name: "Guardar el nombre",
    compare_title: "¿De verdad es esa persona?",
    compare_lead: "En una sesión, comparen estas palabras con su pantalla, en «Con quién comparto». Ahí aparecen como sus propias palabras.",
    compared: "Las palabras coinciden",
    not_compared: "Ya no coinciden",
    no_words: "Nada de lo que compartió está firmado, así que no hay palabras que comparar.",
    which: "Qué leer",
    all_together: "Todo junto",
    notes_title: "Mis notas",
    notes_lead: "Quedan selladas con el escritorio y nunca se envían.",
    note: "Una nota",
    add_note: "Guardar la nota",
    sent_title: "Lo que le di",
    sent_none: "Nada todavía.",
    fate_unknown: "nada de lo compartido lo menciona todavía",
    fate_taken: "aceptado, sin hacer todavía",
    fate_done: |day| format!("hecho el {day}"),
    fate_answered: |day| format!("aceptada, respondida por última vez el {day}"),
    give_title: "Dar una tarea",
    no_reply_key: "Lo que compartió no trae una clave para sellar. Usa «Dar una tarea» con una frase.",
    erase: "Borrar a esta persona",
    erase_question: "¿Borrar todo sobre esta persona?",
    erase_detail: "Se quita de este navegador todo lo que compartió, tus notas y lo que le diste. Una copia de seguridad anterior todavía lo tiene.",
    erase_yes: "Borrar",
    erase_no: "Conservar",
    erased: "Se borró todo sobre esa persona.",
    keep_title: "Archivos y copia de seguridad",
    csv: "Guardar la lista como tabla (CSV)",
    fhir: "Guardar todo para el sistema de una clínica (FHIR, NDJSON)",
    backup_title: "Copia de seguridad",
    backup_passphrase: "Una frase secreta para la copia",
    backup: "Guardar una copia",
    backed_up: "La copia está en tus descargas. Se abre con su frase secreta, aquí o con el programa age.",
    restore_title: "Traer una copia",
    restore_file: "Archivo de la copia",
    restore_passphrase: "La frase secreta de la copia",
    restore: "Traerla",
    restored: |n| match n {
        0 => "Todo lo de la copia ya estaba aquí.".to_owned(),
        1 => "Se trajo 1 registro.".to_owned(),
        n => format!("Se trajeron {n} registros."),
    },
    close: "Cerrar el escritorio",
    plain: "La tabla y el archivo FHIR no están sellados. Protégelos como tus otros expedientes.",
};
