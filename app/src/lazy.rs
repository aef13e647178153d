//! The screens that are not in the first download: the one registry of them.
//!
//! A release build splits the module by what people do: each part of the registry is a file of its
//! own, and what several parts use is shared by them. What saves a craving comes first (`core`, see
//! `platform::part`), then the parts of [`warm`]; any other is fetched when a screen of it is opened
//! or about to be.
//! A development build holds everything in one module.

use std::mem;

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;

use crate::components::Page;
use crate::i18n::texts;
use crate::pages::{
    AssessPage, BackupPage, CheckInPage, DayPage, DeskPage, ExercisesPage, FillPage, FindPage,
    FollowUpPage, HistoryPage, HomeCacheKeeper, IfThenPage, ImportPage, InsightPage, KeepsakesPage,
    LessonPage, LessonsPage, LockPage, MeetingsPage, People, PlansPage, PlayerPage, ProgrammePage,
    RemindersPage, ReviewPage, SettingsPage, SharePage, SlipPage, SosPage, TodayList, TrialPage,
    UnlockPage, WelcomePage,
};
use crate::sections::fields::craving_details;
use crate::sections::if_then::if_then_now;
use crate::sections::{
    ExampleBar, Shortcuts, chance, curve, keepsakes_shown, reminder_watch, scenes_written,
    while_notifications_are_wanted,
};
use crate::state::content::want_exercises;
#[cfg(split)]
use crate::state::yield_to_browser;
use crate::state::{JournalContext, Missing, Opening, first_help, part, use_journal, use_session};

/// Makes [`LazyScreen`] and, for each part, the function that builds its screens: a split point of a
/// release build, named like the part, with the function that only fetches it.
macro_rules! lazy_screens {
    ($(
        $(#[$about:meta])*
        $part:ident $fetch:ident {
            $($(#[$what:meta])* $screen:ident => { $($view:tt)* })+
        }
    )+) => {
        /// A screen, or a piece of one, that comes later.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum LazyScreen { $($($(#[$what])* $screen,)+)+ }

        $(
            $(#[$about])*
            #[cfg_attr(
                split,
                leptos::wasm_split::wasm_split(
                    $part,
                    wasm_split_path = leptos::wasm_split,
                    fallible,
                    preload($fetch)
                )
            )]
            #[allow(
                clippy::unnecessary_wraps,
                reason = "loading can fail in a split build"
            )]
            fn $part(screen: LazyScreen) -> Result<AnyView, Missing> {
                Ok(match screen {
                    $(LazyScreen::$screen => view! { $($view)* }.into_any(),)+
                    // Of another part.
                    _ => ().into_any(),
                })
            }
        )+

        #[cfg_attr(
            not(split),
            allow(clippy::unused_async, reason = "nothing to wait for")
        )]
        async fn built(screen: LazyScreen) -> Result<AnyView, Missing> {
            if !screen.shows_example() {
                use_journal().back_to_own();
            }
            match screen {
                $($(LazyScreen::$screen)|+ => part!($part(screen)),)+
            }
        }

        /// Fetches the part of a screen.
        #[cfg(split)]
        async fn fetched(screen: LazyScreen) -> bool {
            match screen {
                $($(LazyScreen::$screen)|+ => $fetch().await.is_ok(),)+
            }
        }
    };
}

