//! The caseload: a line of numbers for each person, and keeping one more share.

use ebb_core::chart::tenths;
use ebb_core::desk::{CaseloadRow, Order, Week};
use ebb_core::journal::RecordId;
use leptos::prelude::*;

use super::files::files;
use super::person::person;
use super::{TITLE, not_kept};
use crate::components::{
    FileBox, Lines, Piece, Problem, Sample, Secret, Word, card, chip, empty, long_list, when,
};
use crate::sections::progress_button;
use crate::state::desk::DeskSession;
use crate::state::sealed::Source;
use crate::state::{CancellableTask, Picked, focus_soon, take_fragment, use_preferences};
use crate::{i18n, words};

/// Below this a difference of cravings a day is no change that is worth a word.
const A_CHANGE: f64 = 0.5;

/// The heading of the list.
const LIST: &str = "desk-people";

/// The list, or one person of it.
pub(super) fn people(desk: DeskSession) -> AnyView {
    let shown = RwSignal::new(None::<RecordId>);
    let order = RwSignal::new(Order::default());
    Effect::new(move |before: Option<bool>| {
        let now = shown.get().is_some();
        if before.is_some_and(|before| before != now) {
            focus_soon(if now { TITLE } else { LIST });
        }
        now
    });
    (move || match shown.get() {
        Some(whom) => untrack(|| person(desk, whom, shown)),
        None => untrack(|| {
            view! {
                {list(desk, shown, order)}
                {card("desk-add", i18n::more().desk.add_title, add(desk))}
                {files(desk)}
            }
            .into_any()
        }),
    })
    .into_any()
}

