//! The camera, looking for a code.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    HtmlVideoElement, MediaDevices, MediaStream, MediaStreamConstraints, MediaStreamTrack,
};

use super::codes::{SIZES, code_seen};

/// Between two looks, in milliseconds: quick enough for a hand, slow enough for an old phone.
const BETWEEN_MS: i32 = 150;
/// The width asked for, in pixels. A key's code has under 60 modules a side.
const WIDTH: u32 = 960;

/// Why the camera does not look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCamera {
    /// The person or the browser does not allow it.
    Refused,
    /// There is none, or another program has it.
    Missing,
}

/// A camera that is on, until this is dropped.
struct On {
    stream: MediaStream,
    video: HtmlVideoElement,
}

impl Drop for On {
    fn drop(&mut self) {
        for track in self.stream.get_tracks() {
            if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                track.stop();
            }
        }
        self.video.set_src_object(None);
    }
}

/// Whether this browser can ask for a camera at all.
pub fn is_there() -> bool {
    devices().is_some()
}

/// Shows what the camera sees until there is a code in it. Dropping the future turns it off.
///
/// # Errors
/// [`NoCamera`].
pub async fn code_before(video: HtmlVideoElement) -> Result<String, NoCamera> {
    let on = turn_on(video).await?;
    // One size at each look: the next look is soon, and the page must not stand still for it.
    let mut sizes = SIZES.chunks(1).cycle();
    loop {
        let size = sizes.next().unwrap_or(&SIZES);
        if let Some(text) = code_seen(&on.video, size).await {
            return Ok(text);
        }
        pause().await;
    }
}

async fn turn_on(video: HtmlVideoElement) -> Result<On, NoCamera> {
    let devices = devices().ok_or(NoCamera::Missing)?;
    let wanted = Object::new();
    // The one at the back, where there are two.
    for (name, value) in [
        ("facingMode", JsValue::from("environment")),
        ("width", WIDTH.into()),
    ] {
        let _ = Reflect::set(&wanted, &name.into(), &value);
    }
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&wanted);
    let asked = devices
        .get_user_media_with_constraints(&constraints)
        .map_err(|error| reason(&error))?;
    let stream = JsFuture::from(asked)
        .await
        .map_err(|error| reason(&error))?;
    let on = On {
        stream: stream.unchecked_into(),
        video,
    };
    on.video.set_muted(true);
    on.video.set_src_object(Some(&on.stream));
    let playing = on.video.play().map_err(|error| reason(&error))?;
    JsFuture::from(playing)
        .await
        .map_err(|error| reason(&error))?;
    Ok(on)
}

fn devices() -> Option<MediaDevices> {
    // An insecure page has none, where `Navigator::media_devices` would make one up.
    let navigator = web_sys::window()?.navigator();
    let devices = Reflect::get(&navigator, &"mediaDevices".into()).ok()?;
    devices.is_object().then(|| devices.unchecked_into())
}

fn reason(error: &JsValue) -> NoCamera {
    let name = Reflect::get(error, &"name".into()).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("NotAllowedError" | "SecurityError") => NoCamera::Refused,
        _ => NoCamera::Missing,
    }
}

async fn pause() {
    let waited = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, BETWEEN_MS);
        }
    });
    let _ = JsFuture::from(waited).await;
}
