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
    let views = in_turn(pieces, drawn);
    view! { <div aria-busy=move || (drawn.get() < all).to_string()>{views}</div> }.into_any()
}

/// So many lines fill a screen, and are drawn at once.
const A_SCREEN: usize = 16;
/// So many of the rest are drawn together.
const A_FEW: usize = 8;

/// A list that may be long: what fills a screen is drawn at once, the rest piece by piece. `again` is
/// all of it at once, in the place of one that is on the screen: what stands below must not move away
/// under a finger. Each of `lines` draws one `<li>`.
pub fn long_list(class: &'static str, lines: Vec<Piece>, again: bool) -> AnyView {
    let at_once = if again { lines.len() } else { A_SCREEN };
    let mut lines = lines.into_iter();
    let first: Vec<AnyView> = lines.by_ref().take(at_once).map(|line| line()).collect();
    let mut rest: Vec<Piece> = Vec::new();
    loop {
        let few: Vec<Piece> = lines.by_ref().take(A_FEW).collect();
        if few.is_empty() {
            break;
        }
        rest.push(Box::new(move || {
            let few: Vec<AnyView> = few.into_iter().map(|line| line()).collect();
            few.into_any()
        }));
    }
    let all = rest.len();
    let drawn = one_by_one(all);
    let rest = in_turn(rest, drawn);
    view! {
        <ol class=class aria-busy=move || (drawn.get() < all).to_string()>
            {first}
            {rest}
        </ol>
    }
    .into_any()
}

fn in_turn(pieces: Vec<Piece>, drawn: RwSignal<usize>) -> Vec<AnyView> {
    let views = pieces.into_iter().enumerate().map(|(place, piece)| {
        let its_turn = Memo::new(move |_| drawn.get() > place);
        let piece = StoredValue::new_local(Some(piece));
        let view = move || {
            let piece = its_turn.get().then(|| piece.try_update_value(Option::take));
            piece.flatten().flatten().map(|piece| untrack(piece))
        };
        view.into_any()
    });
    views.collect()
}
