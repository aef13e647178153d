//! Bringing in what another tracker wrote: a file, what its columns are, what would come, and the way
//! back.

use std::rc::Rc;

use ebb_core::import::{Column, Import, ImportError, ImportedTable, guess, read};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::components::{FileBox, Page, Problem, when};
use crate::state::backup::{bring_in_records, from_elsewhere, offer_take_back};
use crate::state::{Picked, use_journal};
use crate::{i18n, words};

/// Rows that are shown of a column, so that one knows what it is.
const SAMPLES: usize = 3;

/// The screen that brings in.
#[component]
pub fn ImportPage() -> impl IntoView {
    let texts = &i18n::tools().import;
    let table = RwSignal::new_local(None::<Rc<ImportedTable>>);
    let columns = RwSignal::new(Vec::<Column>::new());
    let name = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<String>);
    let pick = move |files: Vec<Picked>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        name.set(Some(file.name.clone()));
        table.set(None);
        spawn_local(async move {
            let read = if file.size > ebb_core::import::MOST_BYTES as u64 {
                Err(ImportError::TooLarge)
            } else {
                let bytes = file.bytes().await.unwrap_or_default();
                read(&bytes)
            };
            match read {
                Ok(found) => {
                    problem.try_set(None);
                    columns.try_set(guess(&found));
                    table.try_set(Some(Rc::new(found)));
                }
                Err(error) => drop(problem.try_set(Some((texts.problem)(error).to_owned()))),
            }
        });
    };
    let file = FileBox {
        id: "import-file",
        described: Some("import-problem"),
        accept: Some(".csv,.json,.tsv,.txt,text/csv,application/json"),
        several: false,
    };
    view! {
        <Page title=texts.title name="import">
            <p class="lead">{texts.lead}</p>
            <div class="field">
                <label for="import-file">{texts.file}</label>
                {file.show(move || name.get(), pick)}
                <Problem words=problem id="import-problem".to_owned() />
            </div>
            {move || table.get().map(|table| mapping(table, columns))}
            <p class="aside">
                <A href="/settings/backup">{i18n::more().backup.title}</A>
            </p>
        </Page>
    }
}

/// What each column is, and what would come of it.
fn mapping(table: Rc<ImportedTable>, columns: RwSignal<Vec<Column>>) -> AnyView {
    let texts = &i18n::tools().import;
    let rows: Vec<_> = (0..table.head.len())
        .map(|at| one_column(&table, at, columns))
        .collect();
    view! {
        <section aria-labelledby="columns">
            <h2 id="columns">{texts.columns}</h2>
            <p class="hint">{texts.columns_words}</p>
            {rows}
        </section>
        {preview(table, columns)}
    }
    .into_any()
}

fn one_column(table: &ImportedTable, at: usize, columns: RwSignal<Vec<Column>>) -> AnyView {
    let texts = &i18n::tools().import;
    let name = table.head.get(at).cloned().unwrap_or_default();
    let cells = table.rows.iter().filter_map(|row| row.get(at));
    let some = cells.filter(|cell| !cell.trim().is_empty()).take(SAMPLES);
    let short = some.map(|cell| cell.chars().take(40).collect::<String>());
    let samples = short.collect::<Vec<_>>().join(" · ");
    let options = Column::ALL.into_iter().enumerate().map(|(place, column)| {
        let is = move || columns.with(|columns| columns.get(at) == Some(&column));
        view! {
            <option value=place.to_string() selected=is>
                {(texts.column)(column)}
            </option>
        }
        .into_any()
    });
    let options: Vec<_> = options.collect();
    let choose = move |value: String| {
        let column = value
            .parse()
            .ok()
            .and_then(|place: usize| Column::ALL.get(place));
        columns.update(|columns| {
            if let Some((known, column)) = columns.get_mut(at).zip(column) {
                *known = *column;
            }
        });
    };
    let id = format!("column-{at}");
    view! {
        <div class="field">
            <label for=id.clone()>
                <bdi>{name}</bdi>
                <span class="hint" dir="auto">{samples}</span>
            </label>
            <select id=id on:change:target=move |ev| choose(ev.target().value())>
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn preview(table: Rc<ImportedTable>, columns: RwSignal<Vec<Column>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::tools().import;
    let problem = RwSignal::new(None::<String>);
    let done = RwSignal::new(None::<String>);
    let would = StoredValue::new_local(Import::default());
    let says = RwSignal::new(Vec::<String>::new());
    let any = RwSignal::new(false);
    let look = move || {
        let columns = columns.get();
        if !columns.iter().any(|column| column.is_day()) {
            any.set(false);
            says.set(vec![texts.no_day.to_owned()]);
            return;
        }
        let found = from_elsewhere(journal, &table, &columns);
        let mut lines = vec![(texts.would)(found.records.len())];
        if let Some((first, last)) = found.days {
            lines.push((texts.days)(
                &words::date_words(first),
                &words::date_words(last),
            ));
        }
        if found.already_here > 0 {
            lines.push((texts.already)(found.already_here));
        }
        if found.left_out > 0 {
            lines.push((texts.left_out)(found.left_out));
        }
        any.set(!found.records.is_empty());
        says.set(lines);
        would.set_value(found);
    };
    Effect::new(move |_| look());
    let bring = move |_| {
        let records = would.with_value(|import| import.records.clone());
        let roots: Vec<_> = records.iter().map(|record| record.id).collect();
        let count = roots.len();
        spawn_local(async move {
            match bring_in_records(journal, records).await {
                Ok(()) => {
                    any.try_set(false);
                    done.try_set(Some((texts.done)(count)));
                    offer_take_back(journal, (texts.done)(count), roots, texts.taken_back);
                }
                Err(error) => drop(problem.try_set(Some(words::not_saved(error).to_owned()))),
            }
        });
    };
    let lines = move || {
        let says = says.get().into_iter();
        says.map(|words| view! { <li>{words}</li> }.into_any())
            .collect::<Vec<_>>()
    };
    view! {
        <section class="card" aria-labelledby="would">
            <h2 id="would">{texts.preview}</h2>
            <ul aria-live="polite">{lines}</ul>
            <Problem words=problem />
            {when(move || any.get(), move || view! {
                <button type="button" class="main" on:click=bring>
                    {texts.bring}
                </button>
            }.into_any())}
            <p role="status" class="saved">{move || done.get()}</p>
        </section>
    }
    .into_any()
}
