//! Filling a form in: what is asked, what falls away, and when help comes first.

use super::{bam, in_order, one, reply, short};
use crate::content::instrument::{Instrument, ReplyError, ScoreError, set};
use crate::log::Reply;

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
    assert_eq!(set(&gad, &mut replies, "8", 0), Err(ReplyError::NoSuchItem));
    assert_eq!(
        set(&gad, &mut replies, "1", 4),
        Err(ReplyError::NoSuchAnswer)
    );
    assert_eq!(replies, []);
}

#[test]
fn a_phq_2_is_no_result_any_more_and_one_that_was_kept_still_reads() {
    let phq = one("phq-9");
    for answers in [vec![1, 1], vec![2, 1], vec![1, 1, 0]] {
        assert!(matches!(
            phq.finish(&in_order(&answers)),
            Err(ScoreError::Incomplete(_))
        ));
    }
    let kept = short(&phq, 1, 1);
    let report = phq.report_of(&kept).unwrap();
    let scores: Vec<_> = report.scores.iter().map(|s| s.score.id.as_str()).collect();
    assert_eq!(scores, ["phq-2"]);
    assert!(phq.is_short(&kept.answers));
    assert!(!phq.is_short(&in_order(&[2, 1])));
    assert!(!phq.is_short(&in_order(&[1, 1, 0])));
    assert!(!one("gad-7").is_short(&[]));
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
