//! One question at a time: on, back, and to what is missing.

use super::one;
use crate::content::instrument::{Filling, FillingStep, Instrument, ScoreError};

/// Where a filling stands: `start`, an item with its number, or `end`.
fn place(filling: &Filling, instrument: &Instrument) -> String {
    match filling.step(instrument) {
        FillingStep::Start => "start".into(),
        FillingStep::Ask(asked) => format!("{} {}/{}", asked.item.id, asked.number, asked.of),
        FillingStep::End => "end".into(),
    }
}

/// Answers the questions from here on, one after the other.
fn answer_on(filling: &mut Filling, instrument: &Instrument, values: &[u8]) {
    for value in values {
        let FillingStep::Ask(asked) = filling.step(instrument) else {
            panic!("nothing is asked");
        };
        let item = asked.item.id.clone();
        filling.answer(instrument, &item, *value).unwrap();
        filling.next(instrument);
    }
}

fn begun(instrument: &Instrument) -> Filling {
    let mut filling = Filling::default();
    assert_eq!(place(&filling, instrument), "start");
    filling.next(instrument);
    filling
}

#[test]
fn two_low_answers_hide_no_question() {
    let phq = one("phq-9");
    let mut filling = begun(&phq);
    assert_eq!(place(&filling, &phq), "1 1/10");
    answer_on(&mut filling, &phq, &[0, 0]);
    assert_eq!(place(&filling, &phq), "3 3/10");
    assert!(matches!(
        filling.finish(&phq),
        Err(ScoreError::Incomplete(_))
    ));
    answer_on(&mut filling, &phq, &[0, 0, 0, 0, 0, 0]);
    assert_eq!(place(&filling, &phq), "9 9/10");
}

#[test]
fn a_draft_that_stands_at_the_end_of_the_short_form_goes_on_with_the_rest() {
    let phq = one("phq-9");
    let draft = r#"{"replies":[{"item":"1","value":1},{"item":"2","value":0}],"at":"enough","whole":false}"#;
    let mut filling: Filling = serde_json::from_str(draft).unwrap();
    assert_eq!(place(&filling, &phq), "3 3/10");
    let mut on = filling.clone();
    on.next(&phq);
    assert_eq!(place(&on, &phq), "4 4/10");
    filling.back(&phq);
    assert_eq!(place(&filling, &phq), "2 2/10");
}

#[test]
fn later_answers_are_never_thrown_away_for_the_short_form() {
    let phq = one("phq-9");
    let mut filling = begun(&phq);
    answer_on(&mut filling, &phq, &[3, 3, 0, 0, 0, 0, 0, 0, 1]);
    filling.go_to("1");
    answer_on(&mut filling, &phq, &[0, 0]);
    assert_eq!(place(&filling, &phq), "3 3/10");
    assert!(phq.is_crisis(&filling.finish(&phq).unwrap().answers));
}

#[test]
fn a_question_can_be_passed_and_is_missing_at_the_end() {
    let gad = one("gad-7");
    let mut filling = begun(&gad);
    filling.next(&gad);
    answer_on(&mut filling, &gad, &[1, 1, 1, 1, 1, 1]);
    assert_eq!(place(&filling, &gad), "end");
    let missing = Err(ScoreError::Incomplete(vec!["1".into()]));
    assert_eq!(filling.finish(&gad), missing);
    filling.go_to("1");
    answer_on(&mut filling, &gad, &[1]);
    assert_eq!(place(&filling, &gad), "2 2/7");
    assert_eq!(filling.finish(&gad).unwrap().scores[0].value, 7);
}

#[test]
fn what_falls_away_is_passed_over_in_both_directions() {
    let bam = one("bam");
    let mut filling = begun(&bam);
    answer_on(&mut filling, &bam, &[0, 0, 0, 0]);
    assert_eq!(place(&filling, &bam), "6 5/22");
    answer_on(&mut filling, &bam, &[0]);
    assert_eq!(place(&filling, &bam), "8 6/15");
    filling.back(&bam);
    filling.back(&bam);
    assert_eq!(place(&filling, &bam), "4 4/15");
}

#[test]
fn going_back_from_the_first_question_and_from_the_end_is_possible() {
    let gad = one("gad-7");
    let mut filling = begun(&gad);
    filling.back(&gad);
    assert_eq!(place(&filling, &gad), "start");
    filling.back(&gad);
    assert_eq!(place(&filling, &gad), "start");
    filling.next(&gad);
    answer_on(&mut filling, &gad, &[0; 7]);
    filling.next(&gad);
    assert_eq!(place(&filling, &gad), "end");
    filling.back(&gad);
    assert_eq!(place(&filling, &gad), "7 7/7");
}

#[test]
fn a_draft_is_taken_up_where_it_was_left() {
    let gad = one("gad-7");
    let mut filling = begun(&gad);
    answer_on(&mut filling, &gad, &[2, 3]);
    let text = serde_json::to_string(&filling).unwrap();
    let again: Filling = serde_json::from_str(&text).unwrap();
    assert_eq!(again, filling);
    assert_eq!(place(&again, &gad), "3 3/7");
}

#[test]
fn a_place_that_the_form_does_not_have_is_the_start() {
    let gad = one("gad-7");
    let mut filling = Filling::default();
    filling.go_to("99");
    assert_eq!(place(&filling, &gad), "start");
}
