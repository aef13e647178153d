//! Capturing from a camera or a microphone, as the browser and the person let it.

use futures::channel::oneshot;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MediaDevices, MediaStream, MediaStreamConstraints, MediaStreamTrack};

use super::page;

/// Why nothing is captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptureError {
    /// The person or the browser does not allow it.
    Refused,
    /// There is none, or another program has it.
    Missing,
}

/// A camera or a microphone that is on, until this is dropped.
pub(super) struct Capture(MediaStream);

impl Drop for Capture {
    fn drop(&mut self) {
        turn_off(&self.0);
    }
}

impl Capture {
    /// Asks the browser, and through it the person.
    ///
    /// # Errors
    /// [`CaptureError`].
    pub async fn ask(constraints: &MediaStreamConstraints) -> Result<Self, CaptureError> {
        let asked = devices()
            .ok_or(CaptureError::Missing)?
            .get_user_media_with_constraints(constraints)
            .map_err(|error| reason(&error))?;
        let (tell, told) = oneshot::channel();
        // The person may answer when nobody waits any more: a device that comes then is turned off at once.
        page::spawn(async move {
            let capture = JsFuture::from(asked).await;
            let _ = tell.send(capture.map(|stream| Self(stream.unchecked_into())));
        });
        let capture = told.await.map_err(|_| CaptureError::Missing)?;
        capture.map_err(|error| reason(&error))
    }

    pub const fn stream(&self) -> &MediaStream {
        &self.0
    }
}

/// Turns off what a stream comes from.
pub(super) fn turn_off(stream: &MediaStream) {
    for track in stream.get_tracks() {
        if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
            track.stop();
        }
    }
}

/// What is asked for them; nothing where the browser has no way to them.
pub(super) fn devices() -> Option<MediaDevices> {
    // An insecure page has none, where `Navigator::media_devices` would make one up.
    let navigator = web_sys::window()?.navigator();
    let devices = Reflect::get(&navigator, &"mediaDevices".into()).ok()?;
    devices.is_object().then(|| devices.unchecked_into())
}

/// Why the browser did not do what it was asked for.
pub(super) fn reason(error: &JsValue) -> CaptureError {
    match name_of(error).as_deref() {
        Some("NotAllowedError" | "SecurityError") => CaptureError::Refused,
        _ => CaptureError::Missing,
    }
}

/// The name of an error of the browser.
pub(super) fn name_of(error: &JsValue) -> Option<String> {
    Reflect::get(error, &"name".into()).ok()?.as_string()
}
