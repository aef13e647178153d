//! IndexedDB as a storage for the journal.
//!
//! Which bytes go where is core's business (`ebb_core::store`); this carries transactions out,
//! strictly durable, whole or not at all.

pub mod leveldb_workaround;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use ebb_core::store::{Backend, Op, StoreError, Stored, Table};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbVersionChangeEvent,
};

use super::{clock, page};

/// The database that holds the journal.
pub const JOURNAL: &str = "ebb";
/// The database that holds a therapist's desk.
pub const DESK: &str = "ebb-desk";
/// The layout of the database: 1 had no segments.
const SCHEMA: u32 = 2;
/// How long reading goes on before the browser may draw and hear: one frame.
const SLICE_MS: u64 = 16;

#[wasm_bindgen]
extern "C" {
    /// `web_sys` binds `transaction` without its options, and durability is one of them.
    #[wasm_bindgen(extends = IdbDatabase)]
    type StrictDb;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &StrictDb,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// An open database.
pub struct Idb {
    name: String,
    db: RefCell<IdbDatabase>,
    link: Rc<Link>,
    /// When the browser was last let in between, in milliseconds of the page.
    breathed: Cell<u64>,
}

/// What has become of the connection to a database.
struct Link {
    /// This page had to let go of it, for good.
    closed: Cell<bool>,
    /// The browser has closed it, as phones do with pages in the background.
    lost: Cell<bool>,
    let_go: Box<dyn Fn()>,
}

impl Idb {
    /// Opens the database called `name` and lays it out when it is new. `let_go` is called when
    /// a newer build of Ebb wants it for itself.
    pub async fn open(name: &str, let_go: impl Fn() + 'static) -> Result<Self, StoreError> {
        let link = Rc::new(Link {
            closed: Cell::new(false),
            lost: Cell::new(false),
            let_go: Box::new(let_go),
        });
        Ok(Self {
            name: name.to_owned(),
            db: RefCell::new(connect(name, &link).await?),
            link,
            breathed: Cell::new(0),
        })
    }

    /// Begins a transaction, on a new connection where the old one was lost: what it asks for has
    /// not begun then, so nothing is done twice. It must be used before anything else is awaited.
    async fn begin(&self, tables: &[Table], mode: &str) -> Result<IdbTransaction, StoreError> {
        if self.link.closed.get() {
            return Err(StoreError::Closed);
        }
        if !self.link.lost.get() {
            match self.transaction(tables, mode) {
                // The page may not have heard of it yet.
                Err(error) if is_named(&error, "InvalidStateError") => self.link.lost.set(true),
                begun => return begun.map_err(reason),
            }
        }
        let db = connect(&self.name, &self.link).await?;
        // Two may have waited, each for a connection of its own.
        if self.link.lost.replace(false) {
            self.db.replace(db).close();
        } else {
            db.close();
        }
        self.transaction(tables, mode).map_err(reason)
    }

    fn transaction(&self, tables: &[Table], mode: &str) -> Result<IdbTransaction, JsValue> {
        let names: Array = tables.iter().map(|t| JsValue::from(t.name())).collect();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let db = self.db.borrow();
        let db: &StrictDb = db.unchecked_ref();
        db.begin(&names, mode, &options)
    }
}

async fn connect(name: &str, link: &Rc<Link>) -> Result<IdbDatabase, StoreError> {
    let factory = web_sys::window()
        .ok_or(StoreError::Blocked)?
        .indexed_db()
        .map_err(not_opened)?
        .ok_or(StoreError::Blocked)?;
    leveldb_workaround::end_log(&factory);
    let request = factory.open_with_u32(name, SCHEMA).map_err(not_opened)?;
    let lay_out = Closure::once_into_js(|event: IdbVersionChangeEvent| lay_out(&event));
    request.set_onupgradeneeded(Some(lay_out.unchecked_ref()));
    let db = settled_or(&request, not_opened).await?;
    let db: IdbDatabase = db.unchecked_into();
    let (held, of) = (db.clone(), link.clone());
    let on_change = Closure::<dyn Fn()>::new(move || {
        held.close();
        of.closed.set(true);
        (of.let_go)();
    });
    db.set_onversionchange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
    let of = link.clone();
    // Not told when the page itself closes it.
    let on_close = Closure::once_into_js(move || of.lost.set(true));
    db.set_onclose(Some(on_close.unchecked_ref()));
    Ok(db)
}

impl Backend for Idb {
    async fn read_all(&self, table: Table) -> Result<impl Iterator<Item = Stored>, StoreError> {
        let transaction = self.begin(&[table], "readonly").await?;
        let store = transaction.object_store(table.name()).map_err(reason)?;
        let keys = store.get_all_keys().map_err(reason)?;
        let values = store.get_all().map_err(reason)?;
        let keys: Array = settled(&keys).await?.unchecked_into();
        let values: Array = settled(&values).await?.unchecked_into();
        Ok((0..values.length()).map(move |at| {
            let key = keys.get(at).as_string().unwrap_or_default();
            (key, bytes_of(&values.get(at)))
        }))
    }

    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Stored>, StoreError> {
        let transaction = self.begin(&[table], "readonly").await?;
        let store = transaction.object_store(table.name()).map_err(reason)?;
        let requests = keys
            .iter()
            .map(|key| store.get(&key.as_str().into()).map_err(reason))
            .collect::<Result<Vec<_>, _>>()?;
        let mut found = Vec::new();
        for (key, request) in keys.iter().zip(&requests) {
            let value = settled(request).await?;
            if !value.is_undefined() {
                found.push((key.clone(), bytes_of(&value)));
            }
        }
        Ok(found)
    }

    async fn keys(&self, table: Table) -> Result<Vec<String>, StoreError> {
        let transaction = self.begin(&[table], "readonly").await?;
        let store = transaction.object_store(table.name()).map_err(reason)?;
        let keys = store.get_all_keys().map_err(reason)?;
        let keys: Array = settled(&keys).await?.unchecked_into();
        Ok(keys
            .iter()
            .map(|key| key.as_string().unwrap_or_default())
            .collect())
    }

    async fn commit(&self, ops: Vec<Op>) -> Result<(), StoreError> {
        let used = |table: &Table| ops.iter().any(|op| table_of(op) == *table);
        let tables: Vec<_> = Table::ALL.into_iter().filter(used).collect();
        if tables.is_empty() {
            return Ok(());
        }
        self.carry_out(&tables, &ops).await
    }

    async fn yield_now(&self) {
        let now = clock::steady_ms();
        if now - self.breathed.get() > SLICE_MS {
            page::yield_to_browser().await;
            self.breathed.set(clock::steady_ms());
        }
    }
}

impl Idb {
    async fn carry_out(&self, tables: &[Table], ops: &[Op]) -> Result<(), StoreError> {
        let transaction = self.begin(tables, "readwrite").await?;
        for op in ops {
            if let Err(error) = carry_out(&transaction, op).await {
                // Without this the requests before the failed one would still be committed.
                let _ = transaction.abort();
                return Err(error);
            }
        }
        // Else the browser waits to hear that nothing more will come. Where it cannot be told,
        // it finds out by itself.
        #[expect(
            deprecated,
            reason = "the standard has `commit`; the list that web-sys is made from is older"
        )]
        let _ = transaction.commit();
        completed(&transaction).await
    }
}

