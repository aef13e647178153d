//! What was logged from day to day.

use serde_json::{Value, json};

use super::{Writer, codes};
use crate::insight::CheckInItem;
use crate::journal::RecordId;
use crate::log::{CheckIn, Craving, Entry, Medication, Practice, Record, Slip};
use crate::rating::Rating;
use crate::share::shown;
use crate::text::{Note, Tag};

fn own(code: &str, text: &str) -> Value {
    codes::concept(None, codes::MEASURE, code, text)
}

fn rated(rating: Rating) -> Value {
    codes::points(u16::from(rating.get()))
}

/// A suggestion by its name, all else as written; FHIR takes no control characters.
fn word(tag: &Tag) -> &str {
    tag.suggestion().unwrap_or(tag.as_str())
}

fn notes<'a>(notes: impl IntoIterator<Item = Option<&'a Note>>) -> Vec<Value> {
    let notes = notes.into_iter().flatten();
    notes
        .map(|note| json!({ "text": shown(note.as_str()) }))
        .collect()
}

/// Parts of an observation, each with its own code.
#[derive(Default)]
struct Parts(Vec<Value>);

impl Parts {
    fn words<'a>(&mut self, code: &str, text: &str, tags: impl IntoIterator<Item = &'a Tag>) {
        for tag in tags {
            self.0
                .push(json!({ "code": own(code, text), "valueString": shown(word(tag)) }));
        }
    }

    fn yes_or_no(&mut self, code: &str, text: &str, yes: bool) {
        self.0
            .push(json!({ "code": own(code, text), "valueBoolean": yes }));
    }

    fn rating(&mut self, code: &str, text: &str, rating: Option<Rating>) {
        if let Some(rating) = rating {
            self.0
                .push(json!({ "code": own(code, text), "valueQuantity": rated(rating) }));
        }
    }
}

/// An object without its empty lists, which are no valid FHIR.
fn filled(mut rest: Value) -> Value {
    if let Value::Object(fields) = &mut rest {
        fields.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
    }
    rest
}

impl Writer<'_> {
    /// Adds an observation made when the record says, with `rest` for its value.
    pub(super) fn observe(&mut self, record: &Record, code: &Value, rest: &Value) -> String {
        let mut observation = json!({
            "resourceType": "Observation",
            "status": "final",
            "category": codes::survey(),
            "code": code,
            "subject": { "reference": self.patient },
            "effectiveDateTime": record.happened_at.to_string(),
        });
        if let (Value::Object(fields), Value::Object(rest)) = (&mut observation, rest) {
            fields.extend(rest.clone());
        }
        self.add(observation)
    }

    pub(super) fn craving(&mut self, root: RecordId, record: &Record, craving: &Craving) {
        let code = || own("craving", "Craving, 0 (none) to 10 (the strongest ever)");
        let mut parts = Parts::default();
        parts.words("craving.triggers", "Trigger", &craving.triggers);
        parts.words("craving.feelings", "Feeling", &craving.feelings);
        parts.words("craving.place", "Place", &craving.place);
        parts.words("craving.company", "Company", &craving.company);
        parts.words("craving.substance", "For what", &craving.substance);
        let first = self.observe(
            record,
            &code(),
            &filled(json!({
                "valueQuantity": rated(craving.intensity),
                "component": parts.0,
                "note": notes([craving.thought.as_ref(), craving.did.as_ref()]),
            })),
        );
        let journal = self.source.journal;
        for (_, child) in journal.children(root) {
            if let Entry::Rerating(again) = &child.entry {
                self.observe(
                    child,
                    &code(),
                    &json!({
                        "valueQuantity": rated(again.intensity),
                        "derivedFrom": [{ "reference": first }],
                    }),
                );
            }
        }
    }

    pub(super) fn check_in(&mut self, record: &Record, check_in: &CheckIn) {
        for item in CheckInItem::ALL {
            let (code, text) = item_words(item);
            if let Some(rating) = item.answer(check_in) {
                self.observe(
                    record,
                    &own(code, text),
                    &json!({ "valueQuantity": rated(rating) }),
                );
            }
        }
        let mut parts = Parts::default();
        if let Some(halt) = check_in.halt {
            parts.yes_or_no("check_in.halt.hungry", "Hungry", halt.hungry);
            parts.yes_or_no("check_in.halt.angry", "Angry", halt.angry);
            parts.yes_or_no("check_in.halt.lonely", "Lonely", halt.lonely);
            parts.yes_or_no("check_in.halt.tired", "Tired", halt.tired);
        }
        if let Some(medication) = check_in.medication {
            let words = match medication {
                Medication::Taken => "taken as prescribed",
                Medication::Missed => "missed",
                Medication::NonePrescribed => "none prescribed",
            };
            let code = own("check_in.medication", "Medication for recovery");
            parts.0.push(json!({ "code": code, "valueString": words }));
        }
        parts.words("check_in.skills", "Skill used", &check_in.skills);
        let notes = notes([check_in.note.as_ref()]);
        if !parts.0.is_empty() || !notes.is_empty() {
            let rest = filled(json!({ "component": parts.0, "note": notes }));
            self.observe(record, &own("check_in", "Check-in"), &rest);
        }
    }

    pub(super) fn practice(&mut self, record: &Record, practice: &Practice) {
        let mut parts = Parts::default();
        parts.rating(
            "practice.before",
            "Craving before, 0 to 10",
            practice.before,
        );
        parts.rating("practice.after", "Craving after, 0 to 10", practice.after);
        self.observe(
            record,
            &own("practice", "Exercise done"),
            &filled(json!({
                "valueString": practice.exercise,
                "component": parts.0,
                "note": notes([practice.note.as_ref()]),
            })),
        );
    }

    pub(super) fn slip(&mut self, record: &Record, slip: &Slip) {
        let mut parts = Parts::default();
        parts.words("slip.substance", "Substance", &slip.substance);
        parts.words("slip.triggers", "Trigger", &slip.triggers);
        let words = [&slip.amount, &slip.happened, &slip.next_day, &slip.reach];
        self.observe(
            record,
            &own("slip", "Slip"),
            &filled(json!({
                "valueBoolean": true,
                "component": parts.0,
                "note": notes(words.map(Option::as_ref)),
            })),
        );
    }
}

const fn item_words(item: CheckInItem) -> (&'static str, &'static str) {
    match item {
        CheckInItem::Mood => ("check_in.mood", "Mood, 0 (very low) to 10 (very good)"),
        CheckInItem::Stress => ("check_in.stress", "Stress, 0 (none) to 10 (the most)"),
        CheckInItem::Sleep => ("check_in.sleep", "Sleep, 0 (very bad) to 10 (very good)"),
        CheckInItem::Energy => ("check_in.energy", "Energy, 0 (none) to 10 (full)"),
        CheckInItem::CravingNow => ("check_in.craving_now", "Craving now, 0 to 10"),
        CheckInItem::CravingStrongest => (
            "check_in.craving_strongest",
            "Strongest craving today, 0 to 10",
        ),
        CheckInItem::Presence => ("check_in.presence", "Attention to the present, 0 to 10"),
    }
}
