//! Numbers in a table that opens on request.

use leptos::prelude::*;

/// A table with one row heading in each row. It scrolls sideways where it does not fit.
pub fn folded_table(
    summary: &'static str,
    caption: &'static str,
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
) -> AnyView {
    view! {
        <details class="more numbers">
            <summary>
                {summary} <span class="unseen">": " {caption}</span>
            </summary>
            {table(caption, head, rows)}
        </details>
    }
    .into_any()
}

/// The table by itself, in a room that it is scrolled in.
pub fn table(caption: &'static str, head: Vec<&'static str>, rows: Vec<Vec<String>>) -> AnyView {
    let head: Vec<_> = head
        .into_iter()
        .map(|words| view! { <th scope="col">{words}</th> }.into_any())
        .collect();
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        // Focusable, so that the arrow keys scroll it.
        <div class="table-room" role="group" aria-label=caption tabindex="0">
            <table>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(cells: Vec<String>) -> AnyView {
    let cells: Vec<_> = cells
        .into_iter()
        .enumerate()
        .map(|(column, words)| match column {
            0 => view! { <th scope="row">{words}</th> }.into_any(),
            _ => view! { <td>{words}</td> }.into_any(),
        })
        .collect();
    view! { <tr>{cells}</tr> }.into_any()
}