async fn carry_out(transaction: &IdbTransaction, op: &Op) -> Result<(), StoreError> {
    let store = transaction
        .object_store(table_of(op).name())
        .map_err(reason)?;
    match op {
        Op::Add { key, bytes, .. } => store
            .add_with_key(&Uint8Array::from(bytes.as_slice()), &key.into())
            .map(drop),
        Op::Put { key, bytes, .. } => store
            .put_with_key(&Uint8Array::from(bytes.as_slice()), &key.into())
            .map(drop),
        Op::Delete { key, .. } => store.delete(&key.into()).map(drop),
        Op::Clear { .. } => store.clear().map(drop),
        Op::Expect { key, bytes, .. } => {
            let value = settled(&store.get(&key.into()).map_err(reason)?).await?;
            let there = (!value.is_undefined()).then(|| bytes_of(&value));
            return if there == *bytes {
                Ok(())
            } else {
                Err(StoreError::Changed)
            };
        }
    }
    .map_err(reason)
}

const fn table_of(op: &Op) -> Table {
    match op {
        Op::Add { table, .. }
        | Op::Put { table, .. }
        | Op::Delete { table, .. }
        | Op::Clear { table }
        | Op::Expect { table, .. } => *table,
    }
}

fn lay_out(event: &IdbVersionChangeEvent) {
    let db = event
        .target()
        .and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok())
        .and_then(|request| request.result().ok())
        .and_then(|result| result.dyn_into::<IdbDatabase>().ok());
    if let Some(db) = db {
        for table in Table::ALL {
            // One that is there already stays as it is; one that cannot be made fails the whole
            // opening, which is reported there.
            if !db.object_store_names().contains(table.name()) {
                let _ = db.create_object_store(table.name());
            }
        }
    }
}

