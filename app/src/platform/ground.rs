//! Keeps Chromium from throwing the journal away after a kill.
//!
//! Chromium keeps IndexedDB in LevelDB. A browser that is killed in the middle of a write leaves
//! half a record at the end of LevelDB's log. LevelDB goes on writing behind it, takes the log for
//! damaged at the opening after that, and Chromium then deletes every database of the site
//! (<https://github.com/google/leveldb/issues/1287>). A log that is not gone on with is never read
//! again, and LevelDB begins a new one after some megabytes. So a session leaves a mark before its
//! first write and takes it away when it comes to rest; whoever finds the mark of a session that
//! did not come to rest writes filler until there is a new log, and only then anything of worth.
//!
//! All of that in a database of its own: the site's databases share one LevelDB.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use ebb_core::store::StoreError;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbTransactionMode, IdbVersionChangeEvent};

use super::idb::{completed, reason, settled};
use super::locks::{self, Held};
use super::random;

const NAME: &str = "ebb-ground";
const MARKS: &str = "marks";
const FILLER: &str = "filler";
/// Above LevelDB's write buffer, which Chromium sets to 4 MiB at most.
const FILLER_BYTES: u32 = 4_718_592;
/// Under 64 KiB, above which Chromium keeps values outside LevelDB.
const PIECE: u32 = 32_768;

/// The ground of one page. Cheap to clone: it is a handle.
#[derive(Clone)]
pub struct Ground(Rc<Inner>);

struct Inner {
    /// This session's mark, also the name of the lock that says it lives.
    mark: String,
    marked: Cell<bool>,
    looked: Cell<bool>,
    writing: Cell<usize>,
    db: RefCell<Option<IdbDatabase>>,
    alive: RefCell<Option<Held>>,
}

impl Ground {
    /// Nothing is done yet; where there is no LevelDB, nothing will be.
    pub fn new() -> Self {
        let ground = Self(Rc::new(Inner {
            mark: format!("{NAME} {:032x}", random::bits128()),
            // Elsewhere it counts as marked, and no mark is ever left.
            marked: Cell::new(!is_chromium()),
            looked: Cell::new(false),
            writing: Cell::new(0),
            db: RefCell::new(None),
            alive: RefCell::new(None),
        }));
        if is_chromium() {
            ground.rest_when_hidden();
            // Here and once: whoever asked again for a lock of their own would wait for ever.
            let inner = ground.0.clone();
            spawn_local(async move {
                let alive = locks::exclusive(&inner.mark).await;
                inner.alive.replace(Some(alive));
            });
        }
        ground
    }

    /// To be waited for before anything is written. Whatever fails here must not keep a person's
    /// words from being saved.
    pub async fn before_write(&self) {
        self.0.writing.set(self.0.writing.get() + 1);
        if !self.0.marked.get() && self.make_firm().await.is_ok() {
            self.0.marked.set(true);
        }
    }

    /// To be called after it, whatever came of it.
    pub fn after_write(&self) {
        self.0.writing.set(self.0.writing.get().saturating_sub(1));
        if is_hidden() {
            self.rest();
        }
    }

    async fn make_firm(&self) -> Result<(), StoreError> {
        let db = self.db().await?;
        if !self.0.looked.get() {
            let dead = dead_marks(&db).await?;
            if !dead.is_empty() {
                fill(&db).await?;
                forget(&db, &dead).await?;
            }
            self.0.looked.set(true);
        }
        let transaction = begin(&db, MARKS)?;
        let store = transaction.object_store(MARKS).map_err(reason)?;
        store
            .put_with_key(&JsValue::TRUE, &self.0.mark.as_str().into())
            .map_err(reason)?;
        completed(&transaction).await
    }

