//! How to put Ebb on the home screen, with the signs that are looked for.

use leptos::prelude::*;

use crate::components::{Icon, icon};
use crate::i18n;

/// Two lists, one for each kind of phone, that open on request.
pub fn home_screen() -> AnyView {
    let words = &i18n::more().settings;
    let list = |signs: [Icon; 3], lines: [&'static str; 3]| {
        let items: Vec<_> = signs
            .into_iter()
            .zip(lines)
            .map(|(sign, line)| {
                view! {
                    <li>
                        {icon(sign)}
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
            {list([Icon::Share, Icon::Plus, Icon::Tick], words.home_screen_ios_steps)}
            <p>{words.home_screen_ios_why}</p>
            <h3>{words.home_screen_android}</h3>
            {list([Icon::Dots, Icon::Phone, Icon::Tick], words.home_screen_android_steps)}
        </details>
    }
    .into_any()
}
