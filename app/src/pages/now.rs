//! The first screen: what helps right now.

use ebb_core::queries::DayTally;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::components::{Page, Wave, when};
use crate::state::prefs::Storage;
use crate::state::{Opening, storage_truth, use_journal, use_preferences, use_session};
use crate::{i18n, words};

/// The first screen.
#[component]
pub fn NowPage(
    /// What matters today.
    today: AnyView,
) -> impl IntoView {
    let texts = i18n::texts();
    view! {
        <Page title=texts.now.title name="now">
            <A href="/craving" attr:class="button craving-button">
                <Wave />
                <span class="button-words">{texts.now.craving}</span>
                <span class="button-hint">{texts.now.craving_hint}</span>
            </A>
            <div class="pair">
                <A href="/exercises/paced-breathing" attr:class="button soft">
                    {texts.now.breathe}
                </A>
                <A href="/check-in" attr:class="button soft">
                    {texts.now.checkin}
                </A>
            </div>
            <StorageTold />
            <p class="aside row">
                <A href="/programme">{texts.now.programme}</A>
                <A href="/plans">{texts.now.plans}</A>
                <A href="/slip">{texts.now.slip}</A>
                <A href="/review">{texts.now.therapist}</A>
            </p>
            <Today list=today />
        </Page>
    }
}

#[component]
fn OpenCravingCard() -> impl IntoView {
    let session = use_session();
    let journal = use_journal();
    let texts = i18n::texts();
    let open = Memo::new(move |_| {
        let craving = journal.home()?.craving?;
        let now = session.now.get();
        let asked = craving.asked(now).is_some();
        craving.is_open(now).then_some((craving, asked))
    });
    move || {
        open.get().map(|(craving, asked)| {
            view! {
                <section class="card" class:waiting=asked>
                    <p>
                        {(texts.now.open_craving)(craving.intensity.get(), &words::time_words(craving.rated_at))}
                    </p>
                    <A
                        href=format!("/craving/{}", craving.root)
                        attr:class=if asked { "button" } else { "button soft" }
                    >
                        {if asked { texts.now.rate_again } else { texts.now.go_on }}
                    </A>
                </section>
            }
        })
    }
}

/// The truth about storage, told once and before there is anything to lose.
#[component]
fn StorageTold() -> impl IntoView {
    let session = use_session();
    let preferences = use_preferences();
    let journal = use_journal();
    let texts = &i18n::texts().storage;
    // Known before the journal is open, so that nothing moves when it is: who has written something
    // has been told.
    let first = move || {
        preferences.with(|prefs| prefs.storage == Storage::New)
            && !matches!(session.opening.get(), Opening::Failed(_))
            && !journal.in_example()
    };
    when(first, move || {
        let promised = RwSignal::new(false);
        spawn_local(async move {
            promised.try_set(storage_truth().await.persisted == Some(true));
        });
        view! {
            <section class="card" aria-labelledby="kept">
                <h2 id="kept">{texts.title}</h2>
                <p>{texts.only_here}</p>
                // Folded: a long text that comes with the app would be the last thing to be painted.
                <details class="more">
                    <summary>{texts.more}</summary>
                    <p>{move || if promised.get() { texts.promised } else { texts.may_go }}</p>
                    <p>
                        <A href="/settings">{i18n::texts().settings.title}</A>
                    </p>
                </details>
                <div class="row">
                    <A href="/welcome" attr:class="button soft">
                        {texts.new_here}
                    </A>
                    <button
                        type="button"
                        class="quiet"
                        on:click=move |_| preferences.choose(|prefs| prefs.storage = Storage::Told)
                    >
                        {texts.understood}
                    </button>
                </div>
            </section>
        }
        .into_any()
    })
}

/// How many there were, and the words for it.
type Counted = (usize, fn(usize) -> String);

#[component]
fn Today(list: AnyView) -> impl IntoView {
    let journal = use_journal();
    let texts = i18n::texts();
    let today = Memo::new(move |_| journal.home().map(|home| home.tally));
    view! {
        <section class="today" aria-labelledby="today">
            <h2 id="today">{texts.now.today}</h2>
            // In the order in which they come, so that nothing that is there moves.
            <OpenCravingCard />
            {move || match today.get() {
                None => view! { <p>{texts.common.opening}</p> }.into_any(),
                Some(tally) if tally == DayTally::default() => {
                    view! { <p>{texts.now.nothing_yet}</p> }.into_any()
                }
                Some(tally) => {
                    let counts: [Counted; 4] = [
                        (tally.cravings, texts.now.cravings),
                        (tally.practices, texts.now.practices),
                        (tally.checkins, texts.now.checkins),
                        (tally.others, texts.now.others),
                    ];
                    let counts = counts.into_iter().filter(|(n, _)| *n > 0);
                    let counts: Vec<_> = counts
                        .map(|(n, words)| view! { <li>{words(n)}</li> }.into_any())
                        .collect();
                    view! { <ul class="tally">{counts}</ul> }.into_any()
                }
            }}
            {list}
        </section>
    }
}
