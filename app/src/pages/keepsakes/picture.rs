//! A picture that is about to be kept, and the line for it.

use ebb_core::log::Picture;
use ebb_core::text::Note;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{FileBox, Problem, Word};
use crate::state::keepsakes::{PictureError, keep_picture, picture_of};
use crate::state::{Picked, use_journal, use_notices};
use crate::{i18n, words};

/// Picks one, shows it, and keeps it.
pub fn new_picture() -> AnyView {
    let texts = &i18n::tools().keepsakes;
    let (journal, notices) = (use_journal(), use_notices());
    let name = RwSignal::new(None::<String>);
    let picture = RwSignal::new(None::<Picture>);
    let line = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let pick = move |files: Vec<Picked>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        name.set(Some(file.name.clone()));
        picture.set(None);
        problem.set(None);
        spawn_local(async move {
            match picture_of(&file).await {
                Ok(found) => drop(picture.try_set(Some(found))),
                Err(error) => {
                    let words = match error {
                        PictureError::TooLarge => texts.too_large,
                        PictureError::Unreadable => texts.unreadable,
                    };
                    problem.try_set(Some(words.to_owned()));
                }
            }
        });
    };
    let save = move |_| {
        let Some(found) = picture.get_untracked() else {
            problem.set(Some(texts.needs_one.to_owned()));
            return;
        };
        let under = match Note::from_field(&line.get_untracked()) {
            Ok(under) => under,
            Err(error) => {
                problem.set(Some(i18n::texts().problems.text(error)));
                return;
            }
        };
        spawn_local(async move {
            match keep_picture(journal, found, under).await {
                Ok(()) => {
                    name.try_set(None);
                    picture.try_set(None);
                    line.try_set(String::new());
                    problem.try_set(None);
                    notices.say(i18n::texts().common.saved);
                }
                Err(error) => drop(problem.try_set(Some(words::not_saved(error).to_owned()))),
            }
        });
    };
    let seen = move || {
        picture.get().map(|picture| {
            view! {
                <figure class="keepsake">
                    <img src=picture.address() alt=texts.chosen />
                </figure>
            }
        })
    };
    let file = FileBox {
        id: "keepsake-file",
        described: Some("keepsake-problem"),
        accept: Some("image/*"),
        several: false,
    };
    view! {
        <p class="hint">{texts.add_words}</p>
        <div class="field">
            <label for="keepsake-file">{texts.file}</label>
            {file.show(move || name.get(), pick)}
            <Problem words=problem id="keepsake-problem".to_owned() />
        </div>
        {seen}
        <Word label=texts.line id="keepsake-line" value=line write=move |typed| line.set(typed) />
        <button type="button" class="main" on:click=save>
            {texts.keep}
        </button>
    }
    .into_any()
}
