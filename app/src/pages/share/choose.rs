//! Choosing what to share, and what was shared before.

use ebb_core::journal::RecordId;
use ebb_core::log::Trust;
use ebb_core::share::{Category, Preset, Selection, recipients, shares};
use ebb_core::text::Note;
use ebb_core::time::LocalDay;
use leptos::prelude::*;

use super::hand_over::hand_over;
use crate::components::{Problem, Word, card, chip};
use crate::sections::{progress_button, review};
use crate::state::share::{Conditions, KEPT_DAYS, Prepared};
use crate::state::{
    CancellableTask, JournalContext, Preferences, share, use_journal, use_preferences,
};
use crate::{i18n, words};

/// For how many days it may be kept, to choose from.
const KEEP: [i32; 3] = [30, KEPT_DAYS, 365];

/// Whom it is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whom {
    Nobody,
    Phrase,
    Recipient(RecordId),
}

impl Whom {
    const fn root(self) -> Option<RecordId> {
        match self {
            Self::Recipient(root) => Some(root),
            Self::Nobody | Self::Phrase => None,
        }
    }

    /// Nobody is chosen for the person but who was verified.
    fn at_first(journal: JournalContext) -> Self {
        journal.with_untracked(|journal| {
            let mut all = recipients(journal).peekable();
            if all.peek().is_none() {
                return Self::Phrase;
            }
            let mut verified = all.filter(|(_, _, one)| one.trust == Trust::Verified);
            verified
                .next()
                .map_or(Self::Nobody, |(root, _, _)| Self::Recipient(root))
        })
    }
}

/// What is being chosen.
#[derive(Clone, Copy)]
struct Choice {
    journal: JournalContext,
    preferences: Preferences,
    with: RwSignal<Whom>,
    keep: RwSignal<i32>,
    purpose: RwSignal<String>,
    selection: RwSignal<Selection>,
    first: RwSignal<String>,
    last: RwSignal<String>,
    problem: RwSignal<Option<String>>,
    prepared: RwSignal<Option<Prepared>>,
}

impl Choice {
    fn new() -> Self {
        let journal = use_journal();
        let with = Whom::at_first(journal);
        let selection = share::preset(journal, Preset::NextAppointment, with.root());
        Self {
            journal,
            preferences: use_preferences(),
            with: RwSignal::new(with),
            keep: RwSignal::new(KEPT_DAYS),
            purpose: RwSignal::new(String::new()),
            first: RwSignal::new(selection.first.to_string()),
            last: RwSignal::new(selection.last.to_string()),
            selection: RwSignal::new(selection),
            problem: RwSignal::new(None),
            prepared: RwSignal::new(None),
        }
    }

    fn set(self, selection: Selection) {
        self.first.set(selection.first.to_string());
        self.last.set(selection.last.to_string());
        self.selection.set(selection);
    }

    /// Takes the days as they are typed.
    fn days(self) {
        let day = |text: RwSignal<String>| text.with(|text| text.parse::<LocalDay>().ok());
        if let (Some(first), Some(last)) = (day(self.first), day(self.last)) {
            self.selection.update(|selection| {
                selection.first = first;
                selection.last = last;
            });
        }
    }

    /// Whom it is for; the days begin where those ended that they have.
    fn choose_with(self, with: Whom) {
        let fresh =
            |with: Whom| move |preset: &Preset| share::preset(self.journal, *preset, with.root());
        let now = self.selection.get_untracked();
        let as_it_was = fresh(self.with.get_untracked());
        self.with.set(with);
        let mut presets = Preset::ALL.iter();
        if let Some(preset) = presets.find(|preset| as_it_was(preset) == now) {
            self.set(fresh(with)(preset));
        }
    }

    fn conditions(self) -> Conditions {
        let today = self.preferences.today_untracked();
        Conditions {
            with: self.with.get_untracked().root(),
            expires: Some(today.plus(self.keep.get_untracked())),
            purpose: Note::new(self.purpose.get_untracked().trim()).ok(),
        }
    }

    /// What is chosen, unless the days are none.
    fn checked(self) -> Option<Selection> {
        let selection = self.selection.get_untracked();
        let typed = [selection.first, selection.last].map(|day| day.to_string());
        let same = typed == [self.first.get_untracked(), self.last.get_untracked()];
        (same && selection.first <= selection.last).then_some(selection)
    }
}

/// Choose, preview, hand over.
pub fn choose() -> AnyView {
    let choice = Choice::new();
    (move || match choice.prepared.get() {
        None => untrack(|| form(choice)),
        Some(prepared) => untrack(|| preview(choice, prepared)),
    })
    .into_any()
}

