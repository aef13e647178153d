//! A share as it is read: the preview of the one who shares and the review of the therapist are
//! this one view, of the same bytes.
//!
//! [`review`] is the whole of it. A screen around it says where the share came from, and shows it
//! under a heading of its own, so the headings here begin with `h2`.

mod one_page;
mod parts;

use std::collections::BTreeSet;
use std::sync::Arc;

use ebb_core::chart::tenths;
use ebb_core::content::instrument::Instrument;
use ebb_core::insight::thresholds::CRAVINGS_FOR_A_PEAK;
use ebb_core::log::Reply;
use ebb_core::share::review::{
    Filter, Flag, ReviewAgenda, ReviewMeasure, Shifted, agenda, timeline,
};
use ebb_core::share::{Category, Share};
use leptos::prelude::*;

use self::one_page::one_page;
use self::parts::{entry, instruments_of, keepsakes, known_kind, standing};
use crate::components::{card, chip, drawn_when_opened, fingerprint_text, lines_or};
use crate::sections::insight::{Of, peak_hour_words, peak_time_words, sights};
use crate::state::content::{answer_words, instruments};
use crate::state::{Loaded, use_preferences};
use crate::{i18n, words};

/// The most entries of the timeline that are drawn at once.
const DRAWN: usize = 500;

/// Everything in a share. `before` is an earlier share of the same person, to compare with.
pub fn review(share: Arc<Share>, before: Option<Arc<Share>>) -> AnyView {
    let facts = facts(&share);
    let first = {
        let share = share.clone();
        // Drawn again once the questionnaires are there.
        move || {
            let forms = instruments().read(|library| library.entries.clone());
            let forms = match forms {
                Loaded::Ready(forms) => forms,
                Loaded::Waiting | Loaded::Missing => Vec::new(),
            };
            // Another person's share was refused before it came here.
            let agenda = agenda(&share, before.as_deref(), &forms).ok();
            let agenda = agenda.as_ref();
            let page = agenda.map(|agenda| one_page(&share, agenda, &forms));
            let head = agenda.map(|agenda| first_page(&share, before.as_deref(), agenda, &forms));
            let results = instruments_of(&share, &forms);
            view! {
                {page}
                {head}
                {results}
            }
            .into_any()
        }
    };
    let charts = charts(&share);
    let standing = standing(&share);
    let keepsakes = keepsakes(&share);
    let notice = share.notice.clone();
    view! {
        <div class="review">
            {first}
            {facts}
            {standing}
            {keepsakes}
            {charts}
            {entries(share)}
            <p class="hint" dir="auto">{notice}</p>
        </div>
    }
    .into_any()
}

/// Whether a share that was opened is signed, and the words by which the person can be known.
pub fn signature(share: &Share) -> AnyView {
    let trust = &i18n::more().trust;
    match share.card().filter(|card| card.signer.is_some()) {
        Some(card) => view! { <p>{(trust.signed)(&fingerprint_text(&card))}</p> }.into_any(),
        None => view! { <p class="problem">{trust.not_signed}</p> }.into_any(),
    }
}

fn facts(share: &Share) -> AnyView {
    let preferences = use_preferences();
    let words = &i18n::more().review;
    let days = [share.first, share.last].map(words::date_words);
    let made = words::date_words(preferences.day_of(share.issued_at));
    let about = (words.about)(&made, &days[0], &days[1]);
    let count = |(kind, n): (&String, &usize)| (words.count_of)(&known_kind(kind), *n);
    let counts: Vec<String> = share.counts.iter().map(count).collect();
    let left_out = match &share.left_out {
        Some(left_out) => {
            let lines: Vec<String> = left_out.iter().map(count).collect();
            format!("{} {}", words.left_out, lines.join(", "))
        }
        None => words.left_out_unknown.to_owned(),
    };
    let doubts = [
        (share.unreadable, words.unreadable),
        (share.oversized, words.oversized),
        (share.ahead, words.ahead),
    ];
    let doubts: Vec<_> = doubts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, words)| view! { <p class="problem">{words(n)}</p> }.into_any())
        .collect();
    let trust = &i18n::more().trust;
    let kept = share
        .expires
        .map(|day| view! { <p>{(trust.kept_until)(&words::date_words(day))}</p> }.into_any());
    let purpose = share.purpose.as_ref().map(|purpose| {
        let says = (trust.for_purpose)(purpose.as_str());
        view! { <p dir="auto">{says}</p> }.into_any()
    });
    let held = format!("{} {}", (words.counts)(share.entries()), counts.join(", "));
    view! {
        <p class="lead">{about}</p>
        {purpose}
        {kept}
        <p>{held}</p>
        <p class="hint">{left_out}</p>
        {doubts}
    }
    .into_any()
}

