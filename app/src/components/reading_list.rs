//! What was written, as one reads it.

use leptos::prelude::*;

/// Labels with what stands under each.
pub fn reading_list(lines: Vec<(String, String)>) -> AnyView {
    let rows = lines.into_iter().map(|(label, value)| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd dir="auto">{value}</dd>
            </div>
        }
        .into_any()
    });
    let rows: Vec<_> = rows.collect();
    view! { <dl class="reading">{rows}</dl> }.into_any()
}
