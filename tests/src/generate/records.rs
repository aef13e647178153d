//! The records of format 1 as the code writes them, for the fixture `journal.jsonl`.

use ebb_core::journal::DeviceId;
use ebb_core::log::{
    Answer, AnswerValue, CheckIn, Craving, CravingOutcome, Draw, Entry, Finish, Halt, Medication,
    Person, Phone, Practice, Record, Rerating, Slip, Trial,
};
use ebb_core::text::{Note, Tag};

use crate::diary::rating;

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn own(text: &str) -> Tag {
    Tag::own(text).unwrap()
}

fn ready(name: &str) -> Tag {
    Tag::suggested(name)
}

/// One record: id, device, written, happened, day, replaced root, content.
fn record(
    id: &str,
    device: u64,
    [written_at, happened_at, local_day]: [&str; 3],
    replaces: Option<&str>,
    entry: Entry,
) -> Record {
    Record {
        id: id.parse().unwrap(),
        device: DeviceId::new(device),
        written_at: written_at.parse().unwrap(),
        happened_at: happened_at.parse().unwrap(),
        local_day: local_day.parse().unwrap(),
        replaces: replaces.map(|root| root.parse().unwrap()),
        entry,
    }
}

/// A craving.
pub const CRAVING: &str = "01KATB1Q00000000000000000A";
/// A craving with nothing but its strength.
pub const SMALL: &str = "01KATB1Q00ZZZZZZZZZZZZZZZZ";
const CHECK_IN: &str = "01KAW3P3JEG2M4R6T8W0Y1234Z";
/// A slip that is deleted later.
pub const SLIP: &str = "01KAW3P3JFG2M4R6T8W0Y1234Z";

fn cravings() -> Vec<Record> {
    let full = Craving {
        intensity: rating(10),
        triggers: vec![ready("stress"), own("Zahltag 💸"), own("חג")],
        feelings: vec![ready("restless"), own("naïve — “joy”")],
        place: Some(ready("bar")),
        company: Some(ready("people-who-use")),
        substance: Some(ready("alcohol")),
        thought: Some(note(
            "\u{202e}שלום \u{2066}עולם\u{2069} 👩‍👩‍👧‍👦\n\"quoted\" \\ back\\slash / slash",
        )),
        did: Some(note(
            "a\u{0}b\u{7f}\u{9d}\u{feff}\u{2028}\u{2029}\u{10ffff} </script> =1+1\r\n\ttab",
        )),
        outcome: Some(CravingOutcome::Eased),
    };
    vec![
        record(
            CRAVING,
            0x0123_4567_89ab_cdef,
            [
                "2025-11-24T02:00:00.125-05:00",
                "2025-11-24T01:30:00.000-05:00",
                "2025-11-23",
            ],
            None,
            Entry::Craving(full),
        ),
        record(
            SMALL,
            0,
            [
                "2025-11-24T07:00:00.000+00:00",
                "2025-11-24T07:00:00.000+00:00",
                "2025-11-24",
            ],
            None,
            Entry::Craving(Craving::of(rating(0))),
        ),
        record(
            "01KATB771800000000000000AB",
            u64::MAX,
            [
                "2025-11-24T02:03:00.000-05:00",
                "2025-11-24T02:03:00.000-05:00",
                "2025-11-23",
            ],
            None,
            Entry::Rerating(Rerating {
                craving: CRAVING.parse().unwrap(),
                intensity: rating(6),
                asked_at: 20,
            }),
        ),
    ]
}

fn outcomes() -> Vec<Record> {
    let ids = [
        "01KATB7718000000000000000C",
        "01KATB7718000000000000000D",
        "01KATB7718000000000000000E",
    ];
    let outcomes = [
        CravingOutcome::Passed,
        CravingOutcome::StillHere,
        CravingOutcome::Used,
    ];
    let when = [
        "2025-11-24T12:48:00.000+05:45",
        "2025-11-24T12:48:00.000+05:45",
        "2025-11-24",
    ];
    ids.into_iter()
        .zip(outcomes)
        .map(|(id, outcome)| {
            let craving = Craving {
                outcome: Some(outcome),
                ..Craving::of(rating(5))
            };
            record(id, 7, when, None, Entry::Craving(craving))
        })
        .collect()
}

fn full_check_in() -> CheckIn {
    CheckIn {
        mood: Some(rating(0)),
        stress: Some(rating(10)),
        sleep: Some(rating(1)),
        energy: Some(rating(2)),
        craving_now: Some(rating(3)),
        craving_strongest: Some(rating(9)),
        confidence: None,
        presence: Some(rating(4)),
        halt: Some(Halt {
            hungry: true,
            angry: false,
            lonely: true,
            tired: false,
        }),
        medication: Some(Medication::Taken),
        skills: vec![ready("urge-surfing"), own("Fußball")],
        note: Some(note("🙏🏽 e\u{301}\u{327} العربية ١٢٣")),
    }
}

