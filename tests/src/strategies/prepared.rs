//! Generators of what is planned ahead.

use ebb_core::log::{
    AfterPlan, Entry, Keepsake, Person, Picture, Place, Places, Reasons, Recording, RelapsePlan,
    Response, RiskySituation, SafetyPlan, Sound,
};
use ebb_core::text::Note;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::{day, note, person, rating, tag};

fn notes() -> impl Strategy<Value = Vec<Note>> {
    vec(note(), 0..3)
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    vec(person(), 0..2)
}

fn safety_plan() -> impl Strategy<Value = SafetyPlan> {
    let lists = [notes(), notes(), notes(), notes()];
    (lists, people(), people(), any::<bool>()).prop_map(
        |([signs, alone, distract, surroundings], ask, professionals, readable_without_lock)| {
            SafetyPlan {
                signs,
                alone,
                distract,
                ask,
                professionals,
                surroundings,
                readable_without_lock,
            }
        },
    )
}

fn relapse_plan() -> impl Strategy<Value = RelapsePlan> {
    let response = (note(), note()).prop_map(|(when, then)| Response { when, then });
    (notes(), vec(response, 0..3), people()).prop_map(|(signs, responses, people)| RelapsePlan {
        signs,
        responses,
        people,
    })
}

fn risky_situation() -> impl Strategy<Value = RiskySituation> {
    (
        note(),
        vec(tag(), 0..3),
        of(note()),
        of(note()),
        of(rating()),
    )
        .prop_map(
            |(situation, triggers, avoid, respond, confidence)| RiskySituation {
                situation,
                triggers,
                avoid,
                respond,
                confidence,
            },
        )
}

fn after_plan() -> impl Strategy<Value = AfterPlan> {
    let lists = [notes(), notes(), notes(), notes()];
    (of(day()), lists, people()).prop_map(|(from, [keep, week, watch, when_hard], people)| {
        AfterPlan {
            from,
            keep,
            week,
            watch,
            when_hard,
            people,
        }
    })
}

fn places() -> impl Strategy<Value = Vec<Place>> {
    let place = (note(), of(note())).prop_map(|(place, about)| Place { place, about });
    vec(place, 0..4)
}

fn keepsake() -> impl Strategy<Value = Keepsake> {
    let picture = "/9j/[A-Za-z0-9+/]{0,40}".prop_map(|text| Picture::new(text).unwrap());
    (picture, of(note()), any::<bool>(), any::<bool>()).prop_map(
        |(picture, line, after_craving, in_help)| Keepsake {
            picture,
            line,
            after_craving,
            in_help,
        },
    )
}

fn recording() -> impl Strategy<Value = Recording> {
    let sound = "(GkXfo|T2dnU|AAAAHGZ0eX)[A-Za-z0-9+/]{0,40}";
    let sound = sound.prop_map(|text| Sound::new(text).unwrap());
    (sound, of(note()), any::<bool>(), any::<bool>()).prop_map(
        |(sound, line, after_craving, in_help)| Recording {
            sound,
            line,
            after_craving,
            in_help,
        },
    )
}

/// Any plan.
pub fn plan() -> impl Strategy<Value = Entry> {
    prop_oneof![
        safety_plan().prop_map(Entry::SafetyPlan),
        relapse_plan().prop_map(Entry::RelapsePlan),
        notes().prop_map(|reasons| Entry::Reasons(Reasons { reasons })),
        places().prop_map(|places| Entry::Places(Places { places })),
        risky_situation().prop_map(Entry::RiskySituation),
        after_plan().prop_map(Entry::AfterPlan),
        keepsake().prop_map(Entry::Keepsake),
        recording().prop_map(Entry::Recording),
    ]
}
