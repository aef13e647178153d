//! What writes straight into a form, and saves it.

use leptos::prelude::*;

use crate::components::{Lines, Moment, SaveBar};
use crate::i18n;
use crate::state::Draft;
use crate::state::forms::Form;
use crate::words;

/// Several lines of a person's own words, kept in one text of a form.
pub fn own_words<F: Form>(
    draft: Draft<F>,
    name: &'static str,
    label: &'static str,
    read: fn(&F) -> &String,
    write: fn(&mut F) -> &mut String,
) -> AnyView {
    let form = draft.form;
    view! {
        <Lines
            label=label
            id=name
            value=Signal::derive(move || form.with(|form| read(form).clone()))
            write=move |text| form.update(|form| *write(form) = text)
            problem=words::wrong(draft.problem(name))
        />
    }
    .into_any()
}

/// When it was; empty for now.
pub fn when_it_was<F: Form>(draft: Draft<F>, write: fn(&mut F) -> &mut String) -> AnyView {
    let form = draft.form;
    view! {
        <Moment
            label=i18n::texts().common.when
            id="when"
            value=Signal::derive(move || form.with(|form| form.when().to_owned()))
            write=move |text| form.update(|form| *write(form) = text)
            problem=words::wrong(draft.problem("when"))
        />
    }
    .into_any()
}

/// The save button of a form.
pub fn save_bar<F: Form>(draft: Draft<F>) -> AnyView {
    view! { <SaveBar problem=words::wrong(draft.problem("form")) busy=draft.busy() /> }.into_any()
}
