//! The real content, and broken copies of it.

use ebb_core::content::Library;
use ebb_core::content::exercise::Exercise;
use ebb_core::content::instrument::Instrument;
use ebb_core::content::lesson::Lesson;

use super::{Findings, Kind, check};
use crate::files;
use std::path::{Path, PathBuf};

fn real() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core/content")
}

/// A copy of the real content to change.
fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in files::list(&real()).unwrap() {
        let text = files::read(&real().join(&name)).unwrap();
        files::write(&folder.path().join(&name), text).unwrap();
    }
    folder
}

fn problems(folder: &Path) -> Vec<String> {
    check(folder).unwrap().problems
}

/// Replaces a word in a file of a copy and says what is then wrong.
fn broken(file: &str, from: &str, to: &str) -> String {
    let folder = copy();
    let path = folder.path().join(file);
    let text = files::read(&path).unwrap();
    assert!(text.contains(from), "{file} does not have {from}");
    files::write(&path, text.replacen(from, to, 1)).unwrap();
    problems(folder.path()).join("\n")
}

fn count(findings: &Findings, kind: Kind) -> usize {
    findings.ids[&("en".to_owned(), kind)].len()
}

#[test]
fn the_real_content_is_whole() {
    let findings = check(&real()).unwrap();
    assert_eq!(findings.problems, [""; 0]);
    assert!(count(&findings, Kind::Lessons) >= 30);
    assert!(count(&findings, Kind::Exercises) >= 33);
    assert!(count(&findings, Kind::Instruments) >= 4);
}

#[expect(clippy::too_many_lines, reason = "a list of damages")]
#[test]
fn each_kind_of_damage_is_found_and_named() {
    let lesson = "en/lessons/craving-wave.json";
    let exercise = "en/exercises/halt.json";
    for (file, from, to, expected) in [
        (
            lesson,
            "\"exercise\": \"",
            "\"exercise\": \"no-",
            "there is no exercise no-",
        ),
        (
            lesson,
            "\"sources\": [",
            "\"sources\": [], \"x\": [",
            "unknown field `x`",
        ),
        (
            lesson,
            "\"id\": \"craving-wave\"",
            "\"id\": \"other\"",
            "should be called other.json",
        ),
        (
            exercise,
            "\"cautions\"",
            "\"caution\"",
            "unknown field `caution`",
        ),
        (
            exercise,
            "\"cautions\": [],",
            "",
            "the field `cautions` is missing",
        ),
        (
            exercise,
            "\"evidence\": [],",
            "",
            "the field `evidence` is missing; write []",
        ),
        (
            "en/lessons/slips.json",
            "\"evidence\": [],",
            "",
            "the field `evidence` is missing; write []",
        ),
        (
            lesson,
            "A craving is a wave",
            "A craving is a bell",
            "'bell' is not used, rather 'trigger'",
        ),
        (
            "en/exercises/urge-surfing.json",
            "they smoked fewer",
            "The programme had fewer",
            "'programme' is not used",
        ),
        (exercise, "{", "", "cannot be read"),
        (
            exercise,
            "Are you tired?",
            "Are you weak?",
            "the word 'weak' blames",
        ),
        (
            lesson,
            "A craving is not an order,",
            "You must not obey,",
            "the word 'must' blames",
        ),
        (
            "es/lessons/craving-wave.json",
            "Las ganas no son una orden,",
            "No es una recaída,",
            "the word 'recaída' blames",
        ),
        (
            "es/exercises/halt.json",
            "\"low\": 1",
            "\"low\": 2",
            "`minutes.low` is not as in en",
        ),
        (
            "es/crisis.json",
            "\"call\": \"988\"",
            "\"call\": \"989\"",
            "its regions and numbers are not those of en",
        ),
        (
            "es/emergency.json",
            "      \"Sus labios o sus uñas se ponen azules o grises.\"\n",
            "      \"Sus labios.\", \"Sus uñas.\"\n",
            "`0.signs` is not as in en",
        ),
        (
            "en/emergency.json",
            "They throw up while",
            "Regurgitation notwithstanding unconsciousness necessitates immediate professional \
             intervention irrespective of circumstances, particularly considering the complications \
             characteristically accompanying intoxication and respiratory insufficiency while",
            "alcohol-poisoning: its grade is",
        ),
        (
            "en/instruments/bam.json",
            "\"when\": \"4\"",
            "\"when\": \"40\"",
            "not there",
        ),
    ] {
        let found = broken(file, from, to);
        assert!(found.contains(file) || found.contains("other"), "{found}");
        assert!(found.contains(expected), "{expected}: {found}");
    }
}

#[test]
fn a_text_that_is_hard_to_read_is_refused_with_its_grade() {
    let hard = "Neuroadaptation characteristically necessitates considerable pharmacological \
        stabilisation, notwithstanding individual variability in sensitivity. ";
    let found = broken(
        "en/lessons/craving-wave.json",
        "\"text\": [\n        \"",
        &format!("\"text\": [\n        \"{}", hard.repeat(20)),
    );
    assert!(found.contains("its grade is"), "{found}");
    let found = broken(
        "es/exercises/mindful-minute.json",
        "\"summary\": \"",
        &format!("\"summary\": \"{}", hard.repeat(2)),
    );
    assert!(found.contains("its ease is"), "{found}");
    let found = broken(
        "en/exercises/mindful-minute.json",
        "\"summary\": \"",
        &format!("\"summary\": \"{}", hard.repeat(2)),
    );
    assert!(found.contains("its grade is"), "{found}");
}

