//! Slow work that a person sees going on and can stop.

use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One place on a screen where slow work goes on, one piece at a time.
#[derive(Clone, Copy)]
pub struct Slow {
    busy: RwSignal<bool>,
    running: StoredValue<Option<AbortHandle>>,
}

impl Slow {
    /// Nothing goes on yet. What goes on is stopped when the screen goes.
    pub fn new() -> Self {
        let slow = Self {
            busy: RwSignal::new(false),
            running: StoredValue::new(None),
        };
        on_cleanup(move || slow.stop());
        slow
    }

    /// Whether something goes on.
    pub fn busy(self) -> bool {
        self.busy.get()
    }

    /// Does the work, unless something goes on already.
    pub fn run(self, work: impl Future<Output = ()> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let (work, handle) = abortable(work);
        self.running.set_value(Some(handle));
        spawn_local(async move {
            // Stopped or done: either way nothing goes on any more.
            let _ = work.await;
            self.busy.try_set(false);
        });
    }

    /// Stops it. Whatever it had not finished is as before.
    pub fn stop(self) {
        if let Some(Some(running)) = self.running.try_get_value() {
            running.abort();
        }
    }
}
