//! The plans, and what every sheet of fields has.

use super::Text;

/// What is asked in one field.
pub struct Ask {
    pub label: Text,
    /// A line of help; may be empty.
    pub hint: Text,
    /// What the cells of a row are called, where there are rows of several.
    pub cells: &'static [Text],
}

impl Ask {
    pub const fn new(label: Text, hint: Text) -> Self {
        Self {
            label,
            hint,
            cells: &[],
        }
    }

    pub const fn rows(label: Text, hint: Text, cells: &'static [Text]) -> Self {
        Self { label, hint, cells }
    }
}

/// A sheet: its name, what it is for, and what is asked in each of its fields.
pub struct Asked<const N: usize> {
    pub title: Text,
    pub lead: Text,
    pub asks: [Ask; N],
}

/// What every sheet has.
pub struct FormTexts {
    pub add_row: Text,
    /// A row, for people who hear the page: its number.
    pub row: fn(usize) -> String,
    pub add_known: fn(&str) -> String,
    /// Step, steps.
    pub step: fn(usize, usize) -> String,
    pub back: Text,
    pub next: Text,
    pub begin: Text,
    pub edit: Text,
    pub delete: Text,
    pub print: Text,
    pub zone_here: fn(&str) -> String,
    pub zone_none: Text,
    pub no_exercise: Text,
    pub low: Text,
    pub high: Text,
    /// How a choice reads, by its name.
    pub option: fn(&str) -> Text,
}

/// The plans.
pub struct Plans {
    pub title: Text,
    pub lead: Text,
    pub not_yet: Text,
    pub changed: fn(&str) -> String,
    pub locked: Text,
    pub safety: Asked<6>,
    pub relapse: Asked<3>,
    pub reasons: Asked<1>,
    pub places: Asked<1>,
    pub situation: Asked<5>,
    pub situations: Text,
    pub situations_lead: Text,
    pub add_situation: Text,
    pub after: Asked<6>,
    /// Day of the ninety.
    pub day_of_90: fn(i64) -> String,
    pub help_lines: Text,
}
