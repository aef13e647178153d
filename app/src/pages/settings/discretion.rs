//! Not being seen: another name and icon, a screen that empties, the way out.

use leptos::prelude::*;

use crate::components::{choices, tick_box};
use crate::i18n;
use crate::state::prefs::Disguise;
use crate::state::use_preferences;

/// The settings for people who share a room or a device.
#[component]
pub fn Discretion() -> impl IntoView {
    let preferences = use_preferences();
    let texts = &i18n::more().settings;
    let face = Signal::derive(move || preferences.with(|prefs| prefs.face));
    let names = [
        (Disguise::Ebb, texts.disguise_ebb),
        (Disguise::Notes, texts.disguise_notes),
        (Disguise::Weather, texts.disguise_weather),
    ];
    let name_of = move |face: Disguise| names.into_iter().find(|(one, _)| *one == face);
    let choose = Callback::new(move |face: Disguise| {
        let title = name_of(face).map(|(_, name)| name.to_owned());
        preferences.show_disguise(face, title.filter(|_| face != Disguise::Ebb));
    });
    let options = names.map(|(face, name)| (face, name.to_owned()));
    view! {
        <section class="card" aria-labelledby="discretion">
            <h2 id="discretion">{texts.discretion}</h2>
            {choices(texts.disguise, "face", options.to_vec(), face, choose)}
            <p class="hint">{texts.disguise_limits}</p>
            <fieldset class="chips">
                <legend>{texts.veil_legend}</legend>
                <div class="chip-row">
                    {tick_box("veil",
                        texts.veil.to_owned(),
                        move || preferences.with(|prefs| prefs.veil),
                        move || preferences.choose(|prefs| prefs.veil = !prefs.veil),
                    )}
                </div>
            </fieldset>
            <p class="hint">{texts.veil_limits}</p>
            <p>{texts.leave}</p>
            <p class="hint">{texts.leave_limits}</p>
            <p class="hint">{texts.notifications}</p>
        </section>
    }
}
