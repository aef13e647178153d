//! The screens that are not in the first download.
//!
//! A release build splits the module at [`build`]: what only these screens use is fetched with what
//! opens the journal, as soon as the first screen answers.
//! A development build holds everything in one module.

use std::mem;
#[cfg(split)]
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;

use crate::components::Page;
use crate::i18n::texts;
use crate::pages::{
    AssessPage, BackupPage, CheckInPage, ExercisesPage, FillPage, FollowUpPage, HistoryPage,
    HomeCacheKeeper, InsightPage, LessonPage, LessonsPage, LockPage, People, PlansPage, PlayerPage,
    ProgrammePage, ReviewPage, SettingsPage, SharePage, SlipPage, TodayList, UnlockPage,
    WelcomePage,
};
use crate::sections::{ExampleBar, Shortcuts};
#[cfg(split)]
use crate::state::yield_to_browser;
use crate::state::{Missing, Opening, part, use_journal, use_session};

/// A screen that comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum LazyScreen {
    /// The list of questionnaires.
    Assess,
    /// Backups.
    Backup,
    /// A check-in.
    CheckIn,
    /// What works on every screen: shortcuts, and the copy of the first screen.
    Everywhere,
    /// What stands above an example.
    ExampleBar,
    /// The list of exercises.
    Exercises,
    /// A questionnaire to fill in.
    Fill,
    /// After a craving was saved.
    FollowUp,
    /// Everything that was logged, or one entry of it.
    History,
    /// Looking back.
    Insight,
    /// One lesson.
    Lesson,
    /// The list of lessons.
    Lessons,
    /// The lock.
    Lock,
    /// The people to turn to.
    People,
    /// The plans.
    Plans,
    /// An exercise.
    Player,
    /// The programme.
    Programme,
    /// What therapists do.
    Review,
    /// Settings.
    Settings,
    /// Sharing.
    Share,
    /// A slip.
    Slip,
    /// What matters today.
    Today,
    /// The way in when Ebb is locked.
    Unlock,
    /// The first look around.
    Welcome,
}

impl LazyScreen {
    /// Whether it can be looked at in an example; all others are the person's own.
    const fn shows_example(self) -> bool {
        matches!(
            self,
            Self::Assess
                | Self::Everywhere
                | Self::ExampleBar
                | Self::History
                | Self::Insight
                | Self::Programme
                | Self::Today
        )
    }
}

#[cfg_attr(
    split,
    leptos::wasm_split::wasm_split(
        later,
        wasm_split_path = leptos::wasm_split,
        fallible,
        preload(fetch)
    )
)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "loading can fail in a split build"
)]
fn build(page: LazyScreen) -> Result<AnyView, Missing> {
    if !page.shows_example() {
        use_journal().back_to_own();
    }
    Ok(match page {
        LazyScreen::Assess => view! { <AssessPage /> }.into_any(),
        LazyScreen::Backup => view! { <BackupPage /> }.into_any(),
        LazyScreen::CheckIn => view! { <CheckInPage /> }.into_any(),
        LazyScreen::Everywhere => view! { <Shortcuts /> <HomeCacheKeeper /> }.into_any(),
        LazyScreen::ExampleBar => view! { <ExampleBar /> }.into_any(),
        LazyScreen::Exercises => view! { <ExercisesPage /> }.into_any(),
        LazyScreen::Fill => view! { <FillPage /> }.into_any(),
        LazyScreen::FollowUp => view! { <FollowUpPage /> }.into_any(),
        LazyScreen::History => view! { <HistoryPage /> }.into_any(),
        LazyScreen::Insight => view! { <InsightPage /> }.into_any(),
        LazyScreen::Lesson => view! { <LessonPage /> }.into_any(),
        LazyScreen::Lessons => view! { <LessonsPage /> }.into_any(),
        LazyScreen::Lock => view! { <LockPage /> }.into_any(),
        LazyScreen::People => view! { <People /> }.into_any(),
        LazyScreen::Plans => view! { <PlansPage /> }.into_any(),
        LazyScreen::Player => view! { <PlayerPage /> }.into_any(),
        LazyScreen::Programme => view! { <ProgrammePage /> }.into_any(),
        LazyScreen::Review => view! { <ReviewPage /> }.into_any(),
        LazyScreen::Settings => view! { <SettingsPage /> }.into_any(),
        LazyScreen::Share => view! { <SharePage /> }.into_any(),
        LazyScreen::Slip => view! { <SlipPage /> }.into_any(),
        LazyScreen::Today => view! { <TodayList /> }.into_any(),
        LazyScreen::Unlock => view! { <UnlockPage /> }.into_any(),
        LazyScreen::Welcome => view! { <WelcomePage /> }.into_any(),
    })
}

