//! Questionnaires and lessons: fetched when a screen needs them, and how their entries read.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use ebb_core::content::instrument::Instrument;
use ebb_core::content::lesson::{Lesson, sort};
use ebb_core::content::{Content, Library};
use ebb_core::journal::RecordId;
use ebb_core::log::{Action, Entry, Journal, LessonRead, Questionnaire, Record, Reply};
use ebb_core::queries::lessons_read;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::language::content_path;
use super::{Ebb, Loaded, Notice};
use crate::platform::content;

pub use crate::platform::page::{focus_soon, show_soon};

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

/// The newest reading of a lesson.
pub fn reading_of(journal: &Journal, lesson: &str) -> Option<(RecordId, Record)> {
    let mut readings = journal.all_of::<LessonRead>().rev();
    let newest = readings.find(|(_, _, read)| read.lesson == lesson)?;
    Some((newest.0, newest.1.clone()))
}

impl Ebb {
    /// A questionnaire as one reads it in a list: what it was and what came of it.
    pub fn questionnaire_lines(self, kept: &Questionnaire) -> Vec<(String, String)> {
        let words = &self.more().assess;
        let known = instruments().one(&kept.instrument, |instrument| {
            let scores = instrument.report_of(kept).ok().map(|report| {
                let scores = report.scores.iter().map(|view| {
                    let band = view.band.map(|band| band.title.as_str());
                    let value = (words.result)(view.value, view.high, band);
                    (view.score.title.clone(), value)
                });
                scores.collect::<Vec<_>>()
            });
            (instrument.title.clone(), scores)
        });
        let by_name = || (self.texts().tag)(&kept.instrument);
        let (title, scores) = known.unwrap_or_else(|| (by_name(), None));
        let scores = scores.unwrap_or_else(|| {
            let scores = kept.scores.iter();
            let named = scores.map(|one| ((self.texts().tag)(&one.score), one.value.to_string()));
            named.collect()
        });
        if !kept.is_finished() {
            return vec![(title, (words.unfinished)(kept.answers.len()))];
        }
        let mut lines = vec![(words.kind.to_owned(), title)];
        lines.extend(scores);
        lines
    }

    /// A lesson that was read, as one reads it in a list.
    pub fn lesson_lines(self, read: &LessonRead) -> Vec<(String, String)> {
        let words = &self.more().lessons;
        let title = lessons().one(&read.lesson, |lesson| lesson.title.clone());
        let title = title.unwrap_or_else(|| (self.texts().tag)(&read.lesson));
        let mut lines = vec![(words.kind.to_owned(), title)];
        if let Some(takeaway) = &read.takeaway {
            lines.push((words.takeaway.to_owned(), takeaway.as_str().to_owned()));
        }
        lines
    }

    /// Notes that a lesson was read, once.
    pub fn mark_read(self, lesson: String) {
        let known = |journal: &Journal| lessons_read(journal).any(|read| read == lesson);
        if self.journal.with_untracked(known) {
            return;
        }
        let entry = Entry::LessonRead(LessonRead {
            lesson,
            takeaway: None,
        });
        let happened_at = None;
        spawn_local(async move {
            if let Err(error) = self.act(Action::Log { entry, happened_at }, None).await {
                let words = self.texts().problems.save(error);
                self.notice.set(Some(Notice::said(words)));
            }
        });
    }
}
