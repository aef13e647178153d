//! People whose days are made up, to see what Ebb would tell them. Everything follows from a seed;
//! there is no clock.
//!
//! How much days differ is what diaries of craving show, rounded: a single rating has a standard
//! deviation of 2 around the person's own level, part of it shared by a day, and a day resembles the
//! day before it. Some days have nothing written, and now and then several in a row.

use ebb_core::journal::{DeviceId, RecordId, Stamp};
use ebb_core::log::{Action, CheckIn, Craving, Entry, Finish, Journal, Practice, Rerating};
use ebb_core::rating::Rating;
use ebb_core::time::{DayBoundary, LocalDay, Moment};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// Exercises that everybody has, and how often each is chosen.
pub const EXERCISES: [(&str, f64); 4] = [
    ("urge-surfing", 0.5),
    ("paced-breathing", 0.25),
    ("grounding", 0.15),
    ("brisk-movement", 0.1),
];

/// Random numbers from a seed (`SplitMix64`, Steele et al. 2014).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The same seed gives the same numbers.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
    fn even(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Evenly between two numbers.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.even()
    }

    /// Whether something with this chance, 0 to 1, comes.
    pub fn chance(&mut self, of: f64) -> bool {
        self.even() < of
    }

    /// A normal number (Box and Muller 1958).
    pub fn normal(&mut self, mean: f64, deviation: f64) -> f64 {
        let (a, b) = (1.0 - self.even(), self.even());
        mean + deviation * (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
    }

    /// A count of Poisson's (Knuth).
    fn count(&mut self, mean: f64) -> u32 {
        let limit = (-mean).exp();
        let mut product = self.even();
        let mut count = 0;
        while product > limit {
            product *= self.even();
            count += 1;
        }
        count
    }
}

/// What truly happens to somebody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Truth {
    /// Points by which cravings are weaker or stronger in the second half of the days.
    pub craving: f64,
    /// Points by which mood changes in the second half.
    pub mood: f64,
    /// Times more or fewer cravings a day in the second half.
    pub count: f64,
    /// Points by which the first exercise eases beyond what time does.
    pub exercise: f64,
    /// The share of cravings that come between 18 and 19 o'clock beyond their even share.
    pub hour: f64,
    /// The share of cravings that come on Fridays from 18 to 21 beyond their even share.
    pub friday: f64,
}

/// Somebody's written days.
pub struct Somebody {
    /// What was kept.
    pub journal: Journal,
    /// The first day.
    pub first: LocalDay,
}

/// A series of days around none, in which a day resembles the one before.
struct Mood {
    now: f64,
    alike: f64,
    deviation: f64,
}

impl Mood {
    fn new(dice: &mut Dice, alike: f64, deviation: f64) -> Self {
        Self {
            now: dice.normal(0.0, deviation),
            alike,
            deviation,
        }
    }

    fn next(&mut self, dice: &mut Dice) -> f64 {
        let news = self.deviation * (1.0 - self.alike * self.alike).sqrt();
        self.now = self.alike * self.now + dice.normal(0.0, news);
        self.now
    }
}

fn rating(value: f64) -> Rating {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held between 0 and 10"
    )]
    Rating::new(value.round().clamp(0.0, 10.0) as u8).unwrap()
}

struct Writing {
    journal: Journal,
    drawn: u128,
}

impl Writing {
    fn log(&mut self, utc_ms: i64, entry: Entry) -> RecordId {
        let drawn = &mut self.drawn;
        let mut stamp = Stamp {
            now: Moment::new(utc_ms, 0).unwrap(),
            device: DeviceId::new(1),
            boundary: DayBoundary::default(),
            random: &mut || {
                *drawn += 1;
                *drawn
            },
        };
        let action = Action::Log {
            entry,
            happened_at: None,
        };
        let records = self.journal.prepare(&action, &mut stamp).unwrap();
        let id = records[0].id;
        for record in records {
            self.journal.absorb(record);
        }
        id
    }
}

