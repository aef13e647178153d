//! Coin-flip trials: what is drawn and when, and what is said of it, judged by people whose truth is
//! known. The rates are printed: `cargo test -p ebb-tests --test trial -- --nocapture`.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::insight::{TrialDifference, TrialFinding, trial_finding};
use ebb_core::journal::RecordId;
use ebb_core::log::{
    Craving, CravingOutcome, Draw, Entry, Finish, Practice, Trial, draw_of, draws, running_trial,
};
use ebb_core::queries::{draw_for, draw_offered, trials};
use ebb_core::time::{LocalDay, Moment};
use ebb_tests::diary::{Diary, craving, rating, rerating};
use ebb_tests::people::Dice;

const SEED: u64 = 20_261_130;
/// So many people in each world who are told something.
const TOLD: u32 = 2000;
const A: &str = "urge-surfing";
const B: &str = "paced-breathing";

fn trial(cravings: u8) -> Entry {
    Entry::Trial(Trial::new(A.to_owned(), B.to_owned(), cravings).unwrap())
}

/// A diary with a trial that began on the first of June.
fn begun(cravings: u8) -> (Diary, RecordId) {
    let mut diary = Diary::at("2026-06-01T08:00:00.000Z");
    let root = diary.log(trial(cravings));
    (diary, root)
}

fn later(diary: &mut Diary, minutes: i64) {
    diary.now = Moment::new(diary.now.utc_ms() + minutes * 60_000, 0).unwrap();
}

fn drawn(diary: &mut Diary, craving: RecordId, random: u64) -> Option<String> {
    let draw = draw_for(&diary.journal, craving, diary.now, random)?;
    let exercise = draw.exercise.clone();
    diary.log(Entry::Draw(draw));
    Some(exercise)
}

/// A craving, what is drawn for it, and a rating a quarter of an hour later.
fn drawn_and_rated(diary: &mut Diary, random: u64, change: impl Fn(&str) -> u8) -> RecordId {
    let root = diary.log(craving(8));
    let exercise = drawn(diary, root, random).unwrap();
    later(diary, 15);
    diary.log(rerating(root, change(&exercise), 10));
    root
}

fn stop(diary: &mut Diary, root: RecordId) {
    let Entry::Trial(trial) = diary.journal.get(root).unwrap().entry.clone() else {
        unreachable!("a trial")
    };
    let stopped = Entry::Trial(Trial {
        stopped: true,
        ..trial
    });
    diary.edit(root, stopped).unwrap();
}

fn says(diary: &Diary, root: RecordId) -> TrialFinding {
    let today = diary.now.local_day(diary.boundary);
    trial_finding(&diary.journal, root, today, diary.now).unwrap()
}

#[test]
fn nothing_is_offered_without_a_trial_or_for_a_craving_before_it() {
    let mut diary = Diary::at("2026-06-01T08:00:00.000Z");
    let before = diary.log(craving(7));
    assert_eq!(draw_offered(&diary.journal, before, diary.now), None);
    later(&mut diary, 1);
    let root = diary.log(trial(10));
    assert_eq!(draw_offered(&diary.journal, before, diary.now), None);
    let after = diary.log(craving(7));
    assert_eq!(draw_offered(&diary.journal, after, diary.now), Some(root));
}

#[test]
fn a_draw_is_made_once_for_a_craving_and_only_while_it_is_new() {
    let (mut diary, root) = begun(10);
    let one = diary.log(craving(7));
    assert_eq!(drawn(&mut diary, one, 0).as_deref(), Some(A));
    assert_eq!(drawn(&mut diary, one, 9), None);
    assert_eq!(draw_of(&diary.journal, one).unwrap().exercise, A);
    let late = diary.log(craving(7));
    later(&mut diary, 10);
    assert_eq!(draw_offered(&diary.journal, late, diary.now), None);
    let over = diary.log(Entry::Craving(Craving {
        outcome: Some(CravingOutcome::Passed),
        ..Craving::of(rating(5))
    }));
    assert_eq!(draw_offered(&diary.journal, over, diary.now), None);
    assert_eq!(draws(&diary.journal, root).len(), 1);
}

#[test]
fn a_craving_that_is_deleted_takes_its_draw_along_and_brings_it_back() {
    let (mut diary, root) = begun(10);
    let one = diary.log(craving(7));
    drawn(&mut diary, one, 0);
    diary.delete(one).unwrap();
    assert_eq!(draws(&diary.journal, root).len(), 0);
    diary.restore(one).unwrap();
    assert_eq!(draws(&diary.journal, root).len(), 1);
}

#[test]
fn of_two_devices_that_drew_the_older_draw_counts() {
    let (mut diary, root) = begun(10);
    let one = diary.log(craving(7));
    let draw = |exercise: &str| {
        Entry::Draw(Draw {
            trial: root,
            craving: one,
            exercise: exercise.to_owned(),
        })
    };
    let mut other = diary.copied_to(2);
    diary.log(draw(B));
    later(&mut other, 1);
    other.log(draw(A));
    diary.journal.merge(&other.journal);
    assert_eq!(draw_of(&diary.journal, one).unwrap().exercise, B);
    assert_eq!(draws(&diary.journal, root).len(), 1);
}

