//! Every word a person reads is in `app/src/i18n`, where each language has it.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

/// Rust files below a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The string literals of a line: what stands before, what is in it, what stands after.
fn literals(line: &str) -> Vec<(&str, &str, &str)> {
    let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| at).collect();
    quotes
        .chunks_exact(2)
        .map(|pair| {
            (
                &line[..pair[0]],
                &line[pair[0] + 1..pair[1]],
                &line[pair[1] + 1..],
            )
        })
        .collect()
}

/// Whether a text has words, apart from what is filled in and from the name of the app. One or two in
/// small letters are names: of a class, of an id.
fn has_words(text: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0;
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            letter if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let plain = plain.replace("Ebb", "");
    let mut words = plain
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 1);
    let written = plain.contains(char::is_uppercase) || plain.split_whitespace().count() > 2;
    words.next().is_some() && written
}

/// Whether a literal is shown: a line or an element of a view by itself, or an attribute that is read
/// out.
fn is_shown(before: &str, after: &str) -> bool {
    let (before, after) = (before.trim_end(), after.trim_start());
    let alone = before.is_empty() && after.is_empty();
    let element = before.ends_with('>')
        && !before.ends_with("=>")
        && !before.ends_with("->")
        && (after.is_empty() || after.starts_with(['<', '{']));
    let said = ["aria-label=", "title=", "alt=", "placeholder=", "label="];
    alone || element || said.iter().any(|name| before.ends_with(name))
}

fn words_in(source: &str) -> Vec<String> {
    let lines = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let shown = lines.flat_map(|line| {
        literals(line)
            .into_iter()
            .filter(|(before, text, after)| {
                let sentence = before.ends_with("format!(") && text.contains(' ');
                has_words(text) && (sentence || is_shown(before, after))
            })
            .map(|(_, text, _)| text.to_owned())
            .collect::<Vec<_>>()
    });
    shown.collect()
}

#[test]
fn no_screen_and_no_component_has_words_of_its_own() {
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src");
    let mut files = Vec::new();
    sources(&app.join("pages"), &mut files);
    sources(&app.join("components"), &mut files);
    assert!(files.len() > 40, "where have they gone?");
    let found: Vec<_> = files
        .iter()
        .flat_map(|path| {
            let words = words_in(&fs::read_to_string(path).unwrap());
            words.into_iter().map(move |words| (path.clone(), words))
        })
        .collect();
    assert_eq!(found, []);
}

#[test]
fn words_in_a_view_are_found_and_names_are_not() {
    for bad in [
        "            \"Save it\"",
        "<p>\"Hello\"</p>",
        "<button aria-label=\"Close\">",
        "format!(\"{n} entries are left\")",
    ] {
        assert_eq!(words_in(bad).len(), 1, "{bad}");
    }
    for fine in [
        "<p class=\"hint\">{words}</p>",
        "    \"urge-surfing\",",
        "        \"Ebb\"",
        "Shape::Tag => \"tag\"",
        "format!(\"{} · Ebb\", title)",
        "<span>\": \" {named}</span>",
        "class=format!(\"page page-{name}\")",
        "// says \"no\"",
    ] {
        assert_eq!(words_in(fine), [""; 0], "{fine}");
    }
}