lazy_screens! {
    /// Help in an emergency.
    sos fetch_sos {
        /// Help now.
        Sos => { <SosPage people=lazy_silent(LazyScreen::People) plans=lazy_silent(LazyScreen::PlansNow) /> }
    }
    /// What is logged every day.
    log fetch_log {
        /// What may be added to a craving.
        CravingDetails => { {craving_details()} }
        /// After a craving was saved.
        FollowUp => {
            <FollowUpPage
                curve=|| lazy_silent(LazyScreen::Curve)
                scenes=|| lazy_silent(LazyScreen::FutureScenes)
                chance=|| lazy_silent(LazyScreen::Chance)
            />
        }
        /// A check-in.
        CheckIn => { <CheckInPage /> }
        /// A slip.
        Slip => { <SlipPage /> }
    }
    /// What completes the first screen.
    home fetch_home {
        /// What matters today.
        Today => { <TodayList /> }
        /// What works on every screen: shortcuts, the copy of the first screen, and for who wants
        /// them notifications.
        Everywhere => {
            <Shortcuts />
            <HomeCacheKeeper />
            {while_notifications_are_wanted(|| lazy_silent(LazyScreen::ReminderWatch))}
        }
        /// If-then plans and things to live for, on the screen for help.
        PlansNow => { {if_then_now(true)} {keepsakes_shown(|one| one.in_help, |one| one.in_help)} }
        /// Things to live for and scenes of the future, after a craving.
        FutureScenes => { {keepsakes_shown(|one| one.after_craving, |one| one.after_craving)} {scenes_written()} }
        /// What stands above an example.
        ExampleBar => { <ExampleBar /> }
    }
    /// The exercises.
    skills fetch_skills {
        /// The list of exercises.
        Exercises => { <ExercisesPage /> }
        /// An exercise.
        Player => { <PlayerPage /> }
    }
    /// The programme.
    programme fetch_programme {
        /// The programme.
        Programme => { <ProgrammePage /> }
    }
    /// The plans.
    plans fetch_plans {
        /// The plans.
        Plans => { <PlansPage /> }
        /// A day with an intention and an evening.
        Day => { <DayPage /> }
        /// The people to turn to.
        People => { <People /> }
    }
    /// Lessons and questionnaires.
    lessons fetch_lessons {
        /// The list of lessons.
        Lessons => { <LessonsPage /> }
        /// One lesson.
        Lesson => { <LessonPage /> }
    }
    /// Questionnaires.
    questionnaires fetch_questionnaires {
        /// The list of questionnaires.
        Assess => { <AssessPage /> }
        /// A questionnaire to fill in.
        Fill => { <FillPage /> }
    }
    /// What was logged.
    history fetch_history {
        /// Everything that was logged, or one entry of it.
        History => { <HistoryPage /> }
    }
    /// Looking back.
    insight fetch_insight {
        /// Looking back.
        Insight => { <InsightPage /> }
        /// The curve of one craving.
        Curve => { {curve()} }
    }
    /// Settings.
    settings fetch_settings {
        /// Settings.
        Settings => { <SettingsPage /> }
        /// Backups.
        Backup => { <BackupPage /> }
        /// The first look around.
        Welcome => { <WelcomePage /> }
    }
    /// The lock.
    lock fetch_lock {
        /// The lock.
        Lock => { <LockPage /> }
        /// The way in when Ebb is locked.
        Unlock => { <UnlockPage /> }
    }
    /// Reminders, if-then plans, trials, finding.
    tools fetch_tools {
        /// Reminders in the person's calendar.
        Reminders => { <RemindersPage /> }
        /// What shows reminders as notifications, for who wants that.
        ReminderWatch => { {reminder_watch()} }
        /// If-then plans.
        IfThen => { <IfThenPage /> }
        /// Coin-flip trials.
        Trial => { <TrialPage /> }
        /// What chance picks for a craving.
        Chance => { {chance()} }
        /// Finding what was written.
        Find => { <FindPage /> }
        /// Things to live for.
        Keepsakes => { <KeepsakesPage /> }
        /// Meetings of one's own.
        Meetings => { <MeetingsPage /> }
        /// Bringing in what another tracker wrote.
        Import => { <ImportPage /> }
    }
    /// Sharing.
    share fetch_share {
        /// Sharing.
        Share => { <SharePage /> }
    }
    /// The therapist's desk.
    desk fetch_desk {
        /// Shares of many people, kept.
        Desk => { <DeskPage /> }
    }
    /// The therapist's side.
    review fetch_review {
        /// What therapists do.
        Review => { <ReviewPage /> }
    }
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
                | Self::ReminderWatch
                | Self::Today
        )
    }
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
    let locked = Memo::new(move |_| {
        matches!(
            session.opening.get(),
            Opening::Locked | Opening::VaultMissing
        )
    });
    (move || {
        if locked.get() {
            lazy_screen(LazyScreen::Unlock)
        } else {
            screen()
        }
    })
    .into_any()
}

/// A piece of a screen that comes later; until then, and if it does not come, nothing. It is fetched
/// once what saves has come and no craving is being rated.
pub fn lazy_silent(page: LazyScreen) -> AnyView {
    arriving(page, Manner::Silent)
}

