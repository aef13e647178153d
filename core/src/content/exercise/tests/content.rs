//! The content files, and what is refused in one.

use serde_json::{Value, json};

use crate::content::exercise::{BreathKind, Exercise, ExerciseStep, Family};
use crate::content::{Content, ContentError, Library, Problem};

/// Every content file of a language: name and text.
pub(super) fn files() -> Vec<(String, String)> {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/content/en/exercises");
    let mut files: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn one(id: &str) -> Exercise {
    let (_, text) = files().into_iter().find(|(name, _)| name == id).unwrap();
    Exercise::parse(&text).unwrap()
}

fn sample() -> Value {
    json!({
        "id": "sample", "title": "Sample", "summary": "A sample.",
        "minutes": {"low": 1, "high": 2}, "family": "urge", "when": "Any time.",
        "evidence": [], "sources": ["Nobody (2000)."],
        "steps": [
            {"kind": "guide", "prompt": "Look.", "seconds": 10},
            {"kind": "breathe", "prompt": "Breathe.", "rounds": 4, "phases": [
                {"kind": "in", "seconds": 4}, {"kind": "out", "seconds": 6}]},
            {"kind": "write", "id": "why", "prompt": "Why?"},
            {"kind": "ask", "id": "tired", "question": "Tired?", "if_yes": "Rest."},
        ]
    })
}

/// Puts `value` at `pointer` in the sample and reads it.
fn with(pointer: &str, value: Value) -> Result<Exercise, ContentError> {
    let mut json = sample();
    *json.pointer_mut(pointer).unwrap() = value;
    Exercise::parse(&json.to_string())
}

fn message(pointer: &str, value: Value) -> String {
    with(pointer, value).unwrap_err().to_string()
}

#[test]
fn every_content_file_is_a_valid_exercise_named_like_its_file() {
    let files = files();
    assert!(files.len() >= 12);
    for (name, text) in files {
        match Exercise::parse(&text) {
            Ok(exercise) => assert_eq!(exercise.id, name),
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

#[test]
fn the_files_joined_into_one_array_load_without_a_problem() {
    let texts: Vec<String> = files().into_iter().map(|(_, text)| text).collect();
    let library = Library::<Exercise>::parse_all(&format!("[{}]", texts.join(",")));
    assert_eq!(library.problems, []);
    assert_eq!(library.entries.len(), texts.len());
    assert!(library.get("urge-surfing").is_some());
    assert!(library.get("no-such").is_none());
}

/// A list of exercises goes by [`Family::ALL`]: a family that is not in it would hide its exercises, and
/// a dozen under one heading are too many to look through in a craving.
#[test]
fn every_exercise_is_in_the_list_under_a_heading_with_at_most_eight_others() {
    let exercises = files().into_iter().map(|(_, text)| text);
    let mut left: Vec<_> = exercises
        .map(|text| Exercise::parse(&text).unwrap())
        .collect();
    for family in Family::ALL {
        let before = left.len();
        left.retain(|exercise| exercise.family != family);
        let shown = before - left.len();
        assert!((1..=9).contains(&shown), "{family:?}: {shown}");
    }
    assert_eq!(left, []);
}

#[test]
fn what_to_do_in_an_overdose_is_left_to_the_emergency_text() {
    // One text in one place: a second one could come to differ from it.
    let drill = one("naloxone-drill");
    for step in &drill.steps {
        for word in ["rescue breath", "on their side", "every five seconds"] {
            assert!(!step.prompt().contains(word), "{}", step.prompt());
        }
    }
    assert!(drill.cautions.iter().any(|c| c.contains("open SOS")));
}

#[test]
fn every_breathing_exercise_says_what_to_do_when_dizzy() {
    for (name, text) in files() {
        let exercise = Exercise::parse(&text).unwrap();
        if exercise.family == Family::Breathing {
            assert!(
                exercise.cautions.iter().any(|c| c.contains("dizzy")),
                "{name}"
            );
        }
    }
}

#[test]
fn cold_and_exertion_name_who_should_not_and_offer_another() {
    for id in ["cold-water", "brisk-movement"] {
        let exercise = one(id);
        let cautions = exercise.cautions.join(" ");
        for who in ["heart", "pregnant", "eating disorder", "withdrawal"] {
            assert!(cautions.contains(who), "{id}: {who}");
        }
        assert!(cautions.contains("Choose “"), "{id}");
        // And asks once more before anything cold or fast begins.
        assert!(
            matches!(exercise.steps[0], ExerciseStep::Ask { .. }),
            "{id}"
        );
    }
    let cold = one("cold-water").cautions.join(" ");
    assert!(cold.contains("slow pulse") && cold.contains("beta-blocker"));
}

#[test]
fn four_seven_eight_is_led_for_four_breaths_at_most() {
    for step in one("478-breathing").steps {
        if let ExerciseStep::Breathe { rounds, phases, .. } = step {
            assert!(rounds <= 4);
            assert_eq!(
                phases.iter().map(|p| p.seconds).collect::<Vec<_>>(),
                [4, 7, 8]
            );
        }
    }
}

#[test]
fn slow_breathing_is_five_to_six_a_minute_with_the_longer_breath_out() {
    let exercise = one("paced-breathing");
    let breath = exercise.steps.iter().find_map(|step| match step {
        ExerciseStep::Breathe { phases, .. } => Some(phases),
        _ => None,
    });
    let of = |kind| {
        breath
            .unwrap()
            .iter()
            .filter(|p| p.kind == kind)
            .map(|p| u32::from(p.seconds))
            .sum::<u32>()
    };
    assert!(of(BreathKind::Out) > of(BreathKind::In));
    let whole: u32 = breath.unwrap().iter().map(|p| u32::from(p.seconds)).sum();
    assert!((10..=12).contains(&whole), "{whole} seconds a breath");
}

#[test]
fn an_exercise_says_what_is_known_of_it_even_if_that_is_nothing() {
    assert_eq!(
        Exercise::parse(&sample().to_string())
            .unwrap()
            .evidence
            .studies(),
        []
    );
    let mut silent = sample();
    silent.as_object_mut().unwrap().remove("evidence");
    let error = Exercise::parse(&silent.to_string())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains(
            "the field `evidence` is missing; write [] if no study of this as an app is known"
        ),
        "{error}"
    );
    let study =
        json!({"measured": "Smoking", "effect": "None.", "n": 1, "source": "Nobody (2000)."});
    let read = with("/evidence", json!([study])).unwrap();
    assert_eq!(read.evidence.studies()[0].n, Some(1));
    for (field, value, expected) in [
        ("effect", json!(" "), "exercise: the effect is empty"),
        ("source", json!(""), "exercise: the source is empty"),
        ("n", json!(0), "a study has 1 person or more"),
        ("who", json!("we"), "unknown field `who`"),
    ] {
        let mut study = study.clone();
        study[field] = value;
        let found = message("/evidence", json!([study]));
        assert!(found.contains(expected), "{found}");
    }
}

#[test]
fn a_bad_exercise_in_the_file_is_reported_and_the_rest_load() {
    let mut good = sample();
    good["id"] = json!("good");
    let mut bad = sample();
    bad["steps"][1]["rounds"] = json!(0);
    let library =
        Library::<Exercise>::parse_all(&json!([bad, 7, good, good, {"id": "thin"}]).to_string());
    assert_eq!(library.entries.len(), 1);
    let places: Vec<_> = library
        .problems
        .iter()
        .map(|p| (p.position, p.id.as_deref()))
        .collect();
    assert_eq!(
        places,
        [
            (Some(0), Some("sample")),
            (Some(1), None),
            (Some(3), Some("good")),
            (Some(4), Some("thin"))
        ]
    );
    assert_eq!(
        library.problems[2].error,
        ContentError::DuplicateId("good".into())
    );
}

#[test]
fn a_file_cut_in_half_is_one_problem_and_no_panic() {
    let library = Library::<Exercise>::parse_all("[{\"id\": \"sam");
    assert!(library.entries.is_empty());
    assert!(matches!(
        library.problems.as_slice(),
        [Problem { position: None, .. }]
    ));
}

#[test]
fn the_sample_of_these_tests_is_valid() {
    assert!(Exercise::parse(&sample().to_string()).unwrap().needs_rating);
}

#[test]
fn an_id_that_is_not_kebab_case_is_refused() {
    for id in [
        "",
        "Box",
        "a--b",
        "-a",
        "a-",
        "a_b",
        "a b",
        "é",
        &"a".repeat(41),
    ] {
        let error = with("/id", json!(id)).unwrap_err();
        assert_eq!(error, ContentError::BadId(id.into()));
    }
    assert!(with("/id", json!("478-breathing")).is_ok());
}

#[test]
fn a_step_id_used_twice_is_refused() {
    let error = with("/steps/3/id", json!("why")).unwrap_err();
    assert_eq!(error, ContentError::DuplicateId("why".into()));
}

#[test]
fn numbers_out_of_range_are_refused_with_place_value_and_limits() {
    let cases = [
        (
            "/steps/0/seconds",
            json!(4),
            "step 1: seconds is 4, allowed is 5 to 600",
        ),
        (
            "/steps/0/seconds",
            json!(601),
            "step 1: seconds is 601, allowed is 5 to 600",
        ),
        (
            "/steps/1/rounds",
            json!(0),
            "step 2: rounds is 0, allowed is 1 to 60",
        ),
        (
            "/steps/1/rounds",
            json!(61),
            "step 2: rounds is 61, allowed is 1 to 60",
        ),
        (
            "/steps/1/phases/1/seconds",
            json!(0),
            "step 2: seconds of a phase is 0, allowed is 1 to 20",
        ),
        (
            "/steps/1/phases/1/seconds",
            json!(21),
            "step 2: seconds of a phase is 21, allowed is 1 to 20",
        ),
        (
            "/minutes/high",
            json!(61),
            "exercise: minutes.high is 61, allowed is 1 to 60",
        ),
        (
            "/minutes/low",
            json!(3),
            "exercise: minutes.low is 3, allowed is 1 to 2",
        ),
        (
            "/steps/1/rounds",
            json!(12),
            "exercise: timed seconds is 130, allowed is 0 to 120",
        ),
        (
            "/steps",
            json!([]),
            "exercise: number of steps is 0, allowed is 1 to 60",
        ),
    ];
    for (pointer, value, expected) in cases {
        assert_eq!(message(pointer, value), expected);
    }
}

#[test]
fn empty_words_and_missing_sources_are_refused() {
    assert_eq!(
        message("/steps/0/prompt", json!(" \n")),
        "step 1: the prompt is empty"
    );
    assert_eq!(
        message("/steps/3/if_yes", json!("")),
        "step 4: the if_yes is empty"
    );
    assert_eq!(message("/title", json!("")), "exercise: the title is empty");
    assert_eq!(
        message("/sources", json!([])),
        "exercise: the list of sources is empty"
    );
}

#[test]
fn a_prompt_too_long_for_a_phone_is_refused() {
    let found = with("/steps/0/prompt", json!("é".repeat(401))).unwrap_err();
    let place = "step 1".to_owned();
    assert_eq!(
        found,
        ContentError::OutOfRange {
            place,
            what: "prompt",
            found: 401,
            low: 1,
            high: 400
        }
    );
}

#[test]
fn a_breath_that_lungs_cannot_follow_is_refused() {
    let phases = |kinds: &[&str]| {
        let phase = |kind: &&str| json!({"kind": kind, "seconds": 4});
        with("/steps/1/phases", kinds.iter().map(phase).collect())
    };
    for kinds in [
        &["in", "in"][..],
        &["out", "in"],
        &["in", "rest"],
        &["in", "out", "hold"],
        &["in", "hold"],
        &["rest", "in", "out"],
        &["in", "out", "out"],
    ] {
        let found = phases(kinds);
        assert!(
            matches!(found, Err(ContentError::BadBreath { .. })),
            "{kinds:?}: {found:?}"
        );
    }
    assert!(phases(&["in", "hold", "out", "rest"]).is_ok());
    assert!(matches!(
        phases(&["in"]),
        Err(ContentError::OutOfRange { found: 1, .. })
    ));
}

#[test]
fn a_misspelt_field_or_unknown_kind_is_refused() {
    let misspelt = json!({"kind": "guide", "prompt": "Look.", "secnds": 10});
    assert!(message("/steps/0", misspelt).contains("secnds"));
    assert!(message("/steps/0/kind", json!("dance")).contains("dance"));
    assert!(message("/family", json!("magic")).contains("magic"));
}
