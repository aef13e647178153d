//! Backups: making one, and bringing one in.

use std::collections::BTreeSet;
use std::rc::Rc;

use ebb_core::backup::Backup;
use ebb_core::journal::RecordId;
use ebb_core::log::Recipient;
use ebb_core::time::LocalDay;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{FileBox, Page, Problem, Secret, Strength, fingerprint_text, tick_box};
use crate::sections::{LastBackup, progress_button};
use crate::state::{CancellableTask, Picked, backup, share, use_journal, use_preferences};
use crate::{i18n, words};

/// The screen of backups.
#[component]
pub fn BackupPage() -> impl IntoView {
    let texts = &i18n::more().backup;
    view! {
        <Page title=texts.title name="backup">
            <p class="lead">{texts.words}</p>
            <LastBackup />
            <section class="card" aria-labelledby="make">
                <h2 id="make">{texts.make_title}</h2>
                <Make />
            </section>
            <section class="card" aria-labelledby="restore">
                <h2 id="restore">{texts.restore_title}</h2>
                <Restore />
            </section>
            <p class="aside">
                <A href="/settings/import">{i18n::tools().import.title}</A>
            </p>
        </Page>
    }
}

#[component]
fn Make() -> impl IntoView {
    let journal = use_journal();
    let texts = &i18n::more().backup;
    let secret = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let made = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let make = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        made.set(None);
        task.run(async move {
            match backup::make_backup(journal, secret.get_untracked()).await {
                Ok(done) if done.saved => {
                    secret.try_set(String::new());
                    made.try_set(Some((texts.made)(done.entries)));
                }
                Ok(_) => drop(problem.try_set(Some(texts.not_saved.to_owned()))),
                Err(error) => drop(problem.try_set(Some(words::no_backup(error).to_owned()))),
            }
        });
    };
    let result = move || {
        made.get().map(|words| {
            view! {
                <p class="saved">{words}</p>
                <p>{texts.made_words}</p>
            }
        })
    };
    view! {
        <form on:submit=make novalidate>
            <Secret
                label=texts.passphrase
                id="backup-passphrase"
                new=true
                value=secret
                problem=problem
                hint=texts.passphrase_hint
            />
            <Strength of=secret />
            {progress_button(task, texts.make, texts.making)}
            <div role="status">{result}</div>
        </form>
    }
}

#[component]
fn Restore() -> impl IntoView {
    let inside = RwSignal::new_local(None::<Rc<Backup>>);
    let done = RwSignal::new(None::<String>);
    view! {
        <LookInside inside=inside done=done />
        {move || inside.get().map(|backup| view! { <Preview backup=backup inside=inside done=done /> })}
        <div role="status">
            {move || done.get().map(|words| view! { <p class="saved">{words}</p> })}
        </div>
    }
}

#[component]
fn LookInside(
    inside: RwSignal<Option<Rc<Backup>>, LocalStorage>,
    done: RwSignal<Option<String>>,
) -> impl IntoView {
    let texts = &i18n::more().backup;
    let file = RwSignal::new_local(None::<Picked>);
    let secret = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let no_file = RwSignal::new(None);
    let task = CancellableTask::new();
    let look = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        done.set(None);
        inside.set(None);
        let Some(picked) = file.get_untracked() else {
            no_file.set(Some(texts.no_file.to_owned()));
            return;
        };
        task.run(async move {
            match backup::look_inside(&picked, secret.get_untracked()).await {
                Ok(backup) => drop(inside.try_set(Some(Rc::new(backup)))),
                Err(error) => drop(problem.try_set(Some(words::no_backup(error).to_owned()))),
            }
        });
    };
    let chooser = FileBox {
        id: "backup-file",
        described: Some("backup-file-problem"),
        ..FileBox::default()
    };
    view! {
        <form on:submit=look novalidate>
            <p>{texts.restore_words}</p>
            <div class="field">
                <label for="backup-file">{texts.file}</label>
                {chooser
                    .show(
                        move || file.with(|file| file.as_ref().map(|file| file.name.clone())),
                        move |mut files| {
                            no_file.set(None);
                            file.set(files.pop());
                        },
                    )}
                <Problem words=no_file id="backup-file-problem" />
            </div>
            <Secret label=texts.file_passphrase id="file-passphrase" value=secret problem=problem />
            {progress_button(task, texts.look, texts.looking)}
        </form>
    }
}