/// A screen that comes later; until then, that it is coming, or that it did not come.
pub fn lazy_screen(page: LazyScreen) -> AnyView {
    arriving(page, Manner::Screen)
}

/// A piece of a screen that comes later, and says so; it is fetched once what saves has come.
pub fn lazy_piece(page: LazyScreen) -> AnyView {
    arriving(page, Manner::Piece)
}

/// How a screen stands in the page while it is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    Screen,
    Piece,
    Silent,
}

/// Fetches the parts that come next after what saves, one after the other, so that none of them
/// takes from the one before. Returns once they came, or did not.
pub async fn warm(journal: JournalContext) {
    journal.settled().await;
    journal.at_leisure().await;
    #[cfg(split)]
    {
        let _ = fetch_sos().await;
        let _ = fetch_log().await;
        let _ = fetch_home().await;
    }
    journal.begin_in_background();
}

/// Fetches the part of a screen that is about to be opened.
pub fn prefetch(page: LazyScreen) {
    #[cfg(split)]
    spawn_local(async move {
        let _ = fetched(page).await;
    });
    #[cfg(not(split))]
    let _ = page;
}

fn arriving(page: LazyScreen, manner: Manner) -> AnyView {
    let arrival = RwSignal::new_local(Arrival::Waiting);
    // The screen's own, which it keeps for a second try: an event has no owner.
    let owner = Owner::current().unwrap_or_default();
    ask(page, manner, arrival, owner.clone());
    (move || {
        // A view can be shown once, so it is taken out; what was shown stays until a new one.
        arrival.track();
        match arrival.try_update_untracked(|arrival| mem::replace(arrival, Arrival::Waiting)) {
            Some(Arrival::Here(view)) => view,
            _ if manner == Manner::Silent => ().into_any(),
            // The page that was painted first holds the same help.
            _ if page == LazyScreen::Sos => first_help_page(),
            Some(Arrival::Missing) => missing(page, manner, arrival, owner.clone()),
            _ => waiting(page, manner),
        }
    })
    .into_any()
}

fn ask(page: LazyScreen, manner: Manner, arrival: RwSignal<Arrival, LocalStorage>, owner: Owner) {
    let journal = owner.with(use_journal);
    spawn_local(async move {
        match manner {
            Manner::Screen => {}
            Manner::Piece => journal.shown().await,
            Manner::Silent => journal.at_leisure().await,
        }
        #[cfg(split)]
        {
            if !fetched(page).await {
                arrival.try_set(Arrival::Missing);
                return;
            }
            // All that waited would otherwise be drawn in one go, while no tap is heard.
            yield_to_browser().await;
        }
        journal.make_up_for_missing();
        if matches!(page, LazyScreen::Exercises | LazyScreen::Player) {
            want_exercises();
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

fn waiting(page: LazyScreen, manner: Manner) -> AnyView {
    let texts = &texts().common;
    let hint = if page == LazyScreen::FollowUp {
        // It has an address only once it is saved, which is what matters here.
        view! {
            <p class="saved" role="status">
                {texts.saved}
            </p>
        }
        .into_any()
    } else {
        view! { <p class="hint">{texts.opening}</p> }.into_any()
    };
    if manner == Manner::Piece {
        return hint;
    }
    view! {
        <main id="main" class="page">
            {hint}
        </main>
    }
    .into_any()
}

fn missing(
    page: LazyScreen,
    manner: Manner,
    arrival: RwSignal<Arrival, LocalStorage>,
    owner: Owner,
) -> AnyView {
    let texts = texts();
    let again = view! {
        <p>{texts.shell.part_missing_words}</p>
        <button
            type="button"
            class="button"
            on:click=move |_| ask(page, manner, arrival, owner.clone())
        >
            {texts.common.try_again}
        </button>
    }
    .into_any();
    if manner == Manner::Piece {
        return again;
    }
    view! {
        <Page title=texts.shell.part_missing name="missing">
            {again}
        </Page>
    }
    .into_any()
}

fn first_help_page() -> AnyView {
    let texts = texts();
    view! {
        <Page title=texts.sos.title name="sos">
            <div inner_html=first_help()></div>
        </Page>
    }
    .into_any()
}
