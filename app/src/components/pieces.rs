//! A long screen, drawn piece by piece, so that a tap is answered before all of it is there.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::platform::clock::steady_ms;
use crate::platform::page::painted;

/// Draws one piece.
pub type Piece = Box<dyn FnOnce() -> AnyView>;

/// How long drawing goes on before the browser may paint and hear, in milliseconds.
const SLICE_MS: u64 = 8;

/// How many of `all` are drawn by now: none until the browser has painted what is there, then more
/// of them each time. It ends with the screen that asked.
pub fn one_by_one(all: usize) -> RwSignal<usize> {
    let drawn = RwSignal::new(0);
    spawn_local(async move {
        painted().await;
        let mut began = steady_ms();
        for n in 1..=all {
            if drawn.try_set(n).is_some() {
                return;
            }
            tick().await;
            if steady_ms() - began > SLICE_MS {
                painted().await;
                began = steady_ms();
            }
        }
        // What comes later needs no turn of its own.
        drawn.try_set(usize::MAX);
    });
    drawn
}

/// Draws `pieces` one after the other.
pub fn pieces(pieces: Vec<Piece>) -> AnyView {
    let all = pieces.len();
    let drawn = one_by_one(all);
    let views = pieces.into_iter().enumerate().map(|(place, piece)| {
        let its_turn = Memo::new(move |_| drawn.get() > place);
        let piece = StoredValue::new_local(Some(piece));
        let view = move || {
            let piece = its_turn.get().then(|| piece.try_update_value(Option::take));
            piece.flatten().flatten().map(|piece| untrack(piece))
        };
        view.into_any()
    });
    let views: Vec<_> = views.collect();
    view! { <div aria-busy=move || (drawn.get() < all).to_string()>{views}</div> }.into_any()
}
