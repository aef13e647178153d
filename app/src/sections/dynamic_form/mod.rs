//! Sheets of fields: which fields each kind has, how they are written and how they are read.

mod cell;
mod editor;
mod field_view;
mod rows;
mod show;

pub use editor::{Target, delete_button, editor};
pub use show::{reading_lines, shown};

use ebb_core::log::{SUBSTANCES, TRIGGERS, WANTS};

use crate::i18n::{self, Ask, Asked, More};
use crate::state::forms::FormKind;
use crate::words;

/// What a cell of a row holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    Line,
    Lines,
    Tel,
    Day,
    Time,
    Number,
    Check,
}

/// What a field holds.
#[derive(Clone, Copy)]
pub enum Shape {
    Line,
    Lines,
    Rows(&'static [Cell]),
    People,
    Day,
    Time,
    Number,
    /// One of these; the first when nothing is chosen.
    Choice(&'static [&'static str]),
    /// One of these, or none.
    Maybe(&'static [&'static str]),
    /// Any days of the week.
    Weekdays,
    /// Tags: these suggestions and own ones.
    Tags(&'static [&'static str]),
    /// One such tag.
    Tag(&'static [&'static str]),
    Scale,
    Zone,
    Exercise,
    Check,
}

/// A field.
#[derive(Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub shape: Shape,
    pub ask: &'static Ask,
}

/// A kind of sheet.
pub struct Kind {
    pub title: &'static str,
    pub lead: &'static str,
    pub fields: Vec<Field>,
}

const PERSON: &[Cell] = &[Cell::Line, Cell::Tel, Cell::Line];
const NOTES: Shape = Shape::Rows(&[Cell::Lines]);
const YES_NO: Shape = Shape::Maybe(&["yes", "no"]);

/// Two weeks of days but one, in which every week is found, whichever day it begins with.
const DAYS: [&str; 13] = [
    "0", "1", "2", "3", "4", "5", "6", "0", "1", "2", "3", "4", "5",
];

/// The days of the week, in the order in which they stand on a calendar where the person lives.
fn week() -> &'static [&'static str] {
    let [first, ..] = words::weekdays().map(usize::from);
    DAYS.get(first..first + 7).unwrap_or_default()
}

/// As many names as texts, or it does not compile.
fn kind<const N: usize>(asked: &'static Asked<N>, named: [(&'static str, Shape); N]) -> Kind {
    let fields = named.into_iter().zip(&asked.asks);
    Kind {
        title: asked.title,
        lead: asked.lead,
        fields: fields
            .map(|((name, shape), ask)| Field { name, shape, ask })
            .collect(),
    }
}

/// The fields of a sort, in the order in which they are asked.
pub fn kind_of(sort: FormKind, more: &'static More) -> Kind {
    match sort {
        FormKind::Safety
        | FormKind::Relapse
        | FormKind::Reasons
        | FormKind::Places
        | FormKind::Situation
        | FormKind::After => plan(sort, more),
        FormKind::Group | FormKind::Session | FormKind::Appointment => dates(sort, more),
        FormKind::Day | FormKind::Morning | FormKind::Evening => day(sort),
        FormKind::Reduction => kind(
            &i18n::tools().reduction.plan,
            [
                ("substance", Shape::Tag(SUBSTANCES)),
                ("unit", Shape::Line),
                (
                    "steps",
                    Shape::Rows(&[Cell::Day, Cell::Number, Cell::Number]),
                ),
                ("with", Shape::Line),
                ("note", Shape::Lines),
            ],
        ),
        _ => tasks(sort, more),
    }
}

fn plan(sort: FormKind, more: &'static More) -> Kind {
    let plans = &more.plans;
    match sort {
        FormKind::Relapse => kind(
            &plans.relapse,
            [
                ("signs", NOTES),
                ("responses", Shape::Rows(&[Cell::Lines, Cell::Lines])),
                ("people", Shape::People),
            ],
        ),
        FormKind::Reasons => kind(&plans.reasons, [("reasons", NOTES)]),
        FormKind::Places => kind(
            &plans.places,
            [("places", Shape::Rows(&[Cell::Lines, Cell::Lines]))],
        ),
        FormKind::Situation => kind(
            &plans.situation,
            [
                ("situation", Shape::Lines),
                ("triggers", Shape::Tags(TRIGGERS)),
                ("avoid", Shape::Lines),
                ("respond", Shape::Lines),
                ("confidence", Shape::Scale),
            ],
        ),
        FormKind::After => kind(
            &plans.after,
            [
                ("from", Shape::Day),
                ("keep", NOTES),
                ("week", NOTES),
                ("watch", NOTES),
                ("when_hard", NOTES),
                ("people", Shape::People),
            ],
        ),
        _ => kind(
            &plans.safety,
            [
                ("signs", NOTES),
                ("alone", NOTES),
                ("distract", NOTES),
                ("ask", Shape::People),
                ("professionals", Shape::People),
                ("surroundings", NOTES),
            ],
        ),
    }
}

