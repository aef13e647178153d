//! Looking back: every entry of a week or a month, day by day. Where there is room the chosen entry
//! stands beside the list; else it is a screen of its own.

mod entry;

use std::sync::Arc;

use ebb_core::insight::Span;
use ebb_core::journal::RecordId;
use ebb_core::log::{Journal, Record, course};
use ebb_core::rating::Rating;
use ebb_core::time::LocalDay;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::components::A;

use self::entry::{EntryPage, Looked};
use crate::components::{Page, Sample, SpanBar, chip, empty, one_by_one, rest_of_address, when};
use crate::sections::{Reading, example_offer, this_week, waves_nav};
use crate::state::{
    Opening, focus_beside, focus_soon, is_wide, use_journal, use_preferences, use_session,
};
use crate::words::kind_words;
use crate::{i18n, words};

/// The links of the list, in their order.
const LINKS: &str = ".pane-list .entry-link";
/// The heading of the entry beside the list.
const BESIDE: &str = "entry-beside";
/// Most months to choose from: ten years.
const MOST_MONTHS: usize = 120;

/// The id of an entry's link.
fn link_id(root: RecordId) -> String {
    format!("entry-{root}")
}

/// An entry in the list, with what belongs to it.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    root: RecordId,
    record: Record,
    again: Vec<Rating>,
}

/// A day with its entries. Shared, since the list is gone through again for every piece of it.
type DayOfEntries = Arc<(LocalDay, Vec<Shown>)>;

/// The screen of all entries, and of one.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let address = rest_of_address();
    let wide = RwSignal::new(is_wide());
    let resized = window_event_listener(ev::resize, move |_| {
        if wide.get_untracked() != is_wide() {
            wide.set(is_wide());
        }
    });
    on_cleanup(move || resized.remove());
    let chosen = Memo::new(move |_| address.with(|rest| rest.first()?.parse().ok()));
    // They outlive the list: whoever comes back from an entry finds it as it was.
    let span = this_week();
    let last = StoredValue::new(None);
    let alone = Memo::new(move |_| !wide.get() && !address.with(Vec::is_empty));
    let beside = Memo::new(move |_| wide.get() && !address.with(Vec::is_empty));
    move || {
        if alone.get() {
            last.set_value(chosen.get());
            view! { <EntryPage root=chosen /> }.into_any()
        } else {
            view! { <Entries chosen=chosen wide=wide beside=beside span=span back_at=last /> }
                .into_any()
        }
    }
}

/// The list, and the chosen entry beside it. `back_at` is the entry that a person comes back from.
#[component]
fn Entries(
    chosen: Memo<Option<RecordId>>,
    wide: RwSignal<bool>,
    beside: Memo<bool>,
    span: RwSignal<Span>,
    back_at: StoredValue<Option<RecordId>>,
) -> impl IntoView {
    let session = use_session();
    let preferences = use_preferences();
    let journal = use_journal();
    let texts = i18n::texts();
    let step = move |event: ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        if focus_beside(LINKS, by) {
            event.prevent_default();
        }
    };
    let today = Signal::derive(move || preferences.today());
    follow(chosen, wide);
    let waiting = move || session.opening.get() == Opening::Waiting;
    let none =
        move || !waiting() && journal.with(|journal| told(journal, span.get()).next().is_none());
    let kind = RwSignal::new(None);
    Effect::new(move |before: Option<Span>| {
        // Another span may have nothing of the kind.
        let span = span.get();
        if before.is_some_and(|before| before != span) {
            kind.set(None);
        }
        span
    });
    view! {
        <Page title=texts.history.title name="history">
            {waves_nav()}
            <p class="screen-only">
                <A href="/history/find" attr:class="button quiet small">
                    {i18n::tools().find.title}
                </A>
            </p>
            <div class="panes">
                <div class="pane-list" on:keydown=step>
                    <SpanBar span=span today=today />
                    {months(span, today)}
                    {kinds(span, kind)}
                    {when(waiting, move || view! { <p class="lead">{texts.common.opening}</p> }.into_any())}
                    {when(none, move || view! {
                        {empty(texts.history.empty, Sample::Entries)}
                        {when(move || journal.with(nothing_yet), example_offer)}
                    }.into_any())}
                    {move || day_lists(span.get(), kind.get(), back_at)}
                </div>
                {when(move || wide.get(), move || beside_list(chosen, beside, span))}
            </div>
        </Page>
    }
}

