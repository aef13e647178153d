//! Thoughts of not wanting to live: the latest answer, and the question on the next day.

use super::{in_order, one, reply, short};
use crate::content::instrument::Instrument;
use crate::journal::{DeviceId, Stamp};
use crate::log::{Action, Entry, Journal, Questionnaire};
use crate::queries::{crisis_answers, latest_crisis_answer, to_ask_again};
use crate::time::{DayBoundary, LocalDay};

fn log(journal: &mut Journal, kept: Questionnaire, day: &str) {
    let mut stamp = Stamp {
        now: format!("{day}T12:00:00Z").parse().unwrap(),
        device: DeviceId::new(1),
        boundary: DayBoundary::default(),
        random: &mut || 7,
    };
    let action = Action::Log {
        entry: Entry::Questionnaire(kept),
        happened_at: None,
    };
    for record in journal.prepare(&action, &mut stamp).unwrap() {
        journal.absorb(record);
    }
}

fn whole(phq: &Instrument, item_9: u8) -> Questionnaire {
    phq.finish(&in_order(&[0, 0, 0, 0, 0, 0, 0, 0, item_9]))
        .unwrap()
}

fn day(text: &str) -> LocalDay {
    text.parse().unwrap()
}

#[test]
fn not_asked_is_not_none() {
    let phq = one("phq-9");
    let mut journal = Journal::default();
    log(&mut journal, short(&phq, 0, 0), "2026-01-01");
    let forms = [phq.clone()];
    for forms in [&forms[..], &[]] {
        assert_eq!(latest_crisis_answer(&journal, forms), None);
    }
    log(&mut journal, whole(&phq, 0), "2026-01-02");
    for forms in [&forms[..], &[]] {
        let latest = latest_crisis_answer(&journal, forms).unwrap();
        assert_eq!((latest.value, latest.is_crisis), (0, false));
        assert_eq!(latest.day, day("2026-01-02"));
    }
}

#[test]
fn the_latest_answer_counts_also_of_a_form_left_half_way() {
    let phq = one("phq-9");
    let mut journal = Journal::default();
    log(&mut journal, whole(&phq, 0), "2026-01-01");
    log(&mut journal, phq.keep(&[reply("9", 2)]), "2026-01-05");
    // The other questionnaires ask nothing of the kind.
    log(
        &mut journal,
        one("gad-7").finish(&in_order(&[3; 7])).unwrap(),
        "2026-01-06",
    );
    let forms = [phq, one("gad-7")];
    let latest = latest_crisis_answer(&journal, &forms).unwrap();
    assert_eq!((latest.day, latest.value), (day("2026-01-05"), 2));
    assert_eq!(crisis_answers(&journal, &forms).count(), 2);
}

#[test]
fn the_next_day_asks_and_a_later_answer_of_none_takes_the_question_back() {
    let phq = one("phq-9");
    let mut journal = Journal::default();
    log(&mut journal, whole(&phq, 1), "2026-01-10");
    let forms = [phq.clone()];
    for (date, asked) in [
        ("2026-01-09", false),
        ("2026-01-10", false),
        ("2026-01-11", true),
        ("2026-01-13", true),
        ("2026-01-14", false),
    ] {
        assert_eq!(
            to_ask_again(&journal, &forms, day(date)).is_some(),
            asked,
            "{date}"
        );
    }
    log(&mut journal, whole(&phq, 0), "2026-01-11");
    assert_eq!(to_ask_again(&journal, &forms, day("2026-01-12")), None);
}
