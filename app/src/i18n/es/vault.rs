//! The lock and the backup, in Spanish.

use crate::i18n::counted;
use crate::i18n::keys::{Backup, Lock, Storage};

pub const LOCK: Lock = Lock {
    title: "Bloqueo",
    off: "No hay bloqueo",
    off_words: "Cualquiera que tenga este dispositivo puede leer lo que hay en Ebb. Con un bloqueo todo queda sellado, y solo tu frase secreta o tu código de recuperación lo abre.",
    never_needs: "El SOS, las líneas de ayuda y la respiración funcionan sin desbloquear.",
    lost_both: "Si pierdes la frase secreta y también el código de recuperación, nadie puede volver a abrir lo que anotaste, ni siquiera quienes hacen Ebb.",
    passphrase: "Frase secreta",
    passphrase_hint: "Cuatro palabras o más sin relación entre sí son fáciles de escribir y difíciles de adivinar. También puedes pegarla.",
    show: "Mostrar lo que escribo",
    estimating: "Comprobando qué tan fuerte es…",
    no_estimate: "Ebb no puede comprobar qué tan fuerte es mientras no haya conexión. Cuatro palabras sin relación entre sí son fuertes.",
    weak: "Débil: si alguien se lleva el dispositivo, podría adivinarla.",
    fair: "Aceptable: adivinarla tomaría mucho tiempo.",
    strong: "Fuerte.",
    common: "Mucha gente elige algo parecido.",
    repeated: "Se repite.",
    in_a_row: "Sigue el orden del teclado o del abecedario.",
    date: "Las fechas son de lo primero que se prueba.",
    few_words: "Una o dos palabras más ayudarían mucho.",
    short: "Conviene que sea más larga.",
    make: "Crear el bloqueo",
    making: "Creando el bloqueo. Tarda unos segundos a propósito, para que adivinar sea lento.",
    stop: "Detener",
    finishing: "Terminando…",
    code_title: "Tu código de recuperación",
    code_words: "Abre Ebb si olvidas la frase secreta. Escríbelo, imprímelo o ponlo donde guardas tus contraseñas, y no lo tengas solo en este dispositivo.",
    copy: "Copiar",
    copied: "Copiado. Pégalo ahora en un lugar seguro. Después de un minuto Ebb vacía el portapapeles, si este navegador lo deja.",
    not_copied: "Aquí no se pudo copiar. Escríbelo a mano, por favor.",
    print: "Imprimir",
    prove: "Los dos últimos grupos del código",
    prove_hint: "Léelos de tu copia, para comprobar que tienes el código.",
    not_proven: "Esos no son los dos últimos grupos. Revisa tu copia.",
    put_on: "Poner el bloqueo",
    is_on: "El bloqueo está puesto",
    is_on_words: "Todo lo que escribes queda sellado en este dispositivo. Un navegador no puede prometer que no quede ningún rastro de una clave en la memoria. Bloquear o cerrar Ebb es la mejor protección que hay.",
    sealing: |percent| {
        format!("Sellando lo que ya habías escrito: {percent} %. Puedes seguir usando Ebb.")
    },
    unsealing: |percent| format!("Quitando el bloqueo: {percent} %. Puedes seguir usando Ebb."),
    now: "Bloquear ahora",
    after: "Bloquear automáticamente después de",
    minutes: |minutes| match minutes {
        0 => "Nunca".to_owned(),
        60 => "1 hora".to_owned(),
        minutes => counted(usize::from(minutes), "minuto", "minutos"),
    },
    hidden_after: "Bloquear cuando Ebb no se ve desde hace",
    hidden_hint: "Otra pestaña, otra aplicación o la pantalla apagada. En algunos teléfonos, elegir un archivo también cuenta.",
    hidden_minutes: |minutes| match minutes {
        None => "Nunca".to_owned(),
        Some(0) => "Bloquear al instante".to_owned(),
        Some(minutes) => counted(usize::from(minutes), "minuto", "minutos"),
    },
    change: "Cambiar la frase secreta",
    old: "Frase secreta actual",
    new: "Frase secreta nueva",
    changed: "La frase secreta cambió. Tu código de recuperación sigue igual.",
    new_code: "Crear otro código de recuperación",
    new_code_words: "El código anterior ya no abre nada.",
    panic: "Frase de pánico",
    panic_words: "Puede que alguien te obligue a abrir Ebb. Escribe esta frase donde Ebb pide la frase secreta: borra todo lo que hay en este navegador y después se ve como una primera visita. Hasta que termina, parece una frase secreta equivocada. Solo una copia de seguridad trae de vuelta lo que anotaste.",
    panic_limits: "No borra las copias de seguridad, ni una copia que alguien haya hecho antes de este dispositivo. Por lo que Ebb guarda nadie puede saber si hay una frase de pánico, y ninguna pantalla lo dice, así que recuérdala bien.",
    panic_use: "Usar esta frase de pánico",
    panic_none: "No tener frase de pánico",
    panic_done: "Listo. Desde ahora esta frase borra todo.",
    panic_removed: "Listo. Ahora ninguna frase borra nada.",
    panic_same: "La frase de pánico y la frase secreta tienen que ser distintas, y un código de recuperación no puede ser frase de pánico.",
    passkey: "Desbloquear con una llave de acceso",
    passkey_words: "Tu dispositivo puede abrir Ebb con tu dedo, tu cara o su PIN. La frase secreta y el código de recuperación también lo siguen abriendo.",
    passkey_forced: "Un dedo se puede forzar: alguien puede poner el tuyo en el sensor, o acercar el dispositivo a tu cara. Ahí la frase de pánico no ayuda, porque no se escribe nada. Si alguien podría hacerte eso, es más seguro abrir Ebb solo con la frase secreta.",
    passkey_add: "Crear una llave de acceso",
    passkey_adding: "Creando la llave de acceso. Tu dispositivo te pregunta dos veces.",
    passkey_added: "Listo. Desde ahora la llave de acceso abre Ebb.",
    passkey_remove: "Quitar la llave de acceso",
    passkey_removed: "Listo. La llave de acceso ya no abre Ebb. También puedes borrarla de tu dispositivo.",
    passkey_unlock: "Desbloquear con la llave de acceso",
    passkey_refused: "La llave de acceso no se usó y no cambió nada. La frase secreta y el código de recuperación abren Ebb como antes.",
    passkey_unfit: "Una llave de acceso de este dispositivo o navegador no puede abrir Ebb, así que no cambió nada. Si se acaba de crear una, puedes borrarla en los ajustes de tu dispositivo.",
    take_off: "Quitar el bloqueo",
    take_off_words: "Todo volverá a guardarse sin sellar en este dispositivo.",
    locked_title: "Ebb está bloqueado",
    locked_words: "Lo que escribiste está sellado. Tu frase secreta lo abre.",
    unlock: "Desbloquear",
    unlocking: "Abriendo. Tarda unos segundos a propósito, para que adivinar sea lento.",
    use_code: "Usar el código de recuperación",
    use_passphrase: "Usar la frase secreta",
    code: "Código de recuperación",
    help_title: "Ayuda sin desbloquear",
    help_words: "Para esto no necesitas la frase secreta.",
    wrong: "Con eso no se abrió. Fíjate en las mayúsculas y en el idioma del teclado, e intenta otra vez.",
    wrong_code: "Este código no abre este bloqueo. Puede ser de otro dispositivo, o quizá creaste uno más nuevo.",
    typo: "Hay un error en el código. Tiene siete grupos de cuatro. Compáralo con tu copia.",
    unusable: "Escribe una frase secreta de 1000 caracteres como máximo, en una sola línea, por favor.",
    damaged: "Esta forma de abrir está dañada. Prueba la otra: la frase secreta o el código de recuperación. Si ninguna abre, empieza de nuevo y restaura una copia de seguridad.",
    broken: "Esta vez no se pudo hacer. No cambió nada. Intenta otra vez, por favor.",
    meanwhile: "Mientras tanto el bloqueo cambió en otra pestaña, así que este cambio no se hizo. Mira cómo está ahora y, si todavía quieres, intenta otra vez.",
    use_it: "Usar el bloqueo nuevo",
    new_key: "Crear también una clave nueva y un código de recuperación nuevo",
    new_key_words: "Con una clave nueva, una copia que alguien haya hecho antes de este dispositivo no abre nada de lo que escribas desde ahora. Sin ella, una frase o un código anterior todavía abre esa copia. Una llave de acceso hay que crearla otra vez.",
    changed_key: "Listo. Ahora solo la frase secreta nueva y el código de recuperación nuevo abren Ebb.",
    not_as_left: "Algo en Ebb no está como lo dejaste. En Ajustes dice qué.",
    missing: |pieces, day| {
        let pieces = counted(pieces, "parte", "partes");
        let day = day
            .map(|day| format!(", la más reciente del {day}"))
            .unwrap_or_default();
        format!(
            "Algo que Ebb guardaba aquí ya no está o se cambió desde fuera: {pieces}{day}. Todo lo demás está aquí. Si tienes una copia de seguridad, al restaurarla vuelve lo que hay en ella."
        )
    },
    planted: |pieces| {
        let pieces = counted(pieces, "parte", "partes");
        format!(
            "Algo distinto de tu Ebb puso datos aquí: {pieces}. Ebb los apartó y no los muestra."
        )
    },
    unchecked: "La lista de lo que Ebb guarda aquí estaba dañada, así que Ebb no puede asegurar que no falte nada.",
    other_vault: "El bloqueo se cambió desde fuera. Si no fuiste tú, cambia la frase secreta y crea una clave nueva.",
    vault_missing_title: "El bloqueo está dañado",
    vault_missing: "Lo que escribiste está sellado, y ya no está la parte del bloqueo que abre tu frase secreta. Ebb no cambió nada. Si tienes una copia de seguridad, puedes borrar lo que hay aquí y restaurarla.",
    lost_title: "¿Perdiste la frase secreta y el código?",
    lost_words: "Entonces nadie puede abrir lo que hay aquí. Puedes borrar todo en este navegador y empezar de nuevo, con una copia de seguridad si la tienes.",
    lost_sure: "Sí, con seguridad. Borrar todo",
};

