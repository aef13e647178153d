//! What is drawn, and what a screen reader says.

use super::{T0, breathe, exercise, guide, uneven, write};
use crate::content::exercise::{Breath, BreathKind, Cue, ExerciseStep, Motion, Player};

fn running(steps: Vec<ExerciseStep>) -> Player {
    let mut player = Player::new(exercise(steps));
    player.start(T0);
    player
}

fn breath_at(player: &Player, ms: u64) -> Breath {
    match player.view(T0 + ms).moment {
        Motion::Breath(breath) => breath,
        other => panic!("no breath at {ms}: {other:?}"),
    }
}

#[test]
fn breath_phases_change_at_their_very_millisecond() {
    use BreathKind::{Hold, In, Out, Rest};
    let player = running(vec![uneven(2)]);
    let expected = [
        (0, In, 1),
        (3_999, In, 1),
        (4_000, Hold, 1),
        (5_999, Hold, 1),
        (6_000, Out, 1),
        (11_999, Out, 1),
        (12_000, Rest, 1),
        (12_999, Rest, 1),
        (13_000, In, 2),
        (25_999, Rest, 2),
    ];
    for (ms, kind, round) in expected {
        let breath = breath_at(&player, ms);
        assert_eq!((breath.kind, breath.round), (kind, round), "at {ms} ms");
        assert_eq!(breath.rounds, 2);
    }
    assert_eq!(player.view(T0 + 26_000).moment, Motion::Over);
}

#[test]
fn the_count_goes_four_three_two_one_and_never_zero() {
    let player = running(vec![uneven(1)]);
    let counts = [0, 1, 999, 1_000, 1_001, 2_000, 3_000, 3_999]
        .map(|ms| breath_at(&player, ms).seconds_left);
    assert_eq!(counts, [4, 4, 4, 3, 3, 2, 1, 1]);
    assert_eq!(breath_at(&player, 4_000).seconds_left, 2);
}

#[test]
fn the_lungs_fill_stay_empty_and_rest() {
    let player = running(vec![uneven(2)]);
    let expected = [
        (0, 0.0),
        (2_000, 0.5),
        (4_000, 1.0),
        (5_999, 1.0),
        (9_000, 0.5),
        (12_500, 0.0),
        (13_000, 0.0),
    ];
    for (ms, scale) in expected {
        let found = breath_at(&player, ms).scale();
        assert!((found - scale).abs() < 1e-9, "at {ms} ms: {found}");
    }
}

#[test]
fn the_lungs_never_jump_from_one_frame_to_the_next() {
    let player = running(vec![uneven(3)]);
    // The fastest phase is four seconds, so ten milliseconds move the picture by 1/400 at most.
    for ms in (0..38_980).step_by(10) {
        let jump = breath_at(&player, ms + 10).scale() - breath_at(&player, ms).scale();
        assert!(jump.abs() <= 1.0 / 400.0 + 1e-9, "at {ms} ms: {jump}");
    }
}

#[test]
fn a_screen_reader_is_told_each_phase_once_and_not_each_second() {
    let player = running(vec![guide(Some(10)), uneven(2), write("why")]);
    let mut cues: Vec<Cue> = (0..60_000)
        .step_by(50)
        .map(|ms| player.view(T0 + ms).cue())
        .collect();
    cues.dedup();
    assert_eq!(cues.len(), 1 + 2 * 4 + 1, "{cues:?}");
    assert_eq!(cues.first(), Some(&Cue::Step(0)));
    assert_eq!(cues.last(), Some(&Cue::Step(2)));
    let first = Cue::Breath {
        step: 1,
        round: 1,
        phase: 0,
        kind: BreathKind::In,
        seconds: 4,
    };
    assert_eq!(cues.get(1), Some(&first));
}

#[test]
fn a_screen_reader_is_told_of_pause_and_end() {
    let mut player = Player::new(exercise(vec![guide(Some(10))]));
    assert_eq!(player.view(T0).cue(), Cue::Ready);
    player.start(T0);
    player.pause(T0 + 1);
    assert_eq!(player.view(T0 + 2).cue(), Cue::Paused);
    player.resume(T0 + 3);
    assert_eq!(player.view(T0 + 3).cue(), Cue::Step(0));
    assert_eq!(player.view(T0 + 99_999).cue(), Cue::Done);
}

#[test]
fn remaining_time_counts_what_is_timed_and_is_absent_when_nothing_is() {
    let mut player = running(vec![
        guide(Some(10)),
        write("why"),
        guide(Some(30)),
        write("how"),
    ]);
    assert_eq!(player.view(T0 + 4_000).remaining_ms, Some(36_000));
    assert_eq!(player.view(T0 + 60_000).remaining_ms, Some(30_000));
    player.skip(T0 + 60_000);
    player.skip(T0 + 61_000);
    assert_eq!(player.view(T0 + 62_000).remaining_ms, None);
}

#[test]
fn the_words_of_a_view_are_those_of_its_step() {
    let player = running(vec![guide(Some(10)), write("why")]);
    let view = player.view(T0 + 11_000);
    assert_eq!(player.step(&view).map(ExerciseStep::prompt), Some("Write."));
}

#[test]
fn the_last_millisecond_of_a_breath_still_belongs_to_it() {
    let player = running(vec![
        breathe(2, &[(BreathKind::In, 1), (BreathKind::Out, 1)]),
        guide(Some(5)),
    ]);
    assert_eq!(breath_at(&player, 3_999).round, 2);
    assert_eq!(player.view(T0 + 4_000).step, 1);
}

#[test]
fn a_ridden_urge_rises_to_its_peak_and_ebbs_below_where_it_began() {
    let player = running(vec![guide(Some(50)), guide(Some(50))]);
    let swell = |seconds: u64| player.view(T0 + seconds * 1000).swell();
    let [first, peak, last] = [0, 45, 99].map(swell);
    assert!(first < peak && last < first, "{first} {peak} {last}");
    assert!((peak - 1.0).abs() < 1e-9);
    for second in 0..99 {
        let step = swell(second + 1) - swell(second);
        assert!(step.abs() < 0.05, "it jumps at {second}");
        assert_eq!(step > 0.0, second < 45, "at {second}");
    }
}