/// What tells of the past in these days, the latest first.
fn told(journal: &Journal, span: Span) -> impl Iterator<Item = (RecordId, &Record)> {
    let entries = journal.entries_between(span.first(), span.last()).rev();
    entries.filter(|(_, record)| record.entry.tells_of_the_past())
}

fn days_of(journal: &Journal, span: Span, kind: Option<&str>) -> Vec<DayOfEntries> {
    let mut days: Vec<(LocalDay, Vec<Shown>)> = Vec::new();
    let wanted = |record: &Record| kind.is_none_or(|kind| record.entry.kind() == kind);
    for (root, record) in told(journal, span).filter(|(_, record)| wanted(record)) {
        let shown = Shown {
            root,
            record: record.clone(),
            again: course(journal, root)
                .into_iter()
                .skip(1)
                .map(|point| point.intensity)
                .collect(),
        };
        match days.last_mut() {
            Some((day, entries)) if *day == record.local_day => entries.push(shown),
            _ => days.push((record.local_day, vec![shown])),
        }
    }
    days.into_iter().map(Arc::new).collect()
}

/// The days of a span, one after the other. Where an entry changes, its day alone is drawn again.
fn day_lists(
    span: Span,
    kind: Option<&'static str>,
    back_at: StoredValue<Option<RecordId>>,
) -> AnyView {
    let journal = use_journal();
    let days = Memo::new(move |_| journal.with(|journal| days_of(journal, span, kind)));
    let all = days.with_untracked(Vec::len);
    let drawn = one_by_one(all);
    Effect::new(move |_| {
        if drawn.get() >= all
            && let Some(root) = back_at.try_update_value(Option::take).flatten()
        {
            focus_soon(&link_id(root));
        }
    });
    let shown = move || {
        let days = days.get().into_iter();
        days.take(drawn.get()).collect::<Vec<_>>()
    };
    let key = |day: &DayOfEntries| {
        let (day, entries) = &**day;
        let versions = entries.iter().map(|shown| {
            let again: Vec<_> = shown.again.iter().map(|rating| rating.get()).collect();
            (shown.record.id, again)
        });
        (*day, versions.collect::<Vec<_>>())
    };
    view! {
        <div aria-busy=move || (drawn.get() < all).to_string()>
            <For each=shown key=key children=|day| view! { <DayList day=day /> } />
        </div>
    }
    .into_any()
}

fn nothing_yet(journal: &Journal) -> bool {
    let mut entries = journal.entries();
    entries.all(|(_, record)| !record.entry.tells_of_the_past())
}

/// The focus goes to an entry that is chosen, and back to its link in the list when it is closed.
fn follow(chosen: Memo<Option<RecordId>>, wide: RwSignal<bool>) {
    Effect::new(move |before: Option<Option<RecordId>>| {
        let now = chosen.get();
        let Some(before) = before.filter(|before| wide.get_untracked() && *before != now) else {
            return now;
        };
        match (before, now) {
            (_, Some(_)) => focus_soon(BESIDE),
            (Some(closed), None) => focus_soon(&link_id(closed)),
            (None, None) => {}
        }
        now
    });
}

/// The chosen entry, or that one can be chosen.
fn beside_list(
    chosen: Memo<Option<RecordId>>,
    beside: Memo<bool>,
    span: RwSignal<Span>,
) -> AnyView {
    let looked = Looked::at(chosen);
    let title = looked.title();
    // An entry that was opened by its address may be older than the days that are shown first.
    Effect::new(move |shown: Option<bool>| match (shown, looked.day()) {
        (Some(true), _) => true,
        (_, Some(day)) => {
            if span.with_untracked(|span| span.position(day).is_none()) {
                span.update(|span| *span = span.up_to(day));
            }
            true
        }
        (_, None) => false,
    });
    view! {
        <section class="pane-entry card" aria-labelledby=BESIDE>
            {move || if beside.get() {
                view! {
                    <div class="entry-head">
                        <h2 id=BESIDE tabindex="-1">{title}</h2>
                        <A href="/history" scroll=false attr:class="button quiet small">
                            {i18n::texts().common.close}
                        </A>
                    </div>
                    {looked.body()}
                }
                .into_any()
            } else {
                view! { <p class="hint" id=BESIDE>{i18n::more().keys.choose_entry}</p> }.into_any()
            }}
        </section>
    }
    .into_any()
}

