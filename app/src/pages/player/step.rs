//! One step of an exercise. Every one of them can be passed without an answer.

use ebb_core::content::exercise::{ExerciseStep, Motion, Status};
use ebb_core::log::AnswerValue;
use ebb_core::rating::Rating;
use ebb_core::text::Note;
use leptos::prelude::*;

use super::blocks::blocks;
use super::scene::{Scene, body, breath_box, water};
use crate::components::{Lines, Scale, chip, when};
use crate::i18n;
use crate::state::playing::{Playing, STEP_HEADING, thousandths};

/// A step: its heading, its words, and what moves or is asked.
#[component]
pub fn StepView(playing: Playing, step: ExerciseStep, index: usize, scene: Scene) -> impl IntoView {
    let steps = playing.view.with_untracked(|view| view.steps);
    let (title, shown) = heading(&step, index, steps);
    let content = match step {
        ExerciseStep::Guide {
            prompt, seconds, ..
        } => view! {
            <p class="prompt">{prompt}</p>
            {seconds
                .and_then(|_| match scene {
                    Scene::Surf => None,
                    Scene::Body => Some(body(index)),
                    // The last step only looks away from the board.
                    Scene::Blocks if index + 1 < steps => Some(blocks(playing)),
                    _ => Some(water(playing, time_left(playing))),
                })}
        }
        .into_any(),
        ExerciseStep::Breathe { prompt, .. } => view! {
            <p class="prompt gentle">{prompt}</p>
            <BreathCircle playing=playing scene=scene />
        }
        .into_any(),
        ExerciseStep::Count {
            id,
            label,
            prompt,
            count,
        } => view! {
            <p class="prompt">{prompt}</p>
            <Things playing=playing id=id label=label count=count />
        }
        .into_any(),
        ExerciseStep::Write { id, prompt, hint } => {
            view! { <Own playing=playing id=id prompt=prompt hint=hint /> }.into_any()
        }
        ExerciseStep::Ask {
            id,
            question,
            if_yes,
        } => view! { <YesNo playing=playing id=id question=question if_yes=if_yes /> }.into_any(),
        ExerciseStep::Rate { id, prompt } => {
            view! { <PartWay playing=playing id=id prompt=prompt /> }.into_any()
        }
    };
    view! {
        <div class="step">
            <h2 id=STEP_HEADING tabindex="-1" class:unseen=!shown>
                {title}
            </h2>
            {content}
        </div>
    }
}

/// The heading of a step, and whether it is for the eye too: most steps say it in their words.
fn heading(step: &ExerciseStep, index: usize, steps: usize) -> (String, bool) {
    let texts = &i18n::texts().player;
    let unseen = match step {
        ExerciseStep::Guide {
            title: Some(title), ..
        } => return (title.clone(), true),
        ExerciseStep::Guide { title: None, .. } => return ((texts.step)(index + 1, steps), false),
        ExerciseStep::Count { label, .. } => label,
        ExerciseStep::Breathe { .. } => texts.breathe,
        ExerciseStep::Write { .. } => texts.in_own_words,
        ExerciseStep::Ask { .. } => texts.question,
        ExerciseStep::Rate { .. } => texts.look,
    };
    (unseen.to_owned(), false)
}

/// The circle that fills and empties with the breath, with the word and the seconds inside.
#[component]
fn BreathCircle(playing: Playing, scene: Scene) -> impl IntoView {
    let texts = i18n::texts();
    let breath = Memo::new(move |_| match playing.view.with(|view| view.moment) {
        Motion::Breath(breath) => Some(breath),
        _ => None,
    });
    let fill = Memo::new(move |_| breath.get().map_or(0.0, |breath| breath.scale()));
    let word = Memo::new(move |_| {
        if playing.view.with(|view| view.status) == Status::Paused {
            return texts.player.paused;
        }
        breath
            .get()
            .map_or("", |breath| texts.player.breath(breath.kind))
    });
    let seconds = Memo::new(move |_| breath.get().map(|breath| breath.seconds_left));
    let round = Memo::new(move |_| breath.get().map(|breath| (breath.round, breath.rounds)));
    // Whoever rides a wave counts nothing.
    let counts = scene != Scene::Surf;
    let words = view! {
        <p class="circle-words">
            <span class="circle-word">{word}</span>
            {counts
                .then(|| {
                    view! {
                        <span class="circle-number" aria-hidden="true">
                            {seconds}
                        </span>
                    }
                })}
            <span class="circle-foot">
                {move || round.get().map(|(round, rounds)| (texts.player.round)(round, rounds))}
            </span>
        </p>
    }
    .into_any();
    match scene {
        Scene::Surf => words,
        Scene::Box => breath_box(breath, words),
        _ => view! {
            <div class="circle breath" style=("--fill", move || thousandths(fill.get()))>
                <span class="halo" aria-hidden="true"></span>
                <span class="disc" aria-hidden="true"></span>
                {words}
            </div>
        }
        .into_any(),
    }
}

