//! Whatever a person taps, in whatever order, with whatever clock.

use proptest::prelude::*;

use super::{ask, count, exercise, guide, rate, uneven, write};
use crate::content::exercise::{BreathKind, Exercise, ExerciseStep, Motion, Player, Status};
use crate::log::AnswerValue;
use crate::rating::Rating;

#[derive(Clone, Copy, Debug)]
enum Act {
    Start,
    Pause,
    Resume,
    Skip,
    Back,
    Tick,
    Finish,
    Answer,
}

fn any_step() -> impl Strategy<Value = ExerciseStep> {
    prop_oneof![
        prop::option::of(5_u16..=600).prop_map(guide),
        (1_u16..=60).prop_map(uneven),
        Just(write("w")),
        Just(ask("a")),
        Just(count("c")),
        Just(rate("r")),
    ]
}

fn any_exercise() -> impl Strategy<Value = Exercise> {
    prop::collection::vec(any_step(), 0..8).prop_map(exercise)
}

fn any_act() -> impl Strategy<Value = Act> {
    use Act::{Answer, Back, Finish, Pause, Resume, Skip, Start, Tick};
    prop_oneof![
        4 => Just(Start), 2 => Just(Pause), 3 => Just(Resume), 3 => Just(Skip),
        2 => Just(Back), 3 => Just(Tick), 1 => Just(Finish), 1 => Just(Answer),
    ]
}

fn any_time() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0_u64..2_000_000, 1 => any::<u64>()]
}

fn act(player: &mut Player, act: Act, now: u64) {
    match act {
        Act::Start => player.start(now),
        Act::Pause => player.pause(now),
        Act::Resume => player.resume(now),
        Act::Skip => player.skip(now),
        Act::Back => player.back(now),
        Act::Tick => player.tick(now),
        Act::Finish => player.finish_early(now),
        Act::Answer => {
            let _ = player.answer("r", Some(AnswerValue::Rating(Rating::MAX)));
            let _ = player.answer("a", Some(AnswerValue::YesNo(true)));
        }
    }
}

fn check(player: &Player, now: u64) -> Result<(), TestCaseError> {
    let view = player.view(now);
    prop_assert!((0.0..=1.0).contains(&view.progress), "{view:?}");
    prop_assert!(view.step <= view.steps);
    match view.moment {
        Motion::Breath(b) => {
            prop_assert!((0.0..1.0).contains(&b.fraction), "{b:?}");
            prop_assert!((0.0..=1.0).contains(&b.scale()), "{b:?}");
            prop_assert!((1..=b.rounds).contains(&b.round), "{b:?}");
            prop_assert!(
                (1..=u32::from(b.phase_seconds)).contains(&b.seconds_left),
                "{b:?}"
            );
        }
        Motion::Timed {
            seconds_left,
            fraction,
        } => {
            prop_assert!(
                seconds_left >= 1 && (0.0..1.0).contains(&fraction),
                "{view:?}"
            );
        }
        Motion::Waiting => prop_assert!(view.status != Status::Done),
        // An exercise without steps never gets past checking; here it must only not panic.
        Motion::Over => prop_assert!(view.status == Status::Done || view.steps == 0),
    }
    let _ = player.outcome(now);
    let _ = player.bookmark(now);
    let _ = view.cue();
    Ok(())
}

proptest! {
    #[test]
    fn no_order_of_taps_and_no_clock_panics_or_shows_nonsense(
        exercise in any_exercise(),
        acts in prop::collection::vec((any_act(), any_time()), 0..40),
        look in any_time(),
    ) {
        let mut player = Player::new(exercise);
        for (a, now) in acts {
            act(&mut player, a, now);
            check(&player, now)?;
            check(&player, look)?;
        }
    }

    #[test]
    fn progress_never_falls_while_time_passes(
        exercise in any_exercise(),
        acts in prop::collection::vec((any_act(), 0_u64..200_000), 0..10),
        steps in prop::collection::vec(0_u64..120_000, 1..40),
    ) {
        let mut player = Player::new(exercise);
        let mut now = 0;
        for (a, ms) in acts {
            now += ms;
            act(&mut player, a, now);
        }
        let mut before = player.view(now);
        for ms in steps {
            now += ms;
            let view = player.view(now);
            prop_assert!(view.progress >= before.progress);
            prop_assert!(view.practised_ms >= before.practised_ms);
            prop_assert!(view.remaining_ms <= before.remaining_ms);
            before = view;
        }
    }

    #[test]
    fn ticks_on_the_way_change_nothing(
        exercise in any_exercise(),
        ticks in prop::collection::vec(0_u64..90_000, 0..20),
    ) {
        let mut once = Player::new(exercise);
        once.start(0);
        let mut often = once.clone();
        let mut now = 0;
        for ms in ticks {
            now += ms;
            often.tick(now);
        }
        prop_assert_eq!(often.view(now), once.view(now));
    }

    #[test]
    fn practice_is_never_longer_than_the_time_it_ran(
        exercise in any_exercise(),
        acts in prop::collection::vec((any_act(), 0_u64..400_000), 0..20),
    ) {
        let mut player = Player::new(exercise);
        let mut now = 1_000_000;
        let mut ran = 0;
        for (a, ms) in acts {
            now += ms;
            if player.view(now).status != Status::Paused { ran += ms; }
            act(&mut player, a, now);
            prop_assert!(player.view(now).practised_ms <= ran);
        }
    }
}

#[test]
fn unchecked_data_without_length_does_not_hang_or_panic() {
    let empty = super::breathe(0, &[]);
    let still = super::breathe(3, &[(BreathKind::In, 0)]);
    let mut player = Player::new(exercise(vec![empty, still, guide(Some(0)), guide(Some(5))]));
    player.start(0);
    let _ = player.view(0);
    assert_eq!(player.view(5_000).status, Status::Done);
}