#[component]
fn DayList(day: DayOfEntries) -> impl IntoView {
    let (day, entries) = &*day;
    let entries = entries
        .iter()
        .cloned()
        .map(|shown| view! { <Item shown=shown /> })
        .collect_view();
    view! {
        <section class="day">
            <h2>{words::day_words(*day)}</h2>
            <ul class="plain lines">{entries}</ul>
        </section>
    }
}

/// An entry in one line, all of which leads to it.
#[component]
fn Item(shown: Shown) -> impl IntoView {
    let Shown {
        root,
        record,
        again,
    } = shown;
    let kind = kind_words(&record.entry);
    let time = words::time_words(record.happened_at);
    let class = format!("entry entry-{}", record.entry.kind());
    view! {
        <li class=class>
            <A href=format!("/history/{root}") scroll=false attr:id=link_id(root) attr:class="entry-link">
                <span class="entry-time">{time}</span>
                <span class="entry-kind">{kind}</span>
            </A>
            <Reading record=record again=again />
        </li>
    }
}

/// The months there is something of, the latest first, and the way to each.
fn months(span: RwSignal<Span>, today: Signal<LocalDay>) -> AnyView {
    let journal = use_journal();
    let all = Memo::new(move |_| {
        let first = journal.with(|journal| {
            let mut told = journal.entries();
            let told = told.find(|(_, record)| record.entry.tells_of_the_past())?;
            Some(told.1.local_day)
        });
        let mut months = vec![Span::month_of(today.get())];
        while let Some(last) = months.last()
            && first.is_some_and(|first| first < last.first())
            && months.len() < MOST_MONTHS
        {
            months.push(Span::month_of(last.first().plus(-1)));
        }
        months
    });
    let texts = &i18n::texts().history;
    let option = move |(at, month): (usize, Span)| {
        view! {
            <option value=at.to_string() selected=move || span.get() == month>
                {words::month_words(month.first())}
            </option>
        }
        .into_any()
    };
    let choose = move |at: String| {
        let month = at
            .parse()
            .ok()
            .and_then(|at: usize| all.with_untracked(|all| all.get(at).copied()));
        if let Some(month) = month {
            span.set(month);
        }
    };
    view! {
        <div class="field month-field">
            <label for="month" class="unseen">
                {texts.jump}
            </label>
            <select id="month" on:change:target=move |ev| choose(ev.target().value())>
                <option value="" selected=move || all.with(|all| !all.contains(&span.get()))>
                    {texts.choose_month}
                </option>
                {move || all.get().into_iter().enumerate().map(option).collect::<Vec<_>>()}
            </select>
        </div>
    }
    .into_any()
}

/// Which kinds are shown: one of those there are in these days, or all.
fn kinds(span: RwSignal<Span>, shown: RwSignal<Option<&'static str>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::texts().history;
    let there = Memo::new(move |_| {
        let mut kinds: Vec<(&'static str, &'static str)> = Vec::new();
        journal.with(|journal| {
            for (_, record) in told(journal, span.get()) {
                let kind = (record.entry.kind(), kind_words(&record.entry));
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        });
        kinds
    });
    let one = move |kind: Option<&'static str>, words: &'static str| {
        let is = move || shown.get() == kind;
        chip("radio", "kind", words.to_owned(), is, move || {
            shown.set(kind);
        })
    };
    when(
        move || there.with(Vec::len) > 1,
        move || {
            view! {
                <fieldset class="chips kinds">
                    <legend class="unseen">{texts.kinds}</legend>
                    <div class="chip-row scroll">
                        {one(None, texts.all_kinds)}
                        {move || {
                            let there = there.get().into_iter();
                            there.map(|(kind, words)| one(Some(kind), words)).collect::<Vec<_>>()
                        }}
                    </div>
                </fieldset>
            }
            .into_any()
        },
    )
}
