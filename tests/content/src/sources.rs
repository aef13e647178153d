//! `core/content/SOURCES.md`: every clinical claim with its sources and the screen that prints it.
//!
//! It is made from the English files; those of the other languages have the same structure, which is
//! checked. A claim is a sentence with a number, a time or a danger in it; what studies found and
//! every source stand there whole.

use super::FIRST;
use crate::files;
use anyhow::{Context as _, Result};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// The file that is made, in the folder of the content.
const LIST: &str = "SOURCES.md";
/// The help lines.
const LINES: &str = "crisis.json";
/// What is said of an exercise or lesson without studies.
const NOTHING: &str = "No study of this as an app is known.";
/// Words, or beginnings of words, that make a sentence a claim, beside digits.
const CLAIMS: [&str; 38] = [
    "always",
    "benzodiazepine",
    "beta",
    "brain",
    "common",
    "danger",
    "day",
    "deadly",
    "die",
    "dizzy",
    "doctor",
    "dose",
    "fatal",
    "fentanyl",
    "half",
    "heart",
    "hour",
    "kill",
    "liver",
    "medical",
    "minute",
    "month",
    "most",
    "naloxone",
    "often",
    "overdose",
    "pregnant",
    "researchers",
    "risk",
    "safe",
    "seizure",
    "tend",
    "tolerance",
    "usually",
    "week",
    "withdrawal",
    "work",
    "year",
];
/// The fields that say where something is published, or what was found.
const SOURCES: [&str; 3] = ["source", "sources", "evidence"];

/// Compares the file with what would be made, and says what to do if they differ.
pub fn check(folder: &Path) -> Result<Option<String>> {
    let path = folder.join(LIST);
    let kept = if path.exists() {
        files::read(&path)?
    } else {
        String::new()
    };
    Ok((kept != made(folder)?).then(|| {
        format!(
            "{LIST} is not what the content files say; `cargo xtask content --renew` makes it anew"
        )
    }))
}

/// Writes the file as the content is now.
pub fn renew(folder: &Path) -> Result<()> {
    let text = made(folder)?;
    files::write(&folder.join(LIST), &text)?;
    println!("{LIST} has {} lines", text.lines().count());
    Ok(())
}

/// What the file says.
pub fn made(folder: &Path) -> Result<String> {
    let mut text = String::from(
        "# What Ebb claims, and where it comes from\n\n\
        Made from the content files by `cargo xtask content --renew`; change those, not this. It lists \
        the English texts; every other language has the same files with the same structure. Under \
        *says* stand the sentences with a number, a time, an effect or a danger in them.\n",
    );
    for name in files::list(folder)? {
        let Some(rest) = name
            .strip_prefix(&format!("{FIRST}/"))
            .filter(|rest| Path::new(rest).extension().is_some_and(|end| end == "json"))
        else {
            continue;
        };
        let value: Value = serde_json::from_str(&files::read(&folder.join(&name))?)
            .with_context(|| format!("{name} is not JSON"))?;
        let title = named(&value).unwrap_or(rest);
        write!(text, "\n## {title}\n\n`{name}`, {}\n", printed(rest))?;
        let mut claims = Vec::new();
        // Items of an instrument are questions; its limits have sources of their own.
        if rest == LINES {
            lines(&value, &mut claims);
        } else if !rest.starts_with("instruments/") {
            walk(&value, &mut |text| claims.extend(sentences(text)));
        }
        list(&mut text, "Says", &claims);
        if let Some(studies) = value.get("evidence").and_then(Value::as_array) {
            list(&mut text, "What is known about this", &known(studies));
        }
        let mut sources = Vec::new();
        published(&value, None, &mut sources);
        list(&mut text, "Sources", &sources);
    }
    Ok(text)
}

/// The screens that print a file.
fn printed(rest: &str) -> String {
    let id = |kind: &str| rest.strip_prefix(kind)?.strip_suffix(".json");
    if let Some(id) = id("exercises/") {
        format!(
            "screen `/exercises/{id}`: its steps, “What is known about this”, “Where this comes from”"
        )
    } else if let Some(id) = id("lessons/") {
        format!(
            "screen `/lessons/{id}`: its text, “What is known about this”, “Where this comes from”"
        )
    } else if let Some(id) = id("instruments/") {
        format!("screen `/questionnaires/{id}`, “Where this comes from”")
    } else if rest == "emergency.json" {
        "screens `/sos`, `/slip`, the lessons that name its texts, and the page without JavaScript"
            .to_owned()
    } else {
        "screen `/sos`, and the page without JavaScript".to_owned()
    }
}

fn list(text: &mut String, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    text.extend(["\n*", title, "*\n\n"]);
    for line in lines {
        text.extend(["- ", line, "\n"]);
    }
}

fn known(studies: &[Value]) -> Vec<String> {
    if studies.is_empty() {
        return vec![NOTHING.to_owned()];
    }
    let said = |study: &Value, field: &str| {
        study
            .get(field)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let one = |study: &Value| {
        let people = study.get("n").and_then(Value::as_u64);
        let people = people.map_or(String::new(), |n| format!(" (n {n})"));
        format!(
            "{} {}{people} {}",
            said(study, "measured"),
            said(study, "effect"),
            said(study, "source")
        )
    };
    studies.iter().map(one).collect()
}

/// Every source in a file, with the part of the file it is for; each once.
fn published(value: &Value, part: Option<&str>, found: &mut Vec<String>) {
    match value {
        Value::Array(values) => {
            for value in values {
                published(value, part.or(Some("")), found);
            }
        }
        Value::Object(map) => {
            // The file as a whole has no part; whatever is in it is called by its own name.
            let own = part.map(|part| named(value).unwrap_or(part));
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("evidence", _) => {}
                    ("source" | "sources", Value::String(source)) => {
                        say(own.unwrap_or_default(), source, found);
                    }
                    ("source" | "sources", Value::Array(sources)) => {
                        for source in sources.iter().filter_map(Value::as_str) {
                            say(own.unwrap_or_default(), source, found);
                        }
                    }
                    _ => published(value, own.or(Some("")), found),
                }
            }
        }
        _ => {}
    }
}

