//! Lists of things that have a screen of their own.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

/// What a tap does. No `Callback`: that would go with the calculation that made it, and what it
/// made may stay on the screen.
pub type Tick = Arc<dyn Fn() + Send + Sync>;

/// One thing in a list.
#[derive(Clone, Default)]
pub struct Line {
    pub href: String,
    pub title: String,
    /// May be empty.
    pub detail: String,
    /// What one tap on its button does, and what the button says.
    pub tick: Option<(String, Tick)>,
}

/// What a tick does follows from where the line leads.
impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        self.href == other.href && self.title == other.title && self.detail == other.detail
    }
}

/// A list that is drawn anew only when what it says changes: the clock ticks on, and whoever has
/// the focus in it keeps it.
pub fn live_list(lines: impl Fn() -> Vec<Line> + Send + Sync + 'static) -> AnyView {
    let lines = Memo::new(move |_| lines());
    (move || list(lines.get())).into_any()
}

/// Draws a list.
pub fn list(lines: Vec<Line>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let items = lines.into_iter().map(item).collect::<Vec<_>>();
    view! { <ul class="plain entries">{items}</ul> }.into_any()
}

fn item(line: Line) -> AnyView {
    let tick = line.tick.map(|(words, act)| {
        view! {
            <button type="button" class="quiet small tick-off" aria-label=words on:click=move |_| act()>
                <span aria-hidden="true">"○"</span>
            </button>
        }
    });
    view! {
        <li class="entry">
            <div class="entry-head">
                <A href=line.href attr:class="entry-link leads-on">
                    <span>
                        <span class="entry-kind" dir="auto">{line.title}</span>
                        " "
                        <span class="entry-time" dir="auto">{line.detail}</span>
                    </span>
                </A>
                {tick}
            </div>
        </li>
    }
    .into_any()
}
