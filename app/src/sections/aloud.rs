//! Reading aloud: the choice of it, and the button that reads a text.

use leptos::prelude::*;

use crate::components::{chip, when};
use crate::i18n;
use crate::state::aloud::{Aloud, Pace};

/// Whether steps are read aloud, and how fast.
pub fn aloud_choice(aloud: Aloud) -> AnyView {
    let texts = &i18n::more().aloud;
    let on = move || aloud.on.get();
    let flip = move || aloud.turn(!aloud.on.get_untracked());
    let steps = move || chip("checkbox", "aloud", texts.steps.to_owned(), on, flip);
    view! {
        <fieldset class="chips cues">
            <legend>{texts.title}</legend>
            {when(
                move || aloud.has_voice.get(),
                move || {
                    view! {
                        <div class="chip-row">{steps()}</div>
                        {when(on, move || paces(aloud))}
                        {when(on, move || view! { <p class="hint">{texts.tap}</p> }.into_any())}
                    }
                    .into_any()
                },
            )}
            {no_voice(aloud)}
        </fieldset>
    }
    .into_any()
}

/// Reads a text, stops, and goes on from there.
pub fn read_aloud(aloud: Aloud, text: Vec<String>) -> AnyView {
    let texts = &i18n::more().aloud;
    let text = StoredValue::new(text);
    let words = move || match (aloud.reading.get(), aloud.at.get()) {
        (true, _) => texts.stop,
        (false, 0) => texts.read,
        (false, _) => texts.go_on,
    };
    let turn = move |_| {
        if aloud.reading.get_untracked() {
            aloud.stop();
        } else {
            aloud.read(text);
        }
    };
    view! {
        <details class="more aloud screen-only">
            <summary>{texts.title}</summary>
            {when(
                move || aloud.has_voice.get(),
                move || {
                    view! {
                        {paces(aloud)}
                        <button type="button" class="soft" on:click=turn>
                            {words}
                        </button>
                    }
                    .into_any()
                },
            )}
            {no_voice(aloud)}
        </details>
    }
    .into_any()
}

fn paces(aloud: Aloud) -> AnyView {
    let texts = &i18n::more().aloud;
    let words = |pace| match pace {
        Pace::Slow => texts.slower,
        Pace::Normal => texts.normal,
        Pace::Fast => texts.faster,
    };
    let chips: Vec<_> = Pace::ALL
        .into_iter()
        .map(|pace| {
            let chosen = move || aloud.pace.get() == pace;
            let choose = move || aloud.choose_pace(pace);
            chip("radio", "pace", words(pace).to_owned(), chosen, choose)
        })
        .collect();
    view! {
        <div class="chip-row" role="group" aria-label=texts.how_fast>
            {chips}
        </div>
    }
    .into_any()
}

fn no_voice(aloud: Aloud) -> AnyView {
    when(
        move || !aloud.has_voice.get(),
        move || view! { <p class="hint">{i18n::more().aloud.none}</p> }.into_any(),
    )
}
