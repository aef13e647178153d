//! How a worker hears what is asked and answers. Each answer goes with one block of bytes.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::reply::{Failure, READY, Reply};

/// An answer and its bytes.
pub type Done = Result<(Reply, Vec<u8>), Failure>;

/// Has `work` answer every message: a text and its bytes.
pub fn answer(work: fn(&str, &[u8]) -> Done) {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let parts: Array = event.data().unchecked_into();
        let text = parts.get(0).as_string().unwrap_or_default();
        let bytes = parts
            .get(1)
            .dyn_into::<Uint8Array>()
            .map(|bytes| bytes.to_vec())
            .unwrap_or_default();
        let done = work(&text, &bytes);
        let (reply, bytes) = done.unwrap_or_else(|why| (Reply::Failed(why), Vec::new()));
        let text = serde_json::to_string(&reply).unwrap_or_default();
        let parts = Array::of2(&text.into(), &Uint8Array::from(bytes.as_slice()).into());
        let _ = answering.post_message(&parts);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&READY.into());
}
