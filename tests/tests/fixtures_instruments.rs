//! Format 1 of questionnaires is frozen under every name that a form ever had: what an Ebb of any
//! age wrote opens for ever, is written back the same, and is scored as it was.
//!
//! Never change a line of the fixture or an expectation here. New names add lines at the end.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::content::instrument::Instrument;
use ebb_core::journal::{decode, encode};
use ebb_core::log::{Journal, Questionnaire};
use ebb_core::queries::score_trends;
use ebb_tests::content::content;

const LINES: &str = include_str!("../fixtures/v1/instruments.jsonl");

fn journal() -> Journal {
    let mut journal = Journal::default();
    for line in LINES.lines() {
        let record = decode::<ebb_core::log::Entry>(line.as_bytes()).unwrap();
        assert_eq!(encode(&record).unwrap(), line.as_bytes());
        assert!(journal.absorb(record));
    }
    journal
}

#[test]
fn every_name_a_form_ever_had_opens_and_is_written_back_the_same() {
    assert_eq!(journal().all_of::<Questionnaire>().count(), 6);
}

#[test]
fn what_was_answered_under_a_former_name_is_scored_as_it_was() {
    let forms: Vec<Instrument> = content("instruments");
    let mut scored = 0;
    for (_, _, kept) in journal().all_of::<Questionnaire>() {
        let form = forms
            .iter()
            .find(|form| form.id == kept.instrument)
            .unwrap();
        let Ok(report) = form.report_of(kept) else {
            assert_eq!(kept.scoring, "bam-continuous-days");
            continue;
        };
        for (view, then) in report.scores.iter().zip(&kept.scores) {
            assert_eq!((&view.score.id, view.value), (&then.score, then.value));
            scored += 1;
        }
    }
    assert_eq!(scored, 3 + 3 + 1 + 1 + 1);
}

#[test]
fn two_names_of_one_form_share_a_line_and_two_ways_of_scoring_never_do() {
    let journal = journal();
    let lines = |id: &str| -> Vec<(String, usize)> {
        let lines = score_trends(&journal, id).into_iter();
        lines
            .map(|line| (line.scoring, line.points.len()))
            .collect()
    };
    let bands = ("bam-subscales-0-4".to_owned(), 2);
    let days = ("bam-continuous-days".to_owned(), 1);
    assert_eq!(
        lines("bam"),
        [
            bands.clone(),
            bands.clone(),
            bands,
            days.clone(),
            days.clone(),
            days
        ]
    );
    assert_eq!(lines("pacs"), [("pacs-1999".to_owned(), 2)]);
}
