//! Words that the texts do not use: some blame, some label, some are not how people in the United
//! States or in Latin America say it.

use crate::files;
use anyhow::Result;
use serde_json::Value;
use std::path::Path;

/// The words of one language, in small letters. A phrase is words with a space between them.
pub struct Words {
    /// Words that label people. No text has them.
    labels: &'static [&'static str],
    /// Words that blame or push. Exercises and lessons do without them.
    unkind: &'static [&'static str],
    /// Words that are not used, each with what is used instead.
    unused: &'static [(&'static str, &'static str)],
    /// Where a word of either list is fine all the same.
    fine: &'static [&'static str],
    /// Quotation marks that are not used, each with what is used instead.
    marks: &'static [(char, &'static str)],
}

const ENGLISH: Words = Words {
    labels: &[
        "abuse", "abuser", "abusers", "addict", "addicts", "clean", "dirty", "junkie",
    ],
    unkind: &[
        "fail",
        "failed",
        "failure",
        "must",
        "patient",
        "relapse",
        "should",
        "weak",
        "willpower",
    ],
    unused: &[
        // Words that say something else in the United States.
        ("a fit", "a seizure"),
        ("fits or", "seizures or"),
        ("or fits", "or seizures"),
        ("row", "argument"),
        ("rows", "arguments"),
        ("cross", "angry"),
        ("queue", "line"),
        ("queues", "lines"),
        ("bins", "trash"),
        ("fortnight", "two weeks"),
        ("for ever", "forever"),
        ("go round", "go around"),
        ("turn round", "turn around"),
        ("any more", "no longer"),
        ("at the weekend", "on the weekend"),
        ("called off", "canceled"),
        ("in hospital", "in the hospital"),
        ("pavement", "sidewalk"),
        ("petrol", "gas"),
        ("rubbish", "trash"),
        ("shop", "store"),
        ("shops", "stores"),
        ("straight away", "right away"),
        ("straightaway", "right away"),
        ("tick", "check"),
        ("ticks", "checks"),
        // Word for word from another language.
        ("may stay empty", "optional"),
        ("need not", "do not have to"),
        ("take long", "take a long time"),
        ("takes long", "takes a long time"),
        // Days are counted, not won.
        ("days won", "days counted"),
        ("days you won", "days before it"),
        ("well done", "what was done"),
        // One word for one thing.
        ("bell", "trigger"),
        ("bells", "triggers"),
        ("a newer ebb", "a newer version of Ebb"),
        ("help line", "helpline"),
        ("help lines", "helplines"),
        // British spellings.
        ("analyse", "analyze"),
        ("apologise", "apologize"),
        ("behaviour", "behavior"),
        ("behaviours", "behaviors"),
        ("cancelled", "canceled"),
        ("cheque", "check"),
        ("colour", "color"),
        ("colours", "colors"),
        ("counselling", "counseling"),
        ("counsellor", "counselor"),
        ("counsellors", "counselors"),
        ("favourite", "favorite"),
        ("favourites", "favorites"),
        ("fulfil", "fulfill"),
        ("grey", "gray"),
        ("judgement", "judgment"),
        ("learnt", "learned"),
        ("honour", "honor"),
        ("humour", "humor"),
        ("licence", "license"),
        ("mum", "mom"),
        ("neighbour", "neighbor"),
        ("neighbours", "neighbors"),
        ("organise", "organize"),
        ("practise", "practice"),
        ("practised", "practiced"),
        ("practising", "practicing"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("realise", "realize"),
        ("recognise", "recognize"),
        ("sanitiser", "sanitizer"),
        ("towards", "toward"),
        ("travelling", "traveling"),
        ("whilst", "while"),
    ],
    fine: &["domestic abuse helpline", "in a row"],
    marks: &[('‘', "“ ”")],
};

const SPANISH: Words = Words {
    labels: &[
        "abuso",
        "adicta",
        "adictas",
        "adicto",
        "adictos",
        "borracha",
        "borracho",
        "drogadicta",
        "drogadicto",
        "limpia",
        "limpio",
        "sucia",
        "sucio",
        "vicio",
    ],
    unkind: &["deberías", "fracasaste", "fracaso", "paciente", "recaída"],
    unused: &[
        // One word for one thing.
        ("campana", "detonante"),
        ("campanas", "detonantes"),
        ("momento de ganas", "episodio de ganas"),
        ("momentos de ganas", "episodios de ganas"),
        ("un ebb más nuevo", "una versión más nueva de Ebb"),
        // Words of one region.
        ("carro", "auto"),
        ("chica", "pequeña"),
        ("chico", "pequeño"),
        ("coche", "auto"),
        ("coger", "tomar"),
        ("enfadado", "enojado"),
        ("enfado", "enojo"),
        ("heladera", "refrigerador"),
        ("móvil", "teléfono"),
        ("nevera", "refrigerador"),
        ("ordenador", "computadora"),
        ("platicar", "hablar"),
        ("vosotras", "ustedes"),
        ("vos", "tú"),
        ("vosotros", "ustedes"),
        ("zumo", "jugo"),
        // Words carried over from English.
        ("de ti mismo", "de ti"),
        ("habla a favor", "apoya"),
        ("habla en contra", "contradice"),
        ("hechas seguido", "repetidas a menudo"),
        ("puede quedar vacío", "opcional"),
        // Days are counted, not won.
        ("días que ganaste", "días de antes"),
        ("racha", "periodo"),
    ],
    fine: &[],
    marks: &[('‘', "« »"), ('“', "« »")],
};

impl Words {
    /// The words of a language. A language without a list is not held to one.
    pub const fn of(language: &str) -> Option<Self> {
        match language.as_bytes() {
            b"en" => Some(ENGLISH),
            b"es" => Some(SPANISH),
            _ => None,
        }
    }

    /// The first word of an exercise or a lesson that is not used, if any, with the reason.
    pub fn check(&self, text: &str) -> Result<(), String> {
        let plain = self.plain(text);
        if let Some(word) = self
            .unkind
            .iter()
            .find(|word| plain.contains(&spaced(word)))
        {
            return Err(format!("the word '{word}' blames or labels: {text}"));
        }
        self.usual(text)
    }

    /// The first word of any other text that is not used, if any, with the reason.
    fn usual(&self, text: &str) -> Result<(), String> {
        if let Some((mark, instead)) = self.marks.iter().find(|(mark, _)| text.contains(*mark)) {
            return Err(format!("{mark} is not used, rather {instead}: {text}"));
        }
        let plain = self.plain(text);
        let has = |word: &str| plain.contains(&spaced(word));
        if let Some(word) = self.labels.iter().find(|word| has(word)) {
            return Err(format!("the word '{word}' blames or labels: {text}"));
        }
        if let Some((word, instead)) = self.unused.iter().find(|(word, _)| has(word)) {
            return Err(format!("'{word}' is not used, rather '{instead}': {text}"));
        }
        Ok(())
    }

    /// The words of a text, each between spaces, so that a phrase is found and a part of a word is not;
    /// without what is fine.
    fn plain(&self, text: &str) -> String {
        let fine = self.fine.iter();
        fine.fold(spaced(text), |plain, fine| {
            plain.replace(&spaced(fine), " ")
        })
    }
}

/// The words of a text in small letters, each between spaces.
fn spaced(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| {
        format!("{all}{} ", word.to_lowercase())
    })
}

