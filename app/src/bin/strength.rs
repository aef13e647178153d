//! The other Web Worker: the estimate of a passphrase's strength, with the dictionaries it needs.
//! They weigh more than all the rest of Ebb, so they come only to who chooses a passphrase.

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Takes a text; answers with its estimate in JSON. The first message only says that it listens.
fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let strength = ebb_core::vault::estimate(&event.data().as_string().unwrap_or_default());
        let text = serde_json::to_string(&strength).unwrap_or_default();
        let _ = answering.post_message(&text.into());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::UNDEFINED);
}