#[cfg_attr(
    not(split),
    expect(clippy::unused_async, reason = "nothing to wait for")
)]
async fn built(page: LazyScreen) -> Result<AnyView, Missing> {
    part!(build(page))
}

#[cfg_attr(
    not(split),
    expect(clippy::unused_async, reason = "nothing to wait for")
)]
async fn fetched() -> bool {
    #[cfg(split)]
    {
        static HERE: AtomicBool = AtomicBool::new(false);
        let waited = !HERE.load(Ordering::Relaxed);
        let came = fetch().await.is_ok();
        if came && waited {
            HERE.store(true, Ordering::Relaxed);
            // All that waited would otherwise be drawn in one go, while no tap is heard.
            yield_to_browser().await;
        }
        came
    }
    #[cfg(not(split))]
    true
}

/// How far a screen is.
enum Arrival {
    Waiting,
    Here(AnyView),
    Missing,
}

/// A screen, or the way in while Ebb is locked.
pub fn unless_locked(screen: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    gated(Box::new(screen))
}

fn gated(screen: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    let session = use_session();
    let locked = Memo::new(move |_| session.opening.get() == Opening::Locked);
    (move || {
        if locked.get() {
            lazy_screen(LazyScreen::Unlock)
        } else {
            screen()
        }
    })
    .into_any()
}

/// A part of a screen that comes later; until then, and if it does not come, nothing.
pub fn lazy_silent(page: LazyScreen) -> AnyView {
    arriving(page, true)
}

/// A screen that comes later; until then, that it is coming, or that it did not come.
pub fn lazy_screen(page: LazyScreen) -> AnyView {
    arriving(page, false)
}

fn arriving(page: LazyScreen, quiet: bool) -> AnyView {
    let arrival = RwSignal::new_local(Arrival::Waiting);
    // The screen's own, which it keeps for a second try: an event has no owner.
    let owner = Owner::current().unwrap_or_default();
    ask(page, arrival, owner.clone());
    (move || {
        // A view can be shown once, so it is taken out; what was shown stays until a new one.
        arrival.track();
        match arrival.try_update_untracked(|arrival| mem::replace(arrival, Arrival::Waiting)) {
            Some(Arrival::Here(view)) => view,
            _ if quiet => ().into_any(),
            Some(Arrival::Missing) => missing(page, arrival, owner.clone()),
            _ => waiting(),
        }
    })
    .into_any()
}

fn ask(page: LazyScreen, arrival: RwSignal<Arrival, LocalStorage>, owner: Owner) {
    let (journal, session) = owner.with(|| (use_journal(), use_session()));
    spawn_local(async move {
        if !fetched().await {
            arrival.try_set(Arrival::Missing);
            return;
        }
        if session.opening.get_untracked() == Opening::Missing {
            journal.open();
        }
        // Whoever has gone elsewhere meanwhile needs no screen, and its context is gone.
        if arrival.is_disposed() {
            return;
        }
        let building = owner.with(|| ScopedFuture::new_untracked(built(page)));
        let arrived = building.await.map_or(Arrival::Missing, Arrival::Here);
        arrival.try_set(arrived);
    });
}

fn waiting() -> AnyView {
    let texts = texts();
    view! {
        <main id="main" class="page">
            <p class="hint">{texts.common.opening}</p>
        </main>
    }
    .into_any()
}

fn missing(page: LazyScreen, arrival: RwSignal<Arrival, LocalStorage>, owner: Owner) -> AnyView {
    let texts = texts();
    view! {
        <Page title=texts.shell.part_missing name="missing">
            <p>{texts.shell.part_missing_words}</p>
            <button type="button" class="button" on:click=move |_| ask(page, arrival, owner.clone())>
                {texts.common.try_again}
            </button>
        </Page>
    }
    .into_any()
}
