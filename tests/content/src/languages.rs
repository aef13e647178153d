//! What all languages have in common: the same files, alike in everything but the words.

use super::{FIRST, Findings};
use crate::files;
use anyhow::{Context as _, Result};
use ebb_core::content::crisis::RegionLines;
use serde_json::Value;
use std::path::Path;

/// Help lines; they are compared by region and number.
const CRISIS: &str = "crisis.json";
/// Emergency texts: words, but for the ids, which `build.rs` of the core holds to their order.
const EMERGENCY: &str = "emergency.json";

/// The fields that hold words. All else is what a file does, and the same in every language.
const WORDS: [&str; 22] = [
    "about",
    "ask",
    "cautions",
    "credit",
    "effect",
    "feedback",
    "hint",
    "if_yes",
    "label",
    "lead",
    "measured",
    "note",
    "prompt",
    "question",
    "remark",
    "scores_doubt",
    "source",
    "sources",
    "summary",
    "text",
    "title",
    "when",
];
/// More of them, which may also be missing in one language.
const REMARKS: [&str; 4] = ["language", "wording", "wording_note", "words"];

/// Compares each file of each other language with the English one.
pub fn compare(folder: &Path, findings: &mut Findings) -> Result<()> {
    let names = files::list(folder)?;
    let languages: std::collections::BTreeSet<&str> = names
        .iter()
        .filter_map(|name| name.split_once('/'))
        .map(|(language, _)| language)
        .collect();
    for language in languages {
        let lines = crisis(folder, language)?;
        if lines != crisis(folder, FIRST)? {
            let name = format!("{language}/{CRISIS}");
            findings.say(
                &name,
                &format!("its regions and numbers are not those of {FIRST}"),
            );
        }
        for name in &names {
            let Some(rest) = name.strip_prefix(&format!("{FIRST}/")) else {
                continue;
            };
            let other = format!("{language}/{rest}");
            if !names.contains(&other) {
                findings.say(&other, "it is missing; every language has every file");
            } else if rest != CRISIS {
                let read = |name: &str| -> Option<Value> {
                    serde_json::from_str(&files::read(&folder.join(name)).ok()?).ok()
                };
                // A file that cannot be read has been told of already.
                if let (Some(first), Some(other_file)) = (read(name), read(&other))
                    && let Some(place) = difference(&first, &other_file, "", rest == EMERGENCY)
                {
                    findings.say(&other, &format!("{place} is not as in {FIRST}"));
                }
            }
        }
    }
    Ok(())
}

/// Regions and numbers of a language's help lines. They are compiled in, so they have to be readable.
fn crisis(folder: &Path, language: &str) -> Result<Vec<String>> {
    let text = files::read(&folder.join(language).join(CRISIS))?;
    let lines: Vec<RegionLines> = serde_json::from_str(&text)
        .with_context(|| format!("{language}/{CRISIS} cannot be read"))?;
    Ok(lines
        .iter()
        .flat_map(|region| {
            let place = region.region;
            let lines = region.lines.iter();
            lines.map(move |line| {
                format!(
                    "{place:?} {:?} {:?} {:?} {:?}",
                    line.call, line.text, line.page, line.purpose
                )
            })
        })
        .collect())
}

/// The first place where two files differ in more than words.
fn difference(first: &Value, other: &Value, place: &str, words: bool) -> Option<String> {
    let here = || Some(format!("`{}`", place.trim_start_matches('.')));
    match (first, other) {
        (Value::Object(a), Value::Object(b)) => {
            let extra = b
                .keys()
                .find(|key| !a.contains_key(*key) && !is_remark(key));
            if let Some(key) = extra {
                return Some(format!("`{}.{key}`", place.trim_start_matches('.')));
            }
            a.iter().find_map(|(key, value)| {
                let place = format!("{place}.{key}");
                match b.get(key) {
                    Some(other) => {
                        let words = words || is_remark(key) || WORDS.contains(&key.as_str());
                        difference(value, other, &place, words)
                    }
                    None if is_remark(key) => None,
                    None => Some(format!("`{}`", place.trim_start_matches('.'))),
                }
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .enumerate()
            .find_map(|(at, (a, b))| difference(a, b, &format!("{place}.{at}"), words)),
        (Value::String(a), Value::String(b)) => {
            if words || a == b {
                None
            } else {
                here()
            }
        }
        _ if first == other => None,
        _ => here(),
    }
}

fn is_remark(key: &str) -> bool {
    REMARKS.contains(&key)
}
