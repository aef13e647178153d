//! Asking the second Web Worker how strong a passphrase is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use ebb_core::vault::Strength;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

use super::start;

/// Where Trunk puts it.
const SCRIPT: &str = "/strength_loader.js";

/// What is known of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Estimate {
    /// The dictionaries are on their way.
    Waiting,
    /// The estimate.
    Known(Strength),
    /// The dictionaries did not come.
    Unknown,
}

/// What is called with a message.
type Hear = Closure<dyn Fn(MessageEvent)>;

/// The worker, for as long as a passphrase is typed. Dropping it ends the worker.
pub struct Estimator {
    worker: Option<Worker>,
    next: Rc<Next>,
    _hear: [Option<Hear>; 2],
}

/// It answers one text at a time, so that a quick typist does not wait for what is gone.
#[derive(Default)]
struct Next {
    busy: Cell<bool>,
    text: RefCell<Option<String>>,
}

impl Next {
    fn ask(&self, worker: &Worker) {
        let text = self.text.take();
        self.busy.set(text.is_some());
        if let Some(text) = text {
            let _ = worker.post_message(&text.into());
        }
    }
}

impl Estimator {
    /// Starts the worker. `tell` hears of the last text that was asked for.
    pub fn start(tell: impl Fn(Estimate) + Clone + 'static) -> Self {
        let next = Rc::new(Next::default());
        next.busy.set(true);
        let Some(worker) = start(SCRIPT) else {
            tell(Estimate::Unknown);
            return Self {
                worker: None,
                next,
                _hear: [None, None],
            };
        };
        let answer = {
            let (next, worker, tell) = (next.clone(), worker.clone(), tell.clone());
            Closure::new(move |event: MessageEvent| {
                let text = event.data().as_string();
                let strength = text.and_then(|text| serde_json::from_str(&text).ok());
                next.ask(&worker);
                if let Some(strength) = strength.filter(|_| !next.busy.get()) {
                    tell(Estimate::Known(strength));
                }
            })
        };
        let fail = Closure::new(move |_: MessageEvent| tell(Estimate::Unknown));
        worker.set_onmessage(Some(function(&answer)));
        worker.set_onerror(Some(function(&fail)));
        Self {
            worker: Some(worker),
            next,
            _hear: [Some(answer), Some(fail)],
        }
    }

    /// Asks for a text; what was asked for before and has not begun is forgotten.
    pub fn ask(&self, text: String) {
        self.next.text.replace(Some(text));
        if let Some(worker) = self.worker.as_ref().filter(|_| !self.next.busy.get()) {
            self.next.ask(worker);
        }
    }
}

impl Drop for Estimator {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            worker.terminate();
        }
    }
}

fn function(closure: &Hear) -> &Function {
    closure.as_ref().unchecked_ref()
}
