//! A slip: safety first, then what can be learned, and nothing is taken away. After it one screen
//! has what helps next.

use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, Slip};
use ebb_core::text::{Note, Tag};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Lines, Page, Problem, when};
use crate::i18n;
use crate::sections::fields::SlipFields;
use crate::sections::{callers, save_bar};
use crate::state::forms::SlipForm;
use crate::state::{Draft, show_soon, use_journal, use_session};
use crate::words;

/// What takes a body used to it into danger when it stops at once.
const STOPPED_SLOWLY: [&str; 2] = ["alcohol", "sedatives"];
/// What follows a slip, for the focus.
const AFTER: &str = "after-slip";

/// The screen for a slip.
#[component]
pub fn SlipPage() -> impl IntoView {
    let texts = i18n::texts();
    let saved = RwSignal::new(None::<RecordId>);
    view! {
        <Page title=texts.slip.title name="slip">
            {move || match saved.get() {
                None => view! { <Write saved=saved /> }.into_any(),
                Some(root) => view! { <After root=root /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Write(saved: RwSignal<Option<RecordId>>) -> impl IntoView {
    let session = use_session();
    let texts = i18n::texts();
    let draft = Draft::<SlipForm>::open("slip");
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        draft.log(move |root| {
            session.announce(texts.slip.saved);
            saved.try_set(Some(root));
            show_soon("main");
        });
    };
    view! {
        <p class="lead">{texts.slip.lead}</p>
        <section class="card care">
            <h2>{texts.slip.safety}</h2>
            <p>{texts.slip.tolerance}</p>
            <p>
                <A href="/sos#overdose">{texts.slip.overdose}</A>
            </p>
            <p>{texts.slip.withdrawal}</p>
            <p>
                <A href="/sos#withdrawal">{texts.slip.withdrawal_more}</A>
            </p>
            <p>{texts.slip.suicide}</p>
            <p>
                <A href="/sos">{texts.slip.suicide_more}</A>
            </p>
        </section>
        <form on:submit=save novalidate autocomplete="off">
            <SlipFields draft=draft />
            {save_bar(draft)}
        </form>
    }
}

/// What helps next, on one screen: staying safe, somebody to call, the next day, the therapist.
#[component]
fn After(root: RecordId) -> impl IntoView {
    let journal = use_journal();
    let texts = i18n::texts();
    let slip = journal.with_untracked(|journal| match journal.get(root).map(|r| &r.entry) {
        Some(Entry::Slip(slip)) => slip.clone(),
        _ => Slip::default(),
    });
    let used = slip.substance.as_ref().and_then(Tag::suggestion);
    let (danger, href, more) = if used.is_some_and(|used| STOPPED_SLOWLY.contains(&used)) {
        let words = (texts.slip.withdrawal, texts.slip.withdrawal_more);
        (words.0, "/sos#withdrawal", words.1)
    } else {
        (texts.slip.tolerance, "/sos#overdose", texts.slip.overdose)
    };
    view! {
        <div class="after-slip">
            <h2 id=AFTER class="saved" tabindex="-1">
                {texts.common.saved}
            </h2>
            <p>{texts.slip.saved}</p>
        </div>
        <section class="card care">
            <p>{danger}</p>
            <p>
                <A href=href>{more}</A>
            </p>
        </section>
        {callers()}
        <NextDay root=root slip=slip />
        <A href="/share" attr:class="button soft main">
            {texts.slip.tell}
        </A>
    }
}

/// The plan for the next 24 hours, as it was written or still to be.
#[component]
fn NextDay(root: RecordId, slip: Slip) -> impl IntoView {
    let journal = use_journal();
    let texts = i18n::texts();
    let text = RwSignal::new(
        slip.next_day
            .map_or_else(String::new, |note| note.as_str().to_owned()),
    );
    let kept = RwSignal::new(text.get_untracked());
    let problem = RwSignal::new(None);
    let too_long = Memo::new(move |_| {
        let wrong = text.with(|text| Note::from_field(text).err());
        wrong.map(|error| texts.problems.text(error))
    });
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let now = text.get_untracked();
        let Ok(note) = Note::from_field(&now) else {
            return;
        };
        journal.change(root, problem, move |entry| {
            if let Entry::Slip(slip) = entry {
                slip.next_day = note;
            }
            kept.set(now);
        });
    };
    view! {
        <form on:submit=save novalidate autocomplete="off">
            <Lines
                label=texts.slip.next_day
                id="next-day"
                value=text
                write=move |words| text.set(words)
                problem=too_long
            />
            <Problem words=words::problem(problem) />
            {when(
                move || text.get() != kept.get(),
                move || {
                    view! {
                        <button type="submit" class="soft">
                            {texts.common.save}
                        </button>
                    }
                    .into_any()
                },
            )}
        </form>
    }
}