fn check_ins_and_slips() -> Vec<Record> {
    let when = [
        "2025-11-24T23:30:55.310+14:00",
        "2025-11-24T22:00:00.000+14:00",
        "2025-11-24",
    ];
    let one = |medication| {
        Entry::CheckIn(CheckIn {
            medication: Some(medication),
            ..CheckIn::default()
        })
    };
    let slip = Slip {
        substance: Some(own("1 # of many")),
        amount: Some(note("½ l")),
        triggers: vec![ready("payday")],
        happened: Some(note("used, then called")),
        next_day: Some(note("sleep, eat, call")),
        reach: Some(note("Zoë ☎")),
    };
    vec![
        record(CHECK_IN, 7, when, None, Entry::CheckIn(full_check_in())),
        record(
            "01KAW3P3JE0000000000000001",
            7,
            when,
            None,
            one(Medication::Missed),
        ),
        record(
            "01KAW3P3JE0000000000000002",
            7,
            when,
            None,
            one(Medication::NonePrescribed),
        ),
        record(SLIP, 7, when, None, Entry::Slip(slip)),
        record(
            "01KAW3P3JF0000000000000003",
            7,
            [
                "1970-01-01T00:00:00.000-18:00",
                "9999-12-30T18:00:00.000+18:00",
                "9999-12-30",
            ],
            None,
            Entry::Slip(Slip::default()),
        ),
    ]
}

/// An edit of a craving, and the tombstone of a slip.
#[must_use]
pub fn edit_and_tombstone() -> Vec<Record> {
    let when = [
        "2025-11-25T08:00:00.000-05:00",
        "2025-11-24T07:00:00.000+00:00",
        "2025-11-24",
    ];
    let edited = Craving {
        did: Some(note("walked")),
        ..Craving::of(rating(2))
    };
    vec![
        record(
            "01KAXK1800000000000000000X",
            7,
            when,
            Some(SMALL),
            Entry::Craving(edited),
        ),
        record(
            "01KAXK1800000000000000000Y",
            7,
            when,
            Some(SLIP),
            Entry::Deleted,
        ),
    ]
}

fn practices_and_people() -> Vec<Record> {
    let when = [
        "2026-11-25T18:30:00.000-05:00",
        "2026-11-25T18:20:00.000-05:00",
        "2026-11-25",
    ];
    let answer = |id: &str, value| Answer {
        id: id.to_owned(),
        value,
    };
    let full = Practice {
        exercise: "play-the-tape".to_owned(),
        before: Some(rating(8)),
        after: Some(rating(0)),
        seconds: 4_294_967_295,
        finish: Finish::Completed,
        answers: vec![
            answer("first", AnswerValue::Text(note("then ✋"))),
            answer("hungry", AnswerValue::YesNo(false)),
            answer("see", AnswerValue::List(vec![note("a lamp"), note("窓")])),
            answer("middle", AnswerValue::Rating(rating(10))),
        ],
        craving: Some(CRAVING.parse().unwrap()),
        note: Some(note("helped")),
    };
    let bare = Practice {
        exercise: "box-breathing".to_owned(),
        before: None,
        after: None,
        seconds: 0,
        finish: Finish::Early,
        answers: Vec::new(),
        craving: None,
        note: None,
    };
    let person = |name, phone: Option<&str>, good_for| {
        Entry::Person(Person {
            name: own(name),
            phone: phone.map(|phone| Phone::new(phone).unwrap()),
            good_for,
            line: None,
        })
    };
    let sam = person(
        "Sám 🙂",
        Some("+1 (555) 010-0199"),
        Some(note("fetches me")),
    );
    [
        ("01KAXK2A00000000000000000A", Entry::Practice(full)),
        ("01KAXK2A00000000000000000B", Entry::Practice(bare)),
        ("01KAXK2A00000000000000000C", sam),
        ("01KAXK2A00000000000000000D", person("M", None, None)),
    ]
    .into_iter()
    .map(|(id, entry)| record(id, 7, when, None, entry))
    .collect()
}

/// What a check-in has asked since it was first frozen.
#[must_use]
pub fn asked_later() -> Vec<Record> {
    let sure = CheckIn {
        confidence: Some(rating(7)),
        presence: Some(rating(0)),
        ..CheckIn::default()
    };
    let when = [
        "2026-11-29T21:00:00.000-03:00",
        "2026-11-29T20:59:00.000-03:00",
        "2026-11-29",
    ];
    let id = "01KB92F4G00000000000000001";
    vec![record(id, 7, when, None, Entry::CheckIn(sure))]
}

/// Coin-flip trials, for the fixture `trial.jsonl`.
#[must_use]
pub fn trials() -> Vec<Record> {
    let when = [
        "2026-11-30T08:00:00.000-05:00",
        "2026-11-30T07:59:00.000-05:00",
        "2026-11-30",
    ];
    let running = "01KBAHKF800000000000000001";
    let trial = |stopped| {
        Entry::Trial(Trial {
            a: "urge-surfing".to_owned(),
            b: "paced-breathing".to_owned(),
            cravings: 20,
            stopped,
        })
    };
    let draw = Entry::Draw(Draw {
        trial: running.parse().unwrap(),
        craving: SMALL.parse().unwrap(),
        exercise: "paced-breathing".to_owned(),
    });
    let entries = [
        (running, trial(false)),
        ("01KBAHKF800000000000000002", trial(true)),
        ("01KBAHKF800000000000000003", draw),
    ];
    entries
        .map(|(id, entry)| record(id, 7, when, None, entry))
        .into()
}

/// Every record, in the order of the fixture.
#[must_use]
pub fn expected() -> Vec<Record> {
    [
        cravings(),
        outcomes(),
        check_ins_and_slips(),
        edit_and_tombstone(),
        practices_and_people(),
    ]
    .concat()
}
