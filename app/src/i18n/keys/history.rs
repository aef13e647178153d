//! Keys of the screens that look back.

use ebb_core::insight::TrendDirection;

use super::Text;

pub struct History {
    pub title: Text,
    pub span: Text,
    pub week: Text,
    pub month: Text,
    pub earlier: Text,
    pub later: Text,
    pub empty: Text,
    pub range: fn(&str, &str) -> String,
    pub delete: fn(&str) -> String,
    pub jump: Text,
    pub choose_month: Text,
    pub kinds: Text,
    pub all_kinds: Text,
}

pub struct EntryTexts {
    pub title: Text,
    pub delete: Text,
}

/// Numbers come written out, since languages differ in more than words.
pub struct Insight {
    pub menu: Text,
    pub title: Text,
    pub empty: Text,
    pub empty_lead: Text,
    pub empty_list: [Text; 4],
    pub empty_span: Text,
    pub usual: Text,
    /// Mean strength at the start and at the end, minutes between, how many cravings.
    pub usual_says: fn(&str, &str, u32, usize) -> String,
    pub usual_not_yet: fn(usize, usize) -> String,
    pub show_numbers: Text,
    pub day: Text,
    pub hour: Text,
    pub number: Text,
    pub mean: Text,
    /// In a table, for a value that is not known.
    pub unknown: Text,
    pub key_none: Text,
    pub key_unknown: Text,
    /// How many of how many that are needed.
    pub not_yet: fn(usize, usize) -> String,
    /// Why nothing is said of more or fewer.
    pub no_direction: Text,
    pub no_item_direction: Text,
    pub days_unknown: fn(usize) -> String,
    pub cravings: Text,
    pub per_day: Text,
    /// Cravings, days.
    pub cravings_on_days: fn(usize, usize) -> String,
    /// Cravings, the day if it was one alone, else how many days.
    pub most: fn(&str, Option<&str>, usize) -> String,
    /// Earlier and later mean, and how far apart they would have to be.
    pub count_trend: fn(TrendDirection, &str, &str, &str) -> String,
    pub strongest_per_day: Text,
    pub strongest_of: Text,
    pub strongest: fn(&str, Option<&str>, usize) -> String,
    pub no_strength: Text,
    pub strength_unknown: fn(usize) -> String,
    pub strength_trend: fn(TrendDirection, &str, &str, &str) -> String,
    pub pick_day: Text,
    /// The day, cravings if known, the strongest if known.
    pub picked_day: fn(&str, Option<usize>, Option<&str>) -> String,
    pub triggers: Text,
    /// Times, mean strength.
    pub trigger: fn(usize, &str) -> String,
    pub triggers_overlap: Text,
    pub without_trigger: fn(usize) -> String,
    pub hours: Text,
    /// Hour, cravings in it, cravings in all.
    pub busiest_hour: fn(&str, usize, usize) -> String,
    pub no_busiest_hour: Text,
    pub weekdays: Text,
    pub weekday: Text,
    /// Weekday, from and to which hour, cravings then, cravings in all.
    pub busiest_time: fn(&str, &str, &str, usize, usize) -> String,
    pub no_busiest_time: Text,
    /// An hour in as few letters as there are.
    pub hour_short: fn(u8) -> String,
    pub check_ins: Text,
    pub check_ins_lead: Text,
    pub no_check_ins: Text,
    /// Lowest, highest, days.
    pub between: fn(&str, &str, usize) -> String,
    pub item_trend: fn(TrendDirection, &str, &str, &str) -> String,
    pub not_answered: fn(&str) -> String,
    pub helped: Text,
    pub helped_lead: Text,
    pub no_practice: Text,
    pub weaker: fn(&str) -> String,
    pub stronger: fn(&str) -> String,
    pub same: Text,
    /// The change, times weaker, times in all.
    pub effect: fn(&str, usize, usize) -> String,
    /// Whether it was rated lower, the change without an exercise, cravings without one.
    pub against: fn(bool, &str, usize) -> String,
    /// Cravings rated again without an exercise, how many it takes.
    pub no_against: fn(usize, usize) -> String,
    pub exercise: Text,
    pub times: Text,
    pub before: Text,
    pub afterwards: Text,
    pub before_key: Text,
    pub easing: Text,
    pub easing_lead: Text,
    pub after: fn(u16) -> String,
    /// The change, cravings.
    pub eased: fn(&str, usize) -> String,
    pub slips: Text,
    pub slips_noted: fn(usize) -> String,
}