pub const BACKUP: Backup = Backup {
    title: "Copia de seguridad",
    words: "Una copia de seguridad es un solo archivo sellado con todo lo que hay en Ebb. Te devuelve lo que anotaste si el navegador lo borra o pierdes el dispositivo, y te permite tener el mismo diario en el teléfono y en la computadora.",
    make_title: "Hacer una copia",
    passphrase: "Frase secreta para el archivo",
    passphrase_hint: "Puede ser la de tu bloqueo. Sin ella nadie puede abrir el archivo, así que guárdala.",
    make: "Hacer una copia",
    making: "Sellando el archivo y abriéndolo otra vez para comprobar. Tarda unos segundos.",
    made: |entries| {
        format!(
            "Copia hecha y comprobada: se abrió otra vez y contiene {}.",
            counted(entries, "anotación", "anotaciones")
        )
    },
    made_words: "Está en tus descargas. Pásala a un lugar que no sea este dispositivo. La aplicación gratuita «age» también la abre, sin Ebb.",
    not_saved: "El archivo se hizo, pero este navegador no lo aceptó. No cambió nada. Intenta otra vez, por favor.",
    restore_title: "Restaurar una copia",
    restore_words: "Verás lo que contiene antes de que algo cambie. Las anotaciones se agregan, nunca se duplican, y lo que borraste sigue borrado.",
    file: "Archivo de la copia",
    file_passphrase: "Su frase secreta",
    look: "Ver qué contiene",
    looking: "Abriendo el archivo. Tarda unos segundos.",
    no_file: "Primero elige un archivo, por favor.",
    preview_title: "Lo que contiene",
    issued: |when| format!("Hecha el {when}."),
    range: |first, last| {
        if first == last {
            format!("Del {first}.")
        } else {
            format!("Del {first} al {last}.")
        }
    },
    preview: |preview| {
        let entries = |count| counted(count, "anotación", "anotaciones");
        let records = |count| counted(count, "registro", "registros");
        let all: usize = preview.kinds.values().sum();
        let mut lines = vec![format!("Contiene {}.", entries(all))];
        let parts = [
            (preview.new, "que aquí no están"),
            (preview.changed, "más nuevas que las de aquí"),
            (preview.already_here, "que ya están aquí"),
            (preview.deleted_here, "borradas aquí, y siguen borradas"),
            (preview.deletes, "borradas allá, y se borrarán aquí"),
        ];
        for (count, what) in parts {
            if count > 0 {
                lines.push(format!("{}: {what}.", entries(count)));
            }
        }
        let unread = preview.unreadable + preview.contradicting;
        if unread > 0 {
            lines.push(format!("{} sin poder leer: quedan fuera.", records(unread)));
        }
        if preview.newer > 0 {
            lines.push(format!(
                "{} de una versión más nueva de Ebb: quedan fuera. Actualiza Ebb y restaura la copia otra vez.",
                records(preview.newer)
            ));
        }
        lines
    },
    nothing_new: "Todo lo que contiene ya está aquí.",
    bring_in: "Restaurarla",
    brought_in: |count| {
        format!(
            "Listo: {}.",
            counted(count, "registro agregado", "registros agregados")
        )
    },
    leave: "Cancelar",
    last: |when, entries| {
        format!(
            "Última copia: {when}, con {}.",
            counted(entries, "anotación", "anotaciones")
        )
    },
    never: "En este navegador todavía no se hizo ninguna copia.",
    since: |count| {
        format!(
            "{} desde entonces.",
            counted(count, "anotación nueva", "anotaciones nuevas")
        )
    },
    wrong: "Esta frase secreta no abre el archivo. Fíjate en las mayúsculas y en el idioma del teclado. No cambió nada.",
    not_age: "Este archivo no es una copia de seguridad: no está sellado. No cambió nada.",
    to_a_key: "Este archivo se selló para la clave de alguien, así que ninguna frase secreta lo abre. Puede ser algo compartido con un terapeuta. No cambió nada.",
    incomplete: "A este archivo le falta el final. Puede que se haya cortado una descarga, así que consíguelo otra vez. No cambió nada.",
    damaged: "Este archivo está dañado y no se puede abrir. No cambió nada. Si tienes otra copia, prueba con esa.",
    too_heavy: "Este archivo pide más memoria de la que Ebb permite, así que no se abrió. Ebb nunca hace archivos así. No cambió nada.",
    too_large: "Este archivo es más grande que cualquier copia de Ebb, así que no se abrió. No cambió nada.",
    newer: "Este archivo se hizo con una versión más nueva de Ebb. Actualiza Ebb e intenta otra vez. No cambió nada.",
    something_else: "El archivo se abre, pero no contiene una copia de Ebb. No cambió nada.",
    unreadable_file: "El navegador no pudo leer este archivo. Elígelo otra vez, por favor.",
};

pub const STORAGE: Storage = Storage {
    title: "Dónde se guardan tus palabras",
    only_here: "Solo en este navegador, en este dispositivo. No hay cuentas ni servidor.",
    may_go: "Este navegador puede borrarlas si falta espacio, si se limpian sus datos o, en Safari, tras siete días sin una visita. Para protegerlas, pon Ebb en la pantalla de inicio y haz una copia de seguridad de vez en cuando.",
    promised: "Este navegador prometió conservarlas. Limpiar sus datos las borra de todos modos, así que haz una copia de seguridad de vez en cuando.",
    understood: "Entendido",
    new_here: "¿Es tu primera vez? Un minuto para conocer Ebb",
    emptied: "Este navegador borró lo que Ebb guardaba aquí. No es tu culpa. Si tienes una copia de seguridad, restáurala en Ajustes, en «Copia de seguridad».",
    more: "Más sobre dónde se guarda",
    rescue: "Guardar lo que no se puede leer",
    rescue_words: "Es un archivo con esos registros tal como están guardados. Una versión más nueva de Ebb, o alguien que te ayude, quizá pueda leerlos.",
};
