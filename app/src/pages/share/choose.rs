//! Choosing what to share, and what was shared before.

use ebb_core::share::{Category, Preset, Selection, shares};
use ebb_core::time::LocalDay;
use leptos::prelude::*;

use super::hand_over::hand_over;
use crate::components::{Problem, Word, card, chip};
use crate::sections::{progress_button, review};
use crate::state::share::Prepared;
use crate::state::{CancellableTask, JournalContext, share, use_journal, use_preferences};
use crate::{i18n, words};

/// What is being chosen.
#[derive(Clone, Copy)]
struct Choice {
    journal: JournalContext,
    selection: RwSignal<Selection>,
    first: RwSignal<String>,
    last: RwSignal<String>,
    problem: RwSignal<Option<String>>,
    prepared: RwSignal<Option<Prepared>>,
}

impl Choice {
    fn new() -> Self {
        let journal = use_journal();
        let selection = share::preset(journal, Preset::NextAppointment);
        Self {
            journal,
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
        task.run(async move {
            match share::prepare_share(choice.journal, selection).await {
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
                choice
                    .selection
                    .with(|now| *now == share::preset(choice.journal, preset))
            };
            let flip = move || choice.set(share::preset(choice.journal, preset));
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
                <Problem words=choice.problem id="share-problem" />
                {progress_button(task, texts.see, texts.preparing)}
            </form>
        </section>
        {shared(choice)}
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
    view! {
        <section class="preview" aria-labelledby="preview">
            <h2 id="preview">{texts.preview}</h2>
            <p class="hint">{texts.preview_lead}</p>
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