#[test]
fn a_trial_ends_when_all_is_drawn_when_it_is_stopped_and_when_a_newer_one_begins() {
    let (mut diary, root) = begun(10);
    for turn in 0..10 {
        assert!(running_trial(&diary.journal).is_some());
        drawn_and_rated(&mut diary, turn, |_| 5);
    }
    assert_eq!(running_trial(&diary.journal), None);
    let extra = diary.log(craving(7));
    assert_eq!(draw_offered(&diary.journal, extra, diary.now), None);
    let of = |side: &str| {
        let all = draws(&diary.journal, root).into_iter();
        all.filter(|(_, draw)| draw.exercise == side).count()
    };
    assert_eq!((of(A), of(B)), (5, 5));

    let second = diary.log(trial(20));
    later(&mut diary, 1);
    let third = diary.log(trial(30));
    assert_eq!(running_trial(&diary.journal).unwrap().0, third);
    assert_eq!(
        says(&diary, second),
        TrialFinding::TooFew {
            n: (0, 0),
            needed: 5
        }
    );
    stop(&mut diary, third);
    assert_eq!(running_trial(&diary.journal), None);
    assert_eq!(trials(&diary.journal).count(), 3);
}

#[test]
fn nothing_is_said_while_it_runs_nor_before_thirty_days_nor_under_five_outcomes_a_side() {
    let (mut diary, root) = begun(20);
    for turn in 0..8 {
        drawn_and_rated(&mut diary, turn, |_| 5);
        assert!(matches!(says(&diary, root), TrialFinding::Runs { .. }));
    }
    // Not even when the days are over: nobody is to look again and again.
    diary.clock("2026-08-01T08:00:00.000Z");
    assert_eq!(says(&diary, root), TrialFinding::Runs { drawn: 8 });
    stop(&mut diary, root);
    assert!(matches!(says(&diary, root), TrialFinding::TooFew { .. }));

    let (mut diary, root) = begun(10);
    for turn in 0..10 {
        drawn_and_rated(&mut diary, turn, |side| if side == A { 2 } else { 6 });
    }
    // The last craving may be rated for an hour.
    assert_eq!(says(&diary, root), TrialFinding::Runs { drawn: 10 });
    later(&mut diary, 60);
    let from = LocalDay::new(2026, 7, 1).unwrap();
    assert_eq!(says(&diary, root), TrialFinding::TooEarly { from });
    diary.clock("2026-06-30T23:00:00.000Z");
    assert_eq!(says(&diary, root), TrialFinding::TooEarly { from });
    diary.clock("2026-07-01T12:00:00.000Z");
    let TrialFinding::Found(found) = says(&diary, root) else {
        panic!("nothing was found")
    };
    assert_eq!(found.n, (5, 5));
    assert!((found.by + 4.0).abs() < 1e-9 && found.is_sure);
    // All outcomes alike: a whole number says no more than it says.
    assert!(found.interval.1 - found.interval.0 > 0.4);
}

/// It is analysed as drawn: another exercise, and ratings in it, count for what was drawn.
#[test]
fn what_was_drawn_counts_and_not_what_was_done() {
    let (mut diary, root) = begun(10);
    for turn in 0..10 {
        let one = diary.log(craving(8));
        let side = drawn(&mut diary, one, turn).unwrap();
        later(&mut diary, 20);
        diary.log(Entry::Practice(Practice {
            exercise: "brisk-movement".to_owned(),
            before: None,
            after: Some(rating(if side == A { 3 } else { 4 })),
            seconds: 60,
            finish: Finish::Completed,
            answers: Vec::new(),
            craving: Some(one),
            note: None,
        }));
    }
    diary.clock("2026-07-02T08:00:00.000Z");
    let TrialFinding::Found(found) = says(&diary, root) else {
        panic!("nothing was found")
    };
    assert!((found.by + 1.0).abs() < 1e-9);
}

/// How somebody's cravings go.
#[derive(Clone, Copy)]
struct World {
    /// Points by which the first exercise eases more than the second, for those who do it.
    apart: f64,
    /// How often people do what was drawn.
    done: f64,
    /// How often a craving is not rated again.
    missing: f64,
    /// Whether some cravings break off far lower than others, so that the noise is skewed.
    skewed: bool,
    /// Whether days resemble the days before.
    in_runs: bool,
}

const USUAL: World = World {
    apart: 0.0,
    done: 0.8,
    missing: 0.2,
    skewed: false,
    in_runs: false,
};

/// Somebody in it: the usual strength, and how much a craving eases by itself.
struct Person {
    level: f64,
    ease: f64,
    day: f64,
}

impl Person {
    fn any(dice: &mut Dice) -> Self {
        Self {
            level: dice.between(4.5, 8.0),
            ease: dice.between(0.5, 2.5),
            day: 0.0,
        }
    }
}

fn whole(value: f64) -> u8 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held between 0 and 10"
    )]
    let whole = value.round().clamp(0.0, 10.0) as u8;
    whole
}