/// What an exception means.
fn reason(error: JsValue) -> StoreError {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError") => StoreError::Full,
        Some("ConstraintError") => StoreError::Taken,
        Some("SecurityError" | "NotAllowedError") => StoreError::Blocked,
        Some("VersionError") => StoreError::Newer,
        _ => StoreError::Failed,
    }
}

/// The same of an opening: Firefox's private windows say it so.
fn not_opened(error: JsValue) -> StoreError {
    if is_named(&error, "InvalidStateError") {
        return StoreError::Blocked;
    }
    reason(error)
}

fn is_named(error: &JsValue, name: &str) -> bool {
    let error = error.dyn_ref::<DomException>();
    error.is_some_and(|error| error.name() == name)
}

/// Bytes, or the text that layout 1 kept as the device's name. Anything else under a key is
/// damage; it reads as no bytes, which nothing that Ebb keeps is.
fn bytes_of(value: &JsValue) -> Vec<u8> {
    match value.dyn_ref::<Uint8Array>() {
        Some(bytes) => bytes.to_vec(),
        None => value.as_string().unwrap_or_default().into_bytes(),
    }
}

async fn settled(request: &IdbRequest) -> Result<JsValue, StoreError> {
    settled_or(request, reason).await
}

async fn settled_or(
    request: &IdbRequest,
    reason: fn(JsValue) -> StoreError,
) -> Result<JsValue, StoreError> {
    let promise = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result().map_err(reason),
        Err(_) => Err(match request.error() {
            Ok(Some(error)) => reason(error.into()),
            _ => StoreError::Failed,
        }),
    }
}

