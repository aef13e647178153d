//! A therapist's own key: making it, showing it, taking it elsewhere.

use ebb_core::share::Card;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::screen;
use crate::components::{
    Confirm, FileBox, Secret, Strength, card, fingerprint_lines, qr_code, tick_box,
};
use crate::sections::progress_button;
use crate::state::clinician_session::ClinicianSession;
use crate::state::sealed::key_address;
use crate::state::{CancellableTask, Picked, copy};
use crate::{i18n, words};

/// The screen.
pub fn own_key(session: ClinicianSession) -> AnyView {
    let words = &i18n::more().clinician;
    // What was made just now may not be kept here: that has to be said on the next view.
    let said = RwSignal::new(None::<&'static str>);
    let key = Memo::new(move |_| session.key());
    let opened = Memo::new(move |_| session.card());
    let inside = move || match (key.get(), opened.get()) {
        (_, Some(card)) => untrack(|| show(session, &card, said)),
        (Some(_), None) => untrack(|| closed(session, said)),
        (None, None) => untrack(|| {
            view! {
                {card("make-key", words.make_title, make(session, said))}
                {card("bring-key", words.bring_title, bring(session, said))}
            }
            .into_any()
        }),
    };
    let inside = view! {
        {inside}
        <p role="status" class="saved">
            {move || said.get()}
        </p>
    };
    screen(words.key_title, words.key_lead, inside.into_any())
}

fn keep_here(id: &'static str, keep: RwSignal<bool>) -> AnyView {
    let words = &i18n::more().clinician;
    view! {
        <div class="field">
            {tick_box(id,
                words.keep.to_owned(),
                move || keep.get(),
                move || keep.update(|keep| *keep = !*keep),
            )}
            <p class="hint">{words.keep_hint}</p>
        </div>
    }
    .into_any()
}

/// What there is to say of a new key.
fn after(keep: bool, kept: bool) -> &'static str {
    let words = &i18n::more().clinician;
    if keep && !kept {
        words.not_kept
    } else {
        words.made
    }
}

fn make(session: ClinicianSession, said: RwSignal<Option<&'static str>>) -> AnyView {
    let words = &i18n::more().clinician;
    let passphrase = RwSignal::new(String::new());
    let keep = RwSignal::new(true);
    let problem = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        let (typed, keep) = (passphrase.get_untracked(), keep.get_untracked());
        task.run(async move {
            match session.make_key(typed, keep).await {
                Ok(kept) => drop(said.try_set(Some(after(keep, kept)))),
                Err(error) => drop(problem.try_set(Some(words::refused(error)))),
            }
        });
    };
    view! {
        <form on:submit=submit novalidate>
            <Secret
                label=words.passphrase
                id="new-key-passphrase"
                new=true
                value=passphrase
                problem=problem
                hint=i18n::more().lock.passphrase_hint
            />
            <Strength of=passphrase />
            {keep_here("keep-made", keep)}
            {progress_button(task, words.make, i18n::more().lock.making)}
        </form>
    }
    .into_any()
}

fn bring(session: ClinicianSession, said: RwSignal<Option<&'static str>>) -> AnyView {
    let (words, share) = (&i18n::more().clinician, &i18n::more().share);
    let file = RwSignal::new_local(None::<Picked>);
    let passphrase = RwSignal::new(String::new());
    let keep = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        let Some(file) = file.get_untracked() else {
            problem.set(Some(share.no_file.to_owned()));
            return;
        };
        let (typed, keep) = (passphrase.get_untracked(), keep.get_untracked());
        task.run(async move {
            match session.bring_key(&file, typed, keep).await {
                Ok(kept) if keep && !kept => drop(said.try_set(Some(words.not_kept))),
                Ok(_) => {}
                Err(error) => drop(problem.try_set(Some(words::refused(error)))),
            }
        });
    };
    let chooser = FileBox {
        id: "key-file",
        ..FileBox::default()
    };
    view! {
        <form on:submit=submit novalidate>
            <div class="field">
                <label for="key-file">{words.key_file}</label>
                {chooser
                    .show(
                        move || file.with(|file| file.as_ref().map(|file| file.name.clone())),
                        move |mut files| file.set(files.pop()),
                    )}
            </div>
            <Secret
                label=i18n::more().backup.file_passphrase
                id="key-file-passphrase"
                value=passphrase
                problem=problem
            />
            {keep_here("keep-brought", keep)}
            {progress_button(task, words.bring, share.opening)}
        </form>
    }
    .into_any()
}

