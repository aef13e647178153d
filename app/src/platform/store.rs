//! The journal's IndexedDB: records, drafts and the device's name.
//!
//! Records go in with `add`, never `put`, one strict transaction for each action, so an action is
//! in the store whole or not at all, and an acknowledged one is on the disk.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

const RECORDS: &str = "records";
const DRAFTS: &str = "drafts";
const META: &str = "meta";
const SCHEMA: u32 = 1;

/// Why the store did not do what it was asked. What was to be written is still with the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser does not let this page keep anything.
    #[error("storage is blocked")]
    Blocked,
    /// No space is left.
    #[error("storage is full")]
    Full,
    /// A newer Ebb has changed the store's layout.
    #[error("the store belongs to a newer version")]
    Newer,
    /// Anything else.
    #[error("storage failed")]
    Failed,
}

impl From<JsValue> for StoreError {
    fn from(error: JsValue) -> Self {
        let name = error.dyn_ref::<DomException>().map(DomException::name);
        match name.as_deref() {
            Some("QuotaExceededError") => Self::Full,
            Some("SecurityError" | "InvalidStateError" | "NotAllowedError") => Self::Blocked,
            Some("VersionError") => Self::Newer,
            _ => Self::Failed,
        }
    }
}

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

/// An open store.
pub struct Store {
    db: IdbDatabase,
}

impl Store {
    /// Opens the store called `name` and lays it out when it is new.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let factory = web_sys::window()
            .ok_or(StoreError::Blocked)?
            .indexed_db()
            .map_err(|_| StoreError::Blocked)?
            .ok_or(StoreError::Blocked)?;
        let request = factory.open_with_u32(name, SCHEMA)?;
        let lay_out = Closure::once_into_js(|event: web_sys::Event| {
            if let Some(db) = event
                .target()
                .and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok())
                .and_then(|request| request.result().ok())
                .and_then(|result| result.dyn_into::<IdbDatabase>().ok())
            {
                for store in [RECORDS, DRAFTS, META] {
                    // A store that cannot be made fails the whole open, which is reported there.
                    let _ = db.create_object_store(store);
                }
            }
        });
        request.set_onupgradeneeded(Some(lay_out.unchecked_ref()));
        let db: IdbDatabase = settled(&request).await?.unchecked_into();
        // A newer tab that must change the layout waits for this one to let go.
        let held = db.clone();
        let let_go = Closure::<dyn Fn()>::new(move || held.close());
        db.set_onversionchange(Some(let_go.as_ref().unchecked_ref()));
        let_go.forget();
        Ok(Self { db })
    }

    /// Every stored record, as key and bytes.
    pub async fn read_all(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let records = self.begin(&[RECORDS], "readonly")?.object_store(RECORDS)?;
        let keys = records.get_all_keys()?;
        let values = records.get_all()?;
        let keys: Array = settled(&keys).await?.unchecked_into();
        let values: Array = settled(&values).await?.unchecked_into();
        Ok(keys
            .iter()
            .zip(values.iter())
            .map(|(key, value)| (key.as_string().unwrap_or_default(), bytes_of(&value)))
            .collect())
    }

    /// The records stored under `keys`; one that is not there is left out.
    pub async fn read(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let records = self.begin(&[RECORDS], "readonly")?.object_store(RECORDS)?;
        let requests = keys
            .iter()
            .map(|key| records.get(&key.as_str().into()))
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

    /// Stores all of `records` and empties the draft `finished`, or does nothing.
    pub async fn append(
        &self,
        records: &[(String, Vec<u8>)],
        finished: Option<&str>,
    ) -> Result<(), StoreError> {
        let transaction = self.begin(&[RECORDS, DRAFTS], "readwrite")?;
        let target = transaction.object_store(RECORDS)?;
        let outcome = records
            .iter()
            .try_for_each(|(key, bytes)| add(&target, key, bytes))
            .and_then(|()| match finished {
                Some(draft) => transaction
                    .object_store(DRAFTS)?
                    .delete(&draft.into())
                    .map(drop),
                None => Ok(()),
            });
        if let Err(error) = outcome {
            // Without this the requests before the failed one would still be committed.
            let _ = transaction.abort();
            return Err(error.into());
        }
        completed(&transaction).await
    }

    /// Removes the payload of records that nobody can see any more.
    pub async fn erase(&self, keys: &[String]) -> Result<(), StoreError> {
        let transaction = self.begin(&[RECORDS], "readwrite")?;
        let records = transaction.object_store(RECORDS)?;
        for key in keys {
            records.delete(&key.as_str().into())?;
        }
        completed(&transaction).await
    }

    /// Keeps what is being written in the form called `name`.
    pub async fn keep_draft(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let transaction = self.begin(&[DRAFTS], "readwrite")?;
        transaction
            .object_store(DRAFTS)?
            .put_with_key(&Uint8Array::from(bytes), &name.into())?;
        completed(&transaction).await
    }

    /// What was being written in the form called `name`.
    pub async fn draft(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let drafts = self.begin(&[DRAFTS], "readonly")?.object_store(DRAFTS)?;
        let value = settled(&drafts.get(&name.into())?).await?;
        Ok((!value.is_undefined()).then(|| bytes_of(&value)))
    }

    /// Empties the draft called `name`.
    pub async fn drop_draft(&self, name: &str) -> Result<(), StoreError> {
        let transaction = self.begin(&[DRAFTS], "readwrite")?;
        transaction.object_store(DRAFTS)?.delete(&name.into())?;
        completed(&transaction).await
    }

    /// A small named text, such as the device's name; `fresh` is stored when there is none yet.
    pub async fn meta(&self, name: &str, fresh: &str) -> Result<String, StoreError> {
        let transaction = self.begin(&[META], "readwrite")?;
        let meta = transaction.object_store(META)?;
        let known = settled(&meta.get(&name.into())?).await?;
        if let Some(known) = known.as_string() {
            return Ok(known);
        }
        meta.put_with_key(&fresh.into(), &name.into())?;
        completed(&transaction).await?;
        Ok(fresh.to_owned())
    }

    /// Deletes everything.
    pub async fn clear(&self) -> Result<(), StoreError> {
        let transaction = self.begin(&[RECORDS, DRAFTS, META], "readwrite")?;
        for store in [RECORDS, DRAFTS, META] {
            transaction.object_store(store)?.clear()?;
        }
        completed(&transaction).await
    }

    fn begin(&self, stores: &[&str], mode: &str) -> Result<IdbTransaction, StoreError> {
        let names: Array = stores.iter().map(|store| JsValue::from(*store)).collect();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let db: &StrictDb = self.db.unchecked_ref();
        Ok(db.begin(&names, mode, &options)?)
    }
}

