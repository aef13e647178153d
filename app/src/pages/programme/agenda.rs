//! What to talk about at an appointment.

use ebb_core::journal::RecordId;
use ebb_core::queries::appointment_agenda;
use ebb_core::rating::Rating;
use ebb_core::text::Note;
use leptos::prelude::*;

use crate::i18n::Agenda as Texts;
use crate::state::use_journal;
use crate::{i18n, words};

/// An agenda in words: what was, and the lists under it.
#[derive(Clone, Default, PartialEq)]
struct Words {
    since: String,
    facts: Vec<String>,
    lists: Vec<(&'static str, Vec<String>)>,
}

/// The agenda of an appointment, filled from what was logged since the last one.
pub(super) fn agenda_of(root: RecordId) -> AnyView {
    let texts = &i18n::more().programme.agenda;
    let words = Memo::new(move |_| words(texts, root));
    view! {
        <section class="card" aria-labelledby="agenda">
            <h2 id="agenda">{texts.title}</h2>
            {move || drawn(words.get())}
        </section>
    }
    .into_any()
}

fn drawn(words: Words) -> AnyView {
    let items = |lines: Vec<String>| {
        let items = lines
            .into_iter()
            .map(|line| view! { <li dir="auto">{line}</li> });
        items.collect_view()
    };
    let lists = words.lists.into_iter().map(|(title, lines)| {
        view! {
            <h3>{title}</h3>
            <ul>{items(lines)}</ul>
        }
    });
    view! {
        <p>{words.since}</p>
        <ul>{items(words.facts)}</ul>
        {lists.collect_view()}
    }
    .into_any()
}

fn words(texts: &'static Texts, root: RecordId) -> Words {
    let journal = use_journal();
    journal.with(|journal| {
        let Some(agenda) = appointment_agenda(journal, root) else {
            return Words::default();
        };
        let since = match agenda.since {
            Some(day) => (texts.since)(&words::day_words(day)),
            None => texts.since_ever.to_owned(),
        };
        let mut facts = vec![(texts.days)(agenda.days_known)];
        let mut fact = |n: usize, words: String| {
            if n > 0 {
                facts.push(words);
            }
        };
        let strongest = agenda.strongest.map(Rating::get);
        fact(
            agenda.cravings,
            (texts.cravings)(agenda.cravings, strongest),
        );
        let slips = agenda.slips.len();
        fact(slips, (texts.slips)(slips));
        fact(agenda.practices, (texts.practices)(agenda.practices));
        let asked = agenda.questionnaires.len();
        fact(asked, (texts.questionnaires)(asked));
        let (attended, missed) = (agenda.attended, agenda.missed);
        fact(attended + missed, (texts.groups)(attended, missed));
        let all = |notes: Vec<&Note>| notes.into_iter().map(|n| n.as_str().to_owned()).collect();
        let bring = agenda.to_bring.iter().map(|(_, item)| &item.what).collect();
        let mut lists: Vec<(&'static str, Vec<String>)> = vec![
            (texts.questions, all(agenda.questions)),
            (texts.to_bring, all(bring)),
            (texts.takeaways, all(agenda.takeaways)),
        ];
        lists.retain(|(_, lines)| !lines.is_empty());
        Words {
            since,
            facts,
            lists,
        }
    })
}
