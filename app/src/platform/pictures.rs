//! Pictures that are picked: made small, and made anew, so that nothing comes with them that a
//! camera wrote into the file, such as the place.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
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
    let bitmap = bitmap_of(picked.file())
        .await
        .ok_or(PictureError::Unreadable)?;
    let mut tries = TRIES.into_iter();
    let small = tries.find_map(|(side, quality)| {
        let text = jpeg(&bitmap, side, quality)?;
        (text.len() <= most).then_some(text)
    });
    bitmap.close();
    small.ok_or(PictureError::Unreadable)
}

/// A bitmap of whatever a browser can make one of: a file, what a camera sees.
pub(super) async fn bitmap_of(source: &JsValue) -> Option<ImageBitmap> {
    let window = web_sys::window()?;
    let make: Function = Reflect::get(&window, &"createImageBitmap".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let bitmap: Promise = make.call1(&window, source).ok()?.dyn_into().ok()?;
    JsFuture::from(bitmap).await.ok()?.dyn_into().ok()
}

/// A canvas with the bitmap on it, on white as on paper: its longest side has `longest` pixels where
/// the bitmap has more, and all of it is `size` times that.
pub(super) fn painted(
    bitmap: &ImageBitmap,
    longest: f64,
    size: f64,
) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let sides = [bitmap.width(), bitmap.height()].map(f64::from);
    let scale = (longest / sides[0].max(sides[1])).min(1.0) * size;
    let [width, height] = sides.map(|side| (side * scale).floor().max(1.0));
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let [columns, rows] = [width, height].map(super::device::whole);
    canvas.set_width(u32::try_from(columns).ok()?);
    canvas.set_height(u32::try_from(rows).ok()?);
    let options = Object::new();
    Reflect::set(&options, &"willReadFrequently".into(), &true.into()).ok()?;
    let context: CanvasRenderingContext2d = canvas
        .get_context_with_context_options("2d", &options)
        .ok()??
        .dyn_into()
        .ok()?;
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, width, height);
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)
        .ok()?;
    Some((canvas, context))
}

fn jpeg(bitmap: &ImageBitmap, side: f64, quality: f64) -> Option<String> {
    let (canvas, _) = painted(bitmap, side, 1.0)?;
    let url = canvas
        .to_data_url_with_type_and_encoder_options("image/jpeg", &quality.into())
        .ok()?;
    url.strip_prefix("data:image/jpeg;base64,")
        .map(str::to_owned)
}
