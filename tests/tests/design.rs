//! The design system holds: what has a token is written with it, in every sheet and every view. The
//! tokens are in `app/styles/tokens.css`, and a build for development shows them at `/kit`.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

fn app() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../app")
}

/// Files with such an ending below a folder, by name, with what is in them.
fn files(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|end| end == ending) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            found.push((name, fs::read_to_string(path).unwrap()));
        }
    }
    found
}

/// Sheets that are written with tokens. Paper is measured in points, and by its own text.
fn sheets() -> Vec<(String, String)> {
    let mut sheets = files(&app().join("styles"), "css");
    sheets.retain(|(name, _)| name != "tokens.css" && name != "print.css");
    assert!(sheets.len() > 12, "where have they gone?");
    sheets
}

/// Property and value of every declaration of a sheet, without its comments.
fn declarations(sheet: &str) -> Vec<(String, String)> {
    let mut plain = String::new();
    for (place, piece) in sheet.split("/*").enumerate() {
        let code = if place == 0 {
            piece
        } else {
            piece.split_once("*/").map_or("", |(_, code)| code)
        };
        plain.push_str(code);
    }
    // A selector before `{` may have a colon too; it is no declaration.
    plain
        .split([';', '}', '{'])
        .filter_map(|one| one.trim().split_once(':'))
        .map(|(property, value)| (property.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// The numbers of a value with their units, without those in names, such as the 2 of `var(--h2)`.
fn measures(value: &str) -> Vec<(f64, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '%' | '_');
    value
        .split(|c: char| !is_part(c))
        .filter_map(|word| {
            let word = word.strip_prefix('-').unwrap_or(word);
            let digits = |c: char| c.is_ascii_digit() || c == '.';
            let unit = word.trim_start_matches(digits);
            let number = word[..word.len() - unit.len()].parse().ok()?;
            Some((number, unit))
        })
        .collect()
}

/// Whether a declaration has a number of its own where there is a token for it.
fn is_bare(property: &str, value: &str) -> bool {
    let measures = measures(value);
    let any = |is: &dyn Fn(f64, &str) -> bool| measures.iter().any(|(n, unit)| is(*n, unit));
    match property {
        // As wide as a part of the window, where a token would not fit.
        "font-size" => any(&|_, unit| unit != "vw") || !value.contains("var(--"),
        // Of `0s` and `1ms` nothing is seen: the delay is what counts. A factor has no unit.
        "transition" | "transition-duration" | "animation" | "animation-duration" => {
            any(&|n, unit| unit == "s" && n > 0.0 || unit == "ms" && n > 1.0)
                || value.contains("cubic-bezier")
        }
        // From 3 rem on it is layout and not distance; `em` goes with the text.
        _ if ["margin", "padding", "gap", "row-gap", "column-gap"]
            .iter()
            .any(|start| property.starts_with(start)) =>
        {
            any(&|n, unit| unit == "rem" && n > 0.0 && n < 3.0 || unit == "px" && n > 1.0)
        }
        // A half is a circle.
        _ if property.ends_with("radius") => any(&|n, unit| n > 0.0 && unit != "%"),
        _ => false,
    }
}

#[test]
fn every_size_distance_corner_and_time_is_a_token() {
    let mut seen = 0;
    let mut bare = Vec::new();
    for (name, sheet) in sheets() {
        for (property, value) in declarations(&sheet) {
            seen += usize::from(value.contains("var(--"));
            if is_bare(&property, &value) {
                bare.push(format!("{name}: {property}: {value}"));
            }
        }
    }
    assert!(seen > 400, "only {seen} tokens are used");
    assert_eq!(bare, [""; 0]);
}

#[test]
fn a_number_in_the_place_of_a_token_is_found() {
    for (property, value) in [
        ("font-size", "1.1rem"),
        ("font-size", "clamp(var(--h2), 1rem + 1vw, 2rem)"),
        ("font-size", "larger"),
        ("transition", "transform 0.5s"),
        ("animation", "drift 9s linear infinite"),
        ("animation", "late 1ms 250ms both"),
        ("margin", "0 0 0.75rem"),
        ("margin-inline", "calc(-1 * 1rem)"),
        ("row-gap", "3px"),
        ("border-radius", "0.4rem"),
        ("border-start-end-radius", "999px"),
    ] {
        assert!(is_bare(property, value), "{property}: {value}");
    }
    for (property, value) in [
        ("font-size", "min(var(--tiny), 3.7vw)"),
        ("font-size", "var(--figure-1)"),
        ("transition", "transform var(--calm)"),
        (
            "animation",
            "ride calc(var(--drift) / 4) var(--swing) infinite",
        ),
        ("animation", "settled 0s calc(var(--wait) * 4) forwards"),
        ("padding", "var(--s20) var(--s24) 3.5rem"),
        ("margin", "0 auto"),
        ("margin", "-1px"),
        ("padding-inline-start", "1.4em"),
        ("border-radius", "50%"),
        ("width", "1.4rem"),
    ] {
        assert!(!is_bare(property, value), "{property}: {value}");
    }
}

#[test]
fn every_token_that_is_used_is_there_and_none_is_left_over() {
    let tokens = fs::read_to_string(app().join("styles/tokens.css")).unwrap();
    let defined: Vec<_> = declarations(&tokens)
        .into_iter()
        .filter(|(property, _)| property.starts_with("--"))
        .map(|(property, _)| property)
        .collect();
    let mut used = tokens.clone();
    used.extend(sheets().into_iter().map(|(_, sheet)| sheet));
    let unused: Vec<_> = defined
        .iter()
        .filter(|name| !used.contains(&format!("var({name})")))
        .collect();
    assert_eq!(unused, [""; 0]);
    // What a screen or a view sets itself stands in the same sheet, or has a fallback, or is set in Rust.
    let views: String = files(&app().join("src"), "rs")
        .into_iter()
        .map(|(_, view)| view)
        .collect();
    for (name, sheet) in sheets() {
        for use_of in sheet.split("var(").skip(1) {
            let token = use_of.split([')', ',']).next().unwrap();
            let known = defined.iter().any(|one| one == token)
                || used.contains(&format!("{token}:"))
                || views.contains(&format!("\"{token}\""));
            assert!(known, "{name} has {token}, which is nowhere");
        }
    }
}

#[test]
fn no_motion_has_a_time_left_where_none_is_wanted() {
    let tokens = fs::read_to_string(app().join("styles/tokens.css")).unwrap();
    let (before, wanted) = tokens
        .split_once("@media (prefers-reduced-motion: reduce)")
        .unwrap();
    let times = |sheet: &str| -> Vec<_> {
        declarations(sheet)
            .into_iter()
            .filter(|(name, value)| {
                let is_time = matches!(measures(value)[..], [(_, "s" | "ms")]);
                // How long something waits is no motion.
                name.starts_with("--") && name != "--wait" && is_time
            })
            .collect()
    };
    let names = |times: &[(String, String)]| -> Vec<_> {
        times.iter().map(|(name, _)| name.clone()).collect()
    };
    let (moving, still) = (times(before), times(wanted));
    assert_eq!(names(&moving), names(&still));
    assert!(moving.len() > 3 && still.iter().all(|(_, value)| value == "0s"));
}

#[test]
fn icons_are_drawn_in_one_place_and_dialogs_and_disclosures_are_of_one_kind() {
    for (name, view) in files(&app().join("src"), "rs") {
        let is = |place: &str| name == place;
        assert!(
            is("icon.rs") || is("tests.rs") || !view.contains("viewBox=\"0 0 24 24\""),
            "{name} draws an icon of its own"
        );
        assert!(
            is("modal.rs") || !view.contains("<dialog"),
            "{name} has a dialog of its own"
        );
        assert!(
            is("empty.rs") || !view.contains("class=\"empty\""),
            "{name} shows nothing without a sample"
        );
        for opens in view.split("<details").skip(1) {
            let (attributes, _) = opens.split_once("<summary").unwrap();
            let one_kind = attributes.contains("\"more") || attributes.contains("\"strip");
            assert!(one_kind, "{name} has another disclosure: {attributes}");
        }
    }
}
