//! Questionnaires and lessons as they come up over the weeks, with the real content.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::content::instrument::Instrument;
use ebb_core::content::lesson::{self, Lesson};
use ebb_core::journal::{ActionError, decode};
use ebb_core::log::{Action, AfterPlan, Entry, LessonRead, Reply};
use ebb_core::queries::{Material, TodayItem, latest_crisis_answer, score_trends, today};
use ebb_core::time::{LocalDay, WallTime, Zone};
use ebb_tests::content::content;
use ebb_tests::diary::{Diary, mood};

/// Answers everything that is asked with the first answer of its scale.
fn filled(instrument: &Instrument) -> Entry {
    let mut replies: Vec<Reply> = Vec::new();
    // One after the other, because an answer can make later items fall away.
    for item in &instrument.items {
        if !instrument.is_skipped(&item.id, &replies) {
            let value = instrument.scale(item)[0].value;
            let item = item.id.clone();
            replies.push(Reply { item, value });
        }
    }
    Entry::Questionnaire(instrument.finish(&replies).unwrap())
}

const fn nowhere(_: &Zone, _: LocalDay, _: WallTime) -> Option<i16> {
    None
}

struct Content {
    instruments: Vec<Instrument>,
    lessons: Vec<Lesson>,
}

impl Content {
    fn real() -> Self {
        let mut lessons: Vec<Lesson> = content("lessons");
        lesson::sort(&mut lessons);
        Self {
            instruments: content("instruments"),
            lessons,
        }
    }

    fn today<'a>(&'a self, diary: &'a Diary) -> Vec<TodayItem<'a>> {
        let material = Material {
            instruments: &self.instruments,
            lessons: &self.lessons,
        };
        today(
            &diary.journal,
            material,
            diary.now,
            diary.boundary,
            &nowhere,
        )
    }

    fn asked(&self, diary: &Diary) -> Option<&Instrument> {
        let id = self.today(diary).into_iter().find_map(|item| match item {
            TodayItem::Questionnaire(instrument) => Some(instrument.id.clone()),
            _ => None,
        })?;
        self.instruments.iter().find(|i| i.id == id)
    }

    fn lesson(&self, diary: &Diary) -> Option<String> {
        self.today(diary).into_iter().find_map(|item| match item {
            TodayItem::Lesson(lesson) => Some(lesson.id.clone()),
            _ => None,
        })
    }
}

#[test]
fn at_intake_one_questionnaire_a_day_and_each_again_in_its_rhythm() {
    let content = Content::real();
    let mut diary = Diary::at("2026-03-01T09:00:00Z");
    for (date, expected) in [
        ("2026-03-01", Some("bam")),
        ("2026-03-02", Some("gad-7")),
        ("2026-03-03", Some("phq-9")),
        ("2026-03-04", None),
        ("2026-03-30", None),
        ("2026-03-31", Some("bam")),
        ("2026-04-01", Some("gad-7")),
    ] {
        diary.clock(&format!("{date}T09:00:00Z"));
        let asked = content.asked(&diary);
        assert_eq!(asked.map(|i| i.id.as_str()), expected, "{date}");
        if let Some(instrument) = asked {
            let entry = filled(instrument);
            diary.log(entry);
            assert_eq!(content.asked(&diary), None, "{date}: one a day");
        }
    }
    assert_eq!(score_trends(&diary.journal, "bam").len(), 3);
    assert!(
        score_trends(&diary.journal, "bam")
            .iter()
            .all(|t| t.points.len() == 2)
    );
}

/// Earlier versions kept the first two questions of the PHQ-9 for a whole result when they were low.
#[test]
fn a_short_form_of_the_frozen_example_still_reads_and_is_no_answer_to_question_9() {
    let frozen = include_str!("../fixtures/v1/programme.jsonl");
    let record = decode(frozen.lines().next().unwrap().as_bytes()).unwrap();
    let Entry::Questionnaire(kept) = &record.entry else {
        unreachable!("the first record is a questionnaire");
    };
    assert!(kept.is_finished());
    let instruments: Vec<Instrument> = content("instruments");
    let phq = instruments.iter().find(|i| i.id == "phq-9").unwrap();
    assert!(phq.is_short(&kept.answers));
    let report = phq.report_of(kept).unwrap();
    assert_eq!((report.scores.len(), report.scores[0].value), (1, 2));
    let mut diary = Diary::at("2026-11-25T23:00:00Z");
    diary.log(record.entry.clone());
    assert_eq!(latest_crisis_answer(&diary.journal, &instruments), None);
}

#[test]
fn an_alcohol_questionnaire_is_asked_weekly_once_the_person_has_begun() {
    let content = Content::real();
    let mut diary = Diary::at("2026-03-01T09:00:00Z");
    for instrument in &content.instruments {
        diary.log(filled(instrument));
    }
    diary.clock("2026-03-08T09:00:00Z");
    assert_eq!(content.asked(&diary).map(|i| i.id.as_str()), Some("pacs"));
}

#[test]
fn a_questionnaire_without_one_answer_is_not_kept() {
    let content = Content::real();
    let mut diary = Diary::at("2026-03-01T09:00:00Z");
    let log = |entry| Action::Log {
        entry: Entry::Questionnaire(entry),
        happened_at: None,
    };
    let empty = log(content.instruments[0].keep(&[]));
    assert_eq!(diary.act(&empty), Err(ActionError::NothingAnswered));
    let one = Reply {
        item: "1".into(),
        value: 0,
    };
    let begun = log(content.instruments[0].keep(&[one]));
    assert!(diary.act(&begun).is_ok());
}

#[test]
fn lessons_come_one_a_day_in_order_until_all_are_read() {
    let content = Content::real();
    let mut diary = Diary::at("2026-03-01T09:00:00Z");
    for instrument in &content.instruments {
        diary.log(filled(instrument));
    }
    let read = |diary: &mut Diary, id: &str| {
        diary.log(Entry::LessonRead(LessonRead {
            lesson: id.into(),
            takeaway: None,
        }));
    };
    assert_eq!(
        content.lesson(&diary).as_deref(),
        Some("what-addiction-does")
    );
    read(&mut diary, "what-addiction-does");
    assert_eq!(content.lesson(&diary), None);
    diary.clock("2026-03-02T09:00:00Z");
    assert_eq!(content.lesson(&diary).as_deref(), Some("craving-wave"));
    for lesson in &content.lessons {
        read(&mut diary, &lesson.id);
    }
    diary.clock("2026-03-03T09:00:00Z");
    assert_eq!(content.lesson(&diary), None);
}

#[test]
fn the_plan_for_after_comes_back_on_its_checkpoints() {
    let content = Content {
        instruments: Vec::new(),
        lessons: Vec::new(),
    };
    let mut diary = Diary::at("2026-06-01T09:00:00Z");
    diary.log(Entry::AfterPlan(AfterPlan {
        from: Some("2026-06-01".parse().unwrap()),
        ..AfterPlan::default()
    }));
    for (date, expected) in [
        ("2026-06-06", vec![]),
        ("2026-06-07", vec![TodayItem::After(7)]),
        ("2026-08-29", vec![TodayItem::After(90)]),
        ("2026-09-05", vec![]),
    ] {
        diary.clock(&format!("{date}T09:00:00Z"));
        diary.log(mood(5));
        assert_eq!(content.today(&diary), expected, "{date}");
    }
}
