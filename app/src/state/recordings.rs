//! A message to oneself: recorded, heard, kept.

use ebb_core::log::{Entry, Recording, Sound};
use ebb_core::text::Note;
use leptos::prelude::*;

use super::journal::JournalContext;
use super::save_error::SaveError;
use crate::platform::clock;
use crate::platform::page::pause;
use crate::platform::sound::{Recorder, RecordingError};

pub use crate::platform::sound::{can_record, play};

/// Between two looks at how long it has become, in milliseconds.
const LOOK_MS: i32 = 200;

/// What was recorded.
pub struct Recorded {
    /// The sound.
    pub sound: Sound,
    /// Whether it ended because it can be no longer.
    pub is_full: bool,
}

/// Records until it is to stop, or until it can be no longer. `seconds` tells for how long once the
/// microphone is on. Dropping the future turns that off.
///
/// # Errors
/// [`RecordingError`].
pub async fn record(
    seconds: RwSignal<Option<u64>>,
    stop: RwSignal<bool>,
) -> Result<Recorded, RecordingError> {
    let recorder = Recorder::start().await?;
    let began = clock::steady_ms();
    let is_full = loop {
        let passed = clock::steady_ms().saturating_sub(began) / 1_000;
        seconds.try_set(Some(passed.min(Sound::SECONDS)));
        if passed >= Sound::SECONDS || recorder.is_full(Sound::MOST) {
            break true;
        }
        if recorder.is_over() || stop.try_get_untracked() != Some(false) {
            break false;
        }
        pause(LOOK_MS).await;
    };
    let text = recorder.finish().await.ok_or(RecordingError::Unreadable)?;
    let sound = Sound::new(text).map_err(|_| RecordingError::Unreadable)?;
    Ok(Recorded { sound, is_full })
}

/// Keeps a message with its line; it is offered nowhere else until the person says so.
///
/// # Errors
/// [`SaveError`].
pub async fn keep_recording(
    journal: JournalContext,
    sound: Sound,
    line: Option<Note>,
) -> Result<(), SaveError> {
    let recording = Recording {
        sound,
        line,
        after_craving: true,
        in_help: false,
    };
    journal.log(Entry::Recording(recording)).await.map(drop)
}
