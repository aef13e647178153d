//! Filling a form in: what is asked, what falls away, and when help comes first.

use super::{bam, in_order, one, reply};
use crate::instrument::{AnswerError, DoorState, Instrument, Reply, ScoreError, set};

fn asked(instrument: &Instrument, replies: &[Reply]) -> Vec<String> {
    instrument
        .asked(replies)
        .map(|item| item.id.clone())
        .collect()
}

#[test]
fn no_alcohol_skips_the_heavy_days_and_no_drugs_skip_the_kinds() {
    let bam = one("bam");
    let all = asked(&bam, &[]);
    assert_eq!(all.len(), 23);
    let no_alcohol = asked(&bam, &[reply("4", 0)]);
    assert!(!no_alcohol.contains(&"5".to_owned()));
    assert_eq!(no_alcohol.len(), 22);
    let no_drugs = asked(&bam, &[reply("6", 0)]);
    assert!(no_drugs.iter().all(|item| !item.starts_with('7')));
    assert_eq!(no_drugs.len(), 16);
    for answer in 1..=4 {
        let some = [reply("4", answer), reply("6", answer)];
        assert_eq!(asked(&bam, &some), all);
    }
}

#[test]
fn an_answer_that_fell_away_later_does_not_count_and_is_not_kept() {
    let instrument = one("bam");
    // Heavy days were answered first; then the person corrected 'any alcohol' to none.
    let replies = bam(&[("4", 0), ("5", 4)]);
    let report = instrument.report(&replies).unwrap();
    assert_eq!(report.scores[0].value, 0);
    let kept = instrument.finish(&replies).unwrap();
    assert!(kept.answers.iter().all(|reply| reply.item != "5"));
    assert!(
        kept.answers
            .iter()
            .all(|reply| !reply.item.starts_with('7'))
    );
    assert_eq!(kept.answers.len(), 15);
}

#[test]
fn a_half_filled_form_goes_on_where_it_was_left() {
    let gad = one("gad-7");
    let kept = gad.keep(&in_order(&[1, 2, 0]));
    assert!(!kept.is_finished());
    let next = gad.unanswered(&kept.answers).next();
    assert_eq!(next.map(|item| item.id.as_str()), Some("4"));
    let mut replies = kept.answers;
    for item in ["4", "5", "6", "7"] {
        set(&gad, &mut replies, item, 3).unwrap();
    }
    set(&gad, &mut replies, "1", 0).unwrap();
    let finished = gad.finish(&replies).unwrap();
    assert_eq!(finished.scores[0].value, 14);
    assert_eq!(finished.answers[0], reply("1", 0));
}

#[test]
fn answers_are_kept_in_the_order_of_the_form() {
    let gad = one("gad-7");
    let mut replies = in_order(&[0, 1, 2, 3, 0, 1, 2]);
    replies.reverse();
    let kept = gad.finish(&replies).unwrap();
    assert_eq!(kept.answers, in_order(&[0, 1, 2, 3, 0, 1, 2]));
}

#[test]
fn only_answers_of_the_form_are_taken() {
    let gad = one("gad-7");
    let mut replies = Vec::new();
    assert_eq!(
        set(&gad, &mut replies, "8", 0),
        Err(AnswerError::NoSuchItem)
    );
    assert_eq!(
        set(&gad, &mut replies, "1", 4),
        Err(AnswerError::NoSuchAnswer)
    );
    assert_eq!(replies, []);
}

#[test]
fn the_phq_2_is_a_door_that_opens_at_3() {
    let phq = one("phq-9");
    for (answers, expected) in [
        (vec![], DoorState::Asking),
        (vec![3], DoorState::Asking),
        (vec![0, 0], DoorState::Enough),
        (vec![2, 0], DoorState::Enough),
        (vec![1, 1], DoorState::Enough),
        (vec![2, 1], DoorState::GoOn),
        (vec![0, 3], DoorState::GoOn),
        (vec![3, 3], DoorState::GoOn),
    ] {
        let state = phq.door_state(&in_order(&answers));
        assert_eq!(state, expected, "{answers:?}");
    }
    assert_eq!(one("gad-7").door_state(&[]), DoorState::None);
}

#[test]
fn a_phq_2_below_the_limit_is_a_result_of_its_own_and_no_phq_9() {
    let phq = one("phq-9");
    let kept = phq.finish(&in_order(&[1, 1])).unwrap();
    let scores: Vec<_> = kept.scores.iter().map(|s| s.score.as_str()).collect();
    assert_eq!(scores, ["phq-2"]);
    // From the limit on, or once a third item is answered, only the whole form counts.
    for answers in [vec![2, 1], vec![1, 1, 0]] {
        assert!(matches!(
            phq.report(&in_order(&answers)),
            Err(ScoreError::Incomplete(_))
        ));
    }
    let whole = phq.finish(&in_order(&[1; 9])).unwrap();
    assert_eq!(whole.scores.len(), 2);
}

#[test]
fn any_answer_above_0_on_item_9_opens_the_crisis_screen() {
    let phq = one("phq-9");
    for answer in 1..=3 {
        // At once, in a form that is hardly begun, and again at the end, whatever the total.
        assert!(phq.is_crisis(&[reply("9", answer)]), "{answer}");
        let mut replies = in_order(&[0; 8]);
        replies.push(reply("9", answer));
        assert!(phq.report(&replies).unwrap().crisis, "{answer}");
    }
    assert!(!phq.is_crisis(&[reply("9", 0)]));
    assert!(!phq.is_crisis(&in_order(&[3; 8])));
    assert!(
        !phq.report(&in_order(&[3, 3, 3, 3, 3, 3, 3, 3, 0]))
            .unwrap()
            .crisis
    );
}
