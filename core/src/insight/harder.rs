//! Harder evenings: whether what is known before an evening tells, for this person, that it will be
//! hard. It is said only when it did so on past evenings that it had not seen.
//!
//! An evening is hard when it had a craving of [`STRONG`] or more, or a slip, from 17 o'clock on the
//! wall to the end of the person's day. How sure a person is, and past use, are what the literature
//! finds to tell most (pubmed 39172368); here they stand beside the weekday, sleep, the evening before
//! and the day so far. Each of them moves the person's own rate by what it did in their own past,
//! shrunk towards nothing by how few evenings that was. There is no model of other people in it.

use super::finding::Finding;
use super::real;
use crate::log::{Entry, Journal, Record};
use crate::rating::Rating;
use crate::time::LocalDay;

/// The strength from which a craving makes an evening hard, 0 to 10. Ebb's own choice.
pub const STRONG: u8 = 6;
/// When evenings begin, in hours on the wall.
pub const EVENING: u8 = 17;
/// Evenings with anything written that have to be known before one is marked.
const LEARNED: usize = 30;
/// Hard ones among them, and not hard ones.
const OF_EACH: usize = 5;
/// Evenings that have to have been marked before anything is said.
const MARKED: usize = 5;
/// Only these are looked at: the person of years ago is another one.
const NEWEST: usize = 180;
/// An evening is marked when its rate is this much above the person's own.
const ABOVE: f64 = 0.1;
/// So many evenings at the person's own rate stand beside those of each sign.
const SHRINK: f64 = 2.0;
/// What signs add up to is taken by this part: they say some of it twice.
const TOGETHER: f64 = 0.9;
/// By how many standard errors marked evenings have to be harder than the person's own rate. The
/// simulation in `tests/tests/harder.rs` is its judge: of a hundred people whose evenings no sign
/// tells of, at most five may be told anything in three months of looking.
const TELLING: f64 = 2.2;
/// The normal quantile of an interval that holds in 80 of 100.
const EIGHTY: f64 = 1.281_55;

const SIGNS: usize = 5;
/// Most values that a sign has.
const VALUES: usize = 8;
/// What is known before one evening, a value for each sign.
type Signs = [usize; SIGNS];

/// Evenings that were marked beforehand, and how they were.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HarderEvenings {
    /// The days of the evenings that were marked beforehand, in order.
    pub days: Vec<LocalDay>,
    /// Evenings that were marked beforehand.
    pub marked: usize,
    /// Of these, hard ones.
    pub hard: usize,
    /// The share of hard ones among marked evenings, 0 to 1: an interval that holds in 80 of 100.
    pub interval: (f64, f64),
    /// The share of hard ones among all evenings, 0 to 1.
    pub usual: f64,
    /// All evenings that this rests on.
    pub evenings: usize,
    /// Whether the evening of `today` would be marked.
    pub today: bool,
}

#[derive(Clone, Copy)]
struct Evening {
    day: LocalDay,
    signs: Signs,
    hard: bool,
}

/// What is known of a day while it is gone through.
#[derive(Clone, Copy, Default)]
struct Known {
    craving_before: bool,
    confidence: Option<u8>,
    /// The same, asked in the evening.
    later: Option<u8>,
    sleep: Option<u8>,
    hard: bool,
    any: bool,
}

/// Gathers what was known before evenings, and how they were.
fn evenings(journal: &Journal, today: LocalDay) -> (Vec<Evening>, Signs) {
    let mut evenings = Vec::new();
    let (mut last, mut known) = (None::<LocalDay>, Known::default());
    let mut before = Known::default();
    let mut close = |day: LocalDay, known: &Known, before: &Known| {
        if known.any && day < today {
            evenings.push(Evening {
                day,
                signs: signs(day, known, before),
                hard: known.hard,
            });
        }
    };
    for (_, record) in journal.entries() {
        let day = record.local_day;
        if day > today {
            break;
        }
        if last != Some(day) {
            if let Some(last) = last {
                close(last, &known, &before);
                before = yesterday(&known, last, day);
            }
            known = Known::default();
            last = Some(day);
        }
        take(&mut known, record, day);
    }
    let now = match last {
        Some(day) if day == today => signs(today, &known, &before),
        Some(day) => {
            close(day, &known, &before);
            signs(today, &Known::default(), &yesterday(&known, day, today))
        }
        None => signs(today, &Known::default(), &before),
    };
    let skip = evenings.len().saturating_sub(NEWEST);
    evenings.drain(..skip);
    (evenings, now)
}

/// What is still known the day after; a day without entries in between says nothing.
fn yesterday(known: &Known, last: LocalDay, day: LocalDay) -> Known {
    if day.days_since(last) == 1 {
        *known
    } else {
        Known::default()
    }
}