/// A key that is here and not opened: what stands beside it in the browser is not shown to anybody.
fn closed(session: ClinicianSession, said: RwSignal<Option<&'static str>>) -> AnyView {
    let (words, trust) = (&i18n::more().clinician, &i18n::more().trust);
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        let typed = passphrase.get_untracked();
        task.run(async move {
            if let Err(error) = session.open_key(typed).await {
                problem.try_set(Some(words::refused(error)));
            }
        });
    };
    let inside = view! {
        <form on:submit=submit novalidate>
            <Secret
                label=words.own_passphrase
                id="show-key-passphrase"
                value=passphrase
                problem=problem
                hint=trust.show_key_lead
            />
            {progress_button(task, trust.show_key, i18n::more().share.opening)}
        </form>
        {forget(session, said)}
    };
    card("closed-key", words.key_title, inside.into_any())
}

/// A new key by the old one's word.
fn renew(session: ClinicianSession, said: RwSignal<Option<&'static str>>) -> AnyView {
    let (words, trust) = (&i18n::more().clinician, &i18n::more().trust);
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        let typed = passphrase.get_untracked();
        task.run(async move {
            match session.renew_key(typed).await {
                Ok(kept) => {
                    let says = if kept {
                        trust.own_renewed
                    } else {
                        words.not_kept
                    };
                    said.try_set(Some(says));
                }
                Err(error) => drop(problem.try_set(Some(words::refused(error)))),
            }
        });
    };
    view! {
        <details class="more screen-only">
            <summary>{trust.renew_own}</summary>
            <p>{trust.renew_own_lead}</p>
            <form on:submit=submit novalidate>
                <Secret
                    label=words.own_passphrase
                    id="renew-passphrase"
                    value=passphrase
                    problem=problem
                />
                {progress_button(task, trust.renew_own, i18n::more().lock.making)}
            </form>
        </details>
    }
    .into_any()
}

fn forget(session: ClinicianSession, said: RwSignal<Option<&'static str>>) -> AnyView {
    let words = &i18n::more().clinician;
    let forget = move |()| {
        said.set(None);
        session.forget_key();
    };
    view! {
        <Confirm
            label=words.forget
            question=words.forget_question
            detail=words.forget_detail
            yes=words.forget_yes
            no=words.forget_no
            act=forget
        />
    }
    .into_any()
}

/// The key, for the person to take.
fn show(session: ClinicianSession, own: &Card, said: RwSignal<Option<&'static str>>) -> AnyView {
    let words = &i18n::more().clinician;
    let text = own.text();
    let copied = text.clone();
    let copy_it = move |_| {
        let text = copied.clone();
        spawn_local(async move {
            let done = copy(&text).await;
            said.try_set(Some(if done {
                words.copied
            } else {
                i18n::more().lock.not_copied
            }));
        });
    };
    let save = move |_| {
        said.set(Some(if session.save_key() {
            words.key_saved
        } else {
            i18n::more().share.not_handed
        }));
    };
    let inside = view! {
        <p>{words.shown_lead}</p>
        {qr_code(&key_address("/share/people", own), words.code)}
        <p class="code key">{text}</p>
        <h3>{words.words}</h3>
        {fingerprint_lines(own, "own-fingerprint")}
        <div class="row screen-only">
            <button type="button" class="soft" on:click=copy_it>
                {words.copy}
            </button>
            <button type="button" class="main" on:click=save>
                {words.save_key}
            </button>
        </div>
        {renew(session, said)}
        {forget(session, said)}
    };
    card("shown-key", words.shown_title, inside.into_any())
}