fn first_page(
    share: &Share,
    before: Option<&Share>,
    agenda: &ReviewAgenda<'_>,
    forms: &[Instrument],
) -> AnyView {
    let words = &i18n::more().review;
    let against = before.map_or_else(
        || words.against_half.to_owned(),
        |before| {
            (words.against_share)(
                &words::date_words(before.first),
                &words::date_words(before.last),
            )
        },
    );
    let (told, other): (Vec<_>, Vec<_>) = agenda
        .changes
        .iter()
        .filter(|change| !change.is_score())
        .partition(|change| change.is_told());
    let lines = |changes: Vec<&Shifted>| -> Vec<String> {
        let lines = changes.into_iter().map(|c| change(c, forms));
        lines.collect()
    };
    let (told, other) = (lines(told), lines(other));
    let scores = agenda.changes.iter().filter(|change| change.is_score());
    let scores = scores.map(|c| score_change(c, forms)).collect();
    let talk = agenda.talk.iter().map(|talk| talk.what.as_str().to_owned());
    let missing = missing(share, agenda);
    let part = |id: &'static str, title: &'static str, inside: AnyView| {
        view! {
            <h3 id=id>{title}</h3>
            {inside}
        }
        .into_any()
    };
    let inside = vec![
        part(
            "flags",
            words.flags,
            view! {
                <p>{latest(agenda, forms)}</p>
                {lines_or(flags(agenda, forms), words.no_flags)}
            }
            .into_any(),
        ),
        part("talk", words.talk, lines_or(talk.collect(), words.no_talk)),
        part(
            "changes",
            words.changes,
            view! { <p class="hint">{against}</p> }.into_any(),
        ),
        lines_or(told, words.no_changes),
        others(words.other_changes, other),
        others(words.score_changes, scores),
        part(
            "triggers",
            words.triggers,
            lines_or(triggers(agenda), words.none),
        ),
        part("hours", words.hours, lines_or(hours(agenda), words.none)),
        part(
            "missing",
            words.missing,
            view! { <p>{missing}</p> }.into_any(),
        ),
    ];
    card("agenda", words.agenda, inside.into_any())
}

/// The latest answer about not wanting to live with its day, or that it was not asked.
fn latest(agenda: &ReviewAgenda<'_>, forms: &[Instrument]) -> String {
    let words = &i18n::more().review;
    let Some(latest) = &agenda.latest else {
        return words.not_asked.to_owned();
    };
    let form = forms.iter().find(|form| form.id == latest.instrument);
    let title = form.map_or(latest.instrument, |form| form.title.as_str());
    let reply = Reply {
        item: latest.item.to_owned(),
        value: latest.value,
    };
    let answer = form.and_then(|form| answer_words(form, &reply));
    let answer = answer.unwrap_or_else(|| latest.value.to_string());
    (words.asked_last)(&words::day_words(latest.day), title, latest.item, &answer)
}

fn flags(agenda: &ReviewAgenda<'_>, forms: &[Instrument]) -> Vec<String> {
    let words = &i18n::more().review;
    let flags = agenda.flags.iter().map(|flag| match flag {
        Flag::Slip { day, .. } => (words.flag_slip)(&words::day_words(*day)),
        Flag::Answer {
            day,
            instrument,
            item,
            value,
            ..
        } => {
            let form = forms.iter().find(|form| form.id == *instrument);
            let title = form.map_or(*instrument, |form| form.title.as_str());
            (words.flag_answer)(&words::day_words(*day), title, *value, item)
        }
    });
    flags.collect()
}

/// One change, such as 'Mood: 4.1 → 5.3 (n 12 and 13)'.
pub fn change(shifted: &Shifted, forms: &[Instrument]) -> String {
    let words = &i18n::more().review;
    let name = match &shifted.measure {
        ReviewMeasure::Score { instrument, score } => {
            let form = forms.iter().find(|form| form.id == *instrument);
            let title = form.map_or(instrument.as_str(), |form| form.title.as_str());
            let known = form.and_then(|form| form.score(score));
            let score = known.map_or(score.as_str(), |score| score.title.as_str());
            format!("{title}, {score}")
        }
        measure => (words.measure)(measure).to_owned(),
    };
    let (before, now) = (shifted.before, shifted.now);
    (words.change)(
        &name,
        &tenths(before.mean),
        &tenths(now.mean),
        before.n,
        now.n,
    )
}

