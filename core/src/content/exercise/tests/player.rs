//! How taps and time move a practice.

use super::{T0, ask, count, exercise, guide, rate, uneven, write};
use crate::content::exercise::{ExerciseStep, Motion, Player, Status, StepAnswerError};
use crate::log::{Answer, AnswerValue, Finish, Practice};
use crate::rating::Rating;
use crate::text::Note;

fn running(steps: Vec<ExerciseStep>) -> Player {
    let mut player = Player::new(exercise(steps));
    player.start(T0);
    player
}

fn text(words: &str) -> Option<AnswerValue> {
    Note::from_field(words).unwrap().map(AnswerValue::Text)
}

#[test]
fn nothing_moves_before_start() {
    let player = Player::new(exercise(vec![guide(Some(10))]));
    let view = player.view(T0 + 60_000);
    assert_eq!((view.status, view.step), (Status::Ready, 0));
    assert!(view.progress.abs() < f64::EPSILON);
    assert_eq!(view.remaining_ms, Some(10_000));
}

#[test]
fn a_timed_step_moves_on_at_its_very_millisecond() {
    let player = running(vec![guide(Some(10)), guide(Some(5))]);
    assert_eq!(player.view(T0 + 9_999).step, 0);
    assert_eq!(player.view(T0 + 10_000).step, 1);
    assert_eq!(player.view(T0 + 14_999).status, Status::Running);
    assert_eq!(player.view(T0 + 15_000).status, Status::Done);
}

#[test]
fn after_the_phone_slept_through_many_steps_the_view_is_right() {
    let player = running(vec![
        guide(Some(10)),
        uneven(3),
        guide(Some(20)),
        guide(Some(5)),
    ]);
    let view = player.view(T0 + 10_000 + 39_000 + 12_500);
    assert_eq!(view.step, 2);
    let Motion::Timed { seconds_left, .. } = view.moment else {
        panic!("{view:?}")
    };
    assert_eq!(seconds_left, 8);
}

#[test]
fn looking_often_and_looking_once_show_the_same() {
    let steps = vec![guide(Some(7)), uneven(2), guide(Some(9))];
    let mut often = running(steps.clone());
    for tick in 0..300 {
        often.tick(T0 + tick * 101);
    }
    assert_eq!(often.view(T0 + 31_000), running(steps).view(T0 + 31_000));
}

#[test]
fn a_step_that_waits_stops_the_flow_of_time() {
    let mut player = running(vec![guide(Some(10)), write("why"), guide(Some(30))]);
    let hours_later = T0 + 8 * 3_600_000;
    let view = player.view(hours_later);
    assert_eq!((view.step, view.moment), (1, Motion::Waiting));
    player.skip(hours_later);
    let view = player.view(hours_later);
    assert_eq!((view.step, view.remaining_ms), (2, Some(30_000)));
}

#[test]
fn a_phone_left_on_a_waiting_step_counts_five_minutes_at_most() {
    let player = running(vec![guide(Some(10)), write("why")]);
    assert_eq!(player.outcome(T0 + 10_000 + 42_000).seconds, 52);
    assert_eq!(player.outcome(T0 + 8 * 3_600_000).seconds, 10 + 300);
}

#[test]
fn paused_time_is_neither_practice_nor_progress() {
    let mut player = running(vec![uneven(4)]);
    player.pause(T0 + 5_500);
    let paused = player.view(T0 + 900_000);
    assert_eq!(paused.status, Status::Paused);
    player.resume(T0 + 900_000);
    let resumed = player.view(T0 + 900_000);
    assert_eq!(paused.moment, resumed.moment);
    assert_eq!(player.view(T0 + 900_000 + 46_499).status, Status::Running);
    assert_eq!(player.view(T0 + 900_000 + 46_500).status, Status::Done);
    assert_eq!(player.outcome(T0 + 2_000_000).seconds, 52);
}

#[test]
fn skip_goes_on_and_past_the_last_step_the_practice_is_complete() {
    let mut player = running(vec![guide(Some(60)), count("see")]);
    player.skip(T0 + 2_000);
    assert_eq!(player.view(T0 + 2_000).step, 1);
    player.skip(T0 + 9_000);
    let outcome = player.outcome(T0 + 99_000);
    assert_eq!((outcome.finish, outcome.seconds), (Finish::Completed, 9));
}