/// The time that a step has left.
fn time_left(playing: Playing) -> AnyView {
    let texts = i18n::texts();
    let seconds = Memo::new(move |_| match playing.view.with(|view| view.moment) {
        Motion::Timed { seconds_left, .. } => seconds_left,
        _ => 0,
    });
    let paused = Memo::new(move |_| playing.view.with(|view| view.status) == Status::Paused);
    view! {
        <p class="circle-words">
            <span class="circle-word">
                {move || if paused.get() { texts.player.paused } else { "" }}
            </span>
            <span class="circle-number" aria-hidden="true">
                {move || clock_face(seconds.get())}
            </span>
        </p>
    }
    .into_any()
}

/// Seconds as they are; longer times as a clock shows them.
fn clock_face(seconds: u32) -> String {
    if seconds < 100 {
        seconds.to_string()
    } else {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

/// A number of things to find with one sense, and fields for those who like to write them down.
#[component]
fn Things(playing: Playing, id: String, label: String, count: u8) -> impl IntoView {
    let texts = i18n::texts();
    let form = playing.form;
    let count = usize::from(count);
    let written = form.with_untracked(|run| run.words.contains_key(&id));
    let word = label.clone();
    let fields = (0..count)
        .map(|field| {
            let (read, write) = (id.clone(), id.clone());
            view! {
                <li>
                    <input
                        type="text"
                        dir="auto"
                        autocomplete="off"
                        aria-label=(texts.player.thing)(&label, field + 1)
                        prop:value=move || {
                            form.with(|run| run.words_in(&read, field).to_owned())
                        }
                        on:input:target=move |ev| playing.write(&write, field, ev.target().value())
                    />
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="circle still" aria-hidden="true">
            <p class="circle-words">
                <span class="circle-word">{word}</span>
                <span class="circle-number">{count}</span>
            </p>
        </div>
        <details class="more" open=written>
            <summary>{texts.player.write}</summary>
            <ol class="things">{fields}</ol>
        </details>
    }
}

/// A field of a step for several lines. What is too long is kept as typed and said so.
#[component]
pub fn Own(
    playing: Playing,
    #[prop(into)] id: String,
    prompt: String,
    hint: Option<String>,
    #[prop(optional)] field: usize,
) -> impl IntoView {
    let texts = i18n::texts();
    let form = playing.form;
    let (read, to) = (id.clone(), id.clone());
    let value = Memo::new(move |_| form.with(|run| run.words_in(&read, field).to_owned()));
    let problem = Memo::new(move |_| {
        let checked = value.with(|text| Note::from_field(text).err());
        checked.map(|error| texts.problems.text(error))
    });
    view! {
        <Lines
            label=prompt
            id=format!("written-{id}-{field}")
            value=value
            write={move |text: String| playing.write(&to, field, text)}
            problem=problem
            hint=hint.map(|hint| (texts.player.example)(&hint)).unwrap_or_default()
        />
    }
}

#[component]
fn YesNo(playing: Playing, id: String, question: String, if_yes: String) -> impl IntoView {
    let texts = i18n::texts();
    let read = id.clone();
    let answer = Memo::new(move |_| {
        playing.form.with(|run| match run.answer(&read) {
            Some(AnswerValue::YesNo(yes)) => Some(*yes),
            _ => None,
        })
    });
    let id = StoredValue::new(id);
    let choice = move |yes: bool, words: &'static str| {
        chip(
            "radio",
            "answer",
            words.to_owned(),
            move || answer.get() == Some(yes),
            move || {
                playing.answer(&id.get_value(), Some(AnswerValue::YesNo(yes)));
            },
        )
    };
    view! {
        <fieldset class="ask">
            <legend class="prompt">{question}</legend>
            <div class="chip-row">
                {choice(true, texts.player.yes)} {choice(false, texts.player.no)}
            </div>
            {when(move || answer.get().is_some(), move || view! { <button
                    type="button"
                    class="quiet small"
                    on:click=move |_| playing.answer(&id.get_value(), None)
                >
                    {texts.common.clear}
                </button> }.into_any())}
        </fieldset>
        // There from the start, so that what appears in it is read out.
        <div role="status" class="if-yes">
            {move || {
                (answer.get() == Some(true)).then(|| view! { <p class="card">{if_yes.clone()}</p> })
            }}
        </div>
    }
}

/// A rating in the middle.
#[component]
fn PartWay(playing: Playing, id: String, prompt: String) -> impl IntoView {
    let texts = i18n::texts();
    let read = id.clone();
    let value = Signal::derive(move || {
        playing.form.with(|run| match run.answer(&read) {
            Some(AnswerValue::Rating(rating)) => Some(*rating),
            _ => None,
        })
    });
    view! {
        <Scale
            legend=prompt
            name="part-way"
            low=texts.craving.none
            high=texts.craving.strongest
            value=value
            choose={move |rating: Option<Rating>| {
                playing.answer(&id, rating.map(AnswerValue::Rating));
            }}
            clear=texts.common.clear
        />
    }
}
