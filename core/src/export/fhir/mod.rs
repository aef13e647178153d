//! A journal as a FHIR R4 Bundle of type `collection`.
//!
//! A `QuestionnaireResponse` for each questionnaire, an `Observation` for each score, craving,
//! check-in answer, exercise and slip, all about one `Patient` who has no name. LOINC codes stand
//! only where they are known (`codes.rs`); all else has Ebb's own code system. Plans, goals, people
//! and what is about a programme are not in it.

mod answers;
mod codes;
mod measure;
mod observations;

use serde_json::{Value, json};

pub use measure::Measure;

use crate::content::instrument::Instrument;
use crate::journal::RecordId;
use crate::log::{Entry, Journal, Record};
use crate::share::NotWritten;
use crate::time::Moment;

/// What the bundle is made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The entries.
    pub journal: &'a Journal,
    /// The questionnaires, for the words of questions and answers. May be empty.
    pub instruments: &'a [Instrument],
    /// Under which name the person shares: the only thing that says who it is.
    pub person: RecordId,
    /// When it is made.
    pub issued_at: Moment,
    /// What may be done with it, for whoever reads it.
    pub notice: &'a str,
    /// What Ebb's own measures are called.
    pub words: fn(Measure) -> &'static str,
}

/// Writes the bundle as JSON.
///
/// # Errors
/// [`NotWritten`], which no journal causes.
pub fn fhir(source: &Source<'_>) -> Result<String, NotWritten> {
    let mut writer = Writer {
        source,
        entries: Vec::new(),
        patient: String::new(),
    };
    let identifier = json!([{ "system": codes::PERSON, "value": source.person.to_string() }]);
    writer.patient = writer.add(json!({ "resourceType": "Patient", "identifier": identifier }));
    for (root, record) in source.journal.entries() {
        writer.take(root, record);
    }
    let bundle = json!({
        "resourceType": "Bundle",
        "meta": {
            "security": [
                { "system": codes::CONFIDENTIALITY, "code": "R", "display": "restricted" },
                { "system": codes::ACT, "code": "42CFRPart2" },
            ],
            "tag": [{ "system": codes::NOTICE, "code": "notice", "display": source.notice }],
        },
        "type": "collection",
        "timestamp": source.issued_at.to_string(),
        "entry": writer.entries,
    });
    serde_json::to_string_pretty(&bundle).map_err(|_| NotWritten)
}

struct Writer<'a> {
    source: &'a Source<'a>,
    entries: Vec<Value>,
    patient: String,
}

impl Writer<'_> {
    /// Adds a resource and gives the address by which others in the bundle mean it.
    fn add(&mut self, mut resource: Value) -> String {
        let id = self.next_id();
        let url = format!("urn:uuid:{id}");
        if let Value::Object(fields) = &mut resource {
            fields.insert("id".to_owned(), id.into());
        }
        self.entries
            .push(json!({ "fullUrl": url, "resource": resource }));
        url
    }

    /// A version 8 UUID (RFC 9562, 5.8): of the person's random bits, the time of the bundle and
    /// the number of the resource.
    fn next_id(&self) -> String {
        let number = u128::try_from(self.entries.len()).unwrap_or(0) & 0xff_ffff;
        let time = u128::try_from(self.source.issued_at.utc_ms()).unwrap_or(0) & 0xff_ffff;
        let bits = self.source.person.bits() << 48 | time << 24 | number;
        let bits = bits & !(0xf << 76) | 8 << 76;
        let bits = bits & !(3 << 62) | 2 << 62;
        let text = format!("{bits:032x}");
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let parts = [
            part(0, 8),
            part(8, 12),
            part(12, 16),
            part(16, 20),
            part(20, 32),
        ];
        parts.join("-")
    }

    fn take(&mut self, root: RecordId, record: &Record) {
        match &record.entry {
            Entry::Questionnaire(kept) => self.questionnaire(record, kept),
            Entry::Craving(craving) => self.craving(root, record, craving),
            Entry::CheckIn(check_in) => self.check_in(record, check_in),
            Entry::Practice(practice) => self.practice(record, practice),
            Entry::PlanUsed(used) => self.plan_used(record, used),
            Entry::DayPlan(day) => self.day_plan(record, day),
            Entry::Slip(slip) => self.slip(record, slip),
            _ => {}
        }
    }
}
