//! Whom to call and what to do in an emergency, where the person is.

use ebb_core::content::crisis::{EmergencyId, HelpLine, Region};
use leptos::prelude::*;

use crate::components::when;
use crate::i18n;
use crate::i18n::{crisis_lines, emergencies};
use crate::state::{focus_soon, use_preferences};

/// Whom to call or text in a crisis, where the person is.
pub fn crisis_help() -> AnyView {
    lines(|_, line| line.purpose.is_for_crisis(), false)
}

/// Some of the lines where the person is; of both places while it is not known which.
///
/// `wanted` is asked with the place of a line among those of its region. With `danger_first`, numbers
/// for danger to life come first.
pub fn lines(wanted: fn(usize, &HelpLine) -> bool, danger_first: bool) -> AnyView {
    let preferences = use_preferences();
    let all = crisis_lines();
    let here = move || {
        let guess = preferences.region();
        let found = guess.regions().filter_map(|region| {
            let here = all.iter().find(|lines| lines.region == region)?;
            let named = (!guess.is_sure()).then(|| (i18n::texts().sos.region)(region));
            Some((named, here.lines.iter().enumerate()))
        });
        let mut found: Vec<_> = found
            .flat_map(|(named, lines)| {
                let lines = lines.filter(|(place, line)| wanted(*place, line));
                lines.map(move |(_, line)| (named, line))
            })
            .collect();
        found.sort_by_key(|(_, line)| danger_first && !line.is_emergency());
        found
            .into_iter()
            .map(|(named, line)| help_line(line, named))
            .collect::<Vec<_>>()
    };
    view! { <ul class="plain stack lines">{here}</ul> }.into_any()
}

fn help_line(line: &'static HelpLine, named: Option<&'static str>) -> AnyView {
    let texts = i18n::texts();
    let call = line.call.as_deref().map(|number| {
        let written = line.written.as_deref().unwrap_or(number);
        view! {
            <a class="button" class:emergency=line.is_emergency() href=format!("tel:{number}")>
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
    let name = match named {
        Some(region) => format!("{} · {region}", line.name),
        None => line.name.to_string(),
    };
    view! {
        <li class="help-line">
            <h2>{name}</h2>
            <p>{&*line.about}</p>
            {line.page.as_deref().map(|page| view! { <p class="address">{page}</p> })}
            <div class="row">{call} {text}</div>
        </li>
    }
    .into_any()
}

/// What to do in an emergency. `within` another section its heading is one lower.
pub fn emergency(id: EmergencyId, within: bool) -> AnyView {
    let Some(text) = id.text(emergencies()) else {
        return ().into_any();
    };
    let list = |lines: &'static [std::borrow::Cow<'static, str>]| {
        let lines = lines
            .iter()
            .map(|line| view! { <li>{&**line}</li> }.into_any());
        lines.collect::<Vec<_>>()
    };
    let name = id.name();
    let title = if within {
        view! {
            <h3 id=name tabindex="-1">
                {&*text.title}
            </h3>
        }
        .into_any()
    } else {
        view! {
            <h2 id=name tabindex="-1">
                {&*text.title}
            </h2>
        }
        .into_any()
    };
    view! {
        <section class="card care" aria-labelledby=name>
            {title}
            {text.lead.as_deref().map(|lead| view! { <p>{lead}</p> })}
            <p>{&*text.signs_lead}</p>
            <ul>{list(&text.signs)}</ul>
            <p>{&*text.steps_lead}</p>
            <ol>{list(&text.steps)}</ol>
        </section>
    }
    .into_any()
}

/// Asks where the person is, as long as zone and languages leave it open. The answer is kept.
pub fn which_region() -> AnyView {
    let preferences = use_preferences();
    let texts = i18n::texts();
    let button = move |region: Region| {
        let choose = move |_| {
            preferences.choose(|prefs| prefs.region = Some(region));
            // The question goes away, and with it what had the focus.
            focus_soon("region");
        };
        view! {
            <button type="button" class="soft" on:click=choose>
                {(i18n::texts().sos.region)(region)}
            </button>
        }
        .into_any()
    };
    let guess = Memo::new(move |_| preferences.region());
    when(
        move || !guess.get().is_sure(),
        move || {
            let buttons: Vec<_> = guess.get_untracked().regions().map(button).collect();
            view! {
                <section class="card" aria-labelledby="where">
                    <h2 id="where">{texts.sos.where_now}</h2>
                    <p>{texts.sos.where_words}</p>
                    <div class="row">{buttons}</div>
                </section>
            }
            .into_any()
        },
    )
}

/// Whose help lines come first.
#[component]
pub fn RegionChoice() -> impl IntoView {
    let preferences = use_preferences();
    let texts = &i18n::texts().settings;
    let options = Region::ALL
        .into_iter()
        .enumerate()
        .map(|(place, region)| {
            view! {
                <option value=place.to_string() selected=move || preferences.region().region == region>
                    {(i18n::texts().sos.region)(region)}
                </option>
            }
        })
        .collect_view();
    let choose = move |value: String| {
        let region = value
            .parse()
            .ok()
            .and_then(|place: usize| Region::ALL.get(place).copied());
        if region.is_some() {
            preferences.choose(|prefs| prefs.region = region);
        }
    };
    view! {
        <div class="field">
            <label for="region">{texts.region}</label>
            <select id="region" on:change:target=move |ev| choose(ev.target().value())>
                {options}
            </select>
        </div>
    }
}
