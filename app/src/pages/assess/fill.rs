//! Filling a questionnaire in: one question at a time, each answer kept at once.

use std::sync::Arc;

use ebb_core::content::instrument::{FillingStep, Instrument, Item};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::{Page, Problem, chip, id_in_address, loading, not_there, when};
use crate::sections::questionnaire::{CRISIS, Noted, crisis, doubt, foreign, noted};
use crate::state::content::instruments;
use crate::state::forms::FillForm;
use crate::state::{
    Draft, Loaded, Preferences, Session, focus_soon, fresh_now, show_soon, use_preferences,
    use_session,
};
use crate::{i18n, words};

/// The heading of a step, which takes the focus.
const STEP: &str = "step";

/// The screen of one questionnaire.
#[component]
pub fn FillPage() -> impl IntoView {
    let words = &i18n::more().assess;
    let id = id_in_address();
    let found = Memo::new(move |_| instruments().read(|library| library.get(&id.get()).cloned()));
    let title = Signal::derive(move || match found.get() {
        Loaded::Ready(Some(instrument)) => instrument.title,
        _ => words.title.to_owned(),
    });
    view! {
        <Page title=title name="fill">
            {move || match found.get() {
                Loaded::Waiting => loading(),
                Loaded::Missing => not_there(words.missing, Callback::new(|()| instruments().fetch())),
                Loaded::Ready(None) => view! {
                    <p>{words.nowhere}</p>
                    <A href="/questionnaires" attr:class="button">
                        {words.all}
                    </A>
                }
                .into_any(),
                Loaded::Ready(Some(instrument)) => view! { <Fill instrument=instrument /> }.into_any(),
            }}
        </Page>
    }
}

/// Which screen is shown. The answer is not part of it: tapping one must not redraw the question.
#[derive(Clone, PartialEq, Eq)]
enum Place {
    Start,
    Ask(Item),
    End,
}

/// The handles of a questionnaire being filled in.
#[derive(Clone, Copy)]
struct Filler {
    session: Session,
    preferences: Preferences,
    instrument: StoredValue<Instrument>,
    draft: Draft<FillForm>,
    /// Called with the way to the result.
    leave: Callback<String>,
}

#[component]
fn Fill(instrument: Instrument) -> impl IntoView {
    let navigate = use_navigate();
    let draft = Draft::<FillForm>::about("questionnaire", &instrument.id);
    let filler = Filler {
        session: use_session(),
        preferences: use_preferences(),
        instrument: StoredValue::new(instrument),
        draft,
        leave: Callback::new(move |to: String| navigate(&to, NavigateOptions::default())),
    };
    let place = Memo::new(move |_| filler.place());
    move || match place.get() {
        Place::Start => filler.start(),
        Place::Ask(item) => filler.ask(item),
        Place::End => filler.end(),
    }
}

impl Filler {
    fn place(self) -> Place {
        let now = self.session.now.get_untracked();
        self.look(|instrument, form| {
            if !form.is_fresh(instrument, now) {
                return Place::Start;
            }
            match form.filling.step(instrument) {
                FillingStep::Start => Place::Start,
                FillingStep::Ask(asked) => Place::Ask(asked.item.clone()),
                FillingStep::End => Place::End,
            }
        })
    }

    fn look<R>(self, look: impl FnOnce(&Instrument, &FillForm) -> R) -> R {
        self.instrument
            .with_value(|instrument| self.draft.form.with(|form| look(instrument, form)))
    }

    /// A step, after which its heading has the focus.
    fn step(self, step: impl FnOnce(&Instrument, &mut FillForm)) {
        self.instrument.with_value(|instrument| {
            self.draft.form.update(|form| step(instrument, form));
        });
        focus_soon(STEP);
    }

    fn next(self) {
        self.step(|instrument, form| form.filling.next(instrument));
    }

    fn back(self) {
        self.step(|instrument, form| form.filling.back(instrument));
    }