fn form(choice: Choice) -> AnyView {
    let texts = &i18n::more().share;
    let task = CancellableTask::new();
    let see = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        choice.problem.set(None);
        let Some(selection) = choice.checked() else {
            choice.problem.set(Some(texts.bad_range.to_owned()));
            return;
        };
        if choice.with.get_untracked() == Whom::Nobody {
            choice.problem.set(Some(texts.no_choice.to_owned()));
            return;
        }
        let conditions = choice.conditions();
        task.run(async move {
            match share::prepare_share(choice.journal, selection, conditions).await {
                Ok(prepared) if prepared.share.entries() == 0 => {
                    choice.problem.try_set(Some(texts.nothing.to_owned()));
                }
                Ok(prepared) => drop(choice.prepared.try_set(Some(prepared))),
                Err(error) => drop(choice.problem.try_set(Some(words::refused(error)))),
            }
        });
    };
    let presets: Vec<_> = Preset::ALL
        .into_iter()
        .map(|preset| {
            let is = move || {
                let with = choice.with.get().root();
                let preset = share::preset(choice.journal, preset, with);
                choice.selection.with(|now| *now == preset)
            };
            let flip = move || {
                let with = choice.with.get_untracked().root();
                choice.set(share::preset(choice.journal, preset, with));
            };
            chip(
                "radio",
                "preset",
                (texts.preset)(preset).to_owned(),
                is,
                flip,
            )
        })
        .collect();
    let field = |label, id, value: RwSignal<String>| {
        view! {
            <Word
                label=label
                id=id
                kind="date"
                value=value
                write=move |text| {
                    value.set(text);
                    choice.days();
                }
            />
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="choose">
            <h2 id="choose">{texts.choose}</h2>
            <form on:submit=see novalidate>
                {with(choice)}
                <fieldset class="chips">
                    <legend class="unseen">{texts.choose}</legend>
                    <div class="chip-row">{presets}</div>
                </fieldset>
                <div class="row">
                    {field(texts.from, "share-from", choice.first)}
                    {field(texts.until, "share-until", choice.last)}
                </div>
                {kinds(choice)}
                {ticks(choice)}
                {singles(choice)}
                {terms(choice)}
                <Problem words=choice.problem id="share-problem" />
                {progress_button(task, texts.see, texts.preparing)}
            </form>
        </section>
        {shared(choice)}
    }
    .into_any()
}

/// Whom it is for, each with how far they are known to be who they say they are.
fn with(choice: Choice) -> AnyView {
    let (texts, trust) = (&i18n::more().share, &i18n::more().trust);
    let people: Vec<_> = choice.journal.with_untracked(|journal| {
        let all = recipients(journal).filter(|(_, _, one)| one.trust != Trust::Revoked);
        all.map(|(root, _, one)| (root, one.name.as_str().to_owned(), one.trust))
            .collect()
    });
    let nobody = people
        .is_empty()
        .then(|| view! { <p class="hint">{texts.nobody}</p> });
    let one_of = |with: Whom, words: String| {
        let is = move || choice.with.get() == with;
        chip("radio", "share-with", words, is, move || {
            choice.choose_with(with);
        })
    };
    let mut chips: Vec<_> = people
        .iter()
        .map(|(root, name, state)| {
            one_of(
                Whom::Recipient(*root),
                format!("{name}, {}", (trust.state)(*state)),
            )
        })
        .collect();
    chips.push(one_of(Whom::Phrase, texts.by_phrase.to_owned()));
    let hint = move || match choice.with.get() {
        Whom::Nobody => None,
        Whom::Phrase => Some(texts.by_phrase_hint.to_owned()),
        Whom::Recipient(root) => {
            let (_, name, state) = people.iter().find(|(known, _, _)| *known == root)?;
            (*state != Trust::Verified).then(|| (trust.not_verified_hint)(name))
        }
    };
    view! {
        {nobody}
        <fieldset class="chips">
            <legend>{trust.with}</legend>
            <div class="chip-row">{chips}</div>
        </fieldset>
        <p class="hint" role="status">
            {hint}
        </p>
    }
    .into_any()
}

/// Until when it may be kept, and what for.
fn terms(choice: Choice) -> AnyView {
    let trust = &i18n::more().trust;
    let chips: Vec<_> = KEEP
        .into_iter()
        .map(|days| {
            let is = move || choice.keep.get() == days;
            chip(
                "radio",
                "share-keep",
                (trust.keep_days)(days),
                is,
                move || {
                    choice.keep.set(days);
                },
            )
        })
        .collect();
    view! {
        <fieldset class="chips">
            <legend>{trust.keep}</legend>
            <div class="chip-row">{chips}</div>
        </fieldset>
        <p class="hint">{trust.keep_hint}</p>
        <Word
            label=trust.purpose
            id="share-purpose"
            value=choice.purpose
            write=move |text| choice.purpose.set(text)
        />
        <p class="hint">{trust.purpose_hint}</p>
    }
    .into_any()
}

fn kinds(choice: Choice) -> AnyView {
    let texts = &i18n::more().share;
    let chips: Vec<_> = Category::ALL
        .into_iter()
        .map(|kind| {
            let is = move || choice.selection.with(|now| now.kinds.contains(&kind));
            let flip = move || {
                choice.selection.update(|now| {
                    if !now.kinds.remove(&kind) {
                        now.kinds.insert(kind);
                    }
                });
            };
            chip("checkbox", "kind", (texts.kind)(kind).to_owned(), is, flip)
        })
        .collect();
    view! {
        <fieldset class="chips">
            <legend>{texts.kinds}</legend>
            <div class="chip-row">{chips}</div>
            <p class="hint">{texts.kinds_hint}</p>
        </fieldset>
    }
    .into_any()
}

