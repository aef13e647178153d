//! The page that stands before the app, and without it, says what the data says.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::crisis::{self, Line};

/// The first screen in each language, and the help lines it has to have.
fn pages() -> [(String, Vec<Line>); 2] {
    [
        ("../app/index.html", crisis::ENGLISH),
        ("../app/src/i18n/es/first.html", crisis::SPANISH),
    ]
    .map(|(path, regions)| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let lines = regions.iter().flat_map(|region| region.lines.iter());
        let lines = lines.cloned().collect();
        (std::fs::read_to_string(path).unwrap(), lines)
    })
}

#[test]
fn every_number_of_every_region_can_be_tapped_before_the_app_is_there() {
    for (page, lines) in pages() {
        for line in lines {
            if let Some(number) = &line.call {
                assert!(page.contains(&format!("href=\"tel:{number}\"")), "{number}");
            }
            if let Some(number) = &line.text {
                assert!(page.contains(&format!("href=\"sms:{number}")), "{number}");
            }
            if let Some(word) = &line.keyword {
                assert!(page.contains(&format!("?body={word}\"")), "{word}");
            }
            if let Some(address) = &line.page {
                assert!(page.contains(&**address), "{address}");
            }
        }
    }
}

#[test]
fn no_number_stands_there_that_the_data_does_not_know() {
    for (page, lines) in pages() {
        let numbers = lines.into_iter().flat_map(|line| [line.call, line.text]);
        let known: Vec<_> = numbers.flatten().collect();
        for scheme in ["tel:", "sms:"] {
            for rest in page.split(&format!("href=\"{scheme}")).skip(1) {
                let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
                assert!(
                    known.iter().any(|known| **known == *number),
                    "{scheme}{number}"
                );
            }
        }
    }
}

#[test]
fn nothing_of_it_runs_inline_or_comes_from_elsewhere() {
    for (page, _) in pages() {
        for forbidden in ["style=\"", "onclick", "onload", "http:", "https:", "<style"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        for script in page.split("<script").skip(1) {
            assert!(script.starts_with(" src=\"/"), "an inline script");
        }
    }
}
