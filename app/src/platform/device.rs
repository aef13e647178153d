//! What the device can do and what it promises to keep.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AudioContext, Navigator, StorageManager};

/// What the browser says about keeping this site's data.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StorageTruth {
    /// Whether it promised not to delete the data by itself; `None` where it does not say.
    pub persisted: Option<bool>,
    /// Whether Ebb runs as an installed app.
    pub installed: bool,
    /// Bytes used by this site.
    pub used: Option<u64>,
    /// Bytes this site may use.
    pub quota: Option<u64>,
}

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}

/// `navigator.storage` is missing on pages that are not secure, whatever the bindings say.
fn storage() -> Option<StorageManager> {
    let navigator = navigator()?;
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    storage.dyn_into().ok()
}

async fn answer(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}

/// Asks the browser not to delete the data by itself.
pub async fn ask_to_persist() {
    if let Some(storage) = storage() {
        answer(storage.persist()).await;
    }
}

/// Finds out how safe the data is here.
pub async fn storage_truth() -> StorageTruth {
    let installed = web_sys::window()
        .and_then(|window| window.match_media("(display-mode: standalone)").ok())
        .flatten()
        .is_some_and(|query| query.matches());
    let Some(storage) = storage() else {
        return StorageTruth {
            installed,
            ..StorageTruth::default()
        };
    };
    let estimate = answer(storage.estimate()).await.unwrap_or(JsValue::NULL);
    let number = |name: &str| {
        Reflect::get(&estimate, &name.into())
            .ok()
            .and_then(|value| value.as_f64())
            .map(whole)
    };
    StorageTruth {
        persisted: answer(storage.persisted())
            .await
            .and_then(|value| value.as_bool()),
        installed,
        used: number("usage"),
        quota: number("quota"),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes in bytes are whole, positive and below 2^53; the cast saturates"
)]
pub(super) fn whole(bytes: f64) -> u64 {
    bytes as u64
}

/// A short vibration, where there is a motor.
pub fn vibrate(ms: u32) {
    if let Some(navigator) = navigator() {
        // Missing in Safari: the bindings would throw.
        if Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false) {
            navigator.vibrate_with_duration(ms);
        }
    }
}

/// A soft tone of a fifth of a second at `hertz`, where sound is allowed.
pub fn tone(hertz: f32) {
    let play = || -> Result<(), JsValue> {
        let context = AudioContext::new()?;
        let oscillator = context.create_oscillator()?;
        let gain = context.create_gain()?;
        let now = context.current_time();
        oscillator.frequency().set_value(hertz);
        gain.gain().set_value_at_time(0.12, now)?;
        gain.gain().linear_ramp_to_value_at_time(0.0, now + 0.2)?;
        oscillator.connect_with_audio_node(&gain)?;
        gain.connect_with_audio_node(&context.destination())?;
        let done = wasm_bindgen::prelude::Closure::once_into_js(move || context.close().map(drop));
        oscillator.set_onended(Some(done.unchecked_ref()));
        oscillator.start()?;
        oscillator.stop_with_when(now + 0.2)
    };
    // A device without sound breathes on in silence.
    let _ = play();
}

/// Keeps the screen lit for as long as it lives, where the browser can. The browser lets go of it
/// by itself when the page is hidden.
pub struct Lit(JsValue);

impl Drop for Lit {
    fn drop(&mut self) {
        let release = Reflect::get(&self.0, &"release".into());
        if let Some(release) = release.ok().and_then(|it| it.dyn_into::<Function>().ok()) {
            let _ = release.call0(&self.0);
        }
    }
}

/// Asks the browser to keep the screen lit.
pub async fn keep_lit() -> Option<Lit> {
    // The bindings call this interface unstable, so it is reached by name.
    let lock = Reflect::get(navigator()?.as_ref(), &"wakeLock".into()).ok()?;
    let request: Function = Reflect::get(&lock, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let asked = request.call1(&lock, &"screen".into());
    let asked = asked.and_then(wasm_bindgen::JsCast::dyn_into::<Promise>);
    answer(asked).await.map(Lit)
}
