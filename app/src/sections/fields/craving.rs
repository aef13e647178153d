//! The fields of a craving.

use ebb_core::log::{COMPANY, Craving, FEELINGS, PLACES, SUBSTANCES, TRIGGERS};
use ebb_core::queries::own_tags;
use ebb_core::text::Tag;
use leptos::prelude::*;

use crate::components::{ManyChips, OneChip, Problem, Scale};
use crate::i18n;
use crate::sections::{own_words, when_it_was};
use crate::state::forms::{CravingForm, Submit};
use crate::state::queries::of_craving;
use crate::state::use_ebb;

/// How strong it is.
#[component]
pub fn Intensity(form: RwSignal<CravingForm>, submit: Submit) -> impl IntoView {
    let texts = i18n::texts();
    view! {
        <Scale
            legend=texts.craving.intensity
            name="intensity"
            low=texts.craving.none
            high=texts.craving.strongest
            value=Signal::derive(move || form.with(|form| form.intensity))
            choose=move |rating| form.update(|form| form.intensity = rating)
        />
        <Problem words=submit.problem("intensity") />
    }
}

/// The form on the screen, for the piece of it that comes later.
#[derive(Clone, Copy)]
pub struct CravingForms {
    /// What is written.
    pub form: RwSignal<CravingForm>,
    /// How the saving goes.
    pub submit: Submit,
}

/// Everything else about the craving whose form is in context.
pub fn craving_details() -> AnyView {
    let CravingForms { form, submit } = expect_context();
    view! { <CravingDetails form submit /> }.into_any()
}

/// Everything else about a craving.
#[component]
pub fn CravingDetails(form: RwSignal<CravingForm>, submit: Submit) -> impl IntoView {
    let texts = i18n::texts();
    view! {
        <CravingTags form=form />
        {own_words(form, submit, "thought", texts.craving.thought, |form| &form.thought, |form| &mut form.thought)}
        {own_words(form, submit, "did", texts.craving.did, |form| &form.did, |form| &mut form.did)}
        {when_it_was(form, submit, |form| &mut form.when)}
    }
}

#[component]
fn CravingTags(form: RwSignal<CravingForm>) -> impl IntoView {
    let ebb = use_ebb();
    let texts = i18n::texts();
    let known = move |tags: fn(&Craving) -> Vec<&Tag>| {
        Signal::derive(move || {
            ebb.journal
                .with(|journal| own_tags(journal, |entry| of_craving(entry, tags)))
        })
    };
    view! {
        <ManyChips
            legend=texts.craving.triggers
            name="triggers"
            suggestions=TRIGGERS
            words=texts.tag
            known=known(|craving| craving.triggers.iter().collect())
            value=Signal::derive(move || form.with(|form| form.triggers.clone()))
            choose=move |tags| form.update(|form| form.triggers = tags)
        />
        <ManyChips
            legend=texts.craving.feelings
            name="feelings"
            suggestions=FEELINGS
            words=texts.tag
            known=known(|craving| craving.feelings.iter().collect())
            value=Signal::derive(move || form.with(|form| form.feelings.clone()))
            choose=move |tags| form.update(|form| form.feelings = tags)
        />
        <OneChip
            legend=texts.craving.place
            name="place"
            suggestions=PLACES
            words=texts.tag
            known=known(|craving| craving.place.iter().collect())
            value=Signal::derive(move || form.with(|form| form.place.clone()))
            choose=move |tag| form.update(|form| form.place = tag)
        />
        <OneChip
            legend=texts.craving.company
            name="company"
            suggestions=COMPANY
            words=texts.tag
            known=known(|craving| craving.company.iter().collect())
            value=Signal::derive(move || form.with(|form| form.company.clone()))
            choose=move |tag| form.update(|form| form.company = tag)
        />
        <OneChip
            legend=texts.craving.substance
            name="substance"
            suggestions=SUBSTANCES
            words=texts.tag
            known=known(|craving| craving.substance.iter().collect())
            value=Signal::derive(move || form.with(|form| form.substance.clone()))
            choose=move |tag| form.update(|form| form.substance = tag)
        />
    }
}
