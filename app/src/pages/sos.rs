//! Help now. Everything here works without network, unlocked or not, with nothing logged.

use ebb_core::crisis::{Line, Region};
use leptos::prelude::*;
use leptos_router::components::A;

use super::settings::RegionChoice;
use super::{Later, quietly};
use crate::components::Page;
use crate::state::{crisis_lines, use_ebb};

/// The screen for an emergency.
#[component]
pub fn SosPage() -> impl IntoView {
    let ebb = use_ebb();
    ebb.back_to_own();
    let texts = ebb.texts();
    view! {
        <Page title=texts.sos.title name="sos">
            <p class="lead">{texts.sos.lead}</p>
            {help_lines()}
            <ul class="plain row aside">
                <li>
                    <A href="/plans/safety">{texts.sos.plan}</A>
                </li>
                <li>
                    <A href="/plans/places">{texts.sos.places}</A>
                </li>
                <li>
                    <A href="/programme">{texts.sos.meetings}</A>
                </li>
            </ul>
            <RegionChoice />
            <section class="card" aria-labelledby="breathe">
                <h2 id="breathe">{texts.sos.breathe}</h2>
                <div class="slow-breath" aria-hidden="true"></div>
                <p>{texts.sos.breathe_words}</p>
                <A href="/exercises/paced-breathing" attr:class="button soft">
                    {texts.now.breathe}
                </A>
            </section>
            <section class="card care" aria-labelledby="overdose">
                <h2 id="overdose">{texts.sos.overdose}</h2>
                <ol>
                    {texts
                        .sos
                        .overdose_steps
                        .iter()
                        .map(|step| view! { <li>{*step}</li> })
                        .collect_view()}
                </ol>
            </section>
            {quietly(Later::People)}
            <p class="hint">{texts.sos.nobody_watches}</p>
        </Page>
    }
}

/// Whom to call or text where the person is.
pub fn help_lines() -> AnyView {
    let ebb = use_ebb();
    let regions = crisis_lines();
    let here = move || {
        let region = ebb.region();
        regions
            .iter()
            .find(|lines| lines.region == region)
            .map(|here| {
                let lines = here.lines.iter();
                lines
                    .map(|line| view! { <HelpLine line=line /> })
                    .collect_view()
            })
    };
    view! { <ul class="plain stack lines">{here}</ul> }.into_any()
}

#[component]
fn HelpLine(line: &'static Line) -> impl IntoView {
    let texts = use_ebb().texts();
    let call = line.call.as_deref().map(|number| {
        let written = line.written.as_deref().unwrap_or(number);
        view! {
            <a class="button" class:emergency=line.emergency href=format!("tel:{number}")>
                {(texts.sos.call)(written)}
            </a>
        }
    });
    let text = line.text.as_deref().map(|number| {
        let words = match &line.keyword {
            Some(word) => (texts.sos.text_word)(word, number),
            None => (texts.sos.text)(number),
        };
        let body = line.keyword.as_deref().map(|word| format!("?body={word}"));
        view! {
            <a class="button soft" href=format!("sms:{number}{}", body.unwrap_or_default())>
                {words}
            </a>
        }
    });
    view! {
        <li class="help-line">
            <h2>{&*line.name}</h2>
            <p>{&*line.about}</p>
            {line.page.as_deref().map(|page| view! { <p class="address">{page}</p> })}
            <div class="row">{call} {text}</div>
        </li>
    }
}

/// The name of a region in the person's language.
pub fn region_words(region: Region) -> &'static str {
    let texts = use_ebb().texts();
    match region {
        Region::Us => texts.sos.us,
        Region::Ca => texts.sos.ca,
        Region::Uk => texts.sos.uk,
        Region::Ie => texts.sos.ie,
        Region::Au => texts.sos.au,
        Region::Elsewhere => texts.sos.elsewhere,
    }
}