/// Words that are not used in the app's own texts (`app`, a folder of Rust and HTML files for each
/// language), and in what the content says beside exercises and lessons. The wording of an instrument is
/// its own.
pub fn elsewhere(app: &Path, content: &Path) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for name in files::list(app)? {
        let language = name.split('/').next().unwrap_or_default();
        problems.extend(in_file(language, &app.join(&name), &name)?);
    }
    for name in files::list(content)? {
        let mut parts = name.splitn(3, '/');
        let (language, kind) = (parts.next().unwrap_or_default(), parts.next());
        let json = Path::new(&name)
            .extension()
            .is_some_and(|end| end == "json");
        let Some(words) = Words::of(language).filter(|_| json) else {
            continue;
        };
        let fields: &[&str] = match kind {
            // These are checked with everything else about them.
            Some("exercises" | "lessons") => continue,
            Some("instruments") => &["about", "words", "title"],
            _ => &[],
        };
        let Ok(value) = serde_json::from_str(&files::read(&content.join(&name))?) else {
            continue;
        };
        let mut texts = Vec::new();
        collect(&value, fields, fields.is_empty(), &mut texts);
        let found = texts.into_iter().map(|text| words.usual(text));
        problems.extend(
            found
                .filter_map(Result::err)
                .map(|problem| format!("{name}: {problem}")),
        );
    }
    Ok(problems)
}

/// Words that are not used in the texts of one Rust or HTML file.
pub fn in_file(language: &str, path: &Path, name: &str) -> Result<Vec<String>> {
    let Some(words) = Words::of(language) else {
        return Ok(Vec::new());
    };
    let texts = match path.extension().and_then(|end| end.to_str()) {
        Some("rs") => literals,
        Some("html") => between_tags,
        _ => return Ok(Vec::new()),
    };
    let source = files::read(path)?;
    let found = texts(&source).into_iter().map(|text| words.usual(text));
    Ok(found
        .filter_map(Result::err)
        .map(|problem| format!("{name}: {problem}"))
        .collect())
}