fn ticks(choice: Choice) -> AnyView {
    let texts = &i18n::more().share;
    let tick = |words: &'static str, hint: &'static str, of: fn(&mut Selection) -> &mut bool| {
        let hint = (!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> });
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || {
                        let mut now = choice.selection.get();
                        *of(&mut now)
                    }
                    on:change:target=move |ev| {
                        choice.selection.update(|now| *of(now) = ev.target().checked());
                    }
                />
                <span>{words} {hint}</span>
            </label>
        }
        .into_any()
    };
    view! {
        {tick(texts.notes, "", |now| &mut now.notes)}
        {tick(texts.names, texts.names_hint, |now| &mut now.names)}
        {tick(texts.tell, "", |now| &mut now.tell_left_out)}
    }
    .into_any()
}

/// Every entry that is in reach, to be left out one by one.
fn singles(choice: Choice) -> AnyView {
    let texts = &i18n::more().share;
    let offered = Memo::new(move |_| {
        choice.selection.with(|now| {
            choice.journal.with(|journal| {
                let chosen = now
                    .offered(journal)
                    .filter(|(_, _, kind)| now.kinds.contains(kind));
                chosen
                    .map(|(root, record, kind)| (root, record.happened_at, kind))
                    .collect::<Vec<_>>()
            })
        })
    });
    let rows = move || {
        let rows = offered.get().into_iter().rev();
        rows.map(|(root, at, kind)| {
            let name = (texts.kind)(kind);
            let words = format!("{name}, {}", words::moment_words(at));
            view! {
                <li>
                    <label class="tick">
                        <input
                            type="checkbox"
                            prop:checked=move || {
                                choice.selection.with(|now| !now.without.contains(&root))
                            }
                            on:change:target=move |ev| {
                                let stays = !ev.target().checked();
                                choice.selection.update(|now| {
                                    if stays {
                                        now.without.insert(root);
                                    } else {
                                        now.without.remove(&root);
                                    }
                                });
                            }
                        />
                        {words}
                    </label>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>()
    };
    let open = RwSignal::new(false);
    // Drawn only when it is opened: there can be hundreds.
    let list = move || {
        open.get()
            .then(|| view! { <ul class="plain">{rows}</ul> }.into_any())
    };
    view! {
        <details class="more" on:toggle=move |_| open.set(true)>
            <summary>{texts.single}</summary>
            <p class="hint">{texts.single_hint}</p>
            {list}
        </details>
    }
    .into_any()
}

fn preview(choice: Choice, prepared: Prepared) -> AnyView {
    let texts = &i18n::more().share;
    let shown = review(prepared.share.clone(), None);
    let size = (texts.size)(prepared.bundle.len().div_ceil(1_000));
    view! {
        <section class="preview" aria-labelledby="preview">
            <h2 id="preview">{texts.preview}</h2>
            <p class="hint">{texts.preview_lead}</p>
            <p class="hint">{size}</p>
            <p>
                <button type="button" class="quiet" on:click=move |_| choice.prepared.set(None)>
                    {texts.back}
                </button>
            </p>
            {shown}
        </section>
        {hand_over(prepared, choice.prepared)}
    }
    .into_any()
}

/// What was shared, and choosing it again.
fn shared(choice: Choice) -> AnyView {
    let preferences = use_preferences();
    let texts = &i18n::more().share;
    let list = move || {
        let all: Vec<_> = choice.journal.with(|journal| {
            let all = shares(journal).rev();
            all.map(|(_, record, shared)| (record.local_day, shared.clone()))
                .collect()
        });
        if all.is_empty() {
            return view! { <p>{texts.shared_none}</p> }.into_any();
        }
        let rows = all.into_iter().map(|(day, shared)| {
            let days = [shared.first, shared.last].map(words::day_short);
            let to = match shared.to.as_slice() {
                [] => texts.by_phrase_short.to_owned(),
                names => i18n::texts().tags(names),
            };
            let range = days.join(" – ");
            let count = usize::from(shared.count);
            let words = (texts.shared_line)(&words::day_words(day), &range, &to, count);
            let again = move |_| choice.set(shared.again(preferences.today_untracked()));
            view! {
                <li class="entry">
                    <p dir="auto">{words.clone()}</p>
                    <button
                        type="button"
                        class="quiet small"
                        aria-label=format!("{}: {words}", texts.again)
                        on:click=again
                    >
                        {texts.again}
                    </button>
                </li>
            }
            .into_any()
        });
        view! { <ul class="plain entries">{rows.collect::<Vec<_>>()}</ul> }.into_any()
    };
    card("shared", texts.shared_title, list.into_any())
}