fn say(place: &str, source: &str, found: &mut Vec<String>) {
    let line = if place.is_empty() {
        source.to_owned()
    } else {
        format!("{place}: {source}")
    };
    if !found.iter().any(|other| other.ends_with(source)) {
        found.push(line);
    }
}

/// What a thing is called.
fn named(value: &Value) -> Option<&str> {
    ["title", "name", "id", "region"]
        .iter()
        .find_map(|field| value.get(field)?.as_str())
}

/// Calls for every text that people read, in the order of the file.
fn walk<'a>(value: &'a Value, each: &mut impl FnMut(&'a str)) {
    match value {
        Value::String(text) => each(text),
        Value::Array(values) => {
            for value in values {
                walk(value, each);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                let read = !SOURCES.contains(&key.as_str())
                    && !matches!(
                        key.as_str(),
                        "id" | "kind" | "family" | "exercise" | "emergency"
                    );
                if read {
                    walk(value, each);
                }
            }
        }
        _ => {}
    }
}

/// Every help line with its number.
fn lines(regions: &Value, found: &mut Vec<String>) {
    for region in regions.as_array().into_iter().flatten() {
        let place = named(region).unwrap_or_default();
        let lines = region.get("lines").and_then(Value::as_array);
        for line in lines.into_iter().flatten() {
            let fields = ["name", "call", "text", "keyword", "page"].iter();
            let said: Vec<_> = fields
                .filter_map(|field| line.get(field)?.as_str())
                .collect();
            found.push(format!("{place}: {}", said.join(", ")));
        }
    }
}

/// The sentences of a text that claim something.
fn sentences(text: &str) -> Vec<String> {
    let claims = |sentence: &str| {
        let small = sentence.to_lowercase();
        let question = small.trim_end_matches(['’', '”']).ends_with('?');
        let begins = |stem: &&str| {
            let mut words = small.split(|c: char| !c.is_alphanumeric());
            words.any(|word| word.starts_with(*stem))
        };
        let number = small.bytes().any(|byte| byte.is_ascii_digit());
        !question && (number || CLAIMS.iter().any(begins))
    };
    // A title or a field of one word is no sentence.
    text.split_inclusive(['.', '?', '!'])
        .map(str::trim)
        .filter(|sentence| sentence.ends_with(['.', '?', '!']) && claims(sentence))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in [
            (
                "en/lessons/a.json",
                r#"{"id": "a", "title": "On A", "sections": [{"title": "B", "text": ["It is nice. Three weeks pass. Is it a risk?"]}],
                "evidence": [{"measured": "An app.", "effect": "Nothing.", "n": 12, "source": "Ann (2000)."}], "sources": ["Bob (1999)."]}"#,
            ),
            (
                "en/exercises/b.json",
                r#"{"id": "b", "title": "Bee", "cautions": ["It can make you dizzy."], "evidence": [], "sources": ["Cy (1998)."]}"#,
            ),
            (
                "en/emergency.json",
                r#"[{"id": "overdose", "steps": ["Breathe every 5 seconds."], "source": "Who (2014)."}]"#,
            ),
            (
                "es/exercises/b.json",
                r#"{"id": "b", "sources": ["Nadie (1998)."]}"#,
            ),
        ] {
            files::write(&folder.path().join(path), text).unwrap();
        }
        folder
    }

    #[test]
    fn each_claim_study_and_source_is_listed_with_its_file_and_screen() {
        let folder = folder();
        let text = made(folder.path()).unwrap();
        for line in [
            "## On A",
            "`en/lessons/a.json`, screen `/lessons/a`",
            "- Three weeks pass.",
            "- An app. Nothing. (n 12) Ann (2000).",
            "- Bob (1999).",
            "`en/exercises/b.json`, screen `/exercises/b`",
            "- It can make you dizzy.",
            "- No study of this as an app is known.",
            "- Cy (1998).",
            "screens `/sos`, `/slip`",
            "- Breathe every 5 seconds.",
            "- overdose: Who (2014).",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
        for other in ["It is nice", "Is it a risk", "Nadie"] {
            assert!(!text.contains(other), "{other} is in\n{text}");
        }
    }

    #[test]
    fn a_list_that_is_older_than_the_content_is_told_and_made_anew() {
        let folder = folder();
        let told = check(folder.path()).unwrap().unwrap();
        assert!(told.contains("cargo xtask content --renew"), "{told}");
        renew(folder.path()).unwrap();
        assert_eq!(check(folder.path()).unwrap(), None);
        let path = folder.path().join("en/exercises/b.json");
        let text = files::read(&path).unwrap().replace("dizzy", "sick");
        files::write(&path, text.replace("can make", "risks making")).unwrap();
        assert!(check(folder.path()).unwrap().is_some());
    }
}
