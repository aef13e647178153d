//! Preferences that tell something of a person: in the sealed store while a lock is on.

use std::cell::RefCell;
use std::rc::Rc;

use ebb_core::store::{Op, StoreError, Table};
use leptos::task::spawn_local;

use super::journal::{AppStore, JournalContext, WRITING};
use super::preferences::Keeper;
use crate::i18n::texts;
use crate::platform::locks;
use crate::platform::prefs::{self, AutoLock, HiddenLock, Prefs};

/// Under which name the store keeps them.
const KEY: &str = "preferences";

struct InStore {
    journal: JournalContext,
    store: Rc<AppStore>,
    /// What is kept, as far as this tab knows.
    kept: RefCell<Option<String>>,
}

impl Keeper for InStore {
    fn keep(&self, prefs: &Prefs) -> bool {
        let text = prefs::private(prefs);
        if *self.kept.borrow() != text {
            self.kept.replace(text.clone());
            let (journal, store) = (self.journal, self.store.clone());
            spawn_local(async move {
                if write(&store, text.unwrap_or_default()).await.is_err() {
                    journal.notices.say(texts().settings.not_kept);
                }
            });
        }
        prefs::keep_neutral(prefs)
    }

    fn completed(&self, kept: &Prefs, known: &Prefs) -> Prefs {
        prefs::with_private(kept, &prefs::private(known).unwrap_or_default())
    }
}

async fn write(store: &AppStore, text: String) -> Result<(), StoreError> {
    let _writing = locks::exclusive(WRITING).await;
    let kept = Op::put(Table::Meta, KEY, text.into_bytes());
    ebb_core::store::Backend::commit(store.backend(), vec![kept]).await
}

/// Takes the preferences of a store that was unlocked just now, or has changed.
pub(super) async fn read(journal: JournalContext, store: &Rc<AppStore>) -> Result<(), StoreError> {
    let sealed = store.meta(KEY).await?;
    let sealed = sealed.and_then(|bytes| String::from_utf8(bytes).ok());
    let known = journal.preferences.with_untracked(Prefs::clone);
    let prefs = match &sealed {
        Some(text) => prefs::with_private(&known, text),
        // Anybody may have changed what lay open: not when the lock closes by itself.
        None => Prefs {
            auto_lock: AutoLock::default(),
            hidden_lock: HiddenLock::default(),
            ..known
        },
    };
    keep(journal, store, prefs, sealed);
    Ok(())
}

/// Seals the preferences of a store that has a lock from now on.
pub(super) async fn seal(journal: JournalContext, store: &Rc<AppStore>) -> Result<(), StoreError> {
    let known = journal.preferences.with_untracked(Prefs::clone);
    let text = prefs::private(&known);
    // Whoever leaves right after this finds them at the next opening.
    if let Some(text) = text.clone() {
        write(store, text).await?;
    }
    keep(journal, store, known, text);
    Ok(())
}

fn keep(journal: JournalContext, store: &Rc<AppStore>, prefs: Prefs, kept: Option<String>) {
    let keeper = InStore {
        journal,
        store: store.clone(),
        kept: RefCell::new(kept),
    };
    keeper.keep(&prefs);
    journal.preferences.take(prefs);
    journal.preferences.kept_by(Some(Rc::new(keeper)));
}

/// Keeps them in plain again: the lock is being taken off.
pub(super) async fn unseal(journal: JournalContext, store: &AppStore) -> Result<(), StoreError> {
    journal.preferences.kept_by(None);
    journal.preferences.choose(|_| ());
    store.drop_meta(KEY).await
}
