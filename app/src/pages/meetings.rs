//! Meetings of one's own: when and where they are and how to get there; handing the list on, and
//! taking in one that somebody handed over.

use ebb_core::export::meeting_list::is_current_meeting;
use ebb_core::journal::RecordId;
use ebb_core::log::Group;
use ebb_core::queries::groups;
use ebb_core::text::Note;
use ebb_core::time::LocalDay;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::components::{FileBox, Page, Problem, Sample, card, empty, tick_box, when};
use crate::sections::once_open;
use crate::state::backup::offer_take_back;
use crate::state::meetings::{add, hand_on, look_into};
use crate::state::{JournalContext, Picked, use_journal, use_preferences};
use crate::{i18n, words};

/// Days that are looked through for the next time of a meeting: a weekly one is in them, also with
/// one date that is cancelled.
const AHEAD: i32 = 14;

/// The screen.
#[component]
pub fn MeetingsPage() -> impl IntoView {
    once_open(i18n::tools().meetings.title, |_| screen())
}

fn screen() -> AnyView {
    let texts = &i18n::tools().meetings;
    let (journal, preferences) = (use_journal(), use_preferences());
    let meetings = Memo::new(move |_| {
        let today = preferences.today();
        journal.with(|journal| {
            let all = groups(journal).filter(|(_, _, group)| is_current_meeting(group, today));
            let mut all: Vec<_> = all
                .map(|(root, _, group)| (next_day(group, today), root, group.clone()))
                .collect();
            all.sort_by_key(|(next, _, group)| (next.is_none(), *next, group.at));
            all
        })
    });
    let list = move || {
        let all = meetings.get().into_iter();
        all.map(|(next, root, group)| one(next, root, &group))
            .collect::<Vec<_>>()
    };
    let none = move || meetings.with(Vec::is_empty);
    let said = RwSignal::new("");
    let save = move |_| {
        said.set(if hand_on(journal) {
            texts.saved
        } else {
            texts.not_saved
        });
    };
    let hand_on = move || {
        card(
            "hand-on",
            texts.hand_on,
            view! {
                <p>{texts.hand_on_words}</p>
                <button type="button" class="soft" on:click=save>
                    {texts.save}
                </button>
                <p role="status">{said}</p>
            }
            .into_any(),
        )
    };
    view! {
        <Page title=texts.title name="meetings">
            <p class="lead">{texts.lead}</p>
            {when(none, move || empty(texts.none, Sample::Entries))}
            <ul class="plain entries">{list}</ul>
            <p class="screen-only">
                <A href="/programme/meeting/new" attr:class="button">
                    {texts.add}
                </A>
            </p>
            {when(move || !none(), hand_on)}
            {card("take-in", texts.take_in, take_in())}
        </Page>
    }
    .into_any()
}

fn next_day(group: &Group, today: LocalDay) -> Option<LocalDay> {
    let coming = group.between(today, today.plus(AHEAD));
    coming.first().map(|occurrence| occurrence.start.day)
}

fn one(next: Option<LocalDay>, root: RecordId, group: &Group) -> AnyView {
    let (name, weekly) = (group.name.as_str().to_owned(), words::weekly(group));
    let texts = &i18n::tools().meetings;
    let note = |note: &Option<Note>| note.as_ref().map(|note| note.as_str().to_owned());
    let place = note(&group.place).map(|place| view! { <p dir="auto">{place}</p> });
    let way = note(&group.way).map(|way| {
        view! {
            <p>
                {texts.way} " " <span dir="auto">{way}</span>
            </p>
        }
    });
    let next = next.map(|day| view! { <p class="hint">{(texts.next)(&words::day_words(day))}</p> });
    view! {
        <li class="entry">
            <A href=format!("/programme/group/{root}") attr:class="entry-link">
                <span class="entry-kind" dir="auto">{name}</span>
                <span class="entry-time">{weekly}</span>
            </A>
            {place}
            {way}
            {next}
        </li>
    }
    .into_any()
}

/// A meeting of a file, and whether it is to be added.
type Offered = (Group, RwSignal<bool>);

