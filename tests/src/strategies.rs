//! Generators of moments, texts, entries and records, as wide as the types allow.

mod prepared;
pub mod programme;
pub mod sharing;

use ebb_core::journal::{DeviceId, RecordId};
use ebb_core::log::{
    Answer, AnswerValue, CheckIn, Craving, CravingOutcome, Draw, Entry, Finish, Halt, Medication,
    Person, Phone, Practice, Questionnaire, Record, Reply, Rerating, Scored, Slip, TRIGGERS,
};
use ebb_core::rating::Rating;
use ebb_core::text::{Note, Tag};
use ebb_core::time::{DayBoundary, LocalDay, Moment};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// The last millisecond a moment can hold, 9999-12-30T00:00:00Z.
pub const LATEST_MS: i64 = 253_402_128_000_000;

/// Texts that have broken other programs.
pub const EDGE_TEXTS: [&str; 8] = [
    "🙏🏽👩‍👩‍👧‍👦🇨🇭",
    "\u{202e}שלום \u{2066}עולם\u{2069}",
    "العربية مع أرقام ١٢٣",
    "e\u{301}\u{327}\u{fe0f}\u{200d}",
    "a\u{0}b\u{7f}\u{9d}\u{feff}",
    "\"\\\"\\u0000</script>{}[]",
    "=HYPERLINK(\"x\")\r\n\tline",
    "\u{10ffff}\u{fffd}\u{2028}\u{2029}",
];

/// Any rating.
pub fn rating() -> impl Strategy<Value = Rating> {
    (0..=10u8).prop_map(|value| Rating::new(value).unwrap())
}

/// Any moment of any year, at any offset.
pub fn moment() -> impl Strategy<Value = Moment> + Clone {
    let instant = prop_oneof![
        3 => 1_700_000_000_000..1_900_000_000_000i64,
        1 => 0..=LATEST_MS,
        1 => prop_oneof![Just(0), Just(LATEST_MS)],
    ];
    (instant, offset()).prop_map(|(ms, offset)| Moment::new(ms, offset).unwrap())
}

/// Any offset from UTC, in minutes; quarter hours are likelier, as on real clocks.
pub fn offset() -> impl Strategy<Value = i16> + Clone {
    prop_oneof![
        -1080..=1080i16,
        (-48..=56i16).prop_map(|quarters| quarters * 15)
    ]
}

/// Any day boundary.
pub fn boundary() -> impl Strategy<Value = DayBoundary> {
    (0..=DayBoundary::LATEST_MINUTES).prop_map(|minutes| DayBoundary::new(minutes).unwrap())
}

/// Any note, from one character to a few hundred.
pub fn note() -> impl Strategy<Value = Note> {
    prop_oneof![
        vec(any::<char>(), 1..200).prop_map(String::from_iter),
        (0..EDGE_TEXTS.len()).prop_map(|index| EDGE_TEXTS[index].to_owned()),
    ]
    .prop_filter_map("blank", |text| Note::new(text).ok())
}

/// Any tag: suggested or the person's own.
pub fn tag() -> impl Strategy<Value = Tag> {
    prop_oneof![
        (0..TRIGGERS.len()).prop_map(|index| Tag::suggested(TRIGGERS[index])),
        vec(any::<char>(), 1..=Tag::LIMIT)
            .prop_map(|text| text
                .into_iter()
                .filter(|c| !c.is_control())
                .collect::<String>())
            .prop_filter_map("not a tag", |text| Tag::own(&text).ok()),
    ]
}

fn outcome() -> impl Strategy<Value = CravingOutcome> {
    prop_oneof![
        Just(CravingOutcome::Passed),
        Just(CravingOutcome::Eased),
        Just(CravingOutcome::StillHere),
        Just(CravingOutcome::Used),
    ]
}

/// Any craving.
pub fn craving() -> impl Strategy<Value = Craving> {
    (
        rating(),
        vec(tag(), 0..4),
        vec(tag(), 0..3),
        (of(tag()), of(tag()), of(tag())),
        (of(note()), of(note()), of(outcome())),
    )
        .prop_map(
            |(
                intensity,
                triggers,
                feelings,
                (place, company, substance),
                (thought, did, outcome),
            )| {
                Craving {
                    intensity,
                    triggers,
                    feelings,
                    place,
                    company,
                    substance,
                    thought,
                    did,
                    outcome,
                }
            },
        )
}

fn halt() -> impl Strategy<Value = Halt> {
    any::<[bool; 4]>().prop_map(|[hungry, angry, lonely, tired]| Halt {
        hungry,
        angry,
        lonely,
        tired,
    })
}

fn medication() -> impl Strategy<Value = Medication> {
    prop_oneof![
        Just(Medication::Taken),
        Just(Medication::Missed),
        Just(Medication::NonePrescribed),
    ]
}

/// Any practice, with an answer of any kind.
pub fn practice() -> impl Strategy<Value = Practice> {
    let value = prop_oneof![
        note().prop_map(AnswerValue::Text),
        any::<bool>().prop_map(AnswerValue::YesNo),
        vec(note(), 0..3).prop_map(AnswerValue::List),
        rating().prop_map(AnswerValue::Rating),
    ];
    let answer = ("[a-z-]{1,12}", value).prop_map(|(id, value)| Answer { id, value });
    (
        ("[a-z-]{1,20}", of(rating()), of(rating()), any::<u32>()),
        prop_oneof![Just(Finish::Completed), Just(Finish::Early)],
        vec(answer, 0..3),
        of(note()),
    )
        .prop_map(
            |((exercise, before, after, seconds), finish, answers, note)| Practice {
                exercise,
                before,
                after,
                seconds,
                finish,
                answers,
                craving: None,
                note,
            },
        )
}

