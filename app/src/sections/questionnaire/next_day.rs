//! The day after an answer that asked for help.

use ebb_core::content::instrument::Instrument;
use ebb_core::journal::RecordId;
use ebb_core::queries::to_ask_again;
use leptos::prelude::*;

use super::crisis::own_help;
use crate::components::when;
use crate::i18n;
use crate::sections::crisis_help;
use crate::state::content::instruments;
use crate::state::{
    Loaded, Opening, focus_soon, use_journal, use_notices, use_preferences, use_session,
};

/// What is asked about on the first screen: the entry, and how many days ago it was.
fn asked_about() -> Option<(RecordId, i64)> {
    let session = use_session();
    let preferences = use_preferences();
    let journal = use_journal();
    if session.opening.get() != Opening::Ready || journal.in_example() {
        return None;
    }
    let today = preferences.today();
    let find = |forms: &[Instrument]| {
        journal.with(|journal| {
            let answer = to_ask_again(journal, forms, today)?;
            Some((answer.root, today.days_since(answer.day)))
        })
    };
    let found = match instruments().read(|library| find(&library.entries)) {
        Loaded::Ready(found) => found,
        Loaded::Waiting | Loaded::Missing => find(&[]),
    };
    preferences.with(|prefs| {
        let root = found?.0.to_string();
        let is_open = !prefs.next_day_off && prefs.next_day_done.as_ref() != Some(&root);
        found.filter(|_| is_open)
    })
}

/// Asks, on the day after, how it is with the thoughts that were noted.
#[component]
pub fn NextDay() -> impl IntoView {
    let preferences = use_preferences();
    let notices = use_notices();
    let words = &i18n::more().assess;
    let asked = Memo::new(move |_| asked_about());
    let hard = RwSignal::new(false);
    let done = move || {
        if let Some((root, _)) = asked.get_untracked() {
            preferences.choose(|prefs| prefs.next_day_done = Some(root.to_string()));
        }
        hard.set(false);
    };
    let easier = move |_| {
        done();
        notices.say(words.next_day_easier_said);
    };
    let harder = move |_| {
        hard.set(true);
        focus_soon(HELP);
    };
    let never = move |_| {
        preferences.choose(|prefs| prefs.next_day_off = true);
        notices.say(words.next_day_never_said);
    };
    let question = move || {
        view! {
            <div class="row">
                <button type="button" class="soft" on:click=easier>
                    {words.next_day_easier}
                </button>
                <button type="button" class="soft" on:click=harder>
                    {words.next_day_same}
                </button>
                <button type="button" class="soft" on:click=harder>
                    {words.next_day_harder}
                </button>
            </div>
            <p>
                <button type="button" class="quiet small" on:click=never>
                    {words.next_day_never}
                </button>
            </p>
        }
        .into_any()
    };
    let help = move || {
        view! {
            <p id=HELP tabindex="-1">
                {words.next_day_help}
            </p>
            {crisis_help()}
            {own_help()}
            <p>
                <button type="button" class="quiet" on:click=move |_| done()>
                    {i18n::texts().common.close}
                </button>
            </p>
        }
        .into_any()
    };
    when(
        move || asked.with(Option::is_some),
        move || {
            let days = asked.get_untracked().map_or(1, |(_, days)| days);
            view! {
                <section class="card care" aria-labelledby="next-day">
                    <h3 id="next-day">{words.next_day_title}</h3>
                    <p>{(words.next_day)(days)}</p>
                    {when(move || !hard.get(), question)}
                    {when(move || hard.get(), help)}
                </section>
            }
            .into_any()
        },
    )
}

/// What is said to somebody for whom it is not easier, to move the focus to.
const HELP: &str = "next-day-help";
