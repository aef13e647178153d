//! The fields of a check-in.

use ebb_core::log::{Entry, Halt, Medication};
use ebb_core::queries::own_tags;
use ebb_core::rating::Rating;
use leptos::html::Details;
use leptos::prelude::*;

use crate::components::{ManyChips, Scale, chip, when};
use crate::i18n;
use crate::i18n::{CheckInTexts, Rated};
use crate::sections::{own_words, when_it_was};
use crate::state::forms::CheckInForm;
use crate::state::{Draft, use_journal, use_preferences};

/// Skills offered by name; a person adds their own.
const SKILLS: &[&str] = &[
    "urge-surfing",
    "breathing",
    "grounding",
    "called-someone",
    "went-to-a-meeting",
    "moved",
    "left-the-place",
    "played-the-tape",
];

/// Every item of a check-in.
#[component]
pub fn CheckInFields(draft: Draft<CheckInForm>) -> impl IntoView {
    let form = draft.form;
    let journal = use_journal();
    let texts = i18n::texts();
    let known = Signal::derive(move || {
        journal.with(|journal| {
            own_tags(journal, |entry| match entry {
                Entry::CheckIn(checkin) => checkin.skills.as_slice(),
                _ => &[],
            })
        })
    });
    let preferences = use_preferences();
    // An answer that is there already is never folded away.
    let open =
        preferences.with_untracked(|prefs| prefs.all_questions) || form.with_untracked(has_more);
    let rest = NodeRef::<Details>::new();
    let remember = move |_| {
        let open = rest.get_untracked().is_some_and(|rest| rest.open());
        if preferences.with_untracked(|prefs| prefs.all_questions != open) {
            preferences.choose(|prefs| prefs.all_questions = open);
        }
    };
    // A draft that comes back brings its answers into sight.
    Effect::new(move |_| {
        if form.with(has_more)
            && let Some(rest) = rest.get()
        {
            rest.set_open(true);
        }
    });
    view! {
        {ratings(form, &FIRST)}
        <details class="more" open=open node_ref=rest on:toggle=remember>
            <summary>{texts.checkin.more}</summary>
            {ratings(form, &OTHERS)}
            <HaltBox form=form />
            <MedicationBox form=form />
            <ManyChips
                legend=texts.checkin.skills
                name="skills"
                suggestions=SKILLS
                words=texts.tag
                known=known
                value=Signal::derive(move || form.with(|form| form.skills.clone()))
                choose=move |tags| form.update(|form| form.skills = tags)
            />
            {own_words(draft, "note", texts.checkin.note, |form| &form.note, |form| &mut form.note)}
            {when_it_was(draft, |form| &mut form.when)}
        </details>
    }
}

/// Whether anything is answered beyond the first questions.
fn has_more(form: &CheckInForm) -> bool {
    let first = CheckInForm {
        mood: form.mood,
        stress: form.stress,
        craving_now: form.craving_now,
        confidence: form.confidence,
        ..CheckInForm::default()
    };
    *form != first
}

/// One rated item: its name in the page, its words, and where its answer is.
type Item = (
    &'static str,
    fn(&CheckInTexts) -> Rated,
    fn(&CheckInForm) -> Option<Rating>,
    fn(&mut CheckInForm, Option<Rating>),
);

/// What is asked first: it changes most within a day, and all of it is on one screen.
const FIRST: [Item; 4] = [
    ("mood", |w| w.mood, |f| f.mood, |f, r| f.mood = r),
    ("stress", |w| w.stress, |f| f.stress, |f, r| f.stress = r),
    (
        "craving-now",
        |w| w.craving_now,
        |f| f.craving_now,
        |f, r| f.craving_now = r,
    ),
    (
        "confidence",
        |w| w.confidence,
        |f| f.confidence,
        |f, r| f.confidence = r,
    ),
];
const OTHERS: [Item; 4] = [
    ("sleep", |w| w.sleep, |f| f.sleep, |f, r| f.sleep = r),
    ("energy", |w| w.energy, |f| f.energy, |f, r| f.energy = r),
    (
        "craving-strongest",
        |w| w.craving_strongest,
        |f| f.craving_strongest,
        |f, r| f.craving_strongest = r,
    ),
    (
        "presence",
        |w| w.presence,
        |f| f.presence,
        |f, r| f.presence = r,
    ),
];

fn ratings(form: RwSignal<CheckInForm>, items: &'static [Item]) -> AnyView {
    let texts = i18n::texts();
    let scale = |(name, words, get, set): &'static Item| {
        let [legend, low, high] = words(&texts.checkin);
        view! {
            <Scale
                legend=legend
                name=name
                low=low
                high=high
                value=Signal::derive(move || form.with(get))
                choose=move |rating| form.update(|form| set(form, rating))
                clear=texts.common.clear
            />
        }
        .into_any()
    };
    let scales: Vec<_> = items.iter().map(scale).collect();
    view! { <div class="in-rows">{scales}</div> }.into_any()
}

/// One of the four: its word, how to read it, how to turn it over.
type HaltItem = (&'static str, fn(&Halt) -> bool, fn(&mut Halt));

#[component]
fn HaltBox(form: RwSignal<CheckInForm>) -> impl IntoView {
    let texts = i18n::texts();
    let words = &texts.checkin;
    let items: [HaltItem; 4] = [
        (words.hungry, |h| h.hungry, |h| h.hungry = !h.hungry),
        (words.angry, |h| h.angry, |h| h.angry = !h.angry),
        (words.lonely, |h| h.lonely, |h| h.lonely = !h.lonely),
        (words.tired, |h| h.tired, |h| h.tired = !h.tired),
    ];
    let boxes = items
        .map(|(words, get, flip)| {
            chip(
                "checkbox",
                "halt",
                words.to_owned(),
                move || form.with(|form| form.halt.as_ref().is_some_and(get)),
                move || {
                    form.update(|form| flip(form.halt.get_or_insert_default()));
                },
            )
        })
        .collect_view();
    view! {
        <fieldset class="chips">
            <legend>{words.halt}</legend>
            <div class="chip-row">
                {boxes} {chip("checkbox", "halt", words.halt_none.to_owned(), move || {
                            form.with(|form| form.halt == Some(Halt::default()))
                        }, move || {
                            form.update(|form| {
                                let none = form.halt == Some(Halt::default());
                                form.halt = (!none).then(Halt::default);
                            });
                        })}
            </div>
        </fieldset>
    }
}

#[component]
fn MedicationBox(form: RwSignal<CheckInForm>) -> impl IntoView {
    let texts = i18n::texts();
    let words = &texts.checkin;
    let options = [
        (Medication::Taken, words.medication_taken),
        (Medication::Missed, words.medication_missed),
        (Medication::NonePrescribed, words.medication_none),
    ]
    .map(|(medication, words)| {
        chip(
            "radio",
            "medication",
            words.to_owned(),
            move || form.with(|form| form.medication == Some(medication)),
            move || form.update(|form| form.medication = Some(medication)),
        )
    })
    .collect_view();
    view! {
        <fieldset class="chips">
            <legend>{words.medication}</legend>
            <div class="chip-row">{options}</div>
            {when(move || form.with(|form| form.medication.is_some()), move || view! { <button
                    type="button"
                    class="quiet small"
                    on:click=move |_| form.update(|form| form.medication = None)
                >
                    {texts.common.clear}
                    <span class="unseen">": " {words.medication}</span>
                </button> }.into_any())}
        </fieldset>
    }
}
