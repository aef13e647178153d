//! The fields of a slip.

use ebb_core::log::{Entry, SUBSTANCES, TRIGGERS};
use ebb_core::queries::own_tags;
use leptos::prelude::*;

use crate::components::{ManyChips, OneChip};
use crate::i18n;
use crate::sections::{own_words, when_it_was};
use crate::state::forms::SlipForm;
use crate::state::{Draft, use_journal};

/// Everything about a slip.
#[component]
pub fn SlipFields(draft: Draft<SlipForm>) -> impl IntoView {
    let form = draft.form;
    let journal = use_journal();
    let texts = i18n::texts();
    let own_triggers = Signal::derive(move || {
        journal.with(|journal| {
            own_tags(journal, |entry| match entry {
                Entry::Craving(craving) => craving.triggers.as_slice(),
                Entry::Slip(slip) => slip.triggers.as_slice(),
                _ => &[],
            })
        })
    });
    view! {
        <OneChip
            legend=texts.slip.substance
            name="substance"
            suggestions=SUBSTANCES
            words=texts.tag
            known=Signal::derive(Vec::new)
            value=Signal::derive(move || form.with(|form| form.substance.clone()))
            choose=move |tag| form.update(|form| form.substance = tag)
        />
        {own_words(draft, "amount", texts.slip.amount, |form| &form.amount, |form| &mut form.amount)}
        <ManyChips
            legend=texts.slip.set_off
            name="triggers"
            suggestions=TRIGGERS
            words=texts.tag
            known=own_triggers
            value=Signal::derive(move || form.with(|form| form.triggers.clone()))
            choose=move |tags| form.update(|form| form.triggers = tags)
        />
        {own_words(draft, "happened", texts.slip.happened, |form| &form.happened, |form| &mut form.happened)}
        {own_words(draft, "next_day", texts.slip.next_day, |form| &form.next_day, |form| &mut form.next_day)}
        {own_words(draft, "reach", texts.slip.reach, |form| &form.reach, |form| &mut form.reach)}
        {when_it_was(draft, |form| &mut form.when)}
    }
}