#[test]
fn a_tap_that_lands_just_after_a_step_ended_does_not_swallow_the_next() {
    let mut player = running(vec![guide(Some(10)), guide(Some(10)), guide(Some(10))]);
    player.skip(T0 + 10_400);
    assert_eq!(player.view(T0 + 10_400).step, 1);
    player.skip(T0 + 10_500);
    assert_eq!(player.view(T0 + 10_500).step, 2);
}

#[test]
fn skipping_while_paused_stays_paused() {
    let mut player = running(vec![guide(Some(10)), guide(Some(10))]);
    player.pause(T0 + 1_000);
    player.skip(T0 + 2_000);
    let view = player.view(T0 + 60_000);
    assert_eq!((view.status, view.step), (Status::Paused, 1));
}

#[test]
fn back_starts_the_step_before_again_and_never_leaves_the_first() {
    let mut player = running(vec![guide(Some(10)), guide(Some(10))]);
    player.back(T0 + 12_000);
    let view = player.view(T0 + 12_000);
    assert_eq!((view.step, view.remaining_ms), (0, Some(20_000)));
    player.back(T0 + 15_000);
    let view = player.view(T0 + 15_000);
    assert_eq!((view.step, view.remaining_ms), (0, Some(20_000)));
    assert_eq!(view.practised_ms, 15_000);
}

#[test]
fn stopping_early_keeps_the_time_and_the_answers() {
    let mut player = running(vec![write("why"), guide(Some(60))]);
    player.answer("why", text("for Sam")).unwrap();
    player.skip(T0 + 20_000);
    player.finish_early(T0 + 30_900);
    assert_eq!(player.view(T0 + 31_000).status, Status::Done);
    assert_eq!(player.view(T0 + 31_000).moment, Motion::Over);
    let outcome = player.outcome(T0 + 999_000);
    assert_eq!((outcome.finish, outcome.seconds), (Finish::Early, 30));
    assert_eq!(outcome.answers.len(), 1);
}

#[test]
fn stop_tapped_after_the_end_is_still_complete() {
    let mut player = running(vec![guide(Some(10))]);
    player.finish_early(T0 + 10_001);
    assert_eq!(player.outcome(T0 + 10_001).finish, Finish::Completed);
}

#[test]
fn a_done_practice_takes_no_more_taps() {
    let mut player = running(vec![guide(Some(10)), guide(Some(10))]);
    player.finish_early(T0 + 3_000);
    let done = player.view(T0 + 3_000);
    player.start(T0 + 4_000);
    player.resume(T0 + 5_000);
    player.skip(T0 + 6_000);
    player.back(T0 + 7_000);
    assert_eq!(player.view(T0 + 60_000), done);
}

#[test]
fn a_clock_set_back_counts_as_no_time_and_play_goes_on() {
    let mut player = running(vec![guide(Some(60))]);
    player.tick(T0 + 20_000);
    assert_eq!(player.view(5).remaining_ms, Some(40_000));
    player.tick(5);
    assert_eq!(player.view(10_005).remaining_ms, Some(30_000));
    player.pause(0);
    assert_eq!(player.outcome(u64::MAX).seconds, 20);
}

#[test]
fn answers_come_out_in_the_order_of_the_steps() {
    let mut player = running(vec![write("why"), ask("tired"), count("see"), rate("now")]);
    let rating = AnswerValue::Rating(Rating::new(4).unwrap());
    player.answer("now", Some(rating.clone())).unwrap();
    player
        .answer("tired", Some(AnswerValue::YesNo(false)))
        .unwrap();
    player.answer("why", text("first")).unwrap();
    player.answer("why", text("second")).unwrap();
    let answers = player.outcome(T0).answers;
    let expected = [
        ("why", text("second").unwrap()),
        ("tired", AnswerValue::YesNo(false)),
        ("now", rating),
    ]
    .map(|(id, value)| Answer {
        id: id.into(),
        value,
    });
    assert_eq!(answers, expected);
}

