//! How strong a passphrase is, while it is typed.

use leptos::prelude::*;

pub use crate::platform::work::Estimate;
use crate::platform::work::Estimator;

/// Follows a text; `None` while it is empty.
pub fn strength_of(text: RwSignal<String>) -> RwSignal<Option<Estimate>> {
    let estimate = RwSignal::new(None);
    let estimator = StoredValue::new_local(None::<Estimator>);
    Effect::new(move |_| {
        let text = text.get();
        if text.is_empty() {
            estimate.set(None);
            return;
        }
        if estimate.get_untracked().is_none() {
            estimate.set(Some(Estimate::Waiting));
        }
        estimator.update_value(|estimator| {
            let estimator = estimator.get_or_insert_with(|| {
                Estimator::start(move |told| {
                    // An answer to what was cleared meanwhile says nothing.
                    estimate.try_update(|estimate| *estimate = estimate.map(|_| told));
                })
            });
            estimator.ask(text);
        });
    });
    estimate
}
