//! What was logged from day to day.

use serde_json::{Value, json};

use super::{Measure, Writer, codes};
use crate::insight::CheckInItem;
use crate::journal::RecordId;
use crate::log::{CheckIn, Craving, DayPlan, Entry, Medication, PlanUsed, Practice, Record, Slip};
use crate::rating::Rating;
use crate::share::shown;
use crate::text::{Note, Tag};

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
struct Parts<'a>(&'a Writer<'a>, Vec<Value>);

impl Parts<'_> {
    fn push(&mut self, measure: Measure, kind: &str, value: impl Into<Value>) {
        let mut part = json!({ "code": self.0.own(measure) });
        part[kind] = value.into();
        self.1.push(part);
    }

    fn words<'t>(&mut self, measure: Measure, tags: impl IntoIterator<Item = &'t Tag>) {
        for tag in tags {
            self.push(measure, "valueString", shown(word(tag)));
        }
    }

    fn rating(&mut self, measure: Measure, rating: Option<Rating>) {
        if let Some(rating) = rating {
            self.push(measure, "valueQuantity", rated(rating));
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
    fn own(&self, measure: Measure) -> Value {
        let words = (self.source.words)(measure);
        codes::concept(None, codes::MEASURE, measure.code(), words)
    }

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
        let code = self.own(Measure::Craving);
        let mut parts = Parts(self, Vec::new());
        parts.words(Measure::CravingTriggers, &craving.triggers);
        parts.words(Measure::CravingFeelings, &craving.feelings);
        parts.words(Measure::CravingPlace, &craving.place);
        parts.words(Measure::CravingCompany, &craving.company);
        parts.words(Measure::CravingSubstance, &craving.substance);
        let first = self.observe(
            record,
            &code,
            &filled(json!({
                "valueQuantity": rated(craving.intensity),
                "component": parts.1,
                "note": notes([craving.thought.as_ref(), craving.did.as_ref()]),
            })),
        );
        let journal = self.source.journal;
        for (_, child) in journal.children(root) {
            if let Entry::Rerating(again) = &child.entry {
                self.observe(
                    child,
                    &code,
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
            if let Some(rating) = item.answer(check_in) {
                self.observe(
                    record,
                    &self.own(Measure::Item(item)),
                    &json!({ "valueQuantity": rated(rating) }),
                );
            }
        }
        let mut parts = Parts(self, Vec::new());
        if let Some(halt) = check_in.halt {
            parts.push(Measure::CheckInHungry, "valueBoolean", halt.hungry);
            parts.push(Measure::CheckInAngry, "valueBoolean", halt.angry);
            parts.push(Measure::CheckInLonely, "valueBoolean", halt.lonely);
            parts.push(Measure::CheckInTired, "valueBoolean", halt.tired);
        }
        if let Some(medication) = check_in.medication {
            let taken = match medication {
                Medication::Taken => Measure::MedicationTaken,
                Medication::Missed => Measure::MedicationMissed,
                Medication::NonePrescribed => Measure::MedicationNone,
            };
            parts.push(
                Measure::CheckInMedication,
                "valueString",
                (self.source.words)(taken),
            );
        }
        parts.words(Measure::CheckInSkills, &check_in.skills);
        let notes = notes([check_in.note.as_ref()]);
        if !parts.1.is_empty() || !notes.is_empty() {
            let rest = filled(json!({ "component": parts.1, "note": notes }));
            self.observe(record, &self.own(Measure::CheckIn), &rest);
        }
    }

    pub(super) fn practice(&mut self, record: &Record, practice: &Practice) {
        let mut parts = Parts(self, Vec::new());
        parts.rating(Measure::PracticeBefore, practice.before);
        parts.rating(Measure::PracticeAfter, practice.after);
        self.observe(
            record,
            &self.own(Measure::Practice),
            &filled(json!({
                "valueString": practice.exercise,
                "component": parts.1,
                "note": notes([practice.note.as_ref()]),
            })),
        );
    }

    pub(super) fn plan_used(&mut self, record: &Record, used: &PlanUsed) {
        let did = json!({ "valueString": shown(used.did.as_str()) });
        self.observe(record, &self.own(Measure::PlanUsed), &did);
    }

    pub(super) fn day_plan(&mut self, record: &Record, day: &DayPlan) {
        let mut parts = Parts(self, Vec::new());
        parts.words(Measure::DayPlanWants, &day.wants);
        if let Some(used) = day.used {
            parts.push(Measure::DayPlanUsed, "valueInteger", used);
        }
        let words = [&day.words, &day.good, &day.tomorrow];
        let rest = filled(json!({
            "component": parts.1,
            "note": notes(words.map(Option::as_ref)),
        }));
        self.observe(record, &self.own(Measure::DayPlan), &rest);
    }

    pub(super) fn slip(&mut self, record: &Record, slip: &Slip) {
        let mut parts = Parts(self, Vec::new());
        parts.words(Measure::SlipSubstance, &slip.substance);
        parts.words(Measure::SlipTriggers, &slip.triggers);
        let words = [&slip.amount, &slip.happened, &slip.next_day, &slip.reach];
        self.observe(
            record,
            &self.own(Measure::Slip),
            &filled(json!({
                "valueBoolean": true,
                "component": parts.1,
                "note": notes(words.map(Option::as_ref)),
            })),
        );
    }
}