/// So many days of a person, the first of them a Monday.
#[must_use]
pub fn somebody(dice: &mut Dice, truth: Truth, days: i32) -> Somebody {
    let first = LocalDay::new(2026, 6, 1).unwrap();
    let mut writing = Writing {
        journal: Journal::default(),
        drawn: 0,
    };
    let level = dice.normal(6.0, 0.8).clamp(4.0, 8.0);
    let alike = dice.between(0.0, 0.5);
    // A single rating has a variance of 4: 1 of it is the day's, 3 its own.
    let mut day_of_craving = Mood::new(dice, alike, 1.0);
    // Apart, so that a new question leaves the rest of everybody's days as it was.
    let mut apart = dice.clone();
    let mut confidence = Mood::new(&mut apart, 0.3, 2.0);
    let mut items: Vec<Mood> = (0..5)
        .map(|_| {
            let alike = dice.between(0.0, 0.4);
            Mood::new(dice, alike, 2.0)
        })
        .collect();
    let a_day = dice.between(1.5, 2.5);
    let evenings = dice.chance(0.5);
    let gap = if dice.chance(0.4) {
        let from = dice.between(0.0, f64::from(days));
        (from, from + dice.between(2.0, 6.0))
    } else {
        (0.0, 0.0)
    };
    for day in 0..days {
        let later = day >= days / 2;
        let change = |of: f64| if later { of } else { 0.0 };
        let today = day_of_craving.next(dice) + change(truth.craving);
        let sure = 5.0 + confidence.next(&mut apart);
        let answers: Vec<f64> = items.iter_mut().map(|item| 5.0 + item.next(dice)).collect();
        let many = a_day * dice.normal(0.0, 0.3).exp() + change(truth.count);
        let many = dice.count(many.max(0.2));
        let silent = dice.chance(0.12) || (gap.0..gap.1).contains(&f64::from(day));
        if silent {
            continue;
        }
        let midnight = first
            .plus(day)
            .days_since(LocalDay::new(1970, 1, 1).unwrap())
            * DAY_MS;
        let mut hours: Vec<f64> = (0..many)
            .map(|_| when(dice, truth, day % 7, evenings))
            .collect();
        if !hours.is_empty() && dice.chance(0.15) {
            hours.push(hours[0] + 0.3);
        }
        hours.sort_by(f64::total_cmp);
        let mut strongest: Option<f64> = None;
        for hour in hours {
            #[allow(clippy::cast_possible_truncation, reason = "minutes of a day")]
            let at = midnight + (hour * 60.0) as i64 * MINUTE_MS;
            let strength = dice.normal(level + today, 3.0_f64.sqrt()).clamp(0.0, 10.0);
            strongest = Some(strongest.map_or(strength, |most| most.max(strength)));
            let craving = Entry::Craving(Craving::of(rating(strength)));
            let root = writing.log(at, craving);
            after(dice, &mut writing, truth, root, at, strength, level);
        }
        if dice.chance(0.85) {
            let said = strongest.map(|most| rating(most + dice.normal(0.0, 0.7)));
            let now = rating(dice.normal(level + today - 3.0, 3.0_f64.sqrt()));
            let check_in = CheckIn {
                mood: Some(rating(answers[0] + change(truth.mood))),
                stress: Some(rating(answers[1])),
                sleep: Some(rating(answers[2])),
                energy: Some(rating(answers[3])),
                craving_now: Some(now),
                craving_strongest: said,
                confidence: apart.chance(0.8).then(|| rating(sure)),
                presence: dice.chance(0.6).then(|| rating(answers[4])),
                ..CheckIn::default()
            };
            writing.log(
                midnight + 22 * 60 * MINUTE_MS + 30 * MINUTE_MS,
                Entry::CheckIn(check_in),
            );
        }
    }
    Somebody {
        journal: writing.journal,
        first,
    }
}

/// Awake from 7 to 23; some people have more cravings the later it is.
fn when(dice: &mut Dice, truth: Truth, weekday: i32, evenings: bool) -> f64 {
    if dice.chance(truth.hour) {
        return dice.between(18.0, 19.0);
    }
    // A seventh of the cravings come on Fridays.
    if weekday == 4 && dice.chance(truth.friday * 7.0) {
        return dice.between(18.0, 21.0);
    }
    let even = dice.even();
    // The square root of an even number is twice as often above as below.
    let part = if evenings && dice.chance(0.5) {
        even.sqrt()
    } else {
        even
    };
    7.0 + 15.0 * part
}

/// What becomes of a craving: time eases it, high ones fall further, and sometimes there is an
/// exercise, more often the stronger it is.
fn after(
    dice: &mut Dice,
    writing: &mut Writing,
    truth: Truth,
    root: RecordId,
    at: i64,
    strength: f64,
    level: f64,
) {
    let left = |dice: &mut Dice, minutes: f64| {
        let eased = 1.5 * minutes / 20.0 + 0.25 * (strength - level);
        strength - eased + dice.normal(0.0, 1.3)
    };
    if dice.chance(0.35 + 0.06 * (strength - 5.0)) {
        let choice = dice.even();
        let mut sum = 0.0;
        let chosen = EXERCISES.iter().position(|(_, share)| {
            sum += share;
            choice < sum
        });
        let chosen = chosen.unwrap_or(0);
        let minutes = dice.between(6.0, 15.0);
        let own = if chosen == 0 { truth.exercise } else { 0.0 };
        let later = left(dice, minutes) + own;
        let practice = Practice {
            exercise: EXERCISES[chosen].0.to_owned(),
            before: Some(rating(strength + dice.normal(0.0, 0.5))),
            after: Some(rating(later)),
            seconds: 300,
            finish: Finish::Completed,
            answers: Vec::new(),
            craving: dice.chance(0.7).then_some(root),
            note: None,
        };
        #[allow(clippy::cast_possible_truncation, reason = "minutes")]
        writing.log(at + minutes as i64 * MINUTE_MS, Entry::Practice(practice));
    } else if dice.chance(0.6) {
        for asked_at in [10_u16, 20] {
            if dice.chance(0.75) {
                let intensity = rating(left(dice, f64::from(asked_at)));
                let again = Rerating {
                    craving: root,
                    intensity,
                    asked_at,
                };
                writing.log(at + i64::from(asked_at) * MINUTE_MS, Entry::Rerating(again));
            }
        }
    }
}
