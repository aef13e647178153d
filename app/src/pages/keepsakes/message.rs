//! A message to oneself that is about to be kept: recorded, listened to, and the line for it.

use ebb_core::log::Sound;
use ebb_core::text::Note;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Problem, Word, when};
use crate::sections::play_button;
use crate::state::recordings::{Recorded, can_record, keep_recording, record};
use crate::state::{CancellableTask, focus_soon, use_journal, use_notices};
use crate::{i18n, words};

/// What is focused in place of a button that goes.
const RECORD_ID: &str = "message-begins";
const RECORDING_ID: &str = "message-ends";
const RECORDED_ID: &str = "message-recorded";

/// A message on its way from the microphone to the journal.
#[derive(Clone, Copy)]
struct NewMessage {
    task: CancellableTask,
    /// For how long it is recorded, once the microphone is on.
    seconds: RwSignal<Option<u64>>,
    stop: RwSignal<bool>,
    sound: RwSignal<Option<Sound>>,
    is_full: RwSignal<bool>,
    line: RwSignal<String>,
    problem: RwSignal<Option<String>>,
}

impl NewMessage {
    fn begin(self) {
        self.sound.set(None);
        self.problem.set(None);
        self.seconds.set(None);
        self.stop.set(false);
        self.task.run(async move {
            let next = match record(self.seconds, self.stop).await {
                Ok(Recorded { sound, is_full }) => {
                    self.is_full.try_set(is_full);
                    self.sound.try_set(Some(sound));
                    RECORDED_ID
                }
                Err(why) => {
                    let words = (i18n::tools().keepsakes.message.problem)(why);
                    self.problem.try_set(Some(words.to_owned()));
                    RECORD_ID
                }
            };
            // Whoever has gone elsewhere meanwhile is not called back.
            if !self.problem.is_disposed() {
                focus_soon(next);
            }
        });
        focus_soon(RECORDING_ID);
    }

    fn cancel(self) {
        self.task.stop();
        focus_soon(RECORD_ID);
    }
}

/// Records one, or says why it cannot be.
pub fn new_message() -> AnyView {
    let texts = &i18n::tools().keepsakes.message;
    if !can_record() {
        return view! { <p>{texts.unsupported}</p> }.into_any();
    }
    let message = NewMessage {
        task: CancellableTask::new(),
        seconds: RwSignal::new(None),
        stop: RwSignal::new(false),
        sound: RwSignal::new(None),
        is_full: RwSignal::new(false),
        line: RwSignal::new(String::new()),
        problem: RwSignal::new(None),
    };
    let busy = move || message.task.busy();
    let is_there = move || !busy() && message.sound.with(Option::is_some);
    let begins = move || {
        view! {
            <button type="button" class="soft" id=RECORD_ID on:click=move |_| message.begin()>
                {texts.record}
            </button>
        }
        .into_any()
    };
    view! {
        <p class="hint">{texts.words}</p>
        {when(move || !busy() && !is_there(), begins)}
        {when(busy, move || going_on(message))}
        {when(is_there, move || recorded(message))}
        <Problem words=message.problem />
    }
    .into_any()
}

fn going_on(message: NewMessage) -> AnyView {
    let texts = &i18n::tools().keepsakes.message;
    let is_on = Memo::new(move |_| message.seconds.with(Option::is_some));
    let says = move || {
        if is_on.get() {
            texts.recording
        } else {
            texts.asking
        }
    };
    let time = move || {
        let seconds = message.seconds.get()?;
        Some((texts.time)(&minutes(seconds), &minutes(Sound::SECONDS)))
    };
    let stop = move || {
        view! {
            <button type="button" class="main" on:click=move |_| message.stop.set(true)>
                {i18n::more().lock.stop}
            </button>
        }
        .into_any()
    };
    view! {
        <div id=RECORDING_ID tabindex="-1" role="group" aria-label=texts.title>
            <p role="status">{says}</p>
            <p class="time" role="timer">
                {time}
            </p>
            <div class="row">
                {when(move || is_on.get(), stop)}
                <button type="button" class="quiet" on:click=move |_| message.cancel()>
                    {texts.cancel}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// Seconds as a clock shows them.
fn minutes(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn recorded(message: NewMessage) -> AnyView {
    let all = &i18n::tools().keepsakes;
    let texts = &all.message;
    let (journal, notices) = (use_journal(), use_notices());
    let keep = move |_| {
        let Some(sound) = message.sound.get_untracked() else {
            return;
        };
        let line = match Note::from_field(&message.line.get_untracked()) {
            Ok(line) => line,
            Err(error) => {
                let words = i18n::texts().problems.text(error);
                message.problem.set(Some(words));
                return;
            }
        };
        spawn_local(async move {
            match keep_recording(journal, sound, line).await {
                Ok(()) => {
                    message.sound.try_set(None);
                    message.line.try_set(String::new());
                    message.problem.try_set(None);
                    notices.say(i18n::texts().common.saved);
                    focus_soon(RECORD_ID);
                }
                Err(error) => {
                    let words = words::not_saved(error).to_owned();
                    message.problem.try_set(Some(words));
                }
            }
        });
    };
    let says = if message.is_full.get_untracked() {
        texts.full_length
    } else {
        texts.recorded
    };
    let address = message
        .sound
        .with_untracked(|sound| sound.as_ref().map(Sound::address));
    view! {
        // Read out as the focus comes here.
        <div id=RECORDED_ID class="stack" tabindex="-1" role="group" aria-labelledby="message-says">
            <p id="message-says">{says}</p>
            {address.map(|address| play_button(address, all.mine.play))}
            <Word
                label=texts.line
                id="message-line"
                value=message.line
                write=move |typed| message.line.set(typed)
            />
            <div class="row">
                <button type="button" class="main" on:click=keep>
                    {texts.keep}
                </button>
                <button type="button" class="quiet" on:click=move |_| message.begin()>
                    {texts.again}
                </button>
            </div>
        </div>
    }
    .into_any()
}
