//! Code systems and the codes that are known.
//!
//! LOINC codes of the PHQ-9 (panel 44249-1 and its items and answers), PHQ-2 and GAD-7 totals as
//! published by LOINC. None is known for the BAM, the PACS or a craving from 0 to 10, and none is
//! made up.

use serde_json::{Value, json};

pub(super) const LOINC: &str = "http://loinc.org";
/// Ebb's own measures, by the names of the journal's format.
pub(super) const MEASURE: &str = "urn:x-ebb:measure";
/// Questions and scores, as `instrument/item`.
pub(super) const QUESTION: &str = "urn:x-ebb:question";
/// Answers, by what they count.
pub(super) const ANSWER: &str = "urn:x-ebb:answer";
pub(super) const PERSON: &str = "urn:x-ebb:person";
pub(super) const NOTICE: &str = "urn:x-ebb:notice";
pub(super) const CONFIDENTIALITY: &str = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
pub(super) const ACT: &str = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";

/// Items 1 to 9 of the PHQ-9.
const PHQ_9: [&str; 9] = [
    "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
    "44260-8",
];
/// Its answers 0 to 3.
const PHQ_9_ANSWERS: [&str; 4] = ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"];

/// The LOINC code of a question.
pub(super) fn item(instrument: &str, item: &str) -> Option<&'static str> {
    let number = item
        .parse::<usize>()
        .ok()
        .filter(|_| instrument == "phq-9")?;
    PHQ_9.get(number.checked_sub(1)?).copied()
}

/// The LOINC code of an answer.
pub(super) fn answer(instrument: &str, question: &str, value: u8) -> Option<&'static str> {
    item(instrument, question)?;
    PHQ_9_ANSWERS.get(usize::from(value)).copied()
}

/// The LOINC code of a score.
pub(super) fn score(instrument: &str, score: &str) -> Option<&'static str> {
    match (instrument, score) {
        ("phq-9", "total") => Some("44261-6"),
        ("phq-9", "phq-2") => Some("55758-7"),
        ("gad-7", "total") => Some("70274-6"),
        _ => None,
    }
}

/// A concept by LOINC, where it has a code, or else by Ebb's own system.
pub(super) fn concept(loinc: Option<&str>, system: &str, code: &str, text: &str) -> Value {
    let coding = match loinc {
        Some(loinc) => json!([{ "system": LOINC, "code": loinc }]),
        None => json!([{ "system": system, "code": code }]),
    };
    json!({ "coding": coding, "text": text })
}

pub(super) fn survey() -> Value {
    json!([{ "coding": [{ "system": CATEGORY, "code": "survey", "display": "Survey" }] }])
}

/// A number on a scale.
pub(super) fn points(value: u16) -> Value {
    json!({ "value": value, "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}" })
}
