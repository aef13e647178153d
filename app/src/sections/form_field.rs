//! Fields that write straight into a form.

use leptos::prelude::*;

use crate::components::{Lines, Moment};
use crate::i18n;
use crate::state::forms::{Form, Submit};

/// Several lines of a person's own words, kept in one text of a form.
pub fn own_words<F: Form>(
    form: RwSignal<F>,
    submit: Submit,
    name: &'static str,
    label: &'static str,
    read: fn(&F) -> &String,
    write: fn(&mut F) -> &mut String,
) -> AnyView {
    view! {
        <Lines
            label=label
            id=name
            value=Signal::derive(move || form.with(|form| read(form).clone()))
            write=move |text| form.update(|form| *write(form) = text)
            problem=submit.problem(name)
        />
    }
    .into_any()
}

/// When it was; empty for now.
pub fn when_it_was<F: Form>(
    form: RwSignal<F>,
    submit: Submit,
    write: fn(&mut F) -> &mut String,
) -> AnyView {
    view! {
        <Moment
            label=i18n::texts().common.when
            id="when"
            value=Signal::derive(move || form.with(|form| form.when().to_owned()))
            write=move |text| form.update(|form| *write(form) = text)
            problem=submit.problem("when")
        />
    }
    .into_any()
}
