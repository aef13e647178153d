//! Coin-flip trials in words.

use ebb_core::chart::tenths;
use ebb_core::insight::{TrialDifference, TrialFinding};
use ebb_core::log::Trial;
use leptos::prelude::*;

use crate::{i18n, words};

/// Both exercises by their titles.
pub fn two(terms: &Trial) -> String {
    let [a, b] = titles(terms);
    (i18n::tools().trial.two)(&a, &b)
}

/// The titles of both, the first one first.
pub fn titles(terms: &Trial) -> [String; 2] {
    [&terms.a, &terms.b].map(|id| words::exercise_title(id))
}

/// What can be said of a trial that is over.
pub fn result(finding: &TrialFinding, titles: &[String; 2]) -> AnyView {
    let texts = &i18n::tools().trial;
    let [a, b] = titles.each_ref().map(String::as_str);
    let says = match finding {
        TrialFinding::TooFew { n, needed } => (texts.too_few)([a, b], *n, *needed),
        TrialFinding::TooEarly { from } => (texts.too_early)(&words::date_words(*from)),
        TrialFinding::Found(found) => return difference(found, [a, b]),
        _ => texts.last_hour.to_owned(),
    };
    view! { <p>{says}</p> }.into_any()
}

fn difference(found: &TrialDifference, [a, b]: [&str; 2]) -> AnyView {
    let texts = &i18n::tools().trial;
    // Below zero, cravings were weaker after the first.
    let (more, other) = if found.by < 0.0 { (a, b) } else { (b, a) };
    let says = if found.is_sure {
        (texts.more)(more, other, &tenths(found.by.abs()))
    } else {
        texts.no_more.to_owned()
    };
    let end = |by: f64| {
        let points = tenths(by.abs());
        if points == "0" {
            texts.no_difference.to_owned()
        } else {
            (texts.favors)(&points, if by < 0.0 { a } else { b })
        }
    };
    let (low, high) = found.interval;
    let rests_on = (texts.rests_on)([a, b], found.n);
    view! {
        <p>
            <b>{says}</b>
        </p>
        <p>{(texts.between)(&end(low), &end(high))}</p>
        <p class="hint">{rests_on}</p>
        <p class="hint">{texts.note}</p>
    }
    .into_any()
}