#[test]
fn a_cleared_field_takes_the_answer_back() {
    let mut player = running(vec![write("why"), count("see")]);
    player.answer("why", text("words")).unwrap();
    player.answer("why", text("  ")).unwrap();
    player
        .answer("see", Some(AnswerValue::List(Vec::new())))
        .unwrap();
    assert_eq!(player.answer_to("why"), None);
    assert!(player.outcome(T0).answers.is_empty());
}

#[test]
fn an_answer_that_does_not_fit_is_refused_and_the_earlier_one_stays() {
    let mut player = running(vec![write("why"), count("see")]);
    player.answer("why", text("words")).unwrap();
    let yes = Some(AnswerValue::YesNo(true));
    assert_eq!(
        player.answer("why", yes.clone()),
        Err(StepAnswerError::WrongKind)
    );
    assert_eq!(
        player.answer("where", yes),
        Err(StepAnswerError::NoSuchStep)
    );
    let long = vec![Note::new("x").unwrap(); 21];
    let refused = player.answer("see", Some(AnswerValue::List(long)));
    assert_eq!(refused, Err(StepAnswerError::TooMany(21)));
    assert_eq!(player.answer_to("why"), text("words").as_ref());
}

#[test]
fn a_killed_tab_goes_on_paused_at_its_step_with_its_answers() {
    let mut player = running(vec![write("why"), guide(Some(60)), guide(Some(9))]);
    player.answer("why", text("for Sam")).unwrap();
    player.skip(T0 + 4_000);
    let saved = serde_json::to_string(&player.bookmark(T0 + 30_000)).unwrap();

    let bookmark = serde_json::from_str(&saved).unwrap();
    let mut again = Player::from_bookmark(player.exercise().clone(), bookmark).unwrap();
    let view = again.view(12);
    assert_eq!(
        (view.status, view.step, view.practised_ms),
        (Status::Paused, 1, 30_000)
    );
    assert_eq!(again.answer_to("why"), text("for Sam").as_ref());
    again.resume(1_000);
    assert_eq!(again.outcome(70_000).finish, Finish::Completed);
}

#[test]
fn a_bookmark_of_another_exercise_or_past_the_end_is_not_used() {
    let player = running(vec![guide(Some(10))]);
    let mut other = player.bookmark(T0);
    other.exercise = "another".into();
    assert_eq!(
        Player::from_bookmark(player.exercise().clone(), other),
        None
    );
    let over = player.bookmark(T0 + 10_000);
    assert_eq!(Player::from_bookmark(player.exercise().clone(), over), None);
}

#[test]
fn a_practice_keeps_its_shape_in_storage() {
    let mut player = running(vec![ask("tired"), rate("now"), count("see"), write("why")]);
    let two = Rating::new(2).unwrap();
    player
        .answer("tired", Some(AnswerValue::YesNo(true)))
        .unwrap();
    player
        .answer("now", Some(AnswerValue::Rating(two)))
        .unwrap();
    let list = vec![Note::new("lamp").unwrap()];
    player.answer("see", Some(AnswerValue::List(list))).unwrap();
    player.answer("why", text("for Sam")).unwrap();
    player.finish_early(T0 + 9_000);
    let mut practice = Practice::new("sample", player.outcome(T0 + 9_000));
    practice.before = Some(Rating::new(7).unwrap());

    let stored = serde_json::to_string(&practice).unwrap();
    assert_eq!(
        stored,
        r#"{"exercise":"sample","before":7,"seconds":9,"finish":"early","answers":[{"id":"tired","value":{"yes_no":true}},{"id":"now","value":{"rating":2}},{"id":"see","value":{"list":["lamp"]}},{"id":"why","value":{"text":"for Sam"}}]}"#
    );
    assert_eq!(serde_json::from_str::<Practice>(&stored).unwrap(), practice);
}

#[test]
fn the_change_is_after_less_before_and_needs_both() {
    let mut practice = Practice::new("sample", running(vec![guide(None)]).outcome(T0));
    practice.before = Some(Rating::MAX);
    assert_eq!(practice.change(), None);
    practice.after = Some(Rating::MIN);
    assert_eq!(practice.change(), Some(-10));
    practice.before = Some(Rating::MIN);
    practice.after = Some(Rating::new(3).unwrap());
    assert_eq!(practice.change(), Some(3));
}