#[component]
fn Preview(
    backup: Rc<Backup>,
    inside: RwSignal<Option<Rc<Backup>>, LocalStorage>,
    done: RwSignal<Option<String>>,
) -> impl IntoView {
    let journal = use_journal();
    let all = i18n::texts();
    let texts = &i18n::more().backup;
    let problem = RwSignal::new(None);
    let task = CancellableTask::new();
    let (lines, anything) = preview_lines(&backup);
    let found = backup::people_in(journal, &backup);
    // Nobody is taken for the person: whoever made the backup chose these keys.
    let without = RwSignal::new(found.iter().map(|(root, _)| *root).collect::<BTreeSet<_>>());
    let people = people(found, without);
    let bring_in = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let backup = backup.clone();
        task.run(async move {
            match backup::bring_in(journal, &backup, &without.get_untracked()).await {
                Ok(count) => {
                    done.try_set(Some((texts.brought_in)(count)));
                    inside.try_set(None);
                }
                Err(error) => drop(problem.try_set(Some(words::no_backup(error).to_owned()))),
            }
        });
    };
    view! {
        <section class="preview" aria-labelledby="preview">
            <h3 id="preview">{texts.preview_title}</h3>
            <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <Problem words=problem />
            <form on:submit=bring_in>
                {people}
                {if anything {
                    progress_button(task, texts.bring_in, all.common.saving)
                } else {
                    view! { <p>{texts.nothing_new}</p> }.into_any()
                }}
                <button type="button" class="quiet" on:click=move |_| inside.set(None)>
                    {texts.leave}
                </button>
            </form>
        </section>
    }
}

/// The people whom a backup would add, with the words of their keys, each to be ticked.
fn people(found: Vec<(RecordId, Recipient)>, without: RwSignal<BTreeSet<RecordId>>) -> AnyView {
    let trust = &i18n::more().trust;
    if found.is_empty() {
        return ().into_any();
    }
    let boxes: Vec<_> = found
        .into_iter()
        .map(|(root, one)| {
            let words = share::card_of(&one).map(|card| fingerprint_text(&card));
            let line = (trust.restore_person)(one.name.as_str(), &words.unwrap_or_default());
            let is = move || without.with(|without| !without.contains(&root));
            let flip = move || {
                without.update(|without| {
                    if !without.remove(&root) {
                        without.insert(root);
                    }
                });
            };
            tick_box("restore-person", line, is, flip)
        })
        .collect();
    view! {
        <fieldset>
            <legend>{trust.restore_people}</legend>
            <p class="hint">{trust.restore_people_hint}</p>
            {boxes}
        </fieldset>
    }
    .into_any()
}

/// What is in a backup, in words, and whether bringing it in would change anything.
fn preview_lines(backup: &Backup) -> (Vec<String>, bool) {
    let preferences = use_preferences();
    let journal = use_journal();
    let texts = &i18n::more().backup;
    let (preview, anything) = journal
        .with_untracked(|journal| (backup.compare(journal), !backup.restore(journal).is_empty()));
    let mut lines = vec![(texts.issued)(&words::day_words(
        preferences.day_of(preview.issued_at),
    ))];
    let day = |day: Option<LocalDay>| day.map(words::day_words);
    if let (Some(first), Some(last)) = (day(preview.first), day(preview.last)) {
        lines.push((texts.range)(&first, &last));
    }
    lines.extend((texts.preview)(&preview));
    (lines, anything)
}
