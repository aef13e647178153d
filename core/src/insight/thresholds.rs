//! Every number that decides whether Ebb says something or only shows the numbers.
//!
//! Days differ, and of two stretches of days one is always higher. So nothing is called a change, a
//! peak or an ease before chance alone would rarely bring it: of a hundred people whose days do not
//! change at all, at most five may be told of a trend on the screens of insight, five of an hour or
//! a time of the week that stands out, five of an exercise after which they rate lower, and five
//! therapists of something that changed. Each of these is one *family*: what is looked at side by
//! side shares the five. None of the numbers is clinical; the simulation in `tests/tests/claims.rs`
//! is their judge and prints what comes out.

/// Days that each half has to stretch over, written about or not, before the halves are compared:
/// two weeks, less a day for the first and the last without an entry. A half then has each weekday
/// twice, so that a weekend is not compared with working days; and nothing is said before the fourth
/// week is full, so that somebody who looks every day gives chance one try in that time and not
/// twenty. The view of a week never tells of a trend.
pub(crate) const STRETCH: usize = 13;

/// Days with a value that each half needs: half of them. Fewer are other days than the rest.
pub(crate) const DAYS_PER_HALF: usize = 7;

/// What a difference between two stretches of days has to be to be called a change.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Threshold {
    /// The least difference that is worth words, in points or times a day.
    pub least: f64,
    /// How often chance alone may bring as much, up or down, by Student's t.
    pub by_chance: f64,
}

/// For how strong craving was, 0 to 10. Most of the five in a hundred are spent here: it is the one
/// question Ebb is for, and asked once of all ratings
/// ([`LookBack::strength`](super::LookBack::strength)). With less, two points would be told to
/// fewer than six in ten within four weeks. A point and a half is the least: it is three quarters
/// of the spread of single ratings (about 2), and less than that is hard to notice.
pub(crate) const STRENGTH: Threshold = Threshold {
    least: 1.5,
    by_chance: 0.04,
};

/// For how many cravings came a day. Counts say little in four weeks: of a person with two a day,
/// one day has none and the next has four. One more or less is the least.
pub(crate) const COUNT: Threshold = Threshold {
    least: 1.0,
    by_chance: 0.004,
};

/// For the answers of the check-in other than craving, 0 to 10, and for exercises a day: seven looks
/// side by side that share six thousandths. One answer a day tells great changes only in four weeks.
pub(crate) const CHECK_IN: Threshold = Threshold {
    least: 1.5,
    by_chance: 0.006 / 7.0,
};

/// For exercises a day: half a time more or less, with the check-in's share.
#[cfg(feature = "share")]
pub(crate) const SKILLS: Threshold = Threshold {
    least: 0.5,
    by_chance: CHECK_IN.by_chance,
};

/// The most that a day is taken to resemble the day before it, as a correlation. Days come in
/// runs, good and bad; the more they do, the fewer of them are news. From so few days the
/// correlation itself is known badly, so it is kept between 0 and this.
pub(crate) const MOST_ALIKE: f64 = 0.5;

/// Times something has to have been done before an average of it is shown. An average of fewer is
/// one good time and some others.
pub(crate) const ENOUGH_TIMES: usize = 5;

/// Cravings in all before one hour or one time of the week is said to stand out: with five, one hour
/// is alone at the top by chance in 45 of 100 people.
pub const CRAVINGS_FOR_A_PEAK: usize = 20;

/// Cravings that such an hour or time of the week has to have.
pub(crate) const CRAVINGS_IN_A_PEAK: usize = 5;

/// Different days on which they have to have come. One bad evening is not a pattern.
pub(crate) const DAYS_IN_A_PEAK: usize = 3;

/// What share of the cravings an hour gets from chance at most: as if all came evenly in twelve
/// hours. Nobody has cravings asleep, and evenings are thicker than mornings without any one hour
/// standing out.
pub(crate) const HOUR_BY_CHANCE: f64 = 1.0 / 12.0;

/// How rarely chance may bring a peak anywhere among the hours, and anywhere among the times of the
/// week: half of the five in a hundred each, since both stand on one screen.
pub(crate) const PEAK_BY_CHANCE: f64 = 0.025;

/// Times an exercise has to have been rated before and after, and cravings without an exercise to
/// have been rated again, before they are compared. How much they differ among themselves decides
/// the rest.
pub(crate) const TIMES_TO_COMPARE: usize = 5;

/// Minutes after which a craving without an exercise is looked at, or as close to it as it was
/// rated: about as long as it takes to open an exercise, do it and rate again. Ebb asks at 10.
pub(crate) const AFTER_MINUTES: u32 = 10;

/// Points by which cravings have to ease more after the exercise than without any, after shrinking.
pub(crate) const EASED_MORE: f64 = 1.0;

/// How far effects of exercises spread around none, in points, before anything is known: a rating
/// falls about that much by itself within half an hour. An estimate is shrunk towards none by its
/// own error against this, so that the best of several is not the luckiest.
pub(crate) const EFFECTS_SPREAD: f64 = 1.5;

/// How rarely chance may bring it to any of the exercises: they share the five in a hundred.
pub(crate) const EASED_BY_CHANCE: f64 = 0.05;

/// Among so many of the newest cravings those without an exercise are looked for. More change little,
/// and the person of years ago is another one.
pub(crate) const NEWEST_COMPARED: usize = 500;

/// Days from the first draw of a trial before anything is said of it: whole weeks of each weekday, and
/// not only one good or bad stretch of days.
pub(crate) const TRIAL_DAYS: i32 = 30;

/// How rarely chance may bring a difference, either way, that is said of a trial. A trial is looked at
/// once, when it is over, so this one look has the five in a hundred to itself; the fifth that is left
/// is for ratings that are whole numbers with an end. `tests/tests/trial.rs` is the judge.
pub(crate) const TRIAL_BY_CHANCE: f64 = 0.04;