/// A score with what its change is known to mean.
fn score_change(shifted: &Shifted, forms: &[Instrument]) -> String {
    let words = &i18n::more().review;
    let numbers = change(shifted, forms);
    match shifted.telling {
        Some(points) if !shifted.is_told() => {
            format!("{numbers}: {}", (words.about_the_same)(&tenths(points)))
        }
        Some(points) => format!("{numbers}: {}", (words.means_something)(&tenths(points))),
        None => numbers,
    }
}

/// Numbers that say nothing, under a line that says so.
fn others(lead: &'static str, lines: Vec<String>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    view! {
        <p class="hint">{lead}</p>
        {lines_or(lines, "")}
    }
    .into_any()
}

fn triggers(agenda: &ReviewAgenda<'_>) -> Vec<String> {
    let words = &i18n::texts().insight;
    let lines = agenda.triggers.iter().map(|trigger| {
        let name = i18n::texts().tags(std::slice::from_ref(&trigger.tag));
        let mean = tenths(trigger.cravings.mean().unwrap_or_default());
        format!("{name}: {}", (words.trigger)(trigger.cravings.n(), &mean))
    });
    lines.collect()
}

/// The hour and the time of the week that stand out, or that none does.
fn hours(agenda: &ReviewAgenda<'_>) -> Vec<String> {
    if agenda.totals.cravings.n() < CRAVINGS_FOR_A_PEAK {
        return vec![(i18n::more().review.few_cravings)(CRAVINGS_FOR_A_PEAK)];
    }
    vec![
        peak_hour_words(agenda.peak_hour),
        peak_time_words(agenda.peak_time),
    ]
}

fn missing(share: &Share, agenda: &ReviewAgenda<'_>) -> String {
    let words = &i18n::more().review;
    let days = usize::from(share.span().map_or(0, ebb_core::insight::Span::length));
    let says = (words.missing_days)(agenda.missing.len(), days);
    // A long list of dates says no more than their number.
    let named: Vec<String> = agenda
        .missing
        .iter()
        .take(10)
        .map(|day| words::day_short(*day))
        .collect();
    if agenda.missing.len() > named.len() || named.is_empty() {
        says
    } else {
        format!("{says} ({})", named.join(", "))
    }
}

fn charts(share: &Arc<Share>) -> AnyView {
    let preferences = use_preferences();
    let Some(span) = share.span() else {
        return ().into_any();
    };
    let of = Of::Share(share.clone());
    let made_on = preferences.day_of(share.issued_at);
    drawn_when_opened("charts", i18n::more().review.charts, move || {
        sights(of, span, made_on)
    })
}

/// Every entry, to be filtered and searched.
fn entries(share: Arc<Share>) -> AnyView {
    drawn_when_opened("timeline", i18n::more().review.timeline, move || {
        all_entries(share)
    })
}

fn all_entries(share: Arc<Share>) -> AnyView {
    let words = &i18n::more().review;
    let kinds = RwSignal::new(BTreeSet::<Category>::new());
    let search = RwSignal::new(String::new());
    let there: BTreeSet<Category> = share
        .journal
        .entries()
        .filter_map(|(_, record)| Category::of(&record.entry))
        .collect();
    let chips: Vec<_> = there
        .into_iter()
        .map(|kind| {
            let flip = move || {
                kinds.update(|kinds| {
                    if !kinds.remove(&kind) {
                        kinds.insert(kind);
                    }
                });
            };
            let is = move || kinds.with(|kinds| kinds.contains(&kind));
            let name = (i18n::more().share.kind)(kind).to_owned();
            chip("checkbox", "show-kind", name, is, flip)
        })
        .collect();
    let found = move || {
        let filter = Filter {
            kinds: kinds.get(),
            words: search.get(),
            ..Filter::default()
        };
        let found = timeline(&share, &filter);
        // With the later ratings, which stand with their craving.
        let all: usize = found
            .iter()
            .map(|(root, _)| 1 + share.journal.children(*root).count())
            .sum();
        let rows: Vec<_> = found
            .iter()
            .take(DRAWN)
            .map(|(root, record)| entry(&share, *root, record))
            .collect();
        view! {
            <p class="hint" role="status">
                {(words.found)(all)}
            </p>
            <ul class="plain entries">{rows}</ul>
        }
        .into_any()
    };
    view! {
        <fieldset class="chips screen-only">
            <legend>{words.filter}</legend>
            <div class="chip-row">{chips}</div>
        </fieldset>
        <div class="field screen-only">
            <label for="review-search">{words.search}</label>
            <input
                id="review-search"
                type="search"
                dir="auto"
                autocomplete="off"
                prop:value=search
                on:input:target=move |ev| search.set(ev.target().value())
            />
        </div>
        {found}
    }
    .into_any()
}
