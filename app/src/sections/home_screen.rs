//! How to put Ebb on the home screen, with the signs that are looked for.

use leptos::prelude::*;

use crate::i18n;

const SHARE: &str =
    r#"<svg viewBox="0 0 24 24"><path d="M8 9H5v12h14V9h-3M12 3v12M8 7l4-4 4 4"/></svg>"#;
const PLUS: &str = r#"<svg viewBox="0 0 24 24"><rect x="4" y="4" width="16" height="16" rx="4"/><path d="M12 8v8M8 12h8"/></svg>"#;
const DOTS: &str = r#"<svg viewBox="0 0 24 24"><path d="M12 5h.01M12 12h.01M12 19h.01"/></svg>"#;
const PHONE: &str = r#"<svg viewBox="0 0 24 24"><rect x="6" y="2" width="12" height="20" rx="3"/><path d="M12 7v7M9 11l3 3 3-3M10 18h4"/></svg>"#;
const TICK: &str =
    r#"<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/><path d="M8 12l3 3 5-6"/></svg>"#;

/// Two lists, one for each kind of phone, that open on request.
pub fn home_screen() -> AnyView {
    let words = &i18n::more().settings;
    let list = |signs: [&'static str; 3], lines: [&'static str; 3]| {
        let items: Vec<_> = signs
            .into_iter()
            .zip(lines)
            .map(|(sign, line)| {
                view! {
                    <li>
                        <span class="menu-icon" aria-hidden="true" inner_html=sign></span>
                        {line}
                    </li>
                }
                .into_any()
            })
            .collect();
        view! { <ol class="plain how-to">{items}</ol> }.into_any()
    };
    view! {
        <details class="more" id="home-screen">
            <summary>{words.home_screen}</summary>
            <h3>{words.home_screen_ios}</h3>
            {list([SHARE, PLUS, TICK], words.home_screen_ios_steps)}
            <p>{words.home_screen_ios_why}</p>
            <h3>{words.home_screen_android}</h3>
            {list([DOTS, PHONE, TICK], words.home_screen_android_steps)}
        </details>
    }
    .into_any()
}
