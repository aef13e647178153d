//! The fields of a craving.

use ebb_core::log::{COMPANY, Craving, FEELINGS, Occurring, PLACES, SUBSTANCES, TRIGGERS};
use ebb_core::queries::own_tags;
use ebb_core::text::Tag;
use leptos::prelude::*;

use crate::components::{ManyChips, OneChip, Problem, Scale};
use crate::sections::if_then::{for_moment, if_then_cards};
use crate::sections::{own_words, when_it_was};
use crate::state::forms::CravingForm;
use crate::state::queries::of_craving;
use crate::state::{Draft, use_journal};
use crate::{i18n, words};

/// How strong it is.
#[component]
pub fn Intensity(draft: Draft<CravingForm>) -> impl IntoView {
    let form = draft.form;
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
        <Problem words=words::wrong(draft.problem("intensity")) />
    }
}

/// Everything else about the craving whose draft is in context.
pub fn craving_details() -> AnyView {
    view! { <CravingDetails draft=expect_context() /> }.into_any()
}

/// Everything else about a craving.
#[component]
pub fn CravingDetails(draft: Draft<CravingForm>) -> impl IntoView {
    let form = draft.form;
    let texts = i18n::texts();
    view! {
        <CravingTags form=form />
        {plans_of(form)}
        {own_words(draft, "thought", texts.craving.thought, |form| &form.thought, |form| &mut form.thought)}
        {own_words(draft, "did", texts.craving.did, |form| &form.did, |form| &mut form.did)}
        {when_it_was(draft, |form| &mut form.when)}
    }
}

/// The plans that were made for what is chosen.
fn plans_of(form: RwSignal<CravingForm>) -> AnyView {
    let journal = use_journal();
    let plans = Memo::new(move |_| {
        form.with(|form| {
            let now = Occurring {
                triggers: &form.triggers,
                place: form.place.as_ref(),
                company: form.company.as_ref(),
                clock: None,
            };
            journal.with(|journal| for_moment(journal, &now))
        })
    });
    if_then_cards(plans, None, false)
}

#[component]
fn CravingTags(form: RwSignal<CravingForm>) -> impl IntoView {
    let journal = use_journal();
    let texts = i18n::texts();
    let known = move |tags: fn(&Craving) -> Vec<&Tag>| {
        Signal::derive(move || {
            journal.with(|journal| own_tags(journal, |entry| of_craving(entry, tags)))
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
