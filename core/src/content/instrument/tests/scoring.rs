//! Every sum, band edge and limit. The numbers' sources are in the data files.

use super::{adding_up, bam, in_order, one};
use crate::content::instrument::{Instrument, ScoreDirection, ScoreError};
use crate::log::Reply;

fn value(instrument: &Instrument, replies: &[Reply], score: &str) -> u16 {
    let report = instrument.report(replies).unwrap();
    let mut scores = report.scores.iter();
    scores.find(|view| view.score.id == score).unwrap().value
}

fn band(instrument: &Instrument, replies: &[Reply]) -> String {
    let report = instrument.report(replies).unwrap();
    let total = report.scores.iter().find(|view| view.score.id == "total");
    total.unwrap().band.unwrap().title.clone()
}

fn is_worth_a_look(instrument: &Instrument, replies: &[Reply], score: &str) -> bool {
    let report = instrument.report(replies).unwrap();
    let mut scores = report.scores.iter();
    let view = scores.find(|view| view.score.id == score).unwrap();
    view.look.is_some()
}

#[test]
fn the_phq_9_changes_its_name_at_5_10_15_and_20() {
    let phq = one("phq-9");
    for (sum, expected) in [
        (0, "minimal"),
        (4, "minimal"),
        (5, "mild"),
        (9, "mild"),
        (10, "moderate"),
        (14, "moderate"),
        (15, "moderately severe"),
        (19, "moderately severe"),
        (20, "severe"),
        (27, "severe"),
    ] {
        let replies = adding_up(sum, 9, 3);
        assert_eq!(value(&phq, &replies, "total"), sum);
        assert_eq!(band(&phq, &replies), expected, "{sum}");
        assert_eq!(is_worth_a_look(&phq, &replies, "total"), sum >= 10, "{sum}");
    }
}

#[test]
fn the_gad_7_changes_its_name_at_5_10_and_15() {
    let gad = one("gad-7");
    for (sum, expected) in [
        (0, "minimal"),
        (4, "minimal"),
        (5, "mild"),
        (9, "mild"),
        (10, "moderate"),
        (14, "moderate"),
        (15, "severe"),
        (21, "severe"),
    ] {
        let replies = adding_up(sum, 7, 3);
        assert_eq!(value(&gad, &replies, "total"), sum);
        assert_eq!(band(&gad, &replies), expected, "{sum}");
        assert_eq!(is_worth_a_look(&gad, &replies, "total"), sum >= 10, "{sum}");
    }
}

#[test]
fn a_worked_phq_9_counts_its_nine_items_and_not_the_tenth() {
    let phq = one("phq-9");
    // A published walk-through: several days, not at all, more than half, then one more 'several'.
    let mut replies = in_order(&[1, 0, 2, 0, 1, 0, 0, 0, 0]);
    assert_eq!(value(&phq, &replies, "total"), 4);
    assert_eq!(value(&phq, &replies, "phq-2"), 1);
    replies.extend([super::reply("10", 3)]);
    assert_eq!(value(&phq, &replies, "total"), 4);
}

#[test]
fn the_pacs_is_a_sum_of_0_to_30_without_bands() {
    let pacs = one("pacs");
    for (values, sum) in [([0; 5], 0), ([6; 5], 30), ([1, 2, 3, 4, 5], 15)] {
        let replies = in_order(&values);
        assert_eq!(value(&pacs, &replies, "total"), sum);
        let report = pacs.report(&replies).unwrap();
        assert_eq!(report.scores[0].band, None);
        assert_eq!(report.scores[0].look, None);
    }
}

#[test]
fn the_bam_has_three_sums_of_published_range_and_no_total() {
    let bam = one("bam");
    let ranges: Vec<_> = bam
        .scores
        .iter()
        .map(|score| (score.id.as_str(), bam.range(score), score.higher))
        .collect();
    assert_eq!(
        ranges,
        [
            ("use", (0, 12), ScoreDirection::Worse),
            ("risk", (0, 24), ScoreDirection::Worse),
            ("protective", (0, 24), ScoreDirection::Better),
        ]
    );
}

#[test]
fn each_bam_item_counts_where_the_manual_says() {
    let instrument = one("bam");
    for (item, expected) in [
        ("1", "risk"),
        ("2", "risk"),
        ("3", "risk"),
        ("4", "use"),
        ("6", "use"),
        ("8", "risk"),
        ("9", "protective"),
        ("10", "protective"),
        ("11", "risk"),
        ("12", "protective"),
        ("13", "protective"),
        ("14", "protective"),
        ("15", "risk"),
        ("16", "protective"),
        ("17", ""),
    ] {
        let replies = bam(&[(item, 4)]);
        for score in ["use", "risk", "protective"] {
            let counts = if score == expected { 4 } else { 0 };
            assert_eq!(
                value(&instrument, &replies, score),
                counts,
                "{item} {score}"
            );
        }
    }
    // Item 5 is asked only after a day with alcohol, 7a to 7g only after a day with drugs.
    let replies = bam(&[("4", 1), ("5", 4)]);
    assert_eq!(value(&instrument, &replies, "use"), 5);
    let drugs = bam(&[("6", 2), ("7a", 4), ("7g", 4)]);
    assert_eq!(value(&instrument, &drugs, "use"), 2);
}

