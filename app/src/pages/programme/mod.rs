//! The programme: what is coming, what is worked on, and the way through.

mod agenda;
mod calendar;
mod dates;
mod family;
mod item;
mod overview;
mod recovery_progress;

use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, Record};
use ebb_core::queries::session_of;
use ebb_core::time::LocalDay;
use leptos::prelude::*;

use self::dates::begins;
use self::overview::overview;
use crate::components::NotFoundPage;
use crate::i18n;
use crate::sections::dynamic_form::{Target, editor};
use crate::sections::once_open;
use crate::state::forms::{DynamicForm, FormKind};
use crate::state::{moment_field, use_journal, use_preferences, zone_here};

const HERE: &str = "/programme";
const WAY: &str = "/programme/way";

/// Every screen of the programme.
#[component]
pub fn ProgrammePage() -> impl IntoView {
    let title = i18n::more().programme.title;
    once_open(title, |rest| match rest {
        [] => overview(),
        ["way"] => recovery_progress::recovery_progress(),
        ["family"] => family::family(),
        ["family", "summary"] => family::summary(),
        ["session", group, on] => group
            .parse()
            .ok()
            .zip(on.parse().ok())
            .map_or_else(nothing, |(group, on)| session(group, on)),
        ["meeting", "new"] => fresh_meeting(),
        [name, "new"] => sort(name).map_or_else(nothing, fresh),
        [name, root] => with_entry(name, root, item::item),
        [name, root, "edit"] => with_entry(name, root, change),
        _ => nothing(),
    })
}

fn nothing() -> AnyView {
    view! { <NotFoundPage /> }.into_any()
}

/// The sorts that have their place here.
fn sort(name: &str) -> Option<FormKind> {
    FormKind::named(name)
        .filter(|sort| !sort.is_one() && !matches!(sort, FormKind::Situation | FormKind::Session))
}

fn with_entry(name: &str, root: &str, show: fn(FormKind, RecordId, Record) -> AnyView) -> AnyView {
    let found = root.parse().ok().and_then(|root: RecordId| {
        let journal = use_journal();
        let record = journal.with_untracked(|journal| journal.get(root).cloned())?;
        let sort = sort(name).filter(|sort| FormKind::of(&record.entry) == Some(*sort))?;
        Some((sort, root, record))
    });
    found.map_or_else(nothing, |(sort, root, record)| show(sort, root, record))
}

/// Where a sort is listed.
pub(super) const fn section_of(sort: FormKind) -> &'static str {
    match sort {
        FormKind::Phase | FormKind::Start => WAY,
        _ => HERE,
    }
}

/// The fields of a new one that are known already.
fn begun(sort: FormKind) -> DynamicForm {
    let mut start = DynamicForm::new(sort);
    if matches!(sort, FormKind::Group | FormKind::Appointment) {
        start.put("zone", zone_here().into_iter().collect());
    }
    if sort == FormKind::Group {
        let today = use_preferences().today_untracked().to_string();
        start.put("first", vec![today]);
        start.put("minutes", vec!["90".to_owned()]);
    }
    if sort == FormKind::Appointment {
        start.put("minutes", vec!["50".to_owned()]);
    }
    start
}

fn fresh(sort: FormKind) -> AnyView {
    write_new(begun(sort), section_of(sort))
}

/// A group that is a meeting, from the list of meetings and back to it.
fn fresh_meeting() -> AnyView {
    let mut start = begun(FormKind::Group);
    start.put("kind", vec!["meeting".to_owned()]);
    start.put("minutes", vec!["60".to_owned()]);
    write_new(start, "/programme/meetings")
}

fn write_new(start: DynamicForm, back: &str) -> AnyView {
    editor(Target {
        start,
        root: None,
        about: String::new(),
        back: back.to_owned(),
        section: back.to_owned(),
        by_step: false,
        but: &[],
    })
}

fn change(sort: FormKind, root: RecordId, record: Record) -> AnyView {
    editor(Target {
        start: DynamicForm::of(&record.entry),
        root: Some((root, record.happened_at)),
        about: root.to_string(),
        back: format!("{HERE}/{}/{root}", sort.name()),
        section: section_of(sort).to_owned(),
        by_step: false,
        but: &[],
    })
}

/// One date of a group: a new session, or the one that is there.
fn session(group: RecordId, on: LocalDay) -> AnyView {
    let journal = use_journal();
    let found = journal.with_untracked(|journal| {
        let kept = session_of(journal, group, on);
        let kept = kept.map(|(root, record, _)| (root, record.clone()));
        let entry = journal.get(group).map(|record| record.entry.clone());
        (kept, entry)
    });
    let back = format!("{HERE}/group/{group}");
    let (mut start, root, at) = match found {
        (kept, Some(Entry::Group(known))) => {
            let at = begins(&known, on);
            match kept {
                Some((root, record)) => (
                    DynamicForm::of(&record.entry),
                    Some((root, record.happened_at)),
                    at,
                ),
                None => (
                    DynamicForm::session_of(group, known.name.as_str(), on),
                    None,
                    at,
                ),
            }
        }
        // The group is gone, the session is still there to read and change.
        (Some((root, record)), _) => {
            let at = Some(record.happened_at);
            (
                DynamicForm::of(&record.entry),
                Some((root, record.happened_at)),
                at,
            )
        }
        _ => return nothing(),
    };
    start.put("begins", at.map(moment_field).into_iter().collect());
    editor(Target {
        start,
        root,
        about: format!("{group} {on}"),
        back: back.clone(),
        section: back,
        by_step: false,
        but: &[],
    })
}
