use proptest::prelude::*;

use super::{DAYS, Words, month, today};
use crate::content::Content;
use crate::content::exercise::Exercise;
use crate::content::instrument::Instrument;
use crate::insight::{LookBack, Span, rated_lower};
use crate::journal::{decode, encode};
use crate::log::{Entry, Journal};
use crate::time::{DayBoundary, Moment};

const WORDS: Words = Words {
    thoughts: ["t1", "t2", "t3", "t4"],
    notes: ["n1", "n2", "n3", "n4", "n5"],
    group: "Group",
    takeaways: ["a1", "a2", "a3"],
    goals: [["g1", "s1", "s2"], ["g2", "s3", "s4"]],
    bring: "b",
    slip: "s",
    after_slip: "p",
};

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

fn told(now: Moment) -> Journal {
    month(now, DayBoundary::default(), &WORDS)
}

fn how_many(journal: &Journal, is: fn(&Entry) -> bool) -> usize {
    let entries = journal.entries();
    entries.filter(|(_, record)| is(&record.entry)).count()
}

#[test]
fn there_is_something_of_everything_that_looking_back_shows() {
    let now = at("2026-11-25T18:30:00.000-05:00");
    let journal = told(now);
    assert!(journal.entries().count() >= 60);
    assert!(how_many(&journal, |entry| matches!(entry, Entry::Craving(_))) >= 20);
    assert!(how_many(&journal, |entry| matches!(entry, Entry::CheckIn(_))) >= 20);
    assert_eq!(
        how_many(&journal, |entry| matches!(entry, Entry::Slip(_))),
        1
    );
    assert_eq!(
        how_many(&journal, |entry| matches!(entry, Entry::Goal(_))),
        2
    );
    assert!(how_many(&journal, |entry| matches!(entry, Entry::Questionnaire(_))) >= 2);
    assert!(!rated_lower(&journal, 3).is_empty());
    let again = |journal: &Journal| {
        let records = journal.records();
        records
            .filter(|r| matches!(r.entry, Entry::Rerating(_)))
            .count()
    };
    assert!(again(&journal) >= 20);
}

#[test]
fn it_has_days_without_a_word_and_gets_easier() {
    let now = at("2026-11-25T18:30:00.000-05:00");
    let journal = told(now);
    let yesterday = today(now).plus(-1);
    let half = |last| {
        let span = Span::ending(last, 14).unwrap();
        LookBack::over(&journal, span, yesterday).totals
    };
    let (first, second) = (half(yesterday.plus(-14)), half(yesterday));
    assert_eq!(first.days_missing + second.days_missing, 3);
    assert!(second.cravings.mean() < first.cravings.mean());
}

#[test]
fn it_names_nobody_to_call_and_has_no_plan_for_a_crisis() {
    let journal = told(at("2026-11-25T18:30:00.000-05:00"));
    let own = |entry: &Entry| {
        matches!(
            entry,
            Entry::Person(_) | Entry::SafetyPlan(_) | Entry::Places(_)
        )
    };
    assert_eq!(how_many(&journal, own), 0);
}

#[test]
fn its_questionnaires_are_what_the_data_file_scores_and_raise_no_alarm() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/content/en/instruments/phq-9.json"
    );
    let form = Instrument::parse(&std::fs::read_to_string(file).unwrap()).unwrap();
    let journal = told(at("2026-11-25T18:30:00.000-05:00"));
    for (_, record) in journal.entries() {
        if let Entry::Questionnaire(kept) = &record.entry {
            assert_eq!(form.finish(&kept.answers).unwrap(), *kept);
            assert!(!form.report_of(kept).unwrap().crisis);
        }
    }
}

#[test]
fn its_exercises_and_lessons_exist() {
    let journal = told(at("2026-11-25T18:30:00.000-05:00"));
    let exists = |folder: &str, id: &str| {
        let root = env!("CARGO_MANIFEST_DIR");
        std::fs::read_to_string(format!("{root}/content/en/{folder}/{id}.json"))
    };
    for (_, record) in journal.entries() {
        match &record.entry {
            Entry::Practice(practice) => {
                let text = exists("exercises", &practice.exercise).unwrap();
                assert!(Exercise::parse(&text).is_ok());
            }
            Entry::LessonRead(read) => assert!(exists("lessons", &read.lesson).is_ok()),
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn it_is_the_same_each_time_valid_and_over(
        // 1980 to 2099.
        utc_ms in 315_532_800_000_i64..4_070_908_800_000,
        offset in -720_i16..=840,
        boundary in 0_u16..=720,
    ) {
        let now = Moment::new(utc_ms, offset).unwrap();
        let boundary = DayBoundary::new(boundary).unwrap();
        let journal = month(now, boundary, &WORDS);
        prop_assert_eq!(&journal, &month(now, boundary, &WORDS));
        prop_assert!(journal.entries().count() >= 60);
        for record in journal.records() {
            prop_assert_eq!(&decode(&encode(record).unwrap()).unwrap(), record);
            prop_assert!(record.happened_at.utc_ms() < now.utc_ms());
        }
        let days: Vec<_> = journal.records().map(|r| today(r.happened_at)).collect();
        let first = days.iter().min().unwrap();
        let last = days.iter().max().unwrap();
        prop_assert_eq!(last.days_since(*first), i64::from(DAYS) - 1);
        prop_assert_eq!(today(now).days_since(*last), 1);
    }

    #[test]
    fn at_the_ends_of_the_calendar_it_is_short_and_nothing_breaks(utc_ms in 0_i64..3_000_000_000) {
        let now = Moment::new(utc_ms, 0).unwrap();
        prop_assert!(told(now).entries().all(|(_, r)| r.happened_at < now));
    }
}

#[test]
fn its_evenings_agree_with_its_days() {
    let now = at("2026-11-25T18:30:00.000-05:00");
    let journal = told(now);
    let span = Span::ending(today(now).plus(-1), 28).unwrap();
    for (day, _) in LookBack::over(&journal, span, today(now)).days {
        let that_day = || {
            journal
                .entries_between(day, day)
                .map(|(_, record)| &record.entry)
        };
        let strongest = that_day().filter_map(|entry| match entry {
            Entry::Craving(craving) => Some(craving.intensity.get()),
            _ => None,
        });
        let strongest = strongest.max().unwrap_or(0);
        for entry in that_day() {
            if let Entry::CheckIn(told) = entry {
                assert_eq!(told.craving_strongest.unwrap().get(), strongest, "{day}");
            }
        }
    }
}
