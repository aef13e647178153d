//! Not being seen: another name and icon, a screen that empties, the way out.

use leptos::prelude::*;

use super::settings::choices;
use crate::components::tick_box;
use crate::state::prefs::Face;
use crate::state::use_ebb;

/// The settings for people who share a room or a device.
#[component]
pub fn Discretion() -> impl IntoView {
    let ebb = use_ebb();
    let texts = &ebb.more().settings;
    let face = Signal::derive(move || ebb.prefs.with(|prefs| prefs.face));
    let names = [
        (Face::Ebb, texts.face_ebb),
        (Face::Notes, texts.face_notes),
        (Face::Weather, texts.face_weather),
    ];
    let name_of = move |face: Face| names.into_iter().find(|(one, _)| *one == face);
    let choose = Callback::new(move |face: Face| {
        let title = name_of(face).map(|(_, name)| name.to_owned());
        ebb.show_face(face, title.filter(|_| face != Face::Ebb));
    });
    let options = names.map(|(face, name)| (face, name.to_owned()));
    view! {
        <section class="card" aria-labelledby="discretion">
            <h2 id="discretion">{texts.discretion}</h2>
            {choices(texts.face, "face", options.to_vec(), face, choose)}
            <p class="hint">{texts.face_limits}</p>
            <fieldset class="chips">
                <legend>{texts.veil_legend}</legend>
                <div class="chip-row">
                    {tick_box("veil",
                        texts.veil.to_owned(),
                        move || ebb.prefs.with(|prefs| prefs.veil),
                        move || ebb.choose(|prefs| prefs.veil = !prefs.veil),
                    )}
                </div>
            </fieldset>
            <p class="hint">{texts.veil_limits}</p>
            <p>{texts.leave}</p>
            <p class="hint">{texts.leave_limits}</p>
            <p class="hint">{texts.no_notifications}</p>
        </section>
    }
}