fn add(records: &IdbObjectStore, key: &str, bytes: &[u8]) -> Result<(), JsValue> {
    records
        .add_with_key(&Uint8Array::from(bytes), &key.into())
        .map(drop)
}

/// Anything but bytes under a key is damage; it reads as no bytes, which no record is.
fn bytes_of(value: &JsValue) -> Vec<u8> {
    value
        .dyn_ref::<Uint8Array>()
        .map(Uint8Array::to_vec)
        .unwrap_or_default()
}

async fn settled(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let promise = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(match request.error() {
            Ok(Some(error)) => JsValue::from(error).into(),
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
            Some(error) => JsValue::from(error).into(),
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
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    fn record(key: &str, text: &str) -> (String, Vec<u8>) {
        (key.to_owned(), text.as_bytes().to_vec())
    }

    #[wasm_bindgen_test]
    async fn what_was_appended_is_there_when_the_store_is_opened_again() {
        let store = Store::open("reopened").await.unwrap();
        let records = [record("A", "one"), record("B", "two")];
        store.append(&records, None).await.unwrap();
        drop(store);
        let again = Store::open("reopened").await.unwrap();
        assert_eq!(again.read_all().await.unwrap(), records);
    }

    #[wasm_bindgen_test]
    async fn a_key_that_is_taken_stores_nothing_of_the_action() {
        let store = Store::open("taken").await.unwrap();
        store.append(&[record("B", "first")], None).await.unwrap();
        store.keep_draft("form", b"half").await.unwrap();
        let both = [record("A", "new"), record("B", "second")];
        assert!(store.append(&both, Some("form")).await.is_err());
        assert_eq!(store.read_all().await.unwrap(), [record("B", "first")]);
        assert_eq!(store.draft("form").await.unwrap().unwrap(), b"half");
    }

    #[wasm_bindgen_test]
    async fn a_draft_goes_together_with_the_entry_made_from_it() {
        let store = Store::open("draft").await.unwrap();
        store.keep_draft("form", b"half").await.unwrap();
        let records = [record("A", "whole")];
        store.append(&records, Some("form")).await.unwrap();
        assert_eq!(store.draft("form").await.unwrap(), None);
    }

    #[wasm_bindgen_test]
    async fn erased_records_are_gone_and_the_others_stay() {
        let store = Store::open("erased").await.unwrap();
        let records = [record("A", "secret"), record("B", "kept")];
        store.append(&records, None).await.unwrap();
        store.erase(&["A".to_owned()]).await.unwrap();
        assert_eq!(store.read_all().await.unwrap(), [record("B", "kept")]);
        let asked = ["A".to_owned(), "B".to_owned()];
        assert_eq!(store.read(&asked).await.unwrap(), [record("B", "kept")]);
    }

    #[wasm_bindgen_test]
    async fn the_device_keeps_its_name_and_clearing_forgets_all() {
        let store = Store::open("cleared").await.unwrap();
        assert_eq!(store.meta("device", "one").await.unwrap(), "one");
        assert_eq!(store.meta("device", "two").await.unwrap(), "one");
        store.append(&[record("A", "x")], None).await.unwrap();
        store.clear().await.unwrap();
        assert_eq!(store.read_all().await.unwrap(), []);
        assert_eq!(store.meta("device", "three").await.unwrap(), "three");
    }
}