impl World {
    /// The next craving: its start, and its ends had the first or the second been drawn, whole
    /// numbers both.
    fn next(self, dice: &mut Dice, person: &mut Person) -> (u8, [u8; 2]) {
        let spread = if self.in_runs { 1.0 } else { 0.0 };
        person.day = 0.6 * person.day + dice.normal(0.0, 0.8 * spread);
        let start = dice.normal(person.level + person.day, 1.7);
        let eased = person.ease + 0.3 * (start - person.level) + person.day;
        let noise = if self.skewed && dice.chance(0.2) {
            dice.normal(-3.0, 1.0) + 0.6
        } else {
            dice.normal(0.6 * f64::from(u8::from(self.skewed)), 1.5)
        };
        let does = dice.chance(self.done);
        let end = start - eased + noise;
        let own = if does { self.apart } else { 0.0 };
        (whole(start), [whole(end - own), whole(end)])
    }

    /// The mean difference that this person truly has, in whole numbers between 0 and 10.
    fn truly(self, dice: &mut Dice, person: &Person) -> f64 {
        let mut person = Person {
            day: 0.0,
            ..*person
        };
        let many = 1000;
        let sum: f64 = (0..many)
            .map(|_| {
                let (_, [a, b]) = self.next(dice, &mut person);
                f64::from(a) - f64::from(b)
            })
            .sum();
        sum / f64::from(many)
    }

    /// A trial of so many cravings, and the difference that is true.
    fn trial(self, dice: &mut Dice, cravings: u8) -> (Option<TrialDifference>, f64) {
        let mut person = Person::any(dice);
        let truth = if self.apart == 0.0 {
            0.0
        } else {
            self.truly(dice, &person)
        };
        let (mut diary, root) = begun(cravings);
        for _ in 0..cravings {
            later(&mut diary, 36 * 60);
            let (start, ends) = self.next(dice, &mut person);
            let one = diary.log(craving(start));
            let side = drawn(&mut diary, one, dice.bits()).unwrap();
            if !dice.chance(self.missing) {
                later(&mut diary, 20);
                let end = ends[usize::from(side == B)];
                diary.log(rerating(one, end, 20));
            }
        }
        diary.clock("2026-12-01T08:00:00.000Z");
        let found = match says(&diary, root) {
            TrialFinding::Found(found) => Some(found),
            _ => None,
        };
        (found, truth)
    }

    /// Of a hundred people who are told: how many intervals hold, how many are told of a difference,
    /// and how many are told of the wrong one.
    fn judged(self, cravings: u8, name: &str) -> [f64; 3] {
        let mut dice = Dice::new(SEED);
        let [mut n, mut holds, mut sure, mut wrong] = [0_u32; 4];
        while n < TOLD {
            let (found, truth) = self.trial(&mut dice, cravings);
            let Some(found) = found else { continue };
            let (low, high) = found.interval;
            n += 1;
            holds += u32::from(low <= truth && truth <= high);
            sure += u32::from(found.is_sure);
            wrong +=
                u32::from(found.is_sure && (truth == 0.0 || (found.by < 0.0) != (truth < 0.0)));
        }
        let of_hundred = |count: u32| f64::from(count) * 100.0 / f64::from(n);
        let rates = [holds, sure, wrong].map(of_hundred);
        println!(
            "{:5.1} of 100 intervals hold, {:5.1} told of a difference, {:4.1} wrongly: {name}, {cravings} cravings (seed {SEED})",
            rates[0], rates[1], rates[2]
        );
        rates
    }
}

const WORLDS: [(&str, World); 4] = [
    ("usual", USUAL),
    (
        "skewed, half missing",
        World {
            skewed: true,
            missing: 0.5,
            ..USUAL
        },
    ),
    (
        "days in runs",
        World {
            in_runs: true,
            ..USUAL
        },
    ),
    ("all done", World { done: 1.0, ..USUAL }),
];

#[test]
fn intervals_hold_for_about_eighty_of_a_hundred_and_few_are_told_of_what_is_not_there() {
    for (name, world) in WORLDS {
        for cravings in [20, 40, 60] {
            let [holds, _, wrong] = world.judged(cravings, &format!("no difference, {name}"));
            assert!((75.0..=85.0).contains(&holds), "{name} {cravings}: {holds}");
            assert!(wrong <= 5.0, "{name} {cravings}: {wrong}");
        }
    }
}

#[test]
fn intervals_hold_where_there_is_a_difference_and_it_is_told_the_right_way_round() {
    for (name, world) in WORLDS {
        for (apart, cravings) in [(1.0, 20), (2.0, 20), (2.0, 40), (-2.0, 60)] {
            let world = World { apart, ..world };
            let [holds, _, wrong] = world.judged(cravings, &format!("{apart} points, {name}"));
            assert!((75.0..=85.0).contains(&holds), "{name} {cravings}: {holds}");
            assert!(wrong <= 1.0, "{name} {cravings}: {wrong}");
        }
    }
    let plain = World {
        apart: 2.0,
        done: 1.0,
        ..USUAL
    };
    let [_, told, _] = plain.judged(20, "2 points, always done");
    assert!(told >= 50.0, "{told}");
}
