//! Asking a Web Worker for slow work. One worker for each piece, ended afterwards: so the work
//! can be broken off, and the memory that held a key goes.

mod host;
mod reply;
mod request;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

pub use host::{scope as worker_scope, serve};
use reply::READY;
pub use reply::{Failure, Reply};
pub use request::Request;

/// What begins the app's module as a worker.
const SCRIPT: &str = "/worker.js";

/// Ends the worker, also when the work is no longer waited for.
struct Running(Worker);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

/// Has the work done. Dropping the future breaks it off.
///
/// # Errors
/// [`Failure`], as the worker says it, or [`Failure::Broken`] when it did not start.
pub async fn ask(request: &Request, bytes: &[u8]) -> Result<(Reply, Vec<u8>), Failure> {
    let text = serde_json::to_string(request).map_err(|_| Failure::Broken)?;
    let message = Array::of2(&text.into(), &Uint8Array::from(bytes).into());
    match answer(message).await {
        Some((Reply::Failed(failure), _)) => Err(failure),
        Some(answer) => Ok(answer),
        None => Err(Failure::Broken),
    }
}

/// Starts a worker whose script is a module.
fn start(script: &str) -> Option<Worker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(script, &options).ok()
}

async fn answer(message: Array) -> Option<(Reply, Vec<u8>)> {
    let running = Running(start(SCRIPT)?);
    let worker = running.0.clone();
    let on_message = Rc::new(RefCell::new(None));
    let kept = on_message.clone();
    let settled = Promise::new(&mut |resolve, reject| {
        let (worker, message) = (worker.clone(), message.clone());
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            // Before it says so it would not hear.
            if event.data().as_string().as_deref() == Some(READY) {
                let _ = worker.post_message(&message);
            } else {
                call(&resolve, &event.data());
            }
        });
        running.0.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        running.0.set_onerror(Some(&reject));
        kept.replace(Some(hear));
    });
    let answer = JsFuture::from(settled).await;
    on_message.take();
    let parts: Array = answer.ok()?.dyn_into().ok()?;
    let reply = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
    let bytes = parts.get(1).dyn_into::<Uint8Array>().ok()?.to_vec();
    Some((reply, bytes))
}

fn call(function: &Function, value: &JsValue) {
    let _ = function.call1(&JsValue::UNDEFINED, value);
}
