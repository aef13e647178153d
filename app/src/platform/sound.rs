//! What the microphone hears, recorded as the browser can, and playing it.

use std::cell::{Cell, RefCell};

use futures::channel::oneshot;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobEvent, EventTarget, FileReader, HtmlAudioElement, MediaRecorder,
    MediaRecorderOptions, MediaStreamConstraints, RecordingState,
};

use super::capture::{Capture, CaptureError, devices, name_of, turn_off};
use super::device::whole;
use super::page::{Heard, on_leaving};

/// Bits a second that are asked for: a voice is well understood with them. Some browsers take more.
const BITS: u32 = 16_000;
/// After how many milliseconds the browser gives what it has recorded since.
const SLICE_MS: i32 = 1_000;
/// Bytes that may come after the last look: two seconds of the most that browsers take.
const SPARE: u64 = 32 * 1024;
/// What is recorded, the first that the browser can.
const KINDS: [&str; 3] = [
    "audio/webm;codecs=opus",
    "audio/ogg;codecs=opus",
    "audio/mp4",
];

/// Why nothing was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordingError {
    /// There is no microphone for it.
    Capture(CaptureError),
    /// What the browser gave is no sound that can be kept.
    Unreadable,
}

/// Whether this browser can record at all. Whether there is a microphone is seen when it is asked for.
pub fn can_record() -> bool {
    devices().is_some() && kind().is_some()
}

fn kind() -> Option<&'static str> {
    let made_by = Reflect::get(&js_sys::global(), &"MediaRecorder".into()).ok()?;
    let mut kinds = KINDS.into_iter();
    made_by
        .is_function()
        .then(|| kinds.find(|kind| MediaRecorder::is_type_supported(kind)))?
}

/// A microphone that is on and recorded, until this is dropped.
pub struct Recorder {
    media: MediaRecorder,
    slices: Array,
    ended: oneshot::Receiver<()>,
    _on_end: Heard,
    _on_slice: Closure<dyn FnMut(BlobEvent)>,
    _on_leaving: Heard,
    _capture: Capture,
}

impl Drop for Recorder {
    fn drop(&mut self) {
        // It goes on giving slices until it has noticed that the microphone is off.
        self.media.set_ondataavailable(None);
    }
}

impl Recorder {
    /// Turns the microphone on, if the person lets it, and begins.
    ///
    /// # Errors
    /// [`RecordingError`].
    pub async fn start() -> Result<Self, RecordingError> {
        silence();
        let kind = kind().ok_or(RecordingError::Unreadable)?;
        let constraints = MediaStreamConstraints::new();
        constraints.set_audio(&true.into());
        let capture = Capture::ask(&constraints)
            .await
            .map_err(RecordingError::Capture)?;
        let options = MediaRecorderOptions::new();
        options.set_mime_type(kind);
        options.set_audio_bits_per_second(BITS);
        let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(
            capture.stream(),
            &options,
        )
        .map_err(|_| RecordingError::Unreadable)?;
        let slices = Array::new();
        let kept = slices.clone();
        let on_slice = Closure::<dyn FnMut(BlobEvent)>::new(move |event: BlobEvent| {
            if let Some(slice) = event.data() {
                kept.push(&slice);
            }
        });
        recorder.set_ondataavailable(Some(on_slice.as_ref().unchecked_ref()));
        let (ended, on_end) = first_of(recorder.clone(), &["stop"]);
        let stream = capture.stream().clone();
        let begun = Self {
            media: recorder,
            slices,
            ended,
            _on_end: on_end,
            _on_slice: on_slice,
            _on_leaving: on_leaving(move || turn_off(&stream)),
            _capture: capture,
        };
        begun
            .media
            .start_with_time_slice(SLICE_MS)
            .map_err(|_| RecordingError::Unreadable)?;
        Ok(begun)
    }

    /// Whether it has ended by itself, as when the microphone was unplugged.
    pub fn is_over(&self) -> bool {
        self.media.state() == RecordingState::Inactive
    }

    /// Whether more would not fit into so many characters of Base64.
    pub fn is_full(&self, most: usize) -> bool {
        let sizes = self.slices.iter().map(JsCast::unchecked_into::<Blob>);
        let bytes: u64 = sizes.map(|slice| whole(slice.size())).sum();
        let fits = u64::try_from(most / 4 * 3).unwrap_or(u64::MAX);
        bytes + SPARE > fits
    }

    /// Ends it, turns the microphone off, and gives what was recorded as Base64.
    pub async fn finish(mut self) -> Option<String> {
        if !self.is_over() {
            self.media.stop().ok()?;
        }
        (&mut self.ended).await.ok()?;
        let slices = self.slices.clone();
        drop(self);
        base64_of(&Blob::new_with_blob_sequence(&slices).ok()?).await
    }
}

async fn base64_of(blob: &Blob) -> Option<String> {
    let reader = FileReader::new().ok()?;
    let (read, _heard) = first_of(reader.clone(), &["loadend"]);
    reader.read_as_data_url(blob).ok()?;
    read.await.ok()?;
    let address = reader.result().ok()?.as_string()?;
    let (_, base64) = address.split_once(";base64,")?;
    Some(base64.to_owned())
}

/// What comes with the first of these events, as long as the second part is held.
fn first_of(
    target: impl Into<EventTarget>,
    events: &'static [&'static str],
) -> (oneshot::Receiver<()>, Heard) {
    let (tell, told) = oneshot::channel();
    let tell = Cell::new(Some(tell));
    let heard = Heard::of(Some(target), events, move || {
        if let Some(tell) = tell.take() {
            let _ = tell.send(());
        }
    });
    (told, heard)
}

thread_local! {
    static PLAYING: RefCell<Option<HtmlAudioElement>> = const { RefCell::new(None) };
}

/// A sound that is heard, until this is dropped.
struct Playing(HtmlAudioElement);

impl Drop for Playing {
    fn drop(&mut self) {
        let _ = self.0.pause();
        PLAYING.with_borrow_mut(|playing| {
            if playing.as_ref() == Some(&self.0) {
                *playing = None;
            }
        });
    }
}

/// Plays a sound from its beginning, in place of the one that is playing. It is over at its end, when
/// something else pauses it, and when the future is dropped. False where the browser cannot play it.
pub async fn play(address: &str) -> bool {
    silence();
    let Ok(audio) = HtmlAudioElement::new_with_src(address) else {
        return false;
    };
    PLAYING.set(Some(audio.clone()));
    let on = Playing(audio);
    let (over, _heard) = first_of(on.0.clone(), &["ended", "pause", "error"]);
    let _leaving = on_leaving(silence);
    let Ok(started) = on.0.play() else {
        return false;
    };
    if let Err(error) = JsFuture::from(started).await {
        // Another sound, or the way out, can come before it has begun.
        return name_of(&error).as_deref() == Some("AbortError");
    }
    let _ = over.await;
    on.0.error().is_none()
}

/// Ends what is playing.
fn silence() {
    if let Some(audio) = PLAYING.take() {
        let _ = audio.pause();
    }
}