    async fn db(&self) -> Result<IdbDatabase, StoreError> {
        if let Some(db) = self.0.db.borrow().clone() {
            return Ok(db);
        }
        let factory = web_sys::window()
            .ok_or(StoreError::Blocked)?
            .indexed_db()
            .map_err(reason)?
            .ok_or(StoreError::Blocked)?;
        let request = factory.open_with_u32(NAME, 1).map_err(reason)?;
        let lay_out = Closure::once_into_js(|event: IdbVersionChangeEvent| lay_out(&event));
        request.set_onupgradeneeded(Some(lay_out.unchecked_ref()));
        let db: IdbDatabase = settled(&request).await?.unchecked_into();
        self.0.db.replace(Some(db.clone()));
        Ok(db)
    }

    /// Takes the mark away, unless something is being written.
    fn rest(&self) {
        if self.0.writing.get() > 0 || !self.0.marked.get() {
            return;
        }
        let Some(db) = self.0.db.borrow().clone() else {
            return;
        };
        self.0.marked.set(false);
        let mark = self.0.mark.clone();
        spawn_local(async move {
            // A mark that stays costs the next session some filler, no more.
            let _ = forget(&db, &[mark]).await;
        });
    }

    fn rest_when_hidden(&self) {
        let ground = self.clone();
        let hear = Closure::<dyn Fn()>::new(move || {
            if is_hidden() {
                ground.rest();
            }
        });
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            let hear: &js_sys::Function = hear.as_ref().unchecked_ref();
            let _ = document.add_event_listener_with_callback("visibilitychange", hear);
        }
        hear.forget();
    }
}

fn is_chromium() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator.is_some_and(|n| Reflect::has(&n, &"userAgentData".into()).unwrap_or(false))
}

fn is_hidden() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.hidden())
}

/// Marks of sessions that are over and did not come to rest.
async fn dead_marks(db: &IdbDatabase) -> Result<Vec<String>, StoreError> {
    let transaction = begin(db, MARKS)?;
    let store = transaction.object_store(MARKS).map_err(reason)?;
    let keys: Array = settled(&store.get_all_keys().map_err(reason)?)
        .await?
        .unchecked_into();
    let mut marks: Vec<String> = keys.iter().filter_map(|key| key.as_string()).collect();
    if !marks.is_empty() {
        let alive = locks::all_held().await;
        marks.retain(|mark| !alive.contains(mark));
    }
    Ok(marks)
}

async fn fill(db: &IdbDatabase) -> Result<(), StoreError> {
    let transaction = begin(db, FILLER)?;
    let store = transaction.object_store(FILLER).map_err(reason)?;
    let piece = Uint8Array::new_with_length(PIECE);
    for place in 0..FILLER_BYTES / PIECE {
        store.put_with_key(&piece, &place.into()).map_err(reason)?;
    }
    completed(&transaction).await?;
    // Only then: what is written and deleted in one transaction never reaches the log.
    let transaction = begin(db, FILLER)?;
    let store = transaction.object_store(FILLER).map_err(reason)?;
    store.clear().map_err(reason)?;
    completed(&transaction).await
}

#[expect(
    deprecated,
    reason = "the standard has `commit`; the list that web-sys is made from is older"
)]
async fn forget(db: &IdbDatabase, marks: &[String]) -> Result<(), StoreError> {
    let transaction = begin(db, MARKS)?;
    let store = transaction.object_store(MARKS).map_err(reason)?;
    for mark in marks {
        store.delete(&mark.as_str().into()).map_err(reason)?;
    }
    // At once: a page that goes away does not live to see the requests succeed, and what it has
    // not committed by then is taken back.
    transaction.commit().map_err(reason)?;
    completed(&transaction).await
}

/// A transaction that need not survive a power cut: a mark tells of kills.
fn begin(db: &IdbDatabase, store: &str) -> Result<web_sys::IdbTransaction, StoreError> {
    db.transaction_with_str_and_mode(store, IdbTransactionMode::Readwrite)
        .map_err(reason)
}

fn lay_out(event: &IdbVersionChangeEvent) {
    let request = event
        .target()
        .and_then(|t| t.dyn_into::<IdbOpenDbRequest>().ok());
    let result = request.and_then(|request| request.result().ok());
    if let Some(db) = result.and_then(|result| result.dyn_into::<IdbDatabase>().ok()) {
        for name in [MARKS, FILLER] {
            let _ = db.create_object_store(name);
        }
    }
}
