//! QR codes in pictures: by the browser where it can find them, otherwise by a library.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::ImageBitmap;

use super::files::Picked;
use super::part::{Missing, in_part, part};
use super::pictures::{bitmap_of, painted};

/// The longest side of a picture that is searched at size 1, in pixels: enough for a code that
/// fills a tenth of it, and quick on a slow device.
const LONGEST: f64 = 1600.0;
/// At which sizes a code is looked for, the first that may do first: the library misses one whose
/// modules fall badly on the pixels.
pub(super) const SIZES: [f64; 4] = [1.0, 1.5, 0.75, 1.25];

/// The text of a code in a picture.
pub async fn code_in(picture: &Picked) -> Option<String> {
    code_seen(picture.file(), &SIZES).await
}

/// The text of a code in whatever a browser can make a bitmap of: a file, what a camera sees. The
/// library looks for it at each of `sizes`.
pub(super) async fn code_seen(source: &JsValue, sizes: &[f64]) -> Option<String> {
    let bitmap = bitmap_of(source).await?;
    match found_by_browser(&bitmap).await {
        Some(text) => Some(text),
        None => match part!(found_by_library(bitmap, sizes.to_vec())) {
            Ok(work) => work.await,
            Err(Missing) => None,
        },
    }
}

// Its tables weigh as much as all that shares and reads shares.
in_part! {
    codes fn found_by_library(bitmap: ImageBitmap, sizes: Vec<f64>) -> Option<String> {
        sizes.iter().find_map(|size| found_at(&bitmap, *size))
    }
}

/// By `BarcodeDetector`, which not every browser has.
async fn found_by_browser(bitmap: &ImageBitmap) -> Option<String> {
    let window = web_sys::window()?;
    let detector: Function = Reflect::get(&window, &"BarcodeDetector".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let detector = Reflect::construct(&detector, &Array::new()).ok()?;
    let detect: Function = Reflect::get(&detector, &"detect".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let found: Promise = detect.call1(&detector, bitmap).ok()?.dyn_into().ok()?;
    let found: Array = JsFuture::from(found).await.ok()?.dyn_into().ok()?;
    Reflect::get(&found.get(0), &"rawValue".into())
        .ok()?
        .as_string()
}

fn found_at(bitmap: &ImageBitmap, size: f64) -> Option<String> {
    let (width, height, pixels) = pixels(bitmap, size)?;
    let luma = |x: usize, y: usize| {
        let at = (y * width + x) * 4;
        let part = |place: usize| u32::from(pixels.get(at + place).copied().unwrap_or(255));
        // Rec. 601, in thousandths.
        let light = (299 * part(0) + 587 * part(1) + 114 * part(2)) / 1000;
        u8::try_from(light).unwrap_or(u8::MAX)
    };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, luma);
    let grids = image.detect_grids();
    grids
        .iter()
        .find_map(|grid| grid.decode().ok().map(|(_, text)| text))
}

/// Width, height and the pixels as red, green, blue, alpha, of the bitmap drawn at `size`.
fn pixels(bitmap: &ImageBitmap, size: f64) -> Option<(usize, usize, Vec<u8>)> {
    let (canvas, context) = painted(bitmap, LONGEST, size)?;
    let sides = [canvas.width(), canvas.height()];
    let [width, height] = sides.map(f64::from);
    let data = context.get_image_data(0.0, 0.0, width, height).ok()?;
    let [columns, rows] = sides.map(|side| usize::try_from(side).unwrap_or(0));
    Some((columns, rows, data.data().0))
}
