//! What comes over the network or from the precache: exercises, which are fetched once the journal
//! is open, questionnaires and lessons, when a screen needs them.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use ebb_core::content::exercise::Exercise;
use ebb_core::content::instrument::Instrument;
use ebb_core::content::lesson::{Lesson, sort};
use ebb_core::content::{Content, Library};
use ebb_core::log::Reply;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::content_path;
use crate::platform::content;
use crate::platform::part::{Missing, in_part, part};

/// Content that arrives over the network or from the precache.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded<T> {
    /// On its way.
    Waiting,
    /// Here.
    Ready(T),
    /// It did not come.
    Missing,
}

/// Content of one kind. It outlives the screens, so that it is fetched once.
pub struct ContentResource<T: 'static> {
    name: &'static str,
    asked: AtomicBool,
    loaded: ArcRwSignal<Loaded<Library<T>>>,
    arrange: fn(&mut [T]),
}

static INSTRUMENTS: LazyLock<ContentResource<Instrument>> =
    LazyLock::new(|| ContentResource::new("instruments", |_| {}));

static LESSONS: LazyLock<ContentResource<Lesson>> =
    LazyLock::new(|| ContentResource::new("lessons", sort));

static EXERCISES: LazyLock<ArcRwSignal<Loaded<Library<Exercise>>>> =
    LazyLock::new(|| ArcRwSignal::new(Loaded::Waiting));

/// The exercises.
pub fn exercises() -> &'static ArcRwSignal<Loaded<Library<Exercise>>> {
    &EXERCISES
}

/// Whether they are being fetched, or were.
static EXERCISES_ASKED: AtomicBool = AtomicBool::new(false);

/// Fetches the exercises, unless that has begun.
pub fn want_exercises() {
    if !EXERCISES_ASKED.load(Ordering::Relaxed) {
        fetch_exercises();
    }
}

/// Fetches the exercises; called again by a person's retry.
pub fn fetch_exercises() {
    EXERCISES_ASKED.store(true, Ordering::Relaxed);
    exercises().set(Loaded::Waiting);
    spawn_local(async move {
        let fetched = match content::text(&content_path("exercises")).await {
            Ok(text) => part!(parsed(text)).ok(),
            Err(content::Unreachable) => None,
        };
        exercises().set(match fetched {
            Some(library) => Loaded::Ready(library.await),
            None => Loaded::Missing,
        });
    });
}

in_part! {
    skills fn parsed(text: String) -> Library<Exercise> { Library::parse_all(&text) }
}

/// The questionnaires.
pub fn instruments() -> &'static ContentResource<Instrument> {
    &INSTRUMENTS
}

/// The lessons, in the order of reading.
pub fn lessons() -> &'static ContentResource<Lesson> {
    &LESSONS
}

impl<T: Content + Send + Sync + 'static> ContentResource<T> {
    fn new(name: &'static str, arrange: fn(&mut [T])) -> Self {
        Self {
            name,
            asked: AtomicBool::new(false),
            loaded: ArcRwSignal::new(Loaded::Waiting),
            arrange,
        }
    }

    /// What `read` makes of it. The first who asks has it fetched; all are told when it is there.
    pub fn read<R>(&'static self, read: impl FnOnce(&Library<T>) -> R) -> Loaded<R> {
        if !self.asked.swap(true, Ordering::Relaxed) {
            self.fetch();
        }
        self.loaded.with(|loaded| match loaded {
            Loaded::Waiting => Loaded::Waiting,
            Loaded::Missing => Loaded::Missing,
            Loaded::Ready(library) => Loaded::Ready(read(library)),
        })
    }

    /// The same for one of them by its id.
    pub fn one<R>(&'static self, id: &str, read: impl FnOnce(&T) -> R) -> Option<R> {
        match self.read(|library| library.get(id).map(read)) {
            Loaded::Ready(found) => found,
            Loaded::Waiting | Loaded::Missing => None,
        }
    }

    /// Fetches it; called again by a person's retry.
    pub fn fetch(&'static self) {
        spawn_local(async move {
            let fetched = content::text(&content_path(self.name)).await;
            self.loaded.set(match fetched {
                Ok(text) => {
                    let mut library = Library::parse_all(&text);
                    (self.arrange)(&mut library.entries);
                    Loaded::Ready(library)
                }
                Err(content::Unreachable) => Loaded::Missing,
            });
        });
    }
}

/// The words of an answer.
pub fn answer_words(instrument: &Instrument, reply: &Reply) -> Option<String> {
    let scale = instrument.scale(instrument.item(&reply.item)?);
    let option = scale.iter().find(|option| option.value == reply.value)?;
    Some(option.label.clone())
}
