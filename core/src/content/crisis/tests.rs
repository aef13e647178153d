//! Where somebody is, whom to call there, and what to do.

use super::*;

const LANGUAGES: [(&str, &[RegionLines], &[EmergencyText]); 2] = [
    ("en", ENGLISH, ENGLISH_EMERGENCIES),
    ("es", SPANISH, SPANISH_EMERGENCIES),
];

fn file(language: &str, name: &str) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    std::fs::read_to_string(format!("{root}/content/{language}/{name}.json")).unwrap()
}

fn guess(zone: &str, languages: &[&str]) -> (Region, Option<Region>) {
    let guess = Region::guess(Some(zone), languages);
    (guess.region, guess.other)
}

#[test]
fn every_region_has_an_emergency_number_and_someone_to_talk_to() {
    for (_, regions, _) in LANGUAGES {
        let order: Vec<_> = regions.iter().map(|region| region.region).collect();
        assert_eq!(order, Region::ALL);
        for region in regions {
            let has = |wanted: fn(Purpose) -> bool| region.lines.iter().any(|l| wanted(l.purpose));
            assert!(has(|purpose| purpose == Purpose::Emergency));
            assert!(has(|purpose| matches!(
                purpose,
                Purpose::Talk | Purpose::List
            )));
        }
    }
}

#[test]
fn the_lines_and_emergencies_are_those_of_the_data_files() {
    for (language, lines, emergencies) in LANGUAGES {
        let read: Vec<RegionLines> = serde_json::from_str(&file(language, "crisis")).unwrap();
        assert_eq!(read, lines);
        let read: Vec<EmergencyText> = serde_json::from_str(&file(language, "emergency")).unwrap();
        assert_eq!(read, emergencies);
    }
}

#[test]
fn every_language_has_the_same_numbers() {
    let numbers = |regions: &[RegionLines]| -> Vec<_> {
        let lines = regions.iter().flat_map(|region| region.lines.iter());
        lines
            .cloned()
            .map(|line| (line.call, line.written, line.text, line.page, line.purpose))
            .collect()
    };
    assert_eq!(numbers(ENGLISH), numbers(SPANISH));
}

#[test]
fn numbers_can_be_dialled_as_they_stand() {
    for line in ENGLISH.iter().flat_map(|region| region.lines.iter()) {
        for number in [&line.call, &line.text].into_iter().flatten() {
            // Chile's short numbers begin with a star, which a phone dials.
            let digits = number.strip_prefix('*').unwrap_or(number);
            assert!(digits.chars().all(|c| c.is_ascii_digit()), "{number}");
        }
        assert!(line.call.is_some() || line.text.is_some() || line.page.is_some());
    }
}

#[test]
fn every_line_says_where_and_when_its_number_was_looked_up() {
    for (language, _, _) in LANGUAGES {
        let regions: serde_json::Value = serde_json::from_str(&file(language, "crisis")).unwrap();
        for region in regions.as_array().unwrap() {
            for line in region["lines"].as_array().unwrap() {
                assert!(
                    line["source"].as_str().is_some_and(|s| s.len() > 5),
                    "{line}"
                );
                let day = line["checked"].as_str().unwrap();
                assert!(day.parse::<chrono::NaiveDate>().is_ok(), "{line}");
            }
        }
    }
}

#[test]
fn a_region_is_kept_under_the_name_it_has_in_the_data() {
    for region in Region::ALL {
        assert_eq!(Region::of_code(region.code()), Some(region));
        let written = serde_json::to_value(region).unwrap();
        assert_eq!(written, region.code());
    }
    assert_eq!(Region::of_code("US"), None);
    assert_eq!(Region::of_code("atlantis"), None);
}

