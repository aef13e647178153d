//! Results in the journal: versions, rhythm, resuming.

use super::{in_order, one, short};
use crate::content::instrument::{Instrument, ScoreChange, ScoreError, present_form};
use crate::journal::{DeviceId, RecordId, Stamp};
use crate::log::{Action, Assignment, Entry, Journal, Questionnaire};
use crate::queries::{due, due_from, last_result, score_trends, unfinished};
use crate::text::Note;
use crate::time::{DayBoundary, LocalDay, Moment};
use std::num::NonZeroU8;

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

fn log(journal: &mut Journal, kept: Questionnaire, when: &str) -> RecordId {
    log_entry(journal, Entry::Questionnaire(kept), when)
}

fn log_entry(journal: &mut Journal, entry: Entry, when: &str) -> RecordId {
    let action = Action::Log {
        entry,
        happened_at: None,
    };
    act(journal, &action, when)
}

fn act(journal: &mut Journal, action: &Action, when: &str) -> RecordId {
    let mut stamp = Stamp {
        now: at(when),
        device: DeviceId::new(1),
        boundary: DayBoundary::default(),
        random: &mut || 7,
    };
    let records = journal.prepare(action, &mut stamp).unwrap();
    let id = records[0].id;
    for record in records {
        journal.absorb(record);
    }
    id
}

fn gad(values: &[u8]) -> (Instrument, Questionnaire) {
    let gad = one("gad-7");
    let kept = gad.finish(&in_order(values)).unwrap();
    (gad, kept)
}

#[test]
fn a_line_never_mixes_forms_or_ways_of_scoring() {
    let (_, first) = gad(&[0; 7]);
    let (_, second) = gad(&[1; 7]);
    let mut other_form = second.clone();
    other_form.form = "gad-7-2030".into();
    let mut other_scoring = second.clone();
    other_scoring.scoring = "gad-7-2030".into();
    let mut journal = Journal::default();
    log(&mut journal, first, "2026-01-01T12:00:00Z");
    log(&mut journal, other_form, "2026-02-01T12:00:00Z");
    log(&mut journal, other_scoring, "2026-03-01T12:00:00Z");
    log(&mut journal, second, "2026-04-01T12:00:00Z");
    let trends = score_trends(&journal, "gad-7");
    let values: Vec<Vec<u16>> = trends
        .iter()
        .map(|trend| trend.points.iter().map(|point| point.value).collect())
        .collect();
    assert_eq!(values, [vec![0, 7], vec![7], vec![7]]);
}

#[test]
fn a_phq_2_alone_is_on_the_line_of_phq_2s_only() {
    let phq = one("phq-9");
    let mut journal = Journal::default();
    log(&mut journal, short(&phq, 1, 1), "2026-01-01T12:00:00Z");
    let whole = phq.finish(&in_order(&[2; 9])).unwrap();
    log(&mut journal, whole, "2026-02-01T12:00:00Z");
    let lines: Vec<_> = score_trends(&journal, "phq-9")
        .into_iter()
        .map(|trend| (trend.score, trend.points.len()))
        .collect();
    assert_eq!(lines, [("phq-2".into(), 2), ("total".into(), 1)]);
}

#[test]
fn a_half_filled_form_is_on_no_line_and_resets_no_clock() {
    let instrument = one("gad-7");
    let mut journal = Journal::default();
    let half = instrument.keep(&in_order(&[3, 3]));
    log(&mut journal, half, "2026-01-01T12:00:00Z");
    assert_eq!(score_trends(&journal, "gad-7"), []);
    assert_eq!(last_result(&journal, "gad-7"), None);
    assert!(due(&journal, &instrument, "2026-01-01".parse().unwrap()));
}

#[test]
fn a_half_filled_form_is_taken_up_again_within_a_day() {
    let instrument = one("gad-7");
    let mut journal = Journal::default();
    let half = instrument.keep(&in_order(&[3, 3]));
    let root = log(&mut journal, half, "2026-01-01T12:00:00Z");
    let next_noon = at("2026-01-02T12:00:00Z");
    let found = unfinished(&journal, &instrument, next_noon);
    assert_eq!(found.map(|(root, _)| root), Some(root));
    let too_late = at("2026-01-02T12:01:00Z");
    assert_eq!(unfinished(&journal, &instrument, too_late), None);
}

#[test]
fn a_result_of_another_version_is_not_scored_again() {
    let (instrument, kept) = gad(&[1; 7]);
    assert_eq!(instrument.report_of(&kept).unwrap().scores[0].value, 7);
    let mut other = kept;
    other.scoring = "other".into();
    assert_eq!(instrument.report_of(&other), Err(ScoreError::OtherVersion));
}

#[test]
fn it_is_asked_at_the_beginning_and_then_by_its_rhythm() {
    for (id, days, answers) in [("gad-7", 30, 7), ("pacs", 7, 5)] {
        let instrument = one(id);
        let mut journal = Journal::default();
        let first: LocalDay = "2026-03-01".parse().unwrap();
        // The PACS is about alcohol, so nobody is asked who has not begun with it.
        assert_eq!(due(&journal, &instrument, first), id != "pacs", "{id}");
        let kept = instrument.finish(&in_order(&vec![1; answers])).unwrap();
        log(&mut journal, kept, "2026-03-01T12:00:00Z");
        assert!(!due(&journal, &instrument, first), "{id}");
        assert!(!due(&journal, &instrument, first.plus(days - 1)), "{id}");
        assert!(due(&journal, &instrument, first.plus(days)), "{id}");
        assert_eq!(
            due_from(&journal, &instrument, first),
            Some(first.plus(days)),
            "{id}"
        );
    }
}

