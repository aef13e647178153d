//! Files for other programs, backups, and locking.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{FileBox, Secret, Strength, card};
use crate::sections::progress_button;
use crate::state::desk::DeskSession;
use crate::state::{CancellableTask, Picked, start_afresh};
use crate::{i18n, words};

/// What can be taken out of the desk, and brought back.
pub(super) fn files(desk: DeskSession) -> AnyView {
    let (words, share) = (&i18n::more().desk, &i18n::more().share);
    let said = RwSignal::new(None::<String>);
    let tell = move |saved: bool| {
        let says = if saved {
            share.saved_file
        } else {
            share.not_handed
        };
        said.try_set(Some(says.to_owned()));
    };
    let save_fhir = move |_| spawn_local(async move { tell(desk.save_fhir().await) });
    let inside = view! {
        <div class="row">
            <button type="button" class="soft" on:click=move |_| tell(desk.save_csv())>
                {words.csv}
            </button>
            <button type="button" class="soft" on:click=save_fhir>
                {words.fhir}
            </button>
        </div>
        <p class="hint">{words.plain}</p>
        {back_up(desk, said)}
        {restore(desk, said)}
        <p role="status" class="saved">
            {move || said.get()}
        </p>
    };
    view! {
        {card("desk-keep", words.keep_title, inside.into_any())}
        // Loading the page afresh leaves nothing of it in memory.
        <button type="button" class="grave" on:click=move |_| start_afresh()>
            {words.close}
        </button>
    }
    .into_any()
}

fn back_up(desk: DeskSession, said: RwSignal<Option<String>>) -> AnyView {
    let words = &i18n::more().desk;
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        task.run(async move {
            match desk.back_up(passphrase.get_untracked()).await {
                Ok(true) => {
                    passphrase.try_set(String::new());
                    said.try_set(Some(words.backed_up.to_owned()));
                }
                Ok(false) => {
                    problem.try_set(Some(i18n::more().share.not_handed.to_owned()));
                }
                Err(error) => drop(problem.try_set(Some(words::no_backup(error).to_owned()))),
            }
        });
    };
    view! {
        <details class="more">
            <summary>{words.backup_title}</summary>
            <form on:submit=submit novalidate>
                <Secret
                    label=words.backup_passphrase
                    id="desk-backup-passphrase"
                    new=true
                    value=passphrase
                    problem=problem
                />
                <Strength of=passphrase />
                {progress_button(task, words.backup, i18n::more().backup.making)}
            </form>
        </details>
    }
    .into_any()
}

fn restore(desk: DeskSession, said: RwSignal<Option<String>>) -> AnyView {
    let words = &i18n::more().desk;
    let file = RwSignal::new_local(None::<Picked>);
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        let Some(picked) = file.get_untracked() else {
            problem.set(Some(i18n::more().backup.no_file.to_owned()));
            return;
        };
        task.run(async move {
            match desk.restore(&picked, passphrase.get_untracked()).await {
                Ok(count) => {
                    passphrase.try_set(String::new());
                    said.try_set(Some((words.restored)(count)));
                }
                Err(error) => drop(problem.try_set(Some(words::no_backup(error).to_owned()))),
            }
        });
    };
    let chooser = FileBox {
        id: "desk-backup-file",
        ..FileBox::default()
    };
    view! {
        <details class="more">
            <summary>{words.restore_title}</summary>
            <form on:submit=submit novalidate>
                <div class="field">
                    <label for="desk-backup-file">{words.restore_file}</label>
                    {chooser
                        .show(
                            move || file.with(|file| file.as_ref().map(|file| file.name.clone())),
                            move |mut files| file.set(files.pop()),
                        )}
                </div>
                <Secret
                    label=words.restore_passphrase
                    id="desk-restore-passphrase"
                    value=passphrase
                    problem=problem
                />
                {progress_button(task, words.restore, i18n::more().share.opening)}
            </form>
        </details>
    }
    .into_any()
}