fn take(known: &mut Known, record: &Record, day: LocalDay) {
    // After midnight, while the person's day goes on, it is evening still.
    let after_midnight =
        record.happened_at.local_hour() < EVENING && record.happened_at.local().date() > day.date();
    let evening = after_midnight || record.happened_at.local_hour() >= EVENING;
    match &record.entry {
        Entry::Craving(craving) => {
            known.any = true;
            if evening {
                known.hard |= craving.intensity.get() >= STRONG;
            } else {
                known.craving_before = true;
            }
        }
        Entry::Slip(_) => {
            known.any = true;
            known.hard |= evening;
        }
        Entry::CheckIn(check_in) => {
            known.any = true;
            let confidence = check_in.confidence.map(Rating::get);
            if evening {
                // It may tell of what has been already: it counts for the evening after.
                known.later = confidence.or(known.later);
            } else {
                known.confidence = confidence.or(known.confidence);
                known.sleep = check_in.sleep.map(Rating::get).or(known.sleep);
            }
        }
        _ => {}
    }
}

/// Low, middling, high, or not known.
fn third(answer: Option<u8>) -> usize {
    match answer {
        Some(0..=3) => 0,
        Some(4..=6) => 1,
        Some(_) => 2,
        None => 3,
    }
}

fn signs(day: LocalDay, known: &Known, before: &Known) -> Signs {
    let evening_before = if before.any {
        usize::from(before.hard)
    } else {
        2
    };
    [
        usize::from(day.weekday()),
        evening_before,
        usize::from(known.craving_before),
        third(known.confidence.or(before.later)),
        third(known.sleep),
    ]
}

/// Counts of evenings, all and hard ones, for each value of each sign.
#[derive(Default)]
struct Learned {
    n: usize,
    hard: usize,
    by_sign: [[(usize, usize); VALUES]; SIGNS],
}

fn log_odds(rate: f64) -> f64 {
    (rate / (1.0 - rate)).ln()
}

impl Learned {
    fn take(&mut self, evening: &Evening) {
        self.n += 1;
        self.hard += usize::from(evening.hard);
        for (values, sign) in self.by_sign.iter_mut().zip(evening.signs) {
            if let Some((n, hard)) = values.get_mut(sign) {
                *n += 1;
                *hard += usize::from(evening.hard);
            }
        }
    }

    fn is_enough(&self) -> bool {
        self.n >= LEARNED && self.hard >= OF_EACH && self.n - self.hard >= OF_EACH
    }

    /// The person's own rate.
    fn usual(&self) -> f64 {
        (real(self.hard) + 0.5) / (real(self.n) + 1.0)
    }

    /// The rate for an evening with these signs.
    fn rate(&self, signs: &Signs) -> f64 {
        let usual = self.usual();
        let moved = self.by_sign.iter().zip(signs).filter_map(|(values, sign)| {
            let (n, hard) = values.get(*sign)?;
            let rate = (real(*hard) + SHRINK * usual) / (real(*n) + SHRINK);
            Some(log_odds(rate) - log_odds(usual))
        });
        let odds = log_odds(usual) + TOGETHER * moved.sum::<f64>();
        1.0 / (1.0 + (-odds).exp())
    }

    fn marks(&self, signs: &Signs) -> bool {
        self.is_enough() && self.rate(signs) >= self.usual() + ABOVE
    }
}

/// Goes through the evenings in their order, marks each by those before it alone, and tells how the
/// marked ones were. Not enough yet before 30 evenings, 5 hard ones and 5 marked ones; `None` when
/// marked evenings were not harder than the person's own rate by more than chance brings.
#[must_use]
pub fn harder_evenings(journal: &Journal, today: LocalDay) -> Option<Finding<HarderEvenings>> {
    let (evenings, now) = evenings(journal, today);
    let mut learned = Learned::default();
    let (mut days, mut hard) = (Vec::new(), 0_usize);
    let (mut beyond, mut spread) = (0.0, 0.0);
    for evening in &evenings {
        if learned.marks(&evening.signs) {
            let usual = learned.usual();
            days.push(evening.day);
            hard += usize::from(evening.hard);
            beyond += f64::from(u8::from(evening.hard)) - usual;
            spread += usual * (1.0 - usual);
        }
        learned.take(evening);
    }
    let marked = days.len();
    let wanting = [
        (learned.n, LEARNED),
        (learned.hard, OF_EACH),
        (marked, MARKED),
    ];
    if let Some((n, needed)) = wanting.into_iter().find(|(n, needed)| n < needed) {
        return Some(Finding::NotEnoughYet { n, needed });
    }
    if beyond < TELLING * spread.sqrt() {
        return None;
    }
    Some(Finding::Found(HarderEvenings {
        days,
        marked,
        hard,
        interval: share(hard, marked),
        usual: learned.usual(),
        evenings: learned.n,
        today: learned.marks(&now),
    }))
}

/// An interval for a share that holds in 80 of 100 (Wilson 1927).
fn share(k: usize, n: usize) -> (f64, f64) {
    let (n, z2) = (real(n), EIGHTY * EIGHTY);
    let p = real(k) / n;
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = EIGHTY / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}
