//! What is not a control: signs, what leads on, what opens, what asks, surfaces, and what stands in
//! the place of nothing.

use leptos::prelude::*;

use crate::components::{
    Confirm, Icon, Line, Sample, Wave, drawn_when_opened, empty, folded, folded_table, icon, list,
    reading_list,
};
use crate::i18n;
use crate::sections::Rate;

/// The whole set.
pub fn icons() -> AnyView {
    let all = Icon::ALL.iter().map(|&(sign, name)| {
        view! {
            <figure style:display="grid" style:margin="0" style:width="6rem" data-icon=name>
                {icon(sign)} <figcaption class="hint">{name}</figcaption>
            </figure>
        }
        .into_any()
    });
    view! { <div class="row">{all.collect::<Vec<_>>()}</div> }.into_any()
}

/// A title that leads on, in a list and on a card, and a link that stands alone. A chevron says so.
pub fn links() -> AnyView {
    let texts = i18n::texts();
    let line = Line {
        href: "/kit".to_owned(),
        title: texts.followup.add_more.to_owned(),
        detail: texts.common.saved.to_owned(),
        tick: None,
    };
    view! {
        {list(vec![line])}
        <ul class="plain cards field">
            <li class="card exercise">
                <h3>
                    <a href="/kit" class="leads-on">
                        {texts.now.breathe}
                    </a>
                </h3>
                <p class="exercise-minutes">{(texts.exercises.minutes)(3, 5)}</p>
                <p>{texts.now.craving_hint}</p>
            </li>
        </ul>
        <p class="aside row">
            <a href="/kit">{texts.now.plans}</a>
            <a href="/kit">{texts.now.programme}</a>
        </p>
    }
    .into_any()
}

/// What opens in the page: lines, a table, and what is drawn only then.
pub fn disclosures() -> AnyView {
    let texts = i18n::texts();
    let lines = texts.insight.empty_list.map(str::to_owned).into();
    view! {
        {folded(texts.insight.empty, lines)}
        {drawn_when_opened("", texts.now.craving, || view! { <p>{i18n::texts().now.craving_hint}</p> }.into_any())}
        {folded_table(
            texts.insight.show_numbers,
            texts.insight.check_ins,
            vec![texts.insight.day, texts.insight.unknown],
            vec![vec![1.to_string(), 2.to_string()]],
        )}
    }
    .into_any()
}

/// What opens over the page.
pub fn dialog() -> AnyView {
    let erase = &i18n::texts().settings;
    view! {
        <Confirm
            label=erase.erase
            question=erase.erase_question
            detail=erase.erase_detail
            yes=erase.erase_yes
            no=erase.erase_no
            act=|()| ()
        />
    }
    .into_any()
}

/// What is felt is water, with a gradient or a wave; what was written is paper.
pub fn surfaces() -> AnyView {
    let texts = i18n::texts();
    let felt = RwSignal::new(None);
    let written = vec![
        (
            texts.craving.thought.to_owned(),
            texts.now.craving_hint.to_owned(),
        ),
        (
            texts.craving.place.to_owned(),
            texts.common.saved.to_owned(),
        ),
    ];
    view! {
        <a class="button craving-button" href="/kit">
            <Wave />
            <span class="button-words">{texts.now.craving}</span>
            <span class="button-hint">{texts.now.craving_hint}</span>
        </a>
        <Rate
            legend=texts.craving.intensity
            value=felt
            choose=move |rating| felt.set(Some(rating))
        />
        <div class="card paper">{reading_list(written)}</div>
    }
    .into_any()
}

/// Nothing yet, of every kind.
pub fn empties() -> AnyView {
    let nothing = i18n::texts().history.empty;
    let all = Sample::ALL
        .map(|(of, name)| view! { <div data-sample=name>{empty(nothing, of)}</div> }.into_any());
    view! { <div class="stack">{all.into_iter().collect::<Vec<_>>()}</div> }.into_any()
}
