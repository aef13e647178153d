//! Setting exercises, questionnaires, lessons and goals, and handing them over.

mod forms;

use ebb_core::log::{Assignment, Entry, Goal, GoalState};
use ebb_core::share::{MOST_ITEMS, Offer, PublicKey};
use ebb_core::text::{Note, Tag};
use ebb_core::time::LocalDay;
use forms::{item_form, listed, ready, seal_form};
use leptos::prelude::*;

use crate::components::card;
use crate::state::clinician_session::{ClinicianSession, Receiver, seal_offer};
use crate::state::content::{exercises, instruments, lessons};
use crate::state::sealed::Sealed;
use crate::state::{CancellableTask, Loaded, fresh_now, take_fragment};
use crate::words::key_of;
use crate::{i18n, words};

/// What can be set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Exercise,
    Questionnaire,
    Lesson,
    Goal,
    Other,
}

impl What {
    const ALL: [Self; 5] = [
        Self::Exercise,
        Self::Questionnaire,
        Self::Lesson,
        Self::Goal,
        Self::Other,
    ];

    const fn words(self, ebb_words: &'static crate::i18n::SetWords) -> &'static str {
        match self {
            Self::Exercise => ebb_words.exercise,
            Self::Questionnaire => ebb_words.questionnaire,
            Self::Lesson => ebb_words.lesson,
            Self::Goal => ebb_words.goal,
            Self::Other => ebb_words.other,
        }
    }

    const fn is_chosen_from_a_list(self) -> bool {
        matches!(self, Self::Exercise | Self::Questionnaire | Self::Lesson)
    }
}

/// What is being put together.
#[derive(Clone, Copy)]
struct Setting {
    session: ClinicianSession,
    known: Option<SetFor>,
    passphrase: RwSignal<String>,
    items: RwSignal<Vec<Entry>>,
    what: RwSignal<What>,
    chosen: RwSignal<String>,
    words: RwSignal<String>,
    due: RwSignal<String>,
    /// Every so many weeks; empty for once.
    every_weeks: RwSignal<String>,
    item_problem: RwSignal<Option<String>>,
    from: RwSignal<String>,
    note: RwSignal<String>,
    by: RwSignal<By>,
    key: RwSignal<String>,
    problem: RwSignal<Option<String>>,
    sealed: RwSignal<Option<(Sealed, By)>>,
    task: CancellableTask,
}

/// How it is sealed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Key,
    Phrase,
    Nothing,
}

/// Whom it is for when that is known already, and who hears what was sealed for them.
#[derive(Clone, Copy)]
pub struct SetFor {
    /// Their key.
    pub key: PublicKey,
    /// What was sealed.
    pub sent: Callback<Vec<Entry>>,
}

/// Everything of it: one item, the list, and how it is sealed.
pub fn setting(session: ClinicianSession, known: Option<SetFor>) -> AnyView {
    let words = &i18n::more().clinician.set;
    let setting = Setting {
        session,
        known,
        passphrase: RwSignal::new(String::new()),
        items: RwSignal::new(Vec::new()),
        what: RwSignal::new(What::Exercise),
        chosen: RwSignal::new(String::new()),
        words: RwSignal::new(String::new()),
        due: RwSignal::new(String::new()),
        every_weeks: RwSignal::new(String::new()),
        item_problem: RwSignal::new(None),
        from: RwSignal::new(String::new()),
        note: RwSignal::new(String::new()),
        by: RwSignal::new(By::Key),
        // Whoever scanned the person's code has the key in the address.
        key: RwSignal::new(match known {
            Some(known) => known.key.text(),
            // Who reads a share has the key of whoever made it.
            None => take_fragment()
                .or_else(|| session.reply_key())
                .unwrap_or_default(),
        }),
        problem: RwSignal::new(None),
        sealed: RwSignal::new(None),
        task: CancellableTask::new(),
    };
    let inside = move || match setting.sealed.get() {
        Some((sealed, by)) => untrack(|| ready(setting, sealed, by)),
        None => untrack(|| {
            view! {
                {card("one-item", words.what, item_form(setting))}
                {card("on-the-list", words.list, listed(setting))}
                {card("receiver", words.receiver, seal_form(setting))}
            }
            .into_any()
        }),
    };
    inside.into_any()
}

