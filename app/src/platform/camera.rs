//! The camera, looking for a code.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, MediaStreamConstraints};

use super::capture::{Capture, CaptureError, devices, reason};
use super::codes::{SIZES, code_seen};
use super::page::pause;

/// Between two looks, in milliseconds: quick enough for a hand, slow enough for an old phone.
const BETWEEN_MS: i32 = 150;
/// The width asked for, in pixels. A key's code has under 60 modules a side.
const WIDTH: u32 = 960;

/// A camera that is on, until this is dropped.
struct On {
    _capture: Capture,
    video: HtmlVideoElement,
}

impl Drop for On {
    fn drop(&mut self) {
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
/// [`CaptureError`].
pub async fn code_before(video: HtmlVideoElement) -> Result<String, CaptureError> {
    let on = turn_on(video).await?;
    // One size at each look: the next look is soon, and the page must not stand still for it.
    let mut sizes = SIZES.chunks(1).cycle();
    loop {
        let size = sizes.next().unwrap_or(&SIZES);
        if let Some(text) = code_seen(&on.video, size).await {
            return Ok(text);
        }
        pause(BETWEEN_MS).await;
    }
}

async fn turn_on(video: HtmlVideoElement) -> Result<On, CaptureError> {
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
    let capture = Capture::ask(&constraints).await?;
    video.set_src_object(Some(capture.stream()));
    let on = On {
        _capture: capture,
        video,
    };
    on.video.set_muted(true);
    let playing = on.video.play().map_err(|error| reason(&error))?;
    JsFuture::from(playing)
        .await
        .map_err(|error| reason(&error))?;
    Ok(on)
}