#[test]
fn what_was_set_stands_in_the_place_of_the_rhythm_until_it_is_done() {
    let mut task = Assignment {
        what: Note::new("The PACS, please").unwrap(),
        from: None,
        exercise: None,
        lesson: None,
        instrument: Some("pacs".into()),
        every_weeks: NonZeroU8::new(2),
        due: None,
        done: None,
    };
    let pacs = one("pacs");
    let mut journal = Journal::default();
    let first: LocalDay = "2026-03-01".parse().unwrap();
    let root = log_entry(
        &mut journal,
        Entry::Assignment(task.clone()),
        "2026-03-01T12:00:00Z",
    );
    // It is asked at once, though by itself this one never is.
    assert!(due(&journal, &pacs, first));
    assert!(
        due(&journal, &one("gad-7"), first),
        "no other form is touched"
    );
    let kept = pacs.finish(&in_order(&[1; 5])).unwrap();
    log(&mut journal, kept, "2026-03-01T13:00:00Z");
    assert!(!due(&journal, &pacs, first.plus(13)));
    assert!(due(&journal, &pacs, first.plus(14)));
    assert_eq!(due_from(&journal, &pacs, first), Some(first.plus(14)));

    task.done = Some(first);
    let ended = Action::Edit {
        root,
        entry: Entry::Assignment(task),
        happened_at: at("2026-03-01T12:00:00Z"),
    };
    act(&mut journal, &ended, "2026-03-02T12:00:00Z");
    assert!(due(&journal, &pacs, first.plus(7)), "its own rhythm again");
}

#[test]
fn a_result_is_compared_with_the_one_before_it_on_the_same_line_only() {
    let mut journal = Journal::default();
    let (_, low) = gad(&[0; 7]);
    let mut other = low.clone();
    other.scoring = "gad-7-2030".into();
    let first = log(&mut journal, low, "2026-01-01T12:00:00Z");
    let strange = log(&mut journal, other, "2026-02-01T12:00:00Z");
    let (_, high) = gad(&[2; 7]);
    let second = log(&mut journal, high, "2026-03-01T12:00:00Z");
    let trends = score_trends(&journal, "gad-7");
    let before = |root| trends.iter().find_map(|trend| trend.before(root));
    assert_eq!(before(second).map(|point| point.root), Some(first));
    assert_eq!(before(first), None);
    assert_eq!(before(strange), None);
}

#[test]
fn answers_under_a_former_name_of_the_form_are_scored_and_stand_on_the_same_line() {
    for (id, former) in [("bam", "bam-2013-bands"), ("pacs", "pacs-1999")] {
        let instrument = one(id);
        assert_eq!(present_form(former), instrument.form);
        let answers = match id {
            "bam" => super::bam(&[("4", 2), ("5", 1), ("9", 3)]),
            _ => in_order(&[1, 2, 3, 4, 5]),
        };
        let new = instrument.finish(&answers).unwrap();
        let mut old = new.clone();
        former.clone_into(&mut old.form);
        let report = instrument.report_of(&old).unwrap();
        let scores = |kept: &Questionnaire| -> Vec<u16> {
            kept.scores.iter().map(|scored| scored.value).collect()
        };
        let again: Vec<u16> = report.scores.iter().map(|view| view.value).collect();
        assert_eq!(again, scores(&old));
        let mut otherwise = old.clone();
        otherwise.scoring = "continuous-days".into();
        let mut journal = Journal::default();
        log(&mut journal, old, "2026-01-01T12:00:00Z");
        log(&mut journal, new, "2026-02-01T12:00:00Z");
        log(&mut journal, otherwise, "2026-03-01T12:00:00Z");
        let trends = score_trends(&journal, id);
        assert_eq!(trends.len(), 2 * instrument.scores.len(), "{id}");
        for line in &trends {
            let same = line.scoring == instrument.scoring;
            assert_eq!(line.points.len(), if same { 2 } else { 1 }, "{id}");
            assert_eq!(line.form, instrument.form);
        }
    }
}

#[test]
fn a_half_filled_form_under_its_former_name_is_taken_up_again() {
    let instrument = one("bam");
    let mut journal = Journal::default();
    let mut half = instrument.keep(&in_order(&[1, 2]));
    half.form = "bam-2013-bands".into();
    let root = log(&mut journal, half, "2026-01-01T12:00:00Z");
    let found = unfinished(&journal, &instrument, at("2026-01-01T13:00:00Z"));
    assert_eq!(found.map(|(root, _)| root), Some(root));
}

#[test]
fn less_than_what_is_known_to_mean_something_is_about_the_same() {
    let phq = one("phq-9");
    let total = phq.score("total").unwrap();
    assert_eq!(total.change(14, 10), ScoreChange::AboutTheSame);
    assert_eq!(total.change(10, 14), ScoreChange::AboutTheSame);
    assert_eq!(total.change(14, 9), ScoreChange::Lower);
    assert_eq!(total.change(9, 14), ScoreChange::Higher);
    let gad = one("gad-7");
    let total = gad.score("total").unwrap();
    assert_eq!(total.change(8, 5), ScoreChange::AboutTheSame);
    assert_eq!(total.change(8, 4), ScoreChange::Lower);
    // No source is known for these.
    for id in ["bam", "pacs", "pc-ptsd-5"] {
        let form = one(id);
        let known = form.scores.iter().map(|score| score.change(0, 5));
        assert!(known.into_iter().all(|says| says == ScoreChange::NotKnown));
    }
}