/// What stands between the tags of an HTML file.
fn between_tags(source: &str) -> Vec<&str> {
    let texts = source.split('>').filter_map(|part| part.split('<').next());
    texts.filter(|text| !text.trim().is_empty()).collect()
}

/// The strings of some fields, or all but sources and ids.
fn collect<'a>(value: &'a Value, fields: &[&str], within: bool, texts: &mut Vec<&'a str>) {
    match value {
        Value::String(text) if within => texts.push(text),
        Value::Array(values) => {
            for value in values {
                collect(value, fields, within, texts);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                let skipped = matches!(key.as_str(), "id" | "source" | "sources");
                let within = fields.is_empty() || fields.contains(&key.as_str());
                if !skipped {
                    collect(value, fields, within, texts);
                }
            }
        }
        _ => {}
    }
}

/// What stands between quotation marks in a Rust file, apart from its comments and from names, which
/// are small letters without a space.
fn literals(source: &str) -> Vec<&str> {
    let lines = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(|text| text.contains(|c: char| c.is_whitespace() || c.is_uppercase()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(language: &str, text: &str) -> Result<(), String> {
        Words::of(language).unwrap().check(text)
    }

    #[test]
    fn a_word_that_is_not_used_is_named_with_the_one_that_is() {
        for (language, text, expected) in [
            ("en", "Sweating, a fit or seeing things.", "a seizure"),
            ("en", "Shaking, sweating, fits or fever.", "seizures or"),
            ("en", "You had a row with her.", "argument"),
            ("en", "I see that you are cross.", "angry"),
            ("en", "Wait in the QUEUE.", "line"),
            ("en", "Mind your bells!", "triggers"),
            ("en", "Show it to your counsellor’s office.", "counselor"),
            ("en", "After the programme", "program"),
            ("en", "The days you won stay won.", "days before it"),
            ("en", "Until (may stay empty)", "optional"),
            ("en", "Domestic abuse hurts.", "'abuse' blames"),
            ("en", "Say ‘no’ once.", "“ ”"),
            ("es", "Di “no” una vez.", "« »"),
            ("en", "Stay clean.", "'clean' blames"),
            ("en", "An addict said so.", "'addict' blames"),
            ("es", "Cuida tus campanas.", "detonantes"),
            ("es", "Hubo una recaída.", "'recaída' blames"),
            ("es", "Maneja tu carro.", "auto"),
            ("es", "Dos momentos de ganas", "episodios de ganas"),
        ] {
            let found = said(language, text).unwrap_err();
            assert!(found.contains(expected), "{text}: {found}");
        }
    }

    #[test]
    fn the_same_letters_in_another_meaning_are_fine() {
        for (language, text) in [
            ("en", "Skip what doesn’t fit."),
            ("en", "What fits is up to you."),
            ("en", "Three weeks in a row without it."),
            ("en", "Domestic Abuse Helpline"),
            ("en", "It goes across the room."),
            ("en", "Breathe into your belly."),
            ("en", "Cleaning up and a rowing machine."),
            ("es", "El chicle ayuda."),
        ] {
            assert_eq!(said(language, text), Ok(()), "{text}");
        }
    }

    #[test]
    fn the_texts_of_the_app_and_of_help_lines_are_looked_through_and_items_of_instruments_are_not()
    {
        let folder = tempfile::tempdir().unwrap();
        let (app, content) = (folder.path().join("app"), folder.path().join("content"));
        for (path, text) in [
            (
                app.join("en/a.rs"),
                "// a programme\nlet programme = \"Your programme\"; \"programme\" \"It must be\"",
            ),
            (app.join("keys/a.rs"), "\"programme\""),
            (app.join("es/a.rs"), "una: \"Una campana\","),
            (
                app.join("es/first.html"),
                "<p class=\"campana\">Sin vicio</p>",
            ),
            (
                content.join("en/instruments/x.json"),
                r#"{"id": "clean", "about": "A programme.", "items": [{"text": "Were you clean?"}]}"#,
            ),
            (
                content.join("en/crisis.json"),
                r#"[{"name": "A counsellor", "source": "A programme"}]"#,
            ),
            (
                content.join("en/lessons/x.json"),
                r#"{"title": "programme"}"#,
            ),
        ] {
            files::write(&path, text).unwrap();
        }
        let found = elsewhere(&app, &content).unwrap();
        let starts: Vec<_> = found
            .iter()
            .map(|line| line.split(':').next().unwrap())
            .collect();
        assert_eq!(
            starts,
            [
                "en/a.rs",
                "es/a.rs",
                "es/first.html",
                "en/crisis.json",
                "en/instruments/x.json"
            ],
            "{found:?}"
        );
    }
}
