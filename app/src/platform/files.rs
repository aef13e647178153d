//! Files that leave and files that come in, the clipboard and the printer.

use std::time::Duration;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, File, FileList, FilePropertyBag, HtmlAnchorElement,
    HtmlInputElement, Url,
};

use super::page;
use super::prefs::{self, Disguise};

/// How long a secret stays on the clipboard.
const ON_CLIPBOARD: Duration = Duration::from_secs(60);

/// The media type of a sealed file: bytes that say nothing of what they are.
pub const SEALED: &str = "application/octet-stream";

/// The name of a file that leaves: `what` behind the name that Ebb goes by.
pub fn named(what: &str) -> String {
    match prefs::load().face {
        Disguise::Ebb => format!("ebb-{what}"),
        Disguise::Notes => format!("notes-{}", plain(what)),
        Disguise::Weather => format!("weather-{}", plain(what)),
    }
}

/// A format that only clinics use says what is in the file.
fn plain(what: &str) -> String {
    what.replace(".fhir.json", ".json")
}

/// Hands a file to the person, as a download.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let hand_over = || -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&Uint8Array::from(bytes).into());
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let document = web_sys::window().and_then(|window| window.document());
        let link = document
            .ok_or(JsValue::NULL)?
            .create_element("a")?
            .dyn_into::<HtmlAnchorElement>()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The browser has taken the address in by the next turn; until then it must be there.
        let forget = Closure::once_into_js(move || {
            let _ = Url::revoke_object_url(&address);
        });
        web_sys::window()
            .ok_or(JsValue::NULL)?
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                forget.unchecked_ref(),
                60_000,
            )?;
        Ok(())
    };
    hand_over().is_ok()
}

/// A file that was picked.
#[derive(Clone)]
pub struct Picked {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
    file: File,
}

/// The same for a field that takes several.
pub fn all_picked(input: &HtmlInputElement) -> Vec<Picked> {
    let files = listed(input.files().as_ref());
    input.set_value("");
    files
}

/// The files that were dropped.
pub fn dropped(event: &DragEvent) -> Vec<Picked> {
    listed(event.data_transfer().and_then(|data| data.files()).as_ref())
}

fn listed(files: Option<&FileList>) -> Vec<Picked> {
    let Some(files) = files else {
        return Vec::new();
    };
    let all = (0..files.length()).filter_map(|at| files.get(at));
    all.map(|file| Picked {
        name: file.name(),
        size: super::device::whole(file.size()),
        file,
    })
    .collect()
}

impl Picked {
    /// Whether it is a picture.
    pub fn is_picture(&self) -> bool {
        self.file.type_().starts_with("image/")
    }

    /// The file itself.
    pub(super) const fn file(&self) -> &File {
        &self.file
    }

    /// What is in it; nothing when it cannot be read.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.file.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// Whether the browser has a way to send a file to another app.
pub fn can_send() -> bool {
    sending(&[]).is_some()
}

/// Sends a file to another app, by the Web Share API. Whoever gets it is chosen there.
pub async fn send(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let hand_over = || -> Option<Promise> {
        let options = FilePropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&Uint8Array::from(bytes).into());
        let file = File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()?;
        let (share, navigator, data) = sending(&[file])?;
        share.call1(&navigator, &data).ok()?.dyn_into().ok()
    };
    match hand_over() {
        Some(sent) => JsFuture::from(sent).await.is_ok(),
        None => false,
    }
}

/// `navigator.share`, where files can be given to it.
fn sending(files: &[File]) -> Option<(Function, JsValue, JsValue)> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let method = |name: &str| -> Option<Function> {
        Reflect::get(&navigator, &name.into()).ok()?.dyn_into().ok()
    };
    let list = if files.is_empty() {
        Array::of1(
            &File::new_with_str_sequence(&Array::of1(&"x".into()), "x.age")
                .ok()?
                .into(),
        )
    } else {
        files.iter().collect()
    };
    let data = js_sys::Object::new();
    Reflect::set(&data, &"files".into(), &list).ok()?;
    let data: JsValue = data.into();
    let can = method("canShare")?.call1(&navigator, &data).ok()?;
    can.is_truthy()
        .then_some((method("share")?, navigator, data))
}

/// Puts text on the clipboard.
pub async fn copy(text: &str) -> bool {
    let write = || -> Option<Promise> {
        let navigator = web_sys::window()?.navigator();
        // Missing on pages that are not secure.
        let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
        let write: Function = Reflect::get(&clipboard, &"writeText".into())
            .ok()?
            .dyn_into()
            .ok()?;
        write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
    };
    match write() {
        Some(written) => JsFuture::from(written).await.is_ok(),
        None => false,
    }
}

/// The same for a secret, which is taken off again after a minute. Browsers let only the page in front
/// do that, some of them none without a tap: if it is not in front then, it is tried once more when
/// it is again.
pub async fn copy_secret(text: &str) -> bool {
    let copied = copy(text).await;
    if copied {
        let empty = || {
            page::spawn(async {
                if !copy("").await {
                    page::in_front().await;
                    copy("").await;
                }
            });
        };
        leptos::prelude::set_timeout(empty, ON_CLIPBOARD);
    }
    copied
}

/// Opens the browser's print window.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