/// A file with meetings that is looked into.
#[derive(Clone, Copy)]
struct TakeIn {
    name: RwSignal<Option<String>>,
    problem: RwSignal<Option<String>>,
    says: RwSignal<Vec<String>>,
    offered: RwSignal<Vec<Offered>>,
}

impl TakeIn {
    fn new() -> Self {
        Self {
            name: RwSignal::new(None),
            problem: RwSignal::new(None),
            says: RwSignal::new(Vec::new()),
            offered: RwSignal::new(Vec::new()),
        }
    }

    fn reset(self, name: Option<String>) {
        self.name.try_set(name);
        self.problem.try_set(None);
        self.says.try_set(Vec::new());
        self.offered.try_set(Vec::new());
    }

    /// Looks into a file. The marks of what it offers live as long as `owner`, the screen.
    fn look(self, journal: JournalContext, file: Picked, owner: Owner) {
        let texts = &i18n::tools().meetings;
        self.reset(Some(file.name.clone()));
        spawn_local(async move {
            let Ok((list, fresh)) = look_into(journal, &file).await else {
                self.problem.try_set(Some(texts.not_a_list.to_owned()));
                return;
            };
            let already = list.meetings.len() - fresh.len();
            let mut lines = Vec::new();
            if fresh.is_empty() {
                lines.push(texts.nothing_new.to_owned());
            }
            if already > 0 {
                lines.push((texts.already)(already));
            }
            if list.left_out > 0 {
                lines.push((texts.left_out)(list.left_out));
            }
            self.says.try_set(lines);
            let fresh = fresh.into_iter();
            let marked = owner.with(|| fresh.map(|one| (one, RwSignal::new(true))).collect());
            self.offered.try_set(marked);
        });
    }

    /// Adds what is ticked, with a way back.
    fn bring(self, journal: JournalContext) {
        let texts = &i18n::tools().meetings;
        let chosen: Vec<Group> = self.offered.with_untracked(|all| {
            let chosen = all.iter().filter(|(_, on)| on.get_untracked());
            chosen.map(|(group, _)| group.clone()).collect()
        });
        spawn_local(async move {
            match add(journal, chosen).await {
                Ok(roots) => {
                    self.reset(None);
                    let said = (texts.done)(roots.len());
                    offer_take_back(journal, said, roots, texts.taken_back);
                }
                Err(error) => {
                    let words = words::not_saved(error).to_owned();
                    self.problem.try_set(Some(words));
                }
            }
        });
    }
}

/// A file with meetings: which of them to add.
fn take_in() -> AnyView {
    let texts = &i18n::tools().meetings;
    let journal = use_journal();
    let list = TakeIn::new();
    let owner = Owner::current().unwrap_or_default();
    let pick = move |files: Vec<Picked>| {
        if let Some(file) = files.into_iter().next() {
            list.look(journal, file, owner.clone());
        }
    };
    let ticks = move || {
        let all = list.offered.get().into_iter();
        all.map(|(group, on)| {
            let words = format!("{}: {}", group.name.as_str(), words::weekly(&group));
            let flip = move || on.update(|on| *on = !*on);
            tick_box("meeting", words, move || on.get(), flip)
        })
        .collect::<Vec<_>>()
    };
    let lines = move || {
        let says = list.says.get().into_iter();
        says.map(|words| view! { <p>{words}</p> }.into_any())
            .collect::<Vec<_>>()
    };
    let any = move || list.offered.with(|all| all.iter().any(|(_, on)| on.get()));
    let file = FileBox {
        id: "meetings-file",
        described: Some("meetings-problem"),
        accept: Some(".csv,.json,.tsv,.txt,text/csv,application/json"),
        several: false,
    };
    view! {
        <p>{texts.take_in_words}</p>
        <div class="field">
            <label for="meetings-file">{texts.file}</label>
            {file.show(move || list.name.get(), pick)}
            <Problem words=list.problem id="meetings-problem".to_owned() />
        </div>
        <div class="stack" role="group" aria-labelledby="take-in">
            {ticks}
        </div>
        <div role="status">{lines}</div>
        {when(any, move || view! {
            <button type="button" class="main" on:click=move |_| list.bring(journal)>
                {texts.bring}
            </button>
        }.into_any())}
    }
    .into_any()
}