    fn is_crisis(self) -> bool {
        self.look(|instrument, form| instrument.is_crisis(form.filling.replies()))
    }

    /// What the answers so far would be on the list of what to bring up.
    fn noted(self) -> Noted {
        Arc::new(move || {
            let day = self.preferences.today_untracked();
            self.look(|instrument, form| noted(instrument, form.filling.replies(), day))
        })
    }

    fn answer(self, item: &str, value: u8) {
        let before = self.is_crisis();
        self.instrument.with_value(|instrument| {
            self.draft.form.update(|form| {
                // Both come from the form itself, so it has them.
                let _ = form.filling.answer(instrument, item, value);
            });
        });
        if !before && self.is_crisis() {
            show_soon(CRISIS);
        }
    }

    /// Saves the result and goes there. What is missing is said by the screen before.
    fn finish(self) {
        let done = self.look(|instrument, form| form.filling.finish(instrument).ok());
        self.draft.form.update(|form| form.done = done);
        self.draft.log(move |root| {
            self.leave.run(format!("/history/{root}"));
        });
    }

    fn start(self) -> AnyView {
        let words = &i18n::more().assess;
        let now = self.session.now.get_untracked();
        let (begun, fresh) =
            self.look(|instrument, form| (form.begun.is_some(), form.is_fresh(instrument, now)));
        let start = move |_| {
            self.step(|instrument, form| *form = FillForm::begin(instrument, fresh_now()));
        };
        let buttons = if fresh {
            view! {
                <button type="button" class="main" on:click=move |_| self.next()>
                    {words.go_on}
                </button>
                <button type="button" class="quiet" on:click=start>
                    {words.afresh}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button type="button" class="main" on:click=start>
                    {words.start}
                </button>
            }
            .into_any()
        };
        let about = self.instrument.with_value(about);
        view! {
            {about}
            {(begun && !fresh).then(|| view! { <p class="card">{words.too_old}</p> })}
            <p class="hint">{words.kept}</p>
            <div class="stack">{buttons}</div>
        }
        .into_any()
    }

    fn ask(self, item: Item) -> AnyView {
        let words = &i18n::more().assess;
        let asked = move || {
            self.look(|instrument, form| match form.filling.step(instrument) {
                FillingStep::Ask(asked) => (asked.number, asked.of),
                _ => (0, 0),
            })
        };
        let watched = item.crisis_from.is_some();
        // Whoever comes back to the question sees what was said there.
        if watched && self.is_crisis() {
            show_soon(CRISIS);
        }
        let note = item
            .note
            .clone()
            .map(|note| view! { <p class="hint">{note}</p> });
        let remark = item
            .remark
            .clone()
            .map(|remark| view! { <p class="hint">{remark}</p> });
        let (lead, language, foreign) = self.instrument.with_value(|instrument| {
            let language = instrument.language.clone();
            (instrument.lead.clone(), language, foreign(instrument))
        });
        let foreign = foreign.map(|words| view! { <p class="hint">{words}</p> });
        let text = item.text.clone();
        view! {
            <p class="hint">{move || { let (number, of) = asked(); (words.question)(number, of) }}</p>
            <meter
                aria-hidden="true"
                min="0"
                value=move || asked().0.to_string()
                max=move || asked().1.to_string()
            ></meter>
            {foreign}
            <p class="lead" lang=language.clone()>
                {lead}
            </p>
            <fieldset class="answers" lang=language>
                <legend>
                    <h2 id=STEP tabindex="-1">
                        {text}
                    </h2>
                </legend>
                {note}
                <div class="stack">{self.options(&item)}</div>
            </fieldset>
            {remark}
            {when(
                move || watched && self.is_crisis(),
                move || crisis(true, true, self.noted()),
            )}
            {self.foot(view! {
                <button type="button" on:click=move |_| self.next()>
                    {words.pass_on}
                </button>
            }.into_any())}
        }
        .into_any()
    }