fn list(desk: DeskSession, shown: RwSignal<Option<RecordId>>, order: RwSignal<Order>) -> AnyView {
    let words = &i18n::more().desk;
    let orders = Order::ALL.into_iter().map(|one| {
        let name = (words.order_by)(one).to_owned();
        let is = move || order.get() == one;
        chip("radio", "desk-order", name, is, move || order.set(one))
    });
    let orders: Vec<_> = orders.collect();
    let drawn = StoredValue::new(None::<Order>);
    let rows = move || {
        let order = order.get();
        let rows = desk.rows(order);
        // Somebody has just added a share, further down, or the questionnaires have come.
        let before = drawn.try_update_value(|drawn| drawn.replace(order));
        let again = before.flatten() == Some(order);
        if rows.is_empty() {
            return empty(words.nobody, Sample::Entries);
        }
        let unreadable = desk.caseload.with(|caseload| caseload.unreadable());
        let unreadable = (unreadable > 0).then(|| {
            view! { <p class="problem">{(words.unreadable)(unreadable)}</p> }
        });
        let count = (words.people)(rows.len());
        let lines = rows.into_iter().map(|row| {
            let line = move || line(row, shown);
            Box::new(line) as Piece
        });
        view! {
            {unreadable}
            <p class="hint">{count}</p>
            {long_list("plain entries desk-list", lines.collect(), again)}
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby=LIST>
            <h2 id=LIST tabindex="-1">
                {words.order}
            </h2>
            <fieldset class="chips">
                <legend class="unseen">{words.order}</legend>
                <div class="chip-row">{orders}</div>
            </fieldset>
            {rows}
        </section>
    }
    .into_any()
}

/// Cravings of some days in words.
fn cravings(week: &Week) -> String {
    let strength = week.strength.map(tenths);
    (i18n::more().desk.cravings)(week.cravings, strength.as_deref(), week.days)
}

/// One person: what needs somebody first, then the numbers.
fn line(row: CaseloadRow, shown: RwSignal<Option<RecordId>>) -> AnyView {
    let preferences = use_preferences();
    let words = &i18n::more().desk;
    let person = row.person;
    let mut urgent = Vec::new();
    if row.crisis > 0 {
        urgent.push((words.crisis)(row.crisis));
    }
    if row.recent_slips > 0 {
        urgent.push((words.slips)(row.recent_slips));
    }
    let urgent: Vec<_> = urgent
        .into_iter()
        .map(|says| view! { <p class="problem">{says}</p> }.into_any())
        .collect();
    let state = match (row.verified, row.signed) {
        (true, _) => words.verified,
        (false, true) => words.not_verified,
        (false, false) => words.not_signed,
    };
    let mut facts = Vec::new();
    match (row.last_share, row.silent) {
        (Some(at), Some(days)) => {
            let day = words::day_words(preferences.day_of(at));
            facts.push((words.last_share)(&day, days));
        }
        _ => facts.push(words.no_share.to_owned()),
    }
    facts.push((words.days_known)(row.known));
    facts.push((words.check_ins)(row.check_ins));
    if row.homework.1 > 0 {
        facts.push((words.homework)(row.homework.0, row.homework.1));
    }
    if !row.due.is_empty() {
        facts.push((words.due)(&row.due.join(", ")));
    }
    if row.scores_changed > 0 {
        facts.push((words.scores_changed)(row.scores_changed));
    }
    let change = row.change().and_then(|change| {
        if change >= A_CHANGE {
            Some(words.more_cravings)
        } else if change <= -A_CHANGE {
            Some(words.fewer_cravings)
        } else {
            None
        }
    });
    let change = change.map(|says| format!(", {says}"));
    view! {
        <li class="entry">
            <div class="entry-head">
                <button
                    type="button"
                    class="quiet entry-kind"
                    dir="auto"
                    on:click=move |_| shown.set(Some(person))
                >
                    {row.name.clone()}
                </button>
                <span class="hint">{state}</span>
            </div>
            {urgent}
            <p>{words.week} ": " {cravings(&row.week)} {change}</p>
            <p class="hint">{words.before} ": " {cravings(&row.before)}</p>
            <p class="hint">{facts.join(" · ")}</p>
        </li>
    }
    .into_any()
}

/// What came of keeping some shares.
struct Taken {
    said: Option<String>,
    problem: Option<String>,
    /// The files that were not kept.
    left: Vec<Source>,
    /// The link that was not kept.
    link: String,
}

async fn take_all(desk: DeskSession, sources: Vec<Source>, phrase: &str) -> Taken {
    let (words, clinician) = (&i18n::more().desk, &i18n::more().clinician);
    let (mut told, mut wrong) = (Vec::new(), Vec::new());
    let (mut left, mut link) = (Vec::new(), String::new());
    for source in sources {
        let name = source.name().unwrap_or(clinician.a_link).to_owned();
        match desk.take(&source, phrase).await {
            Ok(person) => {
                let name = untrack(|| desk.name_of(person)).unwrap_or_default();
                told.push((words.added)(&name));
            }
            Err(error) => {
                wrong.push((clinician.about)(&name, &not_kept(error)));
                match source {
                    Source::Text(text) => link = text,
                    file @ Source::Picked(_) => left.push(file),
                }
            }
        }
    }
    Taken {
        said: (!told.is_empty()).then(|| told.join(" ")),
        problem: (!wrong.is_empty()).then(|| wrong.join(" ")),
        left,
        link,
    }
}

/// Keeping a share.
fn add(desk: DeskSession) -> AnyView {
    let (words, clinician, share) = (
        &i18n::more().desk,
        &i18n::more().clinician,
        &i18n::more().share,
    );
    let files = RwSignal::new_local(Vec::<Source>::new());
    let link = RwSignal::new(take_fragment().unwrap_or_default());
    let phrase = RwSignal::new(String::new());
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let said = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        said.set(None);
        let mut sources = files.get_untracked();
        let pasted = link.get_untracked();
        if !pasted.trim().is_empty() {
            sources.push(Source::Text(pasted));
        }
        if sources.is_empty() {
            problem.set(Some(clinician.nothing.to_owned()));
            return;
        }
        task.run(async move {
            let typed = passphrase.get_untracked();
            if !typed.is_empty() {
                if let Err(error) = desk.clinician.open_key(typed).await {
                    problem.try_set(Some(words::refused(error)));
                    return;
                }
                passphrase.try_set(String::new());
            }
            let taken = take_all(desk, sources, &phrase.get_untracked()).await;
            files.try_set(taken.left);
            link.try_set(taken.link);
            said.try_set(taken.said);
            problem.try_set(taken.problem);
        });
    };
    let names = move || {
        let names = files.with(|files| {
            let names = files.iter().filter_map(|file| file.name());
            names.map(str::to_owned).collect::<Vec<_>>()
        });
        (!names.is_empty()).then(|| names.join("\n"))
    };
    let pick = move |picked: Vec<Picked>| {
        files.set(picked.into_iter().map(Source::Picked).collect());
    };
    let chooser = FileBox {
        id: "desk-files",
        described: Some("desk-add-problem"),
        several: true,
        ..FileBox::default()
    };
    let session = desk.clinician;
    let has_key = move || session.key().is_some() && !session.key_is_open();
    let own = when(has_key, move || {
        view! {
            <Secret
                label=clinician.own_passphrase
                id="desk-own-passphrase"
                value=passphrase
                hint=clinician.own_passphrase_hint
            />
        }
        .into_any()
    });
    view! {
        <form on:submit=submit novalidate>
            <div class="field">
                <label for="desk-files">{clinician.files}</label>
                {chooser.show(names, pick)}
            </div>
            <Lines
                label=clinician.paste
                id="desk-link"
                value=link
                write=move |typed| link.set(typed)
                hint=clinician.paste_hint
            />
            <Word
                label=share.enter_phrase
                id="desk-phrase"
                value=phrase
                write=move |typed| phrase.set(typed)
            />
            <p class="hint">{clinician.phrase_hint}</p>
            {own}
            <Problem words=problem id="desk-add-problem" />
            {progress_button(task, words.add, share.opening)}
            <p role="status" class="saved">
                {move || said.get()}
            </p>
        </form>
    }
    .into_any()
}