/// Anybody.
pub fn person() -> impl Strategy<Value = Person> {
    let phone = "[+]?[0-9]{3,15}".prop_map(|text| Phone::new(&text).unwrap());
    (tag(), of(phone), of(note()), of(note())).prop_map(|(name, phone, good_for, line)| Person {
        name,
        phone,
        good_for,
        line,
    })
}

/// Any check-in, also one in which everything was skipped.
pub fn check_in() -> impl Strategy<Value = CheckIn> {
    (
        (of(rating()), of(rating()), of(rating()), of(rating())),
        (of(rating()), of(rating()), of(rating()), of(rating())),
        (of(halt()), of(medication())),
        vec(tag(), 0..3),
        of(note()),
    )
        .prop_map(
            |(
                (mood, stress, sleep, energy),
                (craving_now, craving_strongest, confidence, presence),
                (halt, medication),
                skills,
                note,
            )| CheckIn {
                mood,
                stress,
                sleep,
                energy,
                craving_now,
                craving_strongest,
                confidence,
                presence,
                halt,
                medication,
                skills,
                note,
            },
        )
}

/// Any slip.
pub fn slip() -> impl Strategy<Value = Slip> {
    (
        of(tag()),
        of(note()),
        vec(tag(), 0..3),
        (of(note()), of(note()), of(note())),
    )
        .prop_map(
            |(substance, amount, triggers, (happened, next_day, reach))| Slip {
                substance,
                amount,
                triggers,
                happened,
                next_day,
                reach,
            },
        )
}

/// Any questionnaire, whole or half-way, of any instrument and version.
pub fn questionnaire() -> impl Strategy<Value = Questionnaire> {
    let reply = ("[0-9]{1,2}[a-g]?", any::<u8>()).prop_map(|(item, value)| Reply { item, value });
    let scored = ("[a-z]{1,10}", any::<u16>()).prop_map(|(score, value)| Scored { score, value });
    let version = "[a-z0-9-]{1,20}";
    (
        "[a-z0-9-]{1,20}",
        version,
        version,
        vec(reply, 0..6),
        vec(scored, 0..3),
    )
        .prop_map(
            |(instrument, form, scoring, answers, scores)| Questionnaire {
                instrument,
                form,
                scoring,
                answers,
                scores,
            },
        )
}

/// Any id a record can have.
pub fn id() -> impl Strategy<Value = RecordId> {
    (0..=LATEST_MS, any::<u128>()).prop_map(|(ms, random)| RecordId::next(None, ms, random))
}

/// One of a handful of ids, so that records collide, replace and belong to each other.
pub fn near_id() -> impl Strategy<Value = RecordId> {
    (0..5i64, 0..2u128).prop_map(|(ms, random)| RecordId::next(None, ms, random))
}

/// What belongs to a craving.
fn child(parent: impl Strategy<Value = RecordId>) -> impl Strategy<Value = Entry> {
    let drawn = of((id(), "[a-z-]{1,20}"));
    (parent, rating(), any::<u16>(), drawn).prop_map(|(craving, intensity, asked_at, drawn)| {
        match drawn {
            Some((trial, exercise)) => Entry::Draw(Draw {
                trial,
                craving,
                exercise,
            }),
            None => Entry::Rerating(Rerating {
                craving,
                intensity,
                asked_at,
            }),
        }
    })
}

fn entry(parent: impl Strategy<Value = RecordId>) -> impl Strategy<Value = Entry> {
    prop_oneof![
        2 => craving().prop_map(Entry::Craving),
        2 => child(parent),
        1 => check_in().prop_map(Entry::CheckIn),
        1 => slip().prop_map(Entry::Slip),
        1 => practice().prop_map(Entry::Practice),
        1 => person().prop_map(Entry::Person),
        2 => Just(Entry::Deleted),
        1 => questionnaire().prop_map(Entry::Questionnaire),
        2 => prepared::plan(),
        2 => prop_oneof![3 => programme::entry(), 1 => sharing::entry()],
    ]
}

fn record_of(
    ids: impl Strategy<Value = RecordId>,
    replaced: impl Strategy<Value = RecordId>,
    parents: impl Strategy<Value = RecordId>,
    moments: impl Strategy<Value = Moment> + Clone,
) -> impl Strategy<Value = Record> {
    let when = (moments.clone(), moments, boundary());
    (ids, of(replaced), any::<u64>(), when, entry(parents)).prop_filter_map(
        "a tombstone of nothing, or a record that replaces itself",
        |(id, replaces, device, (written_at, happened_at, boundary), entry)| {
            let nothing = entry == Entry::Deleted && replaces.is_none();
            (!nothing && replaces != Some(id)).then(|| Record {
                id,
                device: DeviceId::new(device),
                written_at,
                happened_at,
                local_day: happened_at.local_day(boundary),
                replaces,
                entry,
            })
        },
    )
}

/// Any record that can be written.
pub fn record() -> impl Strategy<Value = Record> {
    record_of(id(), id(), id(), moment())
}

/// A history of records that edit, delete, belong to and even contradict each other: ids are few
/// enough for two different records to claim the same one, as after damage or ill will.
pub fn history() -> impl Strategy<Value = Vec<Record>> {
    let near = (1_767_225_600_000..1_767_225_600_003i64).prop_map(|ms| Moment::new(ms, 0).unwrap());
    vec(record_of(near_id(), near_id(), near_id(), near), 0..14)
}

/// Any day a record can be on.
pub fn day() -> impl Strategy<Value = LocalDay> {
    (moment(), boundary()).prop_map(|(moment, boundary)| moment.local_day(boundary))
}
