//! Content that is fetched from the site's own files (and from the precache when offline).

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why content did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the content could not be loaded")]
pub struct Unreachable;

/// The text of one of Ebb's own files, by absolute path.
pub async fn text(path: &str) -> Result<String, Unreachable> {
    let window = web_sys::window().ok_or(Unreachable)?;
    let response: Response = JsFuture::from(window.fetch_with_str(path))
        .await
        .map_err(|_| Unreachable)?
        .unchecked_into();
    if !response.ok() {
        return Err(Unreachable);
    }
    let text = response.text().map_err(|_| Unreachable)?;
    JsFuture::from(text)
        .await
        .ok()
        .and_then(|text| text.as_string())
        .ok_or(Unreachable)
}
