//! A screen: its title line, its heading, and the focus that follows a change of screen.

use leptos::prelude::*;

use crate::platform::page;

/// What every screen shares, given by the app as a context.
#[derive(Clone, Copy)]
pub struct PageContext {
    /// Whether a screen has been shown since the page was loaded.
    pub arrived: StoredValue<bool>,
    /// Has words read out.
    pub announce: Callback<String>,
    /// What stands in the title line instead of the heading.
    pub disguise: Signal<Option<String>>,
}

const HEADING: &str = "page-title";

/// Wraps a screen. On arrival the heading takes the focus and is announced, or what the address names
/// behind its `#`.
#[component]
pub fn Page(
    /// The heading, also the title line.
    #[prop(into)]
    title: Signal<String>,
    /// A name for the stylesheet.
    name: &'static str,
    children: Children,
) -> impl IntoView {
    let screen = expect_context::<PageContext>();
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            // The first screen of a visit: Tab begins at the top of the page, as everywhere.
            let first = !screen.arrived.get_value();
            screen.arrived.set_value(true);
            if !first {
                page::to_top();
            }
            // The effect runs before the new screen is in the document.
            page::arrive_soon((!first).then_some(HEADING));
        }
        screen.announce.run(title.get());
    });
    Effect::new(move |_| {
        let title = title.get();
        let shown = screen.disguise.get();
        page::set_title(&shown.unwrap_or_else(|| format!("{title} · Ebb")));
    });
    view! {
        <main id="main" class=format!("page page-{name}")>
            <h1 id=HEADING tabindex="-1">
                {title}
            </h1>
            {children()}
        </main>
    }
}

/// A problem, told where it happened. It is spoken at once and blames nobody.
#[component]
pub fn Problem(
    /// What to say; nothing when all is well.
    #[prop(into)]
    words: Signal<Option<String>>,
    /// An id for `aria-describedby`.
    #[prop(into, optional)]
    id: String,
) -> impl IntoView {
    view! {
        <div role="alert" id=id class="problem-slot">
            {move || words.get().map(|words| view! { <p class="problem">{words}</p> })}
        </div>
    }
}
