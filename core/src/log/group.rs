//! Groups and meetings: when they are, and what a person takes to them and away from them.

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::text::{Note, Tag};
use crate::time::{LocalDay, Wall, WallTime, Zone};

/// What kind of group it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// Part of the programme.
    Programme,
    /// A mutual-help meeting.
    Meeting,
    /// With family.
    Family,
}

/// What happens to one date of a weekly group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateChange {
    /// It does not take place.
    Cancelled,
    /// It takes place then.
    Moved(LocalDay, WallTime),
}

/// One date that differs from the pattern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The date by the pattern.
    pub on: LocalDay,
    /// What happens to it.
    pub change: DateChange,
}

/// A group with its weekly pattern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What it is called.
    pub name: Tag,
    /// What kind it is.
    pub kind: GroupKind,
    /// Days of the week, 0 for Monday to 6 for Sunday.
    pub weekdays: Vec<u8>,
    /// When it begins.
    pub at: WallTime,
    /// How long it takes.
    pub minutes: u16,
    /// Where its wall clock is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The first date it can be on.
    pub first: LocalDay,
    /// The last one, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<LocalDay>,
    /// Dates that differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Note>,
    /// How to get there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<Note>,
}

/// One time a group takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The date by the pattern, which names it even when it was moved.
    pub on: LocalDay,
    /// When it really is.
    pub start: Wall,
}

impl Group {
    /// Whether the pattern has this date.
    #[must_use]
    pub fn is_on(&self, day: LocalDay) -> bool {
        day >= self.first
            && self.last.is_none_or(|last| day <= last)
            && self.weekdays.contains(&day.weekday())
    }

    /// The times it takes place on the calendar dates from `from` to `to`, both included, in
    /// order. A time that was moved is on its new date.
    #[must_use]
    pub fn between(&self, from: LocalDay, to: LocalDay) -> Vec<Occurrence> {
        let mut found = Vec::new();
        let mut day = from.max(self.first);
        while day <= to {
            let changed = self.exceptions.iter().any(|exception| exception.on == day);
            if self.is_on(day) && !changed {
                found.push(self.occurrence(day, day, self.at));
            }
            let next = day.plus(1);
            if next == day {
                break;
            }
            day = next;
        }
        for exception in &self.exceptions {
            if let DateChange::Moved(day, at) = exception.change
                && (from..=to).contains(&day)
                && self.is_on(exception.on)
            {
                found.push(self.occurrence(exception.on, day, at));
            }
        }
        found.sort_by_key(|occurrence| (occurrence.start.day, occurrence.start.at));
        found
    }

    fn occurrence(&self, on: LocalDay, day: LocalDay, at: WallTime) -> Occurrence {
        let zone = self.zone.clone();
        let start = Wall { day, at, zone };
        Occurrence { on, start }
    }
}

/// One time a person prepares for, attends or misses. Written before, after, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The group.
    pub group: RecordId,
    /// Its name, so that the session reads when the group is gone.
    pub name: Tag,
    /// The date by the group's pattern.
    pub on: LocalDay,
    /// Whether the person was there; not said before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attended: Option<bool>,
    /// Something to bring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bring: Option<Note>,
    /// What the person takes away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takeaway: Option<Note>,
    /// What to practise until the next time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homework: Option<Note>,
    /// The exercise that belongs to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    /// Whether it was practised.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub practised: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> LocalDay {
        text.parse().unwrap()
    }

    /// Mondays and Wednesdays at 18:00, from Monday 2 March 2026.
    fn group() -> Group {
        Group {
            name: Tag::own("Evening group").unwrap(),
            kind: GroupKind::Programme,
            weekdays: vec![0, 2],
            at: "18:00".parse().unwrap(),
            minutes: 90,
            zone: Some(Zone::new("America/New_York").unwrap()),
            first: day("2026-03-02"),
            last: Some(day("2026-03-16")),
            exceptions: Vec::new(),
            place: None,
            way: None,
        }
    }

    fn dates(group: &Group, from: &str, to: &str) -> Vec<String> {
        group
            .between(day(from), day(to))
            .iter()
            .map(|o| format!("{} {}", o.start.day, o.start.at))
            .collect()
    }

    #[test]
    fn a_weekly_group_is_on_its_days_from_first_to_last() {
        assert_eq!(
            dates(&group(), "2026-01-01", "2026-12-31"),
            [
                "2026-03-02 18:00",
                "2026-03-04 18:00",
                "2026-03-09 18:00",
                "2026-03-11 18:00",
                "2026-03-16 18:00"
            ]
        );
        assert_eq!(dates(&group(), "2026-03-05", "2026-03-08"), [""; 0]);
    }

    #[test]
    fn a_date_can_be_cancelled_or_moved() {
        let mut group = group();
        group.exceptions = vec![
            Exception {
                on: day("2026-03-04"),
                change: DateChange::Cancelled,
            },
            Exception {
                on: day("2026-03-09"),
                change: DateChange::Moved(day("2026-03-10"), "17:30".parse().unwrap()),
            },
        ];
        assert_eq!(
            dates(&group, "2026-03-02", "2026-03-11"),
            ["2026-03-02 18:00", "2026-03-10 17:30", "2026-03-11 18:00"]
        );
        // It is still called by its own date, so that notes made before the move stay with it.
        let moved = &group.between(day("2026-03-10"), day("2026-03-10"))[0];
        assert_eq!(moved.on, day("2026-03-09"));
    }

    #[test]
    fn a_change_of_a_date_that_is_not_in_the_pattern_changes_nothing() {
        let mut group = group();
        group.exceptions = vec![Exception {
            on: day("2026-03-03"),
            change: DateChange::Moved(day("2026-03-05"), "17:30".parse().unwrap()),
        }];
        assert_eq!(
            dates(&group, "2026-03-02", "2026-03-05"),
            ["2026-03-02 18:00", "2026-03-04 18:00"]
        );
    }

    #[test]
    fn a_group_at_the_end_of_the_calendar_does_not_hang() {
        let mut group = group();
        group.first = day("9999-12-01");
        group.last = None;
        assert!(!dates(&group, "9999-12-20", "9999-12-31").is_empty());
    }
}
