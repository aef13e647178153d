//! The game of blocks: core plays it, this draws it and takes the keys and taps.

use ebb_core::block_game::{BlockGame, BlockMove, COLUMNS, ROWS, Square};
use ebb_core::content::exercise::Status;
use leptos::ev::keydown;
use leptos::prelude::*;

use crate::i18n;
use crate::state::playing::Playing;
use crate::state::{bits64, is_free_key};

/// What is drawn: the pile and the piece, each as the outline of its squares.
#[derive(Clone, Default, PartialEq)]
struct Drawing {
    pile: String,
    piece: String,
    lines: u32,
}

impl Drawing {
    fn of(game: &BlockGame) -> Self {
        Self {
            pile: outline(game.pile()),
            piece: outline(game.piece()),
            lines: game.cleared(),
        }
    }
}

fn outline(squares: impl Iterator<Item = Square>) -> String {
    let squares = squares.map(|(x, y)| format!("M{x}.05 {y}.05h.9v.9h-.9z"));
    squares.collect()
}

/// The board with its buttons. It stands still while the exercise is paused.
pub fn blocks(playing: Playing) -> AnyView {
    let texts = &i18n::more().blocks;
    // Without a source of randomness the same pieces come every time: nothing hangs on it.
    let game = StoredValue::new(BlockGame::new(bits64().unwrap_or(1)));
    let drawing = RwSignal::new(game.with_value(Drawing::of));
    let elapsed = move || playing.view.with(|view| view.practised_ms);
    let began = untrack(elapsed);
    Effect::new(move |_| {
        let now = elapsed().saturating_sub(began);
        if game.try_update_value(|game| game.advance(now)) == Some(true) {
            drawing.set(game.with_value(Drawing::of));
        }
    });
    let act = move |act: BlockMove| {
        if playing.view.with_untracked(|view| view.status) == Status::Running {
            game.update_value(|game| game.act(act));
            drawing.set(game.with_value(Drawing::of));
        }
    };
    let keys = window_event_listener(keydown, move |event| {
        let meant = match event.key().as_str() {
            "ArrowLeft" => BlockMove::Left,
            "ArrowRight" => BlockMove::Right,
            "ArrowUp" => BlockMove::Turn,
            "ArrowDown" => BlockMove::Drop,
            _ => return,
        };
        if is_free_key(&event) {
            // The page must not scroll.
            event.prevent_default();
            act(meant);
        }
    });
    on_cleanup(move || keys.remove());
    let button = move |meant: BlockMove, sign: &'static str, words: &'static str| {
        view! {
            <button type="button" class="soft" aria-label=words on:click=move |_| act(meant)>
                <span aria-hidden="true">{sign}</span>
            </button>
        }
        .into_any()
    };
    view! {
        <div class="blocks">
            <svg viewBox=format!("0 0 {COLUMNS} {ROWS}") role="img" aria-label=texts.board>
                <path class="pile" d=move || drawing.with(|drawing| drawing.pile.clone())></path>
                <path class="piece" d=move || drawing.with(|drawing| drawing.piece.clone())></path>
            </svg>
            <div class="row">
                {button(BlockMove::Left, "←", texts.left)}
                {button(BlockMove::Turn, "↻", texts.turn)}
                {button(BlockMove::Drop, "↓", texts.drop)}
                {button(BlockMove::Right, "→", texts.right)}
            </div>
            <p class="hint">
                {move || (texts.lines)(drawing.with(|drawing| drawing.lines))}
                <span class="with-keys">" " {texts.keys}</span>
            </p>
        </div>
    }
    .into_any()
}
