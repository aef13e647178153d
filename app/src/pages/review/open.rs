//! Opening shares, and reading those that are open.

use std::sync::Arc;

use ebb_core::share::Share;
use ebb_core::share::review::compare;
use leptos::prelude::*;

use super::screen;
use crate::components::{FileBox, Lines, Problem, Secret, Word, card, chip, when};
use crate::sections::{progress_button, review, scan, signature};
use crate::state::clinician_session::{ClinicianSession, save_share_csv, save_share_fhir};
use crate::state::content::instruments;
use crate::state::sealed::{Refused, Source};
use crate::state::{CancellableTask, Loaded, Picked, dropped, print, take_fragment};
use crate::{i18n, words};

/// What is to be opened.
#[derive(Clone, Copy)]
struct Opening {
    session: ClinicianSession,
    files: RwSignal<Vec<Source>, LocalStorage>,
    link: RwSignal<String>,
    phrase: RwSignal<String>,
    passphrase: RwSignal<String>,
    problem: RwSignal<Option<String>>,
    task: CancellableTask,
}

/// The screen.
pub fn reading(session: ClinicianSession) -> AnyView {
    let words = &i18n::more().clinician;
    let opening = Opening {
        session,
        files: RwSignal::new_local(Vec::new()),
        // Whoever came by a link has it in the address.
        link: RwSignal::new(take_fragment().unwrap_or_default()),
        phrase: RwSignal::new(String::new()),
        passphrase: RwSignal::new(String::new()),
        problem: RwSignal::new(None),
        task: CancellableTask::new(),
    };
    let is_open = Memo::new(move |_| session.shares.with(|shares| !shares.all().is_empty()));
    let inside = move || {
        if is_open.get() {
            untrack(|| opened(opening))
        } else {
            untrack(|| card("open-share", words.open_title, form(opening)))
        }
    };
    let take = move |ev: leptos::ev::DragEvent| {
        ev.prevent_default();
        opening.add(dropped(&ev).into_iter().map(Source::Picked).collect());
    };
    let inside = view! {
        // A file that is dropped beside the form must not replace the page.
        <div class="drop" on:dragover=move |ev| ev.prevent_default() on:drop=take>
            {inside}
        </div>
    };
    screen(words.title, words.lead, inside.into_any())
}

impl Opening {
    fn add(self, files: Vec<Source>) {
        self.problem.set(None);
        self.files.update(|known| known.extend(files));
    }

    /// Everything that was picked or pasted.
    fn sources(self) -> Vec<Source> {
        let mut sources = self.files.get_untracked();
        let link = self.link.get_untracked();
        if !link.trim().is_empty() {
            sources.push(Source::Text(link));
        }
        sources
    }

    fn start(self) {
        let words = &i18n::more().clinician;
        let sources = self.sources();
        self.problem.set(None);
        if sources.is_empty() {
            self.problem.set(Some(words.nothing.to_owned()));
            return;
        }
        self.task.run(async move {
            let problem = self.open_all(sources).await;
            self.problem.try_set(problem);
        });
    }

    /// Opens one after the other. What did not open stays in the form, with the reasons.
    async fn open_all(self, sources: Vec<Source>) -> Option<String> {
        let words = &i18n::more().clinician;
        let passphrase = self.passphrase.get_untracked();
        if !passphrase.is_empty() {
            if let Err(error) = self.session.open_key(passphrase).await {
                return Some(words::refused(error));
            }
            self.passphrase.try_set(String::new());
        }
        let phrase = self.phrase.get_untracked();
        let mut says = Vec::new();
        let mut left = Vec::new();
        let mut left_link = String::new();
        for source in sources {
            let name = source.name().unwrap_or(words.a_link).to_owned();
            match self.session.open(&source, &phrase).await {
                Ok(true) => {}
                Ok(false) => says.push((words.open_again)(&name)),
                Err(error) => {
                    says.push((words.about)(&name, &words::refused(error)));
                    match source {
                        Source::Text(text) => left_link = text,
                        // What can never be opened here is not tried again.
                        picked if can_be_mended(error) => left.push(picked),
                        Source::Picked(_) => {}
                    }
                }
            }
        }
        if left.is_empty() && left_link.is_empty() {
            self.phrase.try_set(String::new());
        }
        self.files.try_set(left);
        self.link.try_set(left_link);
        (!says.is_empty()).then(|| says.join(" "))
    }
}

/// Whether another phrase or passphrase may open it.
fn can_be_mended(error: Refused) -> bool {
    use ebb_core::share::ShareError;
    matches!(
        error,
        Refused::Share(ShareError::NeedsPhrase | ShareError::WrongPhrase)
            | Refused::Phrase(_)
            | Refused::KeyClosed
            | Refused::NoKey
            | Refused::Work(_)
    )
}