#[test]
fn two_lessons_in_one_place_and_an_id_that_english_has_not_are_found() {
    let folder = copy();
    let path = folder.path().join("en/lessons/craving-wave.json");
    let twin = files::read(&path).unwrap();
    let twin = twin.replace("\"id\": \"craving-wave\"", "\"id\": \"twin\"");
    files::write(&folder.path().join("en/lessons/twin.json"), twin).unwrap();
    let halt = files::read(&folder.path().join("es/exercises/halt.json")).unwrap();
    let alto = halt.replace("\"id\": \"halt\"", "\"id\": \"alto\"");
    files::write(&folder.path().join("es/exercises/alto.json"), alto).unwrap();
    files::write(&folder.path().join("en/songs/a.json"), "{}").unwrap();
    std::fs::remove_file(folder.path().join("es/lessons/sleep.json")).unwrap();
    let found = problems(folder.path()).join("\n");
    assert!(
        found.contains("twin.json: it has the same order as"),
        "{found}"
    );
    assert!(
        found.contains("es/exercises/alto.json: en has none"),
        "{found}"
    );
    assert!(
        found.contains("es/lessons/sleep.json: it is missing"),
        "{found}"
    );
    assert!(
        found.contains("en/songs/a.json: no kind of content"),
        "{found}"
    );
}

/// The promise of content as data: one new file in each language, and nothing else is touched.
#[test]
fn an_exercise_a_lesson_or_an_instrument_is_one_data_file() {
    let folder = copy();
    let before = check(folder.path()).unwrap();
    let new = |from: &str, id: &str, to: &str| {
        for language in ["en", "es"] {
            let text = files::read(&folder.path().join(language).join(from)).unwrap();
            let text = text.replacen(&format!("\"id\": \"{id}\""), "\"id\": \"brand-new\"", 1);
            let text = text.replacen("\"order\": ", "\"order\": 9", 1);
            files::write(&folder.path().join(language).join(to), text).unwrap();
        }
    };
    new("exercises/halt.json", "halt", "exercises/brand-new.json");
    new(
        "lessons/craving-wave.json",
        "craving-wave",
        "lessons/brand-new.json",
    );
    new(
        "instruments/gad-7.json",
        "gad-7",
        "instruments/brand-new.json",
    );
    let after = check(folder.path()).unwrap();
    assert_eq!(after.problems, [""; 0]);
    for kind in Kind::ALL {
        assert_eq!(count(&after, kind), count(&before, kind) + 1);
    }
    // And as the app gets them: joined, and read by core.
    let joined = |kind: Kind| {
        let folder = folder.path().join("en").join(kind.folder());
        let names = files::list(&folder).unwrap();
        let texts: Vec<_> = names
            .iter()
            .map(|name| files::read(&folder.join(name)).unwrap())
            .collect();
        format!("[{}]", texts.join(","))
    };
    let exercises = Library::<Exercise>::parse_all(&joined(Kind::Exercises));
    assert_eq!(exercises.problems, []);
    assert!(exercises.get("brand-new").is_some());
    let lessons = Library::<Lesson>::parse_all(&joined(Kind::Lessons));
    assert_eq!(lessons.problems, []);
    assert!(lessons.get("brand-new").is_some());
    let instruments = Library::<Instrument>::parse_all(&joined(Kind::Instruments));
    assert_eq!(instruments.problems, []);
    assert!(instruments.get("brand-new").is_some());
}

/// Short words in short sentences are easy, and still nobody likes to read them for three minutes.
#[test]
fn a_lesson_of_scraps_is_refused_as_one_that_runs_on_is() {
    let read = |file: &str, sentence: &str| {
        let folder = copy();
        let path = folder.path().join(file);
        let mut lesson: serde_json::Value =
            serde_json::from_str(&files::read(&path).unwrap()).unwrap();
        for section in lesson["sections"].as_array_mut().unwrap() {
            for text in section["text"].as_array_mut().unwrap() {
                *text = vec![sentence; 30 / sentence.split(' ').count() + 1]
                    .join(" ")
                    .into();
            }
        }
        files::write(&path, lesson.to_string()).unwrap();
        problems(folder.path()).join("\n")
    };
    let english = "en/lessons/sleep.json";
    let found = read(english, "Recovery medication continues.");
    assert!(found.contains("its grade is"), "{found}");
    let found = read(english, "You can rest now.");
    assert!(found.contains("a grade of 5 to 8 is allowed"), "{found}");
    // The right grade by long words alone.
    let found = read(english, "You can rest during your recovery now.");
    assert!(found.contains("words on average"), "{found}");
    let found = read("es/lessons/sleep.json", "Hoy puedes descansar en la cama.");
    assert!(
        found.contains("words on average") || found.contains("its ease is"),
        "{found}"
    );
}

#[test]
fn an_emergency_text_that_is_not_there_is_found() {
    let folder = copy();
    let name = "en/lessons/alcohol-and-the-body.json";
    let text = files::read(&folder.path().join(name)).unwrap();
    let text = text.replace("\"alcohol-poisoning\"", "\"no-such-text\"");
    files::write(&folder.path().join(name), text).unwrap();
    let found = problems(folder.path()).join("\n");
    assert!(found.contains("alcohol-and-the-body.json"), "{found}");
    assert!(found.contains("no-such-text"), "{found}");
}

#[test]
fn the_list_of_sources_says_what_the_content_says() {
    assert_eq!(super::sources::check(&real()).unwrap(), None);
}

#[test]
fn all_that_people_read_is_right() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    super::run(&root, super::Wanted::default()).unwrap();
}
