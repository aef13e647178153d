//! A caseload for other programs.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{CaseloadPerson, CaseloadRow, ClientRecords, DeskJournal};
use crate::content::instrument::Instrument;
use crate::export::csv::line;
use crate::export::fhir::{Measure, Source, fhir};
use crate::share::NotWritten;

const COLUMNS: [&str; 18] = [
    "person",
    "name",
    "verified",
    "signed",
    "last_share",
    "days_since_last_share",
    "days_known",
    "week_days_known",
    "week_cravings",
    "week_mean_strength",
    "before_days_known",
    "before_cravings",
    "before_mean_strength",
    "week_check_ins",
    "slips_four_weeks",
    "homework_done",
    "homework_all",
    "crisis_answers_four_weeks",
];

/// The lines of a caseload as a table (RFC 4180). Cells that a spreadsheet could take for a
/// formula begin with an apostrophe.
#[must_use]
pub fn caseload_csv(rows: &[CaseloadRow]) -> String {
    let mut text = String::from('\u{feff}');
    line(&mut text, COLUMNS.into_iter());
    for row in rows {
        let number = |value: Option<f64>| value.map(|value| format!("{value:.1}"));
        let cells = [
            row.person.to_string(),
            row.name.clone(),
            row.verified.to_string(),
            row.signed.to_string(),
            row.last_share.map(|at| at.to_string()).unwrap_or_default(),
            row.silent.map(|days| days.to_string()).unwrap_or_default(),
            row.known.to_string(),
            row.week.days.to_string(),
            row.week.cravings.to_string(),
            number(row.week.strength).unwrap_or_default(),
            row.before.days.to_string(),
            row.before.cravings.to_string(),
            number(row.before.strength).unwrap_or_default(),
            row.check_ins.to_string(),
            row.recent_slips.to_string(),
            row.homework.0.to_string(),
            row.homework.1.to_string(),
            row.crisis.to_string(),
        ];
        line(&mut text, cells.iter().map(String::as_str));
    }
    text
}

/// Everything that FHIR has a place for, one R4 resource a line (NDJSON), person after person.
///
/// # Errors
/// [`NotWritten`], which no desk causes.
pub fn caseload_fhir(
    desk: &DeskJournal,
    instruments: &[Instrument],
    words: fn(Measure) -> &'static str,
) -> Result<String, NotWritten> {
    let mut text = String::new();
    for records in ClientRecords::all(desk) {
        let Some(whole) = CaseloadPerson::read(desk, &records).and_then(|one| one.whole) else {
            continue;
        };
        let bundle = fhir(&Source {
            journal: &whole.journal,
            instruments,
            person: whole.person,
            issued_at: whole.issued_at,
            notice: &whole.notice,
            words,
        })?;
        let mut bundle: Value = serde_json::from_str(&bundle).map_err(|_| NotWritten)?;
        let entries = bundle.get_mut("entry").and_then(Value::as_array_mut);
        let entries = entries.ok_or(NotWritten)?;
        let urls: BTreeMap<String, String> = entries.iter().filter_map(address).collect();
        for resource in entries
            .iter_mut()
            .filter_map(|entry| entry.get_mut("resource"))
        {
            refer(resource, &urls);
            text.push_str(&resource.to_string());
            text.push('\n');
        }
    }
    Ok(text)
}

/// Under which address a resource stands in its bundle, and which it has without one.
fn address(entry: &Value) -> Option<(String, String)> {
    let resource = entry.get("resource")?;
    let kind = resource.get("resourceType")?.as_str()?;
    let id = resource.get("id")?.as_str()?;
    let url = entry.get("fullUrl")?.as_str()?;
    Some((url.to_owned(), format!("{kind}/{id}")))
}

/// Has references lead to resources as they are named outside of a bundle.
fn refer(value: &mut Value, urls: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            if let Some(known) = urls.get(text) {
                text.clone_from(known);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| refer(value, urls)),
        Value::Object(fields) => fields.values_mut().for_each(|value| refer(value, urls)),
        _ => {}
    }
}