fn form(opening: Opening) -> AnyView {
    let (words, share) = (&i18n::more().clinician, &i18n::more().share);
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        opening.start();
    };
    let pick = move |files: Vec<Picked>| {
        opening.add(files.into_iter().map(Source::Picked).collect());
    };
    let names = move || {
        let names = opening.files.with(|files| {
            let names = files.iter().filter_map(|file| file.name());
            names.map(str::to_owned).collect::<Vec<_>>()
        });
        (!names.is_empty()).then(|| names.join("\n"))
    };
    let chooser = FileBox {
        id: "share-files",
        described: Some("open-problem"),
        several: true,
        ..FileBox::default()
    };
    let session = opening.session;
    let has_key = move || session.key().is_some() && !session.key_is_open();
    let own = when(has_key, move || {
        view! {
            <Secret
                label=words.own_passphrase
                id="own-passphrase"
                value=opening.passphrase
                hint=words.own_passphrase_hint
            />
        }
        .into_any()
    });
    view! {
        <form on:submit=submit novalidate>
            <div class="field">
                <label for="share-files">
                    {words.files} <span class="hint">{words.files_hint}</span>
                </label>
                {chooser.show(names, pick)}
                <p class="hint">{words.drop}</p>
            </div>
            {scan(Callback::new(move |found| opening.link.set(found)))}
            <Lines
                label=words.paste
                id="share-link"
                value=opening.link
                write=move |typed| opening.link.set(typed)
                hint=words.paste_hint
            />
            <Word
                label=share.enter_phrase
                id="share-phrase"
                value=opening.phrase
                write=move |typed| opening.phrase.set(typed)
            />
            <p class="hint">{words.phrase_hint}</p>
            {own}
            <Problem words=opening.problem id="open-problem" />
            {progress_button(opening.task, share.open, share.opening)}
        </form>
    }
    .into_any()
}

/// What is open: which one is read, what can be taken away, and the way to more.
fn opened(opening: Opening) -> AnyView {
    let session = opening.session;
    let words = &i18n::more().clinician;
    let newest = session.shares.with_untracked(|shares| shares.all().len());
    let at = RwSignal::new(newest.saturating_sub(1));
    let shown = move || {
        let (share, before) = session.shares.with(|shares| {
            let (share, before) = shares.at(at.get())?;
            Some((share.clone(), before.cloned()))
        })?;
        Some(untrack(|| one(share, before)))
    };
    let close = move |_| session.clear();
    view! {
        {which(session, at)}
        {shown}
        <section class="screen-only">
            <details class="more">
                <summary>{words.another}</summary>
                {form(opening)}
            </details>
            // What could not be opened must be seen also while the form is folded.
            <Problem words=opening.problem />
            <button type="button" class="grave" on:click=close>
                {words.close}
            </button>
        </section>
    }
    .into_any()
}

/// Which of several shares is read.
fn which(session: ClinicianSession, at: RwSignal<usize>) -> AnyView {
    let words = &i18n::more().clinician;
    let ranges = Memo::new(move |_| {
        session.shares.with(|shares| {
            let all = shares.all().iter();
            all.map(|share| (share.first, share.last))
                .collect::<Vec<_>>()
        })
    });
    // The one that was added is the one to read.
    Effect::new(move |before: Option<usize>| {
        let now = ranges.with(Vec::len);
        if before.is_some_and(|before| before < now) {
            at.set(now - 1);
        }
        now
    });
    (move || {
        let ranges = ranges.get();
        if ranges.len() < 2 {
            return ().into_any();
        }
        let chips = ranges.into_iter().enumerate().map(|(place, days)| {
            let name = (words.range)(&words::date_words(days.0), &words::date_words(days.1));
            chip(
                "radio",
                "which-share",
                name,
                move || at.get() == place,
                move || at.set(place),
            )
        });
        let chips: Vec<_> = chips.collect();
        view! {
            <fieldset class="chips screen-only">
                <legend>{words.which}</legend>
                <div class="chip-row">{chips}</div>
            </fieldset>
        }
        .into_any()
    })
    .into_any()
}

/// One share, with what can be taken away of it.
fn one(share: Arc<Share>, before: Option<Arc<Share>>) -> AnyView {
    let (words, texts) = (&i18n::more().clinician, &i18n::more().share);
    let said = RwSignal::new(None::<&'static str>);
    let tell = move |saved: bool| {
        said.set(Some(if saved {
            texts.saved_file
        } else {
            texts.not_handed
        }));
    };
    let (table, bundle) = (share.clone(), share.clone());
    let fhir = move |_| {
        let forms = match instruments().read(|library| library.entries.clone()) {
            Loaded::Ready(forms) => forms,
            Loaded::Waiting | Loaded::Missing => Vec::new(),
        };
        tell(save_share_fhir(&bundle, &forms));
    };
    let beside = before.as_deref().map(|before| beside(before, &share));
    view! {
        {beside}
        <div class="row screen-only">
            <button type="button" class="soft" on:click=move |_| print()>
                {i18n::more().sheet.print}
            </button>
            <button type="button" class="soft" on:click=move |_| tell(save_share_csv(&table))>
                {texts.csv}
            </button>
            <button type="button" class="soft" on:click=fhir>
                {texts.fhir}
            </button>
        </div>
        <p class="hint screen-only">{words.plain}</p>
        <p role="status" class="saved screen-only">
            {move || said.get()}
        </p>
        {signature(&share)}
        {review(share, before)}
    }
    .into_any()
}

/// How the days of two shares lie to each other.
fn beside(before: &Share, share: &Share) -> AnyView {
    let words = &i18n::more().clinician;
    let lines = compare(before, share, &[]).map(|compared| {
        let overlap = (compared.overlap > 0).then(|| (words.overlap)(compared.overlap));
        let gap = (compared.gap > 0).then(|| (words.gap)(compared.gap));
        overlap.or(gap)
    });
    view! { <p class="hint">{lines.ok().flatten()}</p> }.into_any()
}