    fn options(self, item: &Item) -> Vec<AnyView> {
        let options = self
            .instrument
            .with_value(|instrument| instrument.scale(item).to_vec());
        options
            .into_iter()
            .map(|option| {
                let (mine, set) = (item.id.clone(), item.id.clone());
                chip(
                    "radio",
                    "answer",
                    option.label,
                    move || {
                        self.draft.form.with(|form| {
                            let mut replies = form.filling.replies().iter();
                            replies.any(|one| one.item == mine && one.value == option.value)
                        })
                    },
                    move || self.answer(&set, option.value),
                )
            })
            .collect()
    }

    /// Back, and the button that goes on.
    fn foot(self, on: AnyView) -> AnyView {
        let words = &i18n::more().assess;
        view! {
            <Problem words=words::wrong(self.draft.problem("form")) />
            <div class="save-bar pair">
                <button type="button" class="soft" on:click=move |_| self.back()>
                    {words.back}
                </button>
                {on}
            </div>
        }
        .into_any()
    }

    fn finish_button(self, label: &'static str) -> AnyView {
        view! {
            <button
                type="button"
                aria-disabled=move || self.draft.busy().get().to_string()
                on:click=move |_| self.finish()
            >
                {label}
            </button>
        }
        .into_any()
    }

    /// After the last question: what is missing, with the way there, or the result.
    fn end(self) -> AnyView {
        let words = &i18n::more().assess;
        let (missing, optional) = self.look(|instrument, form| {
            let replies = form.filling.replies();
            let missing: Vec<_> = instrument.missing(replies).cloned().collect();
            let optional = instrument.unanswered(replies).filter(|item| item.optional);
            (missing, optional.cloned().collect::<Vec<_>>())
        });
        let whole = missing.is_empty();
        let n = missing.len();
        let title = if whole {
            words.end_title
        } else {
            words.gaps_title
        };
        let says = if whole {
            words.end_words.to_owned()
        } else {
            (words.gaps_words)(n)
        };
        let optional = (!optional.is_empty()).then(|| {
            view! {
                <p class="hint">{words.if_you_like}</p>
                {self.ways(optional)}
            }
        });
        let finish = whole.then(|| self.finish_button(words.finish));
        view! {
            <h2 id=STEP tabindex="-1">
                {title}
            </h2>
            <p>{says}</p>
            {self.ways(missing)}
            {optional}
            {when(move || self.is_crisis(), move || crisis(true, true, self.noted()))}
            {self.foot(finish.into_any())}
        }
        .into_any()
    }

    /// A way to each of some questions.
    fn ways(self, items: Vec<Item>) -> AnyView {
        let language = self
            .instrument
            .with_value(|instrument| instrument.language.clone());
        let ways: Vec<_> = items
            .into_iter()
            .map(|item| {
                let to = item.id;
                let go = move |_| self.step(|_, form| form.filling.go_to(&to));
                view! {
                    <li>
                        <button type="button" class="quiet skill" on:click=go>
                            {item.text}
                        </button>
                    </li>
                }
                .into_any()
            })
            .collect();
        view! {
            <ul class="plain stack" lang=language>
                {ways}
            </ul>
        }
        .into_any()
    }
}

/// What it is for, how long it takes, and what is not certain about it.
fn about(instrument: &Instrument) -> AnyView {
    let words = &i18n::more().assess;
    let unsure = doubt(instrument).map(|doubt| {
        let note = instrument.wording_note.clone();
        view! {
            <p class="hint">
                <b>{doubt}</b>
                ". "
                {note}
            </p>
        }
    });
    view! {
        <p class="lead">{instrument.about.clone()}</p>
        <p>{(words.minutes)(instrument.minutes)}</p>
        {unsure}
        <p class="hint">{instrument.credit.clone()}</p>
    }
    .into_any()
}
