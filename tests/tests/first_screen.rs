//! The page that stands before the app, and without it, says what the data says.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is a failed test"
)]

use ebb_core::content::crisis::{self, EmergencyText, HelpLine, RegionLines};

const ENGLISH: &str = "../app/index.html";
const SPANISH: &str = "../app/src/i18n/es/first.html";

fn page(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(path).unwrap()
}

/// The first screen in each language, and the help lines it has to have.
fn pages() -> [(String, Vec<HelpLine>); 2] {
    [(ENGLISH, crisis::ENGLISH), (SPANISH, crisis::SPANISH)].map(|(path, regions)| {
        let lines = regions.iter().flat_map(|region| region.lines.iter());
        (page(path), lines.cloned().collect())
    })
}

/// What a page has to say of an emergency, in order.
fn elements(text: &EmergencyText) -> Vec<String> {
    let element = |name: &str, words: &str| {
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        format!("<{name}>{words}</{name}>")
    };
    let lead = text.lead.iter().map(|lead| element("p", lead));
    let signs = text.signs.iter().map(|sign| element("li", sign));
    let steps = text.steps.iter().map(|step| element("li", step));
    std::iter::once(element("h3", &text.title))
        .chain(lead)
        .chain([element("p", &text.signs_lead)])
        .chain(signs)
        .chain([element("p", &text.steps_lead)])
        .chain(steps)
        .collect()
}

#[test]
fn every_emergency_stands_there_word_for_word_and_in_order() {
    for (path, emergencies) in [
        (ENGLISH, crisis::ENGLISH_EMERGENCIES),
        (SPANISH, crisis::SPANISH_EMERGENCIES),
    ] {
        let page = page(path);
        let mut rest = page.as_str();
        for text in emergencies {
            let elements = elements(text);
            for element in &elements {
                let found = rest.find(element.as_str());
                let found = found.unwrap_or_else(|| panic!("{path} lacks {element}"));
                rest = &rest[found + element.len()..];
            }
            // Nothing else stands among its steps.
            assert!(rest.trim_start().starts_with("</ol>"), "{path}: {rest}");
        }
        assert_eq!(page.matches("card care").count(), emergencies.len() + 1);
    }
}

#[test]
fn each_country_has_its_own_numbers_below_its_name() {
    let numbers = |region: &RegionLines| -> Vec<String> {
        let lines = region.lines.iter();
        lines
            .flat_map(|line| [&line.call, &line.text])
            .flatten()
            .map(ToString::to_string)
            .collect()
    };
    for (path, regions) in [(ENGLISH, crisis::ENGLISH), (SPANISH, crisis::SPANISH)] {
        let page = page(path);
        let sections: Vec<_> = page.split("<h3>").skip(1).collect();
        // The United States, whose lines stand apart, come first.
        for (region, section) in regions.iter().zip(sections).skip(1) {
            for number in numbers(region) {
                let stands = section.contains(&format!(":{number}\""))
                    || section.contains(&format!(":{number}?"));
                assert!(stands, "{path}: {:?} lacks {number}", region.region);
            }
        }
    }
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
                let number: String = rest
                    .chars()
                    .take_while(|c| c.is_ascii_digit() || *c == '*')
                    .collect();
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