async fn completed(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let promise = promise(|resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onabort(Some(reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(match transaction.error() {
            Some(error) => reason(error.into()),
            None => StoreError::Failed,
        }),
    }
}

/// The promise's own functions serve as event handlers, so that nothing has to be kept alive.
fn promise(mut attach: impl FnMut(&Function, &Function)) -> Promise {
    Promise::new(&mut |resolve, reject| attach(&resolve, &reject))
}

#[cfg(test)]
mod tests {
    use ebb_core::store::Stored;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    async fn opened(name: &str) -> Idb {
        Idb::open(name, || ()).await.unwrap()
    }

    async fn everything(idb: &Idb, table: Table) -> Vec<Stored> {
        idb.read_all(table).await.unwrap().collect()
    }

    fn add(key: &str, text: &str) -> Op {
        Op::add(Table::Records, key, text.as_bytes().to_vec())
    }

    fn stored(key: &str, text: &str) -> Stored {
        (key.to_owned(), text.as_bytes().to_vec())
    }

    #[wasm_bindgen_test]
    async fn what_was_committed_is_there_when_the_database_is_opened_again() {
        let idb = opened("reopened").await;
        idb.commit(vec![add("A", "one"), add("B", "two")])
            .await
            .unwrap();
        drop(idb);
        let again = opened("reopened").await;
        let all = everything(&again, Table::Records).await;
        assert_eq!(all, [stored("A", "one"), stored("B", "two")]);
        assert_eq!(again.keys(Table::Records).await.unwrap(), ["A", "B"]);
        let asked = ["B".to_owned(), "C".to_owned()];
        let some = again.read(Table::Records, &asked).await.unwrap();
        assert_eq!(some, [stored("B", "two")]);
    }

    #[wasm_bindgen_test]
    async fn a_key_that_is_taken_undoes_the_whole_transaction() {
        let idb = opened("taken").await;
        idb.commit(vec![add("B", "first")]).await.unwrap();
        let both = vec![
            add("A", "new"),
            Op::put(Table::Drafts, "form", b"half".to_vec()),
            add("B", "second"),
        ];
        assert_eq!(idb.commit(both).await, Err(StoreError::Taken));
        let all = everything(&idb, Table::Records).await;
        assert_eq!(all, [stored("B", "first")]);
        assert_eq!(everything(&idb, Table::Drafts).await, []);
    }

    #[wasm_bindgen_test]
    async fn what_is_not_as_expected_undoes_the_whole_transaction() {
        let idb = opened("expected").await;
        let mark = |bytes: Option<&[u8]>| Op::expect(Table::Meta, "m", bytes.map(<[u8]>::to_vec));
        let free = vec![mark(None), Op::put(Table::Meta, "m", b"1".to_vec())];
        idb.commit(free.clone()).await.unwrap();
        assert_eq!(idb.commit(free).await, Err(StoreError::Changed));
        let wrong = vec![add("A", "x"), mark(Some(b"2"))];
        assert_eq!(idb.commit(wrong).await, Err(StoreError::Changed));
        assert_eq!(everything(&idb, Table::Records).await, []);
        let right = vec![mark(Some(b"1")), add("A", "x")];
        idb.commit(right).await.unwrap();
        let all = everything(&idb, Table::Records).await;
        assert_eq!(all, [stored("A", "x")]);
    }

    #[wasm_bindgen_test]
    async fn deleting_and_clearing_leave_nothing_behind() {
        let idb = opened("cleared").await;
        idb.commit(vec![add("A", "x"), add("B", "y")])
            .await
            .unwrap();
        idb.commit(vec![Op::delete(Table::Records, "A")])
            .await
            .unwrap();
        assert_eq!(idb.keys(Table::Records).await.unwrap(), ["B"]);
        let clear = Op::Clear {
            table: Table::Records,
        };
        idb.commit(vec![clear]).await.unwrap();
        assert_eq!(everything(&idb, Table::Records).await, []);
    }

    #[wasm_bindgen_test]
    async fn a_connection_that_was_lost_is_opened_again() {
        let idb = opened("lost").await;
        idb.commit(vec![add("A", "one")]).await.unwrap();
        idb.db.borrow().close();
        idb.commit(vec![add("B", "two")]).await.unwrap();
        idb.db.borrow().close();
        let all = everything(&idb, Table::Records).await;
        assert_eq!(all, [stored("A", "one"), stored("B", "two")]);
    }

    #[wasm_bindgen_test]
    async fn a_connection_that_the_browser_says_it_has_closed_is_opened_again() {
        let idb = opened("said to be lost").await;
        let before = idb.db.borrow().clone();
        let said = web_sys::Event::new("close").unwrap();
        before.dispatch_event(&said).unwrap();
        // Each waits for a connection, and one of them is kept.
        let both = futures::join!(
            idb.commit(vec![add("A", "one")]),
            idb.commit(vec![add("B", "two")]),
        );
        assert_eq!(both, (Ok(()), Ok(())));
        assert!(*idb.db.borrow() != before);
        let all = everything(&idb, Table::Records).await;
        assert_eq!(all, [stored("A", "one"), stored("B", "two")]);
    }

    #[wasm_bindgen_test]
    fn a_closed_connection_is_not_told_as_blocked_storage() {
        let closed = DomException::new_with_message_and_name("", "InvalidStateError").unwrap();
        assert_eq!(reason(closed.into()), StoreError::Failed);
        let denied = DomException::new_with_message_and_name("", "SecurityError").unwrap();
        assert_eq!(reason(denied.into()), StoreError::Blocked);
    }

    #[wasm_bindgen_test]
    async fn a_newer_build_gets_the_database_and_this_one_says_that_it_let_go() {
        let told = Rc::new(Cell::new(false));
        let tell = told.clone();
        let idb = Idb::open("newer", move || tell.set(true)).await.unwrap();
        idb.commit(vec![add("A", "x")]).await.unwrap();
        let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
        let newer = factory.open_with_u32("newer", SCHEMA + 1).unwrap();
        settled(&newer).await.unwrap();
        assert!(told.get());
        assert_eq!(
            idb.commit(vec![add("B", "y")]).await,
            Err(StoreError::Closed)
        );
        let old = Idb::open("newer", || ()).await;
        assert_eq!(old.err(), Some(StoreError::Newer));
    }
}
