//! What is refused in a lesson. The lessons themselves are checked by `cargo xtask content`.

use serde_json::{Value, json};

use super::Lesson;
use crate::content::crisis::EmergencyId;
use crate::content::{Content, ContentError};

fn sample() -> Value {
    let choice = |fits: bool| json!({"text": "So.", "fits": fits, "feedback": "Thank you."});
    json!({
        "id": "sample", "order": 1, "title": "Sample", "summary": "A sample.", "minutes": 2,
        "sections": [{"title": "One", "text": ["word ".repeat(300)]}],
        "check": [{"ask": "How?", "choices": [choice(true), choice(false)]},
                  {"ask": "Why?", "choices": [choice(true), choice(false)]}],
        "exercise": "halt", "evidence": [], "sources": ["Nobody (2000)."]
    })
}

fn with(pointer: &str, value: Value) -> Result<Lesson, ContentError> {
    let mut json = sample();
    *json.pointer_mut(pointer).unwrap() = value;
    Lesson::parse(&json.to_string())
}

#[test]
fn a_section_may_name_an_emergency_that_there_is() {
    let named = |name: &str| {
        let section = json!({"title": "One", "text": ["word ".repeat(300)], "emergency": name});
        with("/sections/0", section)
    };
    let lesson = named("overdose").unwrap();
    assert_eq!(lesson.sections[0].emergency, Some(EmergencyId::Overdose));
    assert!(
        named("hangover")
            .unwrap_err()
            .to_string()
            .contains("hangover")
    );
    let without = Lesson::parse(&sample().to_string()).unwrap();
    assert_eq!(without.sections[0].emergency, None);
}

#[test]
fn a_lesson_without_source_feedback_or_a_fitting_answer_is_refused() {
    assert!(Lesson::parse(&sample().to_string()).is_ok());
    for (pointer, value, expected) in [
        ("/id", json!("A b"), "the id \"A b\""),
        ("/exercise", json!(""), "the id \"\""),
        ("/sources", json!([]), "the list of sources is empty"),
        ("/minutes", json!(5), "minutes are 2 to 4"),
        ("/sections/0/text", json!([]), "One: the text is empty"),
        (
            "/evidence",
            json!([{"measured": " ", "effect": "None.", "source": "Nobody (2000)."}]),
            "the measured is empty",
        ),
        (
            "/evidence",
            json!([{"measured": "It.", "effect": "None.", "n": 0, "source": "Nobody (2000)."}]),
            "1 person or more",
        ),
        (
            "/sections/0/text",
            json!(["Too short."]),
            "250 to 680 words",
        ),
        (
            "/sections/0/text",
            json!(["w ".repeat(681)]),
            "250 to 680 words",
        ),
        ("/check", json!([]), "2 or 3 questions"),
        (
            "/check/0/choices/0/fits",
            json!(false),
            "How?: no choice fits",
        ),
        (
            "/check/0/choices/1/fits",
            json!(true),
            "How?: every choice fits",
        ),
        (
            "/check/1/choices/1/feedback",
            json!(" "),
            "Why?: the feedback is empty",
        ),
    ] {
        let message = with(pointer, value).unwrap_err().to_string();
        assert!(message.contains(expected), "{pointer}: {message}");
    }
}

#[test]
fn a_lesson_says_what_is_known_of_it_even_if_that_is_nothing() {
    let read = Lesson::parse(&sample().to_string()).unwrap();
    assert_eq!(read.evidence.studies(), []);
    let mut silent = sample();
    silent.as_object_mut().unwrap().remove("evidence");
    let error = Lesson::parse(&silent.to_string()).unwrap_err().to_string();
    assert!(
        error.contains(
            "the field `evidence` is missing; write [] if no study of this as an app is known"
        ),
        "{error}"
    );
}

#[test]
fn a_section_may_leave_what_to_do_to_an_emergency_text() {
    let mut json = sample();
    let sections = json["sections"].as_array_mut().unwrap();
    sections.push(json!({"title": "Two", "text": [], "emergency": "overdose"}));
    let read = Lesson::parse(&json.to_string()).unwrap();
    assert_eq!(read.sections[0].emergency, None);
    assert_eq!(read.sections[1].emergency, Some(EmergencyId::Overdose));
    let error = with(
        "/sections/0",
        json!({"title": "A", "text": [], "emergency": "A b"}),
    );
    let error = error.unwrap_err().to_string();
    assert!(error.contains("unknown variant `A b`"), "{error}");
}
