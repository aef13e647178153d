//! What stands around every screen: the way to help, the menu, messages, and what is spoken.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{BrandWave, when};
use crate::state::{Notice, Opening, UNDO, start_afresh, take_update, use_notices, use_session};
use crate::{i18n, words};

// Drawn in the page, as the wave is: see `wave.rs`.
const NOW: &str = r#"<svg viewBox="0 0 24 24"><path d="M2 15c3.5 0 4-6 7.5-6s4.5 6 12.5 6"/><path d="M4 20h16" opacity=".5"/></svg>"#;
const EXERCISES: &str = r#"<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" opacity=".5"/><circle cx="12" cy="12" r="4.5"/></svg>"#;
const HISTORY: &str = r#"<svg viewBox="0 0 24 24"><path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01"/></svg>"#;
const INSIGHT: &str = r#"<svg viewBox="0 0 24 24"><path d="M5 20v-6M12 20V5M19 20v-9"/></svg>"#;

/// The frame of the app.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let session = use_session();
    let texts = i18n::texts();
    view! {
        <header class="top">
            <a class="skip" href="#main" rel="external">
                {texts.shell.skip}
            </a>
            <A href="/" attr:class="brand" attr:aria-label="Ebb">
                <BrandWave />
                <span class="brand-name">"Ebb"</span>
            </A>
            <A href="/settings" attr:class="top-link">
                {texts.settings.title}
            </A>
            <a href="/shopping-list.html" class="top-link" rel="external" data-quick-exit>
                {texts.shell.leave}
            </a>
            <A href="/sos" attr:class="sos">
                {texts.sos.button}
            </A>
        </header>
        <Banners />
        {children()}
        <nav class="menu" aria-label=texts.shell.menu>
            <A href="/" exact=true>
                {icon(NOW)}
                {texts.now.menu}
            </A>
            <A href="/exercises">
                {icon(EXERCISES)}
                {texts.exercises.menu}
            </A>
            <A href="/history">
                {icon(HISTORY)}
                {texts.history.menu}
            </A>
            <A href="/insight">
                {icon(INSIGHT)}
                {texts.insight.menu}
            </A>
        </nav>
        <NoticeBar />
        <p class="unseen" role="status" aria-live="polite" id="announcement">
            {session.announcement}
        </p>
    }
}

fn icon(drawing: &'static str) -> impl IntoView {
    view! { <span class="menu-icon" aria-hidden="true" inner_html=drawing></span> }
}

#[component]
fn Banners() -> impl IntoView {
    let session = use_session();
    let texts = i18n::texts();
    view! {
        <div class="banners">
            {when(move || matches!(session.opening.get(), Opening::Failed(_) | Opening::Missing), move || view! { <p class="banner" role="alert">
                    {move || match session.opening.get() {
                        Opening::Failed(error) => texts.problems.store(error),
                        Opening::Missing => texts.problems.part,
                        _ => "",
                    }}
                </p> }.into_any())}
            {when(move || session.outdated.get(), move || view! { <p class="banner" role="alert">
                    {texts.problems.outdated}
                    " "
                    <button type="button" class="quiet" on:click=move |_| start_afresh()>
                        {texts.shell.reload}
                    </button>
                </p> }.into_any())}
            {when(move || session.update_ready.get(), move || view! { <p class="banner" role="status">
                    {texts.shell.update_ready}
                    " "
                    <button type="button" class="quiet" on:click=move |_| take_update()>
                        {texts.shell.take_update}
                    </button>
                </p> }.into_any())}
        </div>
    }
}

#[component]
fn NoticeBar() -> impl IntoView {
    let notices = use_notices();
    let texts = i18n::texts();
    let bar = move |notice: Notice| {
        view! {
            <p>{words::told(notice.told)}</p>
            {notice
                .undo
                .map(|undo| {
                    view! {
                        <button type="button" id=UNDO on:click=move |_| undo.run(())>
                            {texts.common.undo}
                        </button>
                    }
                })}
            <button type="button" class="quiet" on:click=move |_| notices.close()>
                {texts.common.close}
            </button>
        }
    };
    view! {
        <div class="notice" role="status" class:silent=move || notices.shown().is_none()>
            {move || notices.shown().map(bar)}
        </div>
    }
}
