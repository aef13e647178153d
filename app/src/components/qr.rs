//! A text as a QR code.

use std::fmt::Write;

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The code as a picture; nothing when the text is too long for one. Black on white in every
/// theme: cameras want it so.
pub fn qr_code(text: &str, title: &'static str) -> AnyView {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Low) else {
        return ().into_any();
    };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            // Writing to a text cannot fail.
            let _ = write!(path, "M{},{}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    let whole = size + 2 * QUIET;
    view! {
        <svg
            class="qr"
            role="img"
            aria-label=title
            viewBox=format!("0 0 {whole} {whole}")
            shape-rendering="crispEdges"
        >
            <rect width=whole height=whole fill="#fff"></rect>
            <path d=path fill="#000"></path>
        </svg>
    }
    .into_any()
}