#[test]
fn a_phone_in_spanish_gets_the_lines_of_where_it_is() {
    use Region::{Mx, Us};
    for language in ["es", "es-419"] {
        assert_eq!(guess("America/Chicago", &[language]), (Us, None));
        assert_eq!(guess("America/Mexico_City", &[language]), (Mx, None));
    }
    assert_eq!(guess("America/Mexico_City", &["es-MX"]), (Mx, None));
    // Either can be: somebody who learned Spanish in Mexico, or who is from there on a visit.
    assert_eq!(guess("America/Chicago", &["es-MX"]), (Us, Some(Mx)));
    assert_eq!(guess("America/Chicago", &["es-MX", "en-US"]), (Us, None));
}

#[test]
fn the_zone_comes_before_the_languages() {
    use Region::{Ca, Elsewhere, Ie, Uk, Us};
    assert_eq!(guess("Europe/London", &["en-GB", "en-US"]), (Uk, None));
    assert_eq!(guess("Europe/Dublin", &["en"]), (Ie, None));
    assert_eq!(guess("America/Toronto", &["fr", "fr-CA"]), (Ca, None));
    assert_eq!(guess("Europe/Berlin", &["en-US"]), (Elsewhere, Some(Us)));
    assert_eq!(guess("America/Puerto_Rico", &["es-PR"]), (Us, None));
    assert_eq!(guess("America/Indiana/Knox", &["en-US"]), (Us, None));
    assert_eq!(
        guess("America/Argentina/Salta", &["es-AR"]),
        (Region::Ar, None)
    );
    assert_eq!(guess("Asia/Tokyo", &["ja-JP"]), (Elsewhere, None));
}

#[test]
fn without_a_known_zone_the_person_is_asked() {
    use Region::{Elsewhere, Mx, Us};
    for zone in ["UTC", "Etc/GMT+6", "Mars/Olympus", "America/", "", "🕐"] {
        assert_eq!(guess(zone, &["es-MX"]), (Mx, Some(Elsewhere)));
        assert_eq!(guess(zone, &["en"]), (Us, Some(Elsewhere)));
        assert_eq!(guess(zone, &["de-DE"]), (Elsewhere, Some(Us)));
        assert!(!Region::guess::<&str>(Some(zone), &[]).is_sure());
    }
    let nothing = Region::guess::<&str>(None, &[]);
    assert!(nothing.regions().eq([Us, Elsewhere]));
}

#[test]
fn a_language_tag_that_is_no_tag_is_passed_over() {
    for odd in ["", "-", "es-", "x-y-z", "en-\u{e9}\u{e9}"] {
        assert!(
            Region::guess(Some("America/Lima"), &[odd])
                .regions()
                .any(|r| r == Region::Pe)
        );
    }
}

#[test]
fn every_emergency_has_signs_and_steps_under_its_name() {
    for (_, _, emergencies) in LANGUAGES {
        let order: Vec<_> = emergencies.iter().map(|text| text.id).collect();
        assert_eq!(order, EmergencyId::ALL);
        for id in EmergencyId::ALL {
            let text = id.text(emergencies).unwrap();
            assert!(!text.signs.is_empty() && !text.steps.is_empty());
            assert_eq!(EmergencyId::of_name(id.name()), Some(id));
            assert_eq!(serde_json::to_value(id).unwrap(), id.name());
        }
    }
    assert_eq!(EmergencyId::of_name("hangover"), None);
}

/// A person who does not breathe and lies on the side suffocates: the order is what saves.
#[test]
fn in_an_overdose_breathing_comes_before_the_side() {
    for (emergencies, words) in [
        (
            ENGLISH_EMERGENCIES,
            [
                "Call",
                "naloxone",
                "every 5 seconds",
                "on their side",
                "come back",
            ],
        ),
        (
            SPANISH_EMERGENCIES,
            ["Llama", "naloxona", "cada 5 segundos", "de lado", "volver"],
        ),
    ] {
        let overdose = EmergencyId::Overdose.text(emergencies).unwrap();
        assert_eq!(overdose.steps.len(), words.len());
        for (step, word) in overdose.steps.iter().zip(words) {
            assert!(step.contains(word), "{word}: {step}");
        }
    }
}
