//! What stands around every screen: the way to help, the menu, messages, and what is spoken.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::components::{BrandWave, Icon, address_pieces, icon, sprite, when};
use crate::state::{Notice, Opening, UNDO, start_afresh, take_update, use_notices, use_session};
use crate::{i18n, words};

/// The frame of the app.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let session = use_session();
    let texts = i18n::texts();
    let path = use_location().pathname;
    let here = move |address: &'static str| {
        let there = path.with(|path| path.starts_with(address));
        there.then_some("page")
    };
    view! {
        {sprite()}
        <header class="top">
            <a class="skip" href="#main" rel="external">
                {texts.shell.skip}
            </a>
            <A href="/" attr:class="brand" attr:aria-label="Ebb">
                <BrandWave />
                <span class="brand-name">"Ebb"</span>
            </A>
            <a href="/settings" class="top-link" aria-current=move || here("/settings")>
                {icon(Icon::Gear)}
                <span class="top-words">{texts.settings.title}</span>
            </a>
            <a href="/shopping-list.html" class="top-link" rel="external" data-quick-exit>
                {icon(Icon::Door)}
                <span class="top-words">{texts.shell.leave}</span>
            </a>
            <A href="/sos" attr:class="sos">
                {texts.sos.button}
            </A>
        </header>
        <Banners />
        {children()}
        {menu(path)}
        <NoticeBar />
        <p class="unseen" role="status" aria-live="polite" id="announcement">
            {session.announcement}
        </p>
    }
}

/// Each tab: where it leads, its sign, and the first names of the addresses that belong to it.
const TABS: [(&str, Icon, &[&str]); 4] = [
    (
        "/",
        Icon::Now,
        &["craving", "check-in", "slip", "sos", "welcome"],
    ),
    ("/exercises", Icon::Exercises, &["exercises", "lessons"]),
    (
        "/programme",
        Icon::Programme,
        &["programme", "plans", "day", "questionnaires", "share"],
    ),
    ("/insight", Icon::Insight, &["insight", "history"]),
];

/// The menu. A therapist, who reads what others wrote, has no use for it.
fn menu(path: Memo<String>) -> AnyView {
    let texts = i18n::texts();
    let words = [
        texts.now.menu,
        texts.exercises.menu,
        texts.shell.program,
        texts.insight.menu,
    ];
    let first = move || path.with(|path| address_pieces(path).first().map(|&name| name.to_owned()));
    let tab = move |((address, sign, names), words): (_, &'static str)| {
        let (address, sign, names): (&'static str, Icon, &'static [&'static str]) =
            (address, sign, names);
        let here = move || {
            let is = match first() {
                None => address == "/",
                Some(first) => names.contains(&first.as_str()),
            };
            is.then_some("page")
        };
        view! {
            <a href=address aria-current=here>
                {icon(sign)}
                {words}
            </a>
        }
        .into_any()
    };
    when(
        move || first().is_none_or(|first| first != "review" && first != "desk"),
        move || {
            let tabs: Vec<_> = TABS.into_iter().zip(words).map(tab).collect();
            view! {
                <nav class="menu" aria-label=texts.shell.menu>
                    {tabs}
                </nav>
            }
            .into_any()
        },
    )
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
