//! What a browser promises of keeping what is written.

use leptos::prelude::*;

use crate::i18n::texts;
use crate::platform::device::StorageTruth;

/// Whether this browser has promised to keep what is written, and whether Ebb is installed.
pub fn browser_truth(truth: StorageTruth) -> AnyView {
    let texts = &texts().settings;
    let persisted = match truth.persisted {
        Some(true) => texts.persisted,
        Some(false) => texts.not_persisted,
        None => texts.persistence_unknown,
    };
    let installed = if truth.installed {
        texts.installed
    } else {
        texts.not_installed
    };
    view! {
        <li>{persisted}</li>
        <li>{installed}</li>
    }
    .into_any()
}
