//! What chance picks for a craving, in a trial: one tap, for whoever wants to take part this time.

use ebb_core::journal::RecordId;
use ebb_core::log::{Action, Entry, draw_of};
use ebb_core::queries::draw_for;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Problem, id_in_address};
use crate::state::content::want_exercises;
use crate::state::{SaveError, bits64, focus_soon, fresh_now, use_journal};
use crate::{i18n, words};

/// What was picked, where the focus goes.
const PICKED: &str = "chance-picked";

/// For the craving that the address names: the way to a draw, or what was drawn. Nothing else on the
/// screen is any different for it.
pub fn chance() -> AnyView {
    want_exercises();
    let journal = use_journal();
    let texts = &i18n::tools().trial;
    let id = id_in_address();
    let root = Memo::new(move |_| id.with(|id| id.parse::<RecordId>().ok()));
    let drawn = Memo::new(move |_| {
        let root = root.get()?;
        journal.with(|journal| draw_of(journal, root).map(|draw| draw.exercise.clone()))
    });
    let problem = RwSignal::new(None::<SaveError>);
    let tapped = StoredValue::new(false);
    let pick = move |_| {
        let Some(root) = root.get_untracked() else {
            return;
        };
        tapped.set_value(true);
        match bits64() {
            Ok(bits) => journal.keep_as(problem, move |journal| {
                let draw = draw_for(journal, root, fresh_now(), bits)?;
                Some(Action::Log {
                    entry: Entry::Draw(draw),
                    happened_at: None,
                })
            }),
            Err(none) => problem.set(Some(SaveError::Store(none.into()))),
        }
    };
    // The button that was tapped goes.
    Effect::new(move |_| {
        if drawn.with(Option::is_some) && tapped.get_value() {
            focus_soon(PICKED);
        }
    });
    let is_drawn = move || drawn.with(Option::is_some);
    let what = move || Some(picked(drawn.get()?, root.get()?));
    view! {
        <section class="card field" aria-labelledby="chance">
            <h2 id="chance">{texts.title}</h2>
            <p class="hint" hidden=is_drawn>
                {texts.pick_hint}
            </p>
            <button type="button" class="soft" hidden=is_drawn on:click=pick>
                {texts.pick}
            </button>
            <div role="status">{what}</div>
            <Problem words=words::problem(problem) />
        </section>
    }
    .into_any()
}

fn picked(exercise: String, root: RecordId) -> AnyView {
    let texts = &i18n::tools().trial;
    let href = format!("/exercises/{exercise}?craving={root}");
    let named = exercise.clone();
    view! {
        <p id=PICKED tabindex="-1">
            <b>{move || (texts.picked)(&words::exercise_title(&named))}</b>
        </p>
        <p>
            <A href=href attr:class="button soft">
                {move || (texts.begin)(&words::exercise_title(&exercise))}
            </A>
        </p>
        <p class="hint">{texts.or_not}</p>
    }
    .into_any()
}
