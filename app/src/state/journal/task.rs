//! Slow work that a person sees going on and can stop, up to the point from which it is done.

use std::cell::Cell;
use std::future::{pending, poll_fn};
use std::pin::Pin;

use futures::channel::oneshot;
use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

thread_local! {
    /// Whose work is going on at this very moment.
    static GOING_ON: Cell<Option<CancellableTask>> = const { Cell::new(None) };
}

/// Does what must not be broken off half way, a commit with all that follows from it here: it
/// goes on also when nobody waits for it any more. The slow work that it is part of can be
/// stopped no longer, and says so.
pub async fn to_the_end<T: 'static>(commit: impl Future<Output = T> + 'static) -> T {
    if let Some(task) = GOING_ON.get() {
        task.finishing.try_set(true);
    }
    let (tell, told) = oneshot::channel();
    spawn_local(async move {
        let _ = tell.send(commit.await);
    });
    match told.await {
        Ok(done) => done,
        // It is told in every case, unless the page is going.
        Err(_) => pending().await,
    }
}

/// One place on a screen where slow work goes on, one piece at a time.
#[derive(Clone, Copy)]
pub struct CancellableTask {
    busy: RwSignal<bool>,
    finishing: RwSignal<bool>,
    running: StoredValue<Option<AbortHandle>>,
}

impl CancellableTask {
    /// Nothing goes on yet. What goes on is stopped when the screen goes.
    pub fn new() -> Self {
        let task = Self {
            busy: RwSignal::new(false),
            finishing: RwSignal::new(false),
            running: StoredValue::new(None),
        };
        on_cleanup(move || task.abort());
        task
    }

    /// Whether something goes on.
    pub fn busy(self) -> bool {
        self.busy.get()
    }

    /// Whether what goes on can be stopped no longer.
    pub fn finishing(self) -> bool {
        self.finishing.get()
    }

    /// Does the work, unless something goes on already.
    pub fn run(self, work: impl Future<Output = ()> + 'static) {
        self.run_boxed(Box::pin(work));
    }

    /// One for all of them, compiled once.
    fn run_boxed(self, mut work: Pin<Box<dyn Future<Output = ()>>>) {
        if self.busy.get_untracked() {
            return;
        }
        self.finishing.set(false);
        self.busy.set(true);
        let (work, handle) = abortable(poll_fn(move |context| {
            let other = GOING_ON.replace(Some(self));
            let polled = work.as_mut().poll(context);
            GOING_ON.set(other);
            polled
        }));
        self.running.set_value(Some(handle));
        spawn_local(async move {
            // Stopped or done: either way nothing goes on any more.
            let _ = work.await;
            self.busy.try_set(false);
        });
    }

    /// Stops it, unless it is being finished. Whatever it had not finished is as before.
    pub fn stop(self) {
        // The tap may have been on its way when that began.
        if self.finishing.try_get_untracked() == Some(false) {
            self.abort();
        }
    }

    fn abort(self) {
        if let Some(Some(running)) = self.running.try_get_value() {
            running.abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use leptos::mount::mount_to_body;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;
    use crate::platform::page;

    wasm_bindgen_test_configure!(run_in_browser);

    /// Work that waits, and then commits until it may end.
    struct Work {
        start: oneshot::Sender<()>,
        finish: oneshot::Sender<()>,
        committed: Rc<Cell<bool>>,
        over: Rc<Cell<bool>>,
    }

    fn committing(task: CancellableTask) -> Work {
        let (start, may_start) = oneshot::channel();
        let (finish, may_finish) = oneshot::channel();
        let work = Work {
            start,
            finish,
            committed: Rc::default(),
            over: Rc::default(),
        };
        let (committed, over) = (work.committed.clone(), work.over.clone());
        task.run(async move {
            let _ = may_start.await;
            to_the_end(async move {
                let _ = may_finish.await;
                committed.set(true);
            })
            .await;
            over.set(true);
        });
        work
    }

    fn screen() -> (Owner, CancellableTask) {
        mount_to_body(|| ());
        let owner = Owner::new();
        owner.set();
        (owner, CancellableTask::new())
    }

    #[wasm_bindgen_test]
    async fn a_commit_that_has_begun_cannot_be_stopped() {
        let (_owner, task) = screen();
        let work = committing(task);
        page::yield_to_browser().await;
        assert!(task.busy.get_untracked() && !task.finishing.get_untracked());
        work.start.send(()).unwrap();
        page::yield_to_browser().await;
        assert!(task.finishing.get_untracked());
        task.stop();
        page::yield_to_browser().await;
        assert!(task.busy.get_untracked());
        work.finish.send(()).unwrap();
        page::yield_to_browser().await;
        assert!(work.committed.get() && work.over.get() && !task.busy.get_untracked());
    }

    #[wasm_bindgen_test]
    async fn before_the_commit_has_begun_it_can_be_stopped_and_run_again() {
        let (_owner, task) = screen();
        let work = committing(task);
        page::yield_to_browser().await;
        task.stop();
        page::yield_to_browser().await;
        assert!(!task.busy.get_untracked());
        assert!(work.start.send(()).is_err());
        assert!(!work.committed.get());
        let work = committing(task);
        work.start.send(()).unwrap();
        work.finish.send(()).unwrap();
        page::yield_to_browser().await;
        assert!(work.committed.get());
    }

    #[wasm_bindgen_test]
    async fn a_commit_goes_on_when_its_screen_is_left() {
        let (owner, task) = screen();
        let work = committing(task);
        work.start.send(()).unwrap();
        page::yield_to_browser().await;
        owner.cleanup();
        work.finish.send(()).unwrap();
        page::yield_to_browser().await;
        assert!(work.committed.get() && !work.over.get());
    }
}