/// Ids and titles to choose from.
fn choices(what: What) -> Vec<(String, String)> {
    let choices_of = |loaded: Loaded<Vec<(String, String)>>| match loaded {
        Loaded::Ready(all) => all,
        Loaded::Waiting | Loaded::Missing => Vec::new(),
    };
    match what {
        What::Exercise => exercises().with(|loaded| match loaded {
            Loaded::Ready(library) => {
                let all = library.entries.iter();
                all.map(|one| (one.id.clone(), one.title.clone())).collect()
            }
            Loaded::Waiting | Loaded::Missing => Vec::new(),
        }),
        What::Questionnaire => choices_of(instruments().read(|library| {
            let all = library.entries.iter();
            all.map(|one| (one.id.clone(), one.title.clone())).collect()
        })),
        What::Lesson => choices_of(lessons().read(|library| {
            let all = library.entries.iter();
            all.map(|one| (one.id.clone(), one.title.clone())).collect()
        })),
        What::Goal | What::Other => Vec::new(),
    }
}

impl Setting {
    /// What stands in the form as an entry, or nothing while it has no words.
    fn item(self) -> Option<Entry> {
        let what = self.what.get_untracked();
        let due = self.due.with_untracked(|due| due.parse::<LocalDay>().ok());
        let own = self.words.get_untracked();
        if !what.is_chosen_from_a_list() {
            let words = Note::new(own.trim()).ok()?;
            return Some(match what {
                What::Goal => Entry::Goal(Goal {
                    what: words,
                    sign: None,
                    steps: Vec::new(),
                    review: due,
                    state: GoalState::Open,
                }),
                _ => Entry::Assignment(task(words, due)),
            });
        }
        let chosen = self.chosen.get_untracked();
        let all = untrack(|| choices(what));
        let (id, title) = all
            .iter()
            .find(|(id, _)| *id == chosen)
            .or_else(|| all.first())?;
        let words = if own.trim().is_empty() {
            title.clone()
        } else {
            format!("{title}: {}", own.trim())
        };
        let mut task = task(Note::new(words).ok()?, due);
        let place = match what {
            What::Exercise => &mut task.exercise,
            What::Questionnaire => &mut task.instrument,
            _ => &mut task.lesson,
        };
        *place = Some(id.clone());
        if what == What::Questionnaire {
            task.every_weeks = self.every_weeks.with_untracked(|weeks| weeks.parse().ok());
        }
        Some(Entry::Assignment(task))
    }

    fn add(self) {
        let words = &i18n::more().clinician.set;
        self.item_problem.set(None);
        if self.items.with_untracked(Vec::len) >= MOST_ITEMS {
            self.item_problem.set(Some(words.full.to_owned()));
            return;
        }
        match self.item() {
            Some(item) => {
                self.items.update(|items| items.push(item));
                self.words.set(String::new());
                self.due.set(String::new());
                self.every_weeks.set(String::new());
            }
            None => self.item_problem.set(Some(words.no_words.to_owned())),
        }
    }

    /// Who can open it, unless the key is none.
    fn receiver(self) -> Result<Receiver, String> {
        match self.by.get_untracked() {
            By::Phrase => Ok(Receiver::Phrase),
            By::Nothing => Ok(Receiver::Anybody),
            By::Key => {
                let card = key_of(&self.key.get_untracked())?;
                Ok(Receiver::Key(card.key))
            }
        }
    }

    fn seal(self) {
        self.problem.set(None);
        let offer = Offer {
            issued_at: fresh_now(),
            signer: None,
            to: None,
            from: Tag::own(&self.from.get_untracked()).ok(),
            note: Note::new(self.note.get_untracked().trim()).ok(),
            items: self.items.get_untracked(),
            unreadable: 0,
        };
        if offer.items.is_empty() {
            let words = i18n::more().clinician.set.none;
            self.problem.set(Some(words.to_owned()));
            return;
        }
        let receiver = match self.receiver() {
            Ok(receiver) => receiver,
            Err(words) => return self.problem.set(Some(words)),
        };
        let by = self.by.get_untracked();
        self.task.run(async move {
            let passphrase = self.passphrase.get_untracked();
            if by == By::Key && !passphrase.is_empty() {
                if let Err(error) = self.session.open_key(passphrase).await {
                    self.problem.try_set(Some(words::refused(error)));
                    return;
                }
                self.passphrase.try_set(String::new());
            }
            let items = offer.items.clone();
            match seal_offer(self.session, offer, receiver).await {
                Ok(sealed) => {
                    self.sealed.try_set(Some((sealed, by)));
                    if let Some(known) = self.known {
                        known.sent.run(items);
                    }
                }
                Err(error) => drop(self.problem.try_set(Some(words::refused(error)))),
            }
        });
    }
}

const fn task(what: Note, due: Option<LocalDay>) -> Assignment {
    Assignment {
        what,
        from: None,
        exercise: None,
        lesson: None,
        instrument: None,
        every_weeks: None,
        due,
        done: None,
    }
}
