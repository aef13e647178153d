//! The wave is the rating: eleven numbers to tap, and behind them water that stands as high as the
//! urge. A number is chosen by one tap or by its key, with nothing to drag.

use std::time::Duration;

use ebb_core::rating::Rating;
use leptos::ev;
use leptos::prelude::*;

use crate::components::Wave;
use crate::i18n;
use crate::state::{is_free_key, use_preferences};

/// How long a 1 waits for the 0 of a 10.
const SECOND_KEY: Duration = Duration::from_millis(600);

/// A rating from 0 to 10 that is given by the tap itself.
#[component]
pub fn Rate(
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    /// The number that stands.
    #[prop(into)]
    value: Signal<Option<Rating>>,
    /// Called with the number that is tapped.
    #[prop(into)]
    choose: Callback<Rating>,
) -> impl IntoView {
    let texts = i18n::texts();
    // What was tapped is seen at once, and stays until what stands is known.
    let tapped = RwSignal::new(None::<Rating>);
    let shown = Memo::new(move |_| tapped.get().or(value.get()));
    Effect::new(move |_| {
        value.track();
        tapped.set(None);
    });
    let take = move |rating: Rating| {
        tapped.set(Some(rating));
        choose.run(rating);
    };
    on_digits(move |rating| tapped.set(Some(rating)), take);
    let number = |rating: Option<Rating>| rating.map(Rating::get);
    let cells = Rating::all().map(|rating| {
        let n = rating.get();
        let words = (n == 0).then(|| view! { " " <span>{texts.craving.none}</span> });
        view! {
            <button
                type="button"
                class="rate-cell"
                data-rating=n
                aria-pressed=move || (shown.get() == Some(rating)).to_string()
                on:click=move |_| take(rating)
            >
                {n}
                {words}
            </button>
        }
        .into_any()
    });
    let cells: Vec<_> = cells.collect();
    view! {
        <fieldset class="rate" style=("--v", move || number(shown.get()).unwrap_or(0).to_string())>
            <legend>{legend}</legend>
            <div class="rate-water" aria-hidden="true">
                <Wave />
            </div>
            <p class="rate-number" aria-hidden="true">
                {move || number(shown.get())}
            </p>
            <div class="rate-cells">{cells}</div>
            <p class="rate-end" aria-hidden="true">
                "10 " {texts.craving.strongest}
            </p>
        </fieldset>
    }
}

/// Hears the digits while the rating is on the screen: `begin` with a 1 that may become a 10,
/// `take` with what was meant.
fn on_digits(begin: impl Fn(Rating) + 'static, take: impl Fn(Rating) + Copy + 'static) {
    let preferences = use_preferences();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        let timer = waiting.try_update_value(Option::take).flatten();
        timer.inspect(TimeoutHandle::clear).is_some()
    };
    let listening = window_event_listener(ev::keydown, move |event| {
        let off = preferences.with_untracked(|prefs| prefs.no_shortcuts);
        let key = event.key();
        let [digit @ b'0'..=b'9'] = key.as_bytes() else {
            return;
        };
        if off || !is_free_key(&event) {
            return;
        }
        event.prevent_default();
        let number = match (stop(), digit - b'0') {
            (true, 0) => 10,
            (_, digit) => digit,
        };
        let Ok(rating) = Rating::new(number) else {
            return;
        };
        if number == 1 {
            begin(rating);
            let act = move || {
                stop();
                take(rating);
            };
            waiting.set_value(set_timeout_with_handle(act, SECOND_KEY).ok());
        } else {
            take(rating);
        }
    });
    on_cleanup(move || {
        stop();
        listening.remove();
    });
}