#[test]
fn the_bam_days_and_words_count_0_to_4() {
    let bam = one("bam");
    let answers = |item: &str| -> Vec<(String, u8)> {
        let scale = bam.scale(bam.item(item).unwrap()).iter();
        scale.map(|o| (o.label.clone(), o.value)).collect()
    };
    let expected = [("0", 0), ("1-3", 1), ("4-8", 2), ("9-15", 3), ("16-30", 4)];
    let expected = expected.map(|(label, value)| (label.to_owned(), value));
    for item in ["2", "3", "4", "5", "6", "7a", "7g", "10", "11", "13", "16"] {
        assert_eq!(answers(item), expected, "{item}");
    }
    assert_eq!(answers("1")[0], ("Excellent".into(), 0));
    assert_eq!(answers("1")[4], ("Poor".into(), 4));
    assert_eq!(answers("8")[4], ("Extremely".into(), 4));
    assert_eq!(answers("14"), [("No".into(), 0), ("Yes".into(), 4)]);
}

#[test]
fn the_bam_is_worth_a_look_from_use_1_risk_12_and_protective_12() {
    let instrument = one("bam");
    let look = |replies: &[Reply], score| is_worth_a_look(&instrument, replies, score);
    assert!(!look(&bam(&[]), "use"));
    assert!(look(&bam(&[("6", 1)]), "use"));
    let eleven = [("1", 4), ("2", 4), ("3", 3)];
    assert!(!look(&bam(&eleven), "risk"));
    assert!(look(&bam(&[("1", 4), ("2", 4), ("3", 4)]), "risk"));
    assert!(look(&bam(&[("9", 4), ("10", 4), ("14", 4)]), "protective"));
    let thirteen = [("9", 4), ("10", 4), ("14", 4), ("16", 1)];
    assert!(!look(&bam(&thirteen), "protective"));
}

#[test]
fn limits_are_worded_as_worth_a_look() {
    for (name, _) in super::files() {
        for score in one(&name).scores {
            if let Some(look) = score.look {
                assert!(look.words.starts_with("Worth a look"), "{name}");
            }
        }
    }
}

#[test]
fn an_incomplete_form_has_no_score_and_names_what_is_missing() {
    let gad = one("gad-7");
    let replies = in_order(&[3, 3, 3, 3, 3, 3]);
    assert_eq!(
        gad.report(&replies),
        Err(ScoreError::Incomplete(vec!["7".into()]))
    );
    let phq = one("phq-9");
    let mut without_the_ninth = in_order(&[0, 3, 0, 0, 0, 0, 0, 0]);
    assert_eq!(
        phq.report(&without_the_ninth),
        Err(ScoreError::Incomplete(vec!["9".into()]))
    );
    without_the_ninth.push(super::reply("9", 0));
    assert!(phq.report(&without_the_ninth).is_ok());
    let instrument = one("bam");
    let mut half = bam(&[("4", 1), ("6", 1)]);
    half.retain(|reply| !["5", "7c", "17"].contains(&reply.item.as_str()));
    let missing = ["5", "7c", "17"].map(str::to_owned).to_vec();
    assert_eq!(
        instrument.report(&half),
        Err(ScoreError::Incomplete(missing))
    );
    assert!(instrument.finish(&half).is_err());
}

#[test]
fn an_answer_that_the_form_does_not_have_is_never_counted() {
    let gad = one("gad-7");
    for wrong in [super::reply("1", 4), super::reply("8", 0)] {
        let mut replies = in_order(&[0; 7]);
        replies.retain(|reply| reply.item != wrong.item);
        replies.push(wrong);
        assert!(matches!(gad.report(&replies), Err(ScoreError::Answer(_))));
    }
}

#[test]
fn a_trauma_screen_ends_after_no_and_counts_each_yes() {
    let screen = one("pc-ptsd-5");
    let never = screen.report(&[super::reply("0", 0)]).unwrap();
    assert_eq!((never.scores[0].value, never.scores[0].look), (0, None));
    let mut answers = vec![super::reply("0", 1)];
    answers.extend(in_order(&[1, 0, 1, 0, 0]));
    let two = screen.report(&answers).unwrap();
    assert_eq!((two.scores[0].value, two.scores[0].high), (2, 5));
    assert_eq!(two.scores[0].look, None);
    answers[2] = super::reply("2", 1);
    let three = screen.report(&answers).unwrap();
    assert!(three.scores[0].look.is_some());
}