/// A whole day, or the half that is written now.
fn day(sort: FormKind) -> Kind {
    let texts = &i18n::tools().day;
    let mut whole = kind(
        &texts.whole,
        [
            ("wants", Shape::Tags(&WANTS)),
            ("words", Shape::Lines),
            ("went", Shape::Maybe(&["kept", "partly", "not_this_time"])),
            ("good", Shape::Lines),
            ("tomorrow", Shape::Lines),
            ("used", Shape::Number),
        ],
    );
    match sort {
        FormKind::Morning => {
            whole.fields.truncate(2);
            [whole.title, whole.lead] = texts.morning;
        }
        FormKind::Evening => {
            whole.fields.drain(..2);
            [whole.title, whole.lead] = texts.evening;
        }
        _ => {}
    }
    whole
}

fn dates(sort: FormKind, more: &'static More) -> Kind {
    let programme = &more.programme;
    match sort {
        FormKind::Group => kind(
            &programme.group,
            [
                ("name", Shape::Line),
                ("kind", Shape::Choice(&["programme", "meeting", "family"])),
                ("weekdays", Shape::Weekdays),
                ("at", Shape::Time),
                ("minutes", Shape::Number),
                ("zone", Shape::Zone),
                ("first", Shape::Day),
                ("last", Shape::Day),
                (
                    "exceptions",
                    Shape::Rows(&[Cell::Day, Cell::Day, Cell::Time]),
                ),
                ("place", Shape::Line),
                ("way", Shape::Lines),
            ],
        ),
        FormKind::Session => kind(
            &programme.session,
            [
                ("bring", Shape::Lines),
                ("attended", YES_NO),
                ("takeaway", Shape::Lines),
                ("homework", Shape::Lines),
                ("exercise", Shape::Exercise),
                ("practised", Shape::Check),
            ],
        ),
        _ => kind(
            &programme.appointment,
            [
                ("with", Shape::Line),
                (
                    "occasion",
                    Shape::Choice(&["counselling", "medical", "family", "other"]),
                ),
                ("day", Shape::Day),
                ("at", Shape::Time),
                ("minutes", Shape::Number),
                ("zone", Shape::Zone),
                ("place", Shape::Line),
                ("questions", NOTES),
                ("held", YES_NO),
                ("notes", Shape::Lines),
            ],
        ),
    }
}

fn tasks(sort: FormKind, more: &'static More) -> Kind {
    let programme = &more.programme;
    match sort {
        FormKind::Bring => kind(
            &programme.bring,
            [("what", Shape::Lines), ("for_group", Shape::Check)],
        ),
        FormKind::Assignment => kind(
            &programme.assignment,
            [
                ("what", Shape::Lines),
                ("from", Shape::Line),
                ("due", Shape::Day),
            ],
        ),
        FormKind::Commitment => kind(
            &programme.commitment,
            [
                ("what", Shape::Lines),
                ("to", Shape::Line),
                ("due", Shape::Day),
                ("kept", Shape::Maybe(&["kept", "partly", "not_this_time"])),
            ],
        ),
        FormKind::Medicine => kind(
            &programme.medicine,
            [
                ("name", Shape::Line),
                ("how", Shape::Lines),
                ("at", Shape::Rows(&[Cell::Time])),
                ("from", Shape::Day),
                ("until", Shape::Day),
            ],
        ),
        FormKind::Phase => kind(
            &more.recovery_progress.phase,
            [
                ("kind", Shape::Choice(&["iop", "outpatient", "aftercare"])),
                ("from", Shape::Day),
                ("hours", Shape::Number),
                ("changes", NOTES),
            ],
        ),
        FormKind::Start => kind(
            &more.recovery_progress.start,
            [("day", Shape::Day), ("substance", Shape::Tag(SUBSTANCES))],
        ),
        _ => kind(
            &programme.goal,
            [
                ("what", Shape::Lines),
                ("sign", Shape::Lines),
                ("steps", Shape::Rows(&[Cell::Lines, Cell::Check])),
                ("review", Shape::Day),
                ("state", Shape::Choice(&["open", "reached", "let_go"])),
            ],
        ),
    }
}
