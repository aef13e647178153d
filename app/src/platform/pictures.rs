//! Pictures that are picked: made small, and made anew, so that nothing comes with them that a
//! camera wrote into the file, such as the place.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

use super::files::Picked;

/// Bytes of a file that is tried: more than any phone's camera makes.
const MOST_BYTES: u64 = 40 * 1024 * 1024;
/// Sides in pixels and qualities that are tried one after the other until the result is small enough.
const TRIES: [(f64, f64); 4] = [(640.0, 0.75), (640.0, 0.6), (480.0, 0.6), (320.0, 0.5)];

/// Why a picture is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// The file is too large to be tried.
    TooLarge,
    /// The browser cannot read it as a picture.
    Unreadable,
}

/// The picture as Base64 of a JPEG of at most so many characters.
///
/// # Errors
/// [`PictureError`].
pub async fn shrunk(picked: &Picked, most: usize) -> Result<String, PictureError> {
    if picked.size > MOST_BYTES {
        return Err(PictureError::TooLarge);
    }
    let bitmap = decoded(picked).await.ok_or(PictureError::Unreadable)?;
    let mut tries = TRIES.into_iter();
    let small = tries.find_map(|(side, quality)| {
        let text = drawn(&bitmap, side, quality)?;
        (text.len() <= most).then_some(text)
    });
    bitmap.close();
    small.ok_or(PictureError::Unreadable)
}

async fn decoded(picked: &Picked) -> Option<ImageBitmap> {
    let window = web_sys::window()?;
    let decode = Reflect::get(&window, &"createImageBitmap".into()).ok()?;
    let decode: Function = decode.dyn_into().ok()?;
    let bitmap: Promise = decode.call1(&window, picked.file()).ok()?.dyn_into().ok()?;
    JsFuture::from(bitmap).await.ok()?.dyn_into().ok()
}

fn drawn(bitmap: &ImageBitmap, side: f64, quality: f64) -> Option<String> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (side / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).max(1.0), (height * scale).max(1.0));
    let canvas: HtmlCanvasElement = web_sys::window()?
        .document()?
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    let pixels = |side: f64| u32::try_from(super::device::whole(side)).unwrap_or(1);
    canvas.set_width(pixels(width));
    canvas.set_height(pixels(height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // A JPEG has nothing to see through.
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, width, height);
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)
        .ok()?;
    let url = canvas
        .to_data_url_with_type_and_encoder_options("image/jpeg", &quality.into())
        .ok()?;
    url.strip_prefix("data:image/jpeg;base64,")
        .map(str::to_owned)
}
