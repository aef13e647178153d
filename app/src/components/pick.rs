//! Reading a chart point by point: by a tap on it, by the arrow keys, by dragging if one likes.
//!
//! A native slider, so that every way of moving it and every reader is served by the browser.

use leptos::prelude::*;

use crate::platform::page::across;

/// Which point of one chart, or of several over the same days, is looked at.
#[derive(Clone, Copy)]
pub struct Picked {
    chosen: RwSignal<usize>,
    /// Where each point is, as a share of the chart's width.
    places: StoredValue<Vec<f64>>,
}

impl Picked {
    /// The last of so many days side by side.
    pub fn among_days(days: usize) -> Self {
        // Far fewer than 2^32.
        let number = |count: usize| u32::try_from(count).map_or(0.0, f64::from);
        let middle = |day| (number(day) + 0.5) / number(days.max(1));
        Self::among((0..days).map(middle).collect())
    }

    /// The last of these places.
    pub fn among(places: Vec<f64>) -> Self {
        Self {
            chosen: RwSignal::new(places.len().saturating_sub(1)),
            places: StoredValue::new(places),
        }
    }

    /// Where the chosen point is.
    pub fn share(self) -> f64 {
        let chosen = self.chosen.get();
        self.places
            .with_value(|places| places.get(chosen).copied())
            .unwrap_or(0.5)
    }

    /// Takes the point nearest to a tap.
    pub fn take_nearest(self, tap: &leptos::ev::MouseEvent) {
        let share = across(tap);
        let nearest = self.places.try_with_value(|places| {
            let distance = |at: &f64| (at - share).abs();
            let places = places.iter().enumerate();
            let nearest = places.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
            nearest.map(|(place, _)| place)
        });
        if let Some(Some(place)) = nearest {
            self.chosen.try_set(place);
        }
    }

    /// The slider, and what it stands on. `says` has the words for each point.
    pub fn slider(self, id: impl Into<String>, label: &'static str, says: Vec<String>) -> AnyView {
        let id = id.into();
        let last = says.len().saturating_sub(1);
        let says = StoredValue::new(says);
        let said = move || {
            let chosen = self.chosen.get();
            says.with_value(|says| says.get(chosen).cloned())
                .unwrap_or_default()
        };
        let choose = move |value: String| {
            if let Ok(place) = value.parse::<usize>() {
                self.chosen.try_set(place.min(last));
            }
        };
        view! {
            <div class="pick">
                <label for=id.clone()>{label}</label>
                // Its own words are spoken by the slider.
                <p class="picked" aria-hidden="true">
                    {said}
                </p>
                <input
                    type="range"
                    id=id
                    min="0"
                    max=last.to_string()
                    prop:value=move || self.chosen.get().to_string()
                    aria-valuetext=said
                    on:input:target=move |ev| choose(ev.target().value())
                />
            </div>
        }
        .into_any()
    }
}
