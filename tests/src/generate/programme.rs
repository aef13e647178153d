//! What came with the programme in format 1 as the code writes it, for the fixture `programme.jsonl`.

use ebb_core::journal::DeviceId;
use ebb_core::log::{
    AfterPlan, Appointment, Assignment, Commitment, CommitmentKept, DateChange, DayPlan, Dose,
    Entry, Exception, Goal, GoalState, GoalStep, Group, GroupKind, IfThen, Keepsake, LessonRead,
    Occasion, Person, Phase, PhaseKind, Phone, Picture, Place, Places, PlanUsed, Prescription,
    Questionnaire, Reasons, Recipient, Record, Recording, ReductionPlan, ReductionStep,
    RelapsePlan, Reminder, ReminderFor, Reply, Response, RiskySituation, SafetyPlan, Scored,
    Session, ShareKey, Shared, Sound, Start, StepDown, Taken, ToBring, Trust,
};
use ebb_core::text::{Note, Tag};
use ebb_core::time::{LocalDay, Wall, Zone};

use crate::diary::rating;

const ROOT: &str = "01KATB1Q00000000000000000A";

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn own(text: &str) -> Tag {
    Tag::own(text).unwrap()
}

fn day(text: &str) -> LocalDay {
    text.parse().unwrap()
}

fn sam() -> Person {
    Person {
        name: own("Sám 🙂"),
        phone: Some(Phone::new("+1 (555) 010-0199").unwrap()),
        good_for: Some(note("fetches me")),
        line: None,
    }
}

fn questionnaires() -> Vec<Entry> {
    let one = |answers, scores| {
        Entry::Questionnaire(Questionnaire {
            instrument: "phq-9".into(),
            form: "phq-9-1999".into(),
            scoring: "phq-9-2001".into(),
            answers,
            scores,
        })
    };
    let reply = |item: &str, value| Reply {
        item: item.into(),
        value,
    };
    let scored = Scored {
        score: "phq-2".into(),
        value: 2,
    };
    vec![
        one(vec![reply("1", 1), reply("2", 1)], vec![scored]),
        one(vec![reply("9", 3)], Vec::new()),
        one(Vec::new(), Vec::new()),
    ]
}

fn plans() -> Vec<Entry> {
    vec![
        Entry::SafetyPlan(SafetyPlan {
            signs: vec![note("I stop answering"), note("שלום")],
            alone: vec![note("shower")],
            distract: vec![note("the library")],
            ask: vec![sam()],
            professionals: vec![sam()],
            surroundings: vec![note("pills with my sister")],
            readable_without_lock: true,
        }),
        Entry::SafetyPlan(SafetyPlan::default()),
        Entry::RelapsePlan(RelapsePlan {
            signs: vec![note("skipping meetings")],
            responses: vec![Response {
                when: note("payday"),
                then: note("home the other way"),
            }],
            people: vec![sam()],
        }),
        Entry::RelapsePlan(RelapsePlan::default()),
        Entry::Reasons(Reasons {
            reasons: vec![note("Sunday without dread")],
        }),
        Entry::Reasons(Reasons::default()),
        Entry::RiskySituation(RiskySituation {
            situation: note("wedding"),
            triggers: vec![Tag::suggested("celebration")],
            avoid: Some(note("go late")),
            respond: Some(note("leave at nine")),
            confidence: Some(rating(4)),
        }),
        Entry::AfterPlan(AfterPlan {
            from: Some(day("2026-06-01")),
            keep: vec![note("Tuesday meeting")],
            week: vec![note("gym")],
            watch: vec![note("sleep")],
            when_hard: vec![note("call")],
            people: vec![sam()],
        }),
        Entry::AfterPlan(AfterPlan::default()),
    ]
}

fn groups() -> Vec<Entry> {
    let zone = Some(Zone::new("America/New_York").unwrap());
    let full = Group {
        name: own("Evening group"),
        kind: GroupKind::Programme,
        weekdays: vec![0, 2, 6],
        at: "18:05".parse().unwrap(),
        minutes: 90,
        zone: zone.clone(),
        first: day("2026-03-02"),
        last: Some(day("2026-05-29")),
        exceptions: vec![
            Exception {
                on: day("2026-03-04"),
                change: DateChange::Cancelled,
            },
            Exception {
                on: day("2026-03-09"),
                change: DateChange::Moved(day("2026-03-10"), "07:00".parse().unwrap()),
            },
        ],
        place: Some(note("room 2")),
        way: None,
    };
    let bare = |kind| {
        Entry::Group(Group {
            kind,
            zone: None,
            last: None,
            exceptions: Vec::new(),
            place: None,
            ..full.clone()
        })
    };
    let session = Session {
        group: ROOT.parse().unwrap(),
        name: own("Evening group"),
        on: day("2026-03-04"),
        attended: Some(true),
        bring: Some(note("my letter")),
        takeaway: Some(note("ask early")),
        homework: Some(note("surf twice")),
        exercise: Some("urge-surfing".into()),
        practised: true,
    };
    let planned = Session {
        attended: None,
        bring: None,
        takeaway: None,
        homework: None,
        exercise: None,
        practised: false,
        ..session.clone()
    };
    vec![
        Entry::Group(full.clone()),
        bare(GroupKind::Meeting),
        bare(GroupKind::Family),
        Entry::Session(session),
        Entry::Session(planned),
    ]
}

fn appointments() -> Vec<Entry> {
    let full = Appointment {
        with: own("Ana"),
        occasion: Occasion::Counselling,
        start: Wall {
            day: day("2026-03-05"),
            at: "00:00".parse().unwrap(),
            zone: Some(Zone::new("Europe/Zurich").unwrap()),
        },
        minutes: 50,
        place: Some(note("room 4")),
        questions: vec![note("is this normal?")],
        notes: Some(note("it is")),
        held: Some(false),
    };
    let bare = |occasion| {
        Entry::Appointment(Appointment {
            occasion,
            start: Wall {
                zone: None,
                ..full.start.clone()
            },
            place: None,
            questions: Vec::new(),
            notes: None,
            held: None,
            ..full.clone()
        })
    };
    let bring = |for_group, done| {
        Entry::ToBring(ToBring {
            what: note("the letter"),
            for_group,
            done,
        })
    };
    vec![
        Entry::Appointment(full.clone()),
        bare(Occasion::Medical),
        bare(Occasion::Family),
        bare(Occasion::Other),
        bring(false, false),
        bring(true, true),
    ]
}

fn tasks() -> Vec<Entry> {
    let step = |what, done| GoalStep {
        what: note(what),
        done,
    };
    let goal = |state, sign, steps, review| {
        Entry::Goal(Goal {
            what: note("sleep before midnight"),
            sign,
            steps,
            review,
            state,
        })
    };
    let steps = vec![step("phone out of the room", true), step("no naps", false)];
    let commitment = |due, to, kept| {
        Entry::Commitment(Commitment {
            what: note("call Sam"),
            to,
            due,
            kept,
        })
    };
    let full = Assignment {
        what: note("read about sleep"),
        from: Some(own("Ana")),
        exercise: Some("body-scan".into()),
        lesson: Some("sleep".into()),
        instrument: Some("bam".into()),
        every_weeks: None,
        due: Some(day("2026-03-06")),
        done: Some(day("2026-03-05")),
    };
    let bare = Assignment {
        from: None,
        exercise: None,
        lesson: None,
        instrument: None,
        due: None,
        done: None,
        ..full.clone()
    };
    let due = Some(day("2026-03-06"));
    vec![
        goal(GoalState::Open, Some(note("a week of it")), steps, due),
        goal(GoalState::Reached, None, Vec::new(), None),
        goal(GoalState::LetGo, None, Vec::new(), None),
        Entry::Assignment(full),
        Entry::Assignment(bare),
        commitment(due, Some(own("Sam")), Some(CommitmentKept::Kept)),
        commitment(None, None, Some(CommitmentKept::Partly)),
        commitment(None, None, Some(CommitmentKept::NotThisTime)),
        commitment(None, None, None),
    ]
}

fn the_way() -> Vec<Entry> {
    let phase = |kind, hours, changes| {
        Entry::Phase(Phase {
            kind,
            from: day("2026-03-02"),
            hours,
            changes,
        })
    };
    let dose = |taken, note| {
        Entry::Dose(Dose {
            prescription: ROOT.parse().unwrap(),
            name: own("Buprenorphine"),
            taken,
            note,
        })
    };
    let start = |substance| {
        Entry::Start(Start {
            day: day("2026-02-20"),
            substance,
        })
    };
    let prescription = |how, at, from, until| {
        Entry::Prescription(Prescription {
            name: own("Buprenorphine"),
            how,
            at,
            from,
            until,
        })
    };
    let read = |takeaway| {
        Entry::LessonRead(LessonRead {
            lesson: "sleep".into(),
            takeaway,
        })
    };
    vec![
        phase(PhaseKind::Iop, Some(9), vec![note("three evenings")]),
        phase(PhaseKind::Outpatient, None, Vec::new()),
        phase(PhaseKind::Aftercare, None, Vec::new()),
        Entry::StepDown(StepDown {
            open: vec![Tag::suggested("meetings")],
            done: vec![own("tell Sam")],
        }),
        Entry::StepDown(StepDown::default()),
        start(Some(Tag::suggested("alcohol"))),
        start(None),
        prescription(
            Some(note("under the tongue")),
            vec!["08:00".parse().unwrap(), "23:59".parse().unwrap()],
            Some(day("2026-03-01")),
            Some(day("2026-12-31")),
        ),
        prescription(None, Vec::new(), None, None),
        dose(Taken::AsPrescribed, Some(note("with breakfast"))),
        dose(Taken::Missed, None),
        dose(Taken::Otherwise, None),
        read(Some(note("get up at seven"))),
        read(None),
    ]
}

fn network() -> Vec<Entry> {
    vec![
        Entry::Person(Person {
            line: Some(note("I am at the station. Can you talk?")),
            ..sam()
        }),
        Entry::Places(Places {
            places: vec![
                Place {
                    place: note("the library"),
                    about: Some(note("until nine")),
                },
                Place {
                    place: note("Sám's kitchen"),
                    about: None,
                },
            ],
        }),
        Entry::Places(Places::default()),
    ]
}

fn sharing() -> Vec<Entry> {
    let shared = |to, rest: bool, without| {
        Entry::Shared(Shared {
            first: day("2026-10-28"),
            last: day("2026-11-24"),
            count: 153,
            kinds: vec!["cravings".into(), "check_ins".into()],
            to,
            notes: rest,
            names: rest,
            told: rest,
            without,
            recipient: None,
            expires: None,
        })
    };
    vec![
        Entry::Recipient(Recipient::new(
            own("Dr. Okafor"),
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p".into(),
        )),
        shared(vec![own("Dr. Okafor")], true, vec![ROOT.parse().unwrap()]),
        shared(Vec::new(), false, Vec::new()),
        Entry::ShareKey(ShareKey {
            person: "00000000000000000000000042".parse().unwrap(),
            key: "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj".into(),
            secret: "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
                .into(),
        }),
    ]
}

fn reminders_and_if_thens() -> Vec<Entry> {
    let reminder = |of, name: Option<Tag>, weekdays: &[u8]| Reminder {
        of,
        name,
        weekdays: weekdays.to_vec(),
        at: "20:30".parse().unwrap(),
        first: day("2026-11-29"),
        says: None,
        stopped: false,
    };
    let stopped = Reminder {
        says: Some(note("Té 🫖")),
        stopped: true,
        ..reminder(ReminderFor::Other, Some(own("Night")), &[4, 5])
    };
    let exercise = Some(Tag::suggested("urge-surfing"));
    let phq = Some(Tag::suggested("phq-9"));
    let mut entries: Vec<Entry> = [
        reminder(ReminderFor::CheckIn, None, &[0, 1, 2, 3, 4, 5, 6]),
        reminder(ReminderFor::Questionnaire, phq, &[6]),
        reminder(ReminderFor::Medicine, Some(own("M")), &[0]),
        reminder(ReminderFor::Exercise, exercise, &[2]),
        reminder(ReminderFor::Group, Some(own("Evening")), &[]),
        reminder(ReminderFor::HardHour, None, &[4]),
        stopped,
    ]
    .map(Entry::Reminder)
    .into();
    let full = IfThen {
        trigger: Some(Tag::suggested("payday")),
        place: Some(own("Zoë’s")),
        company: Some(Tag::suggested("people-who-use")),
        hour: Some(23),
        weekdays: vec![4, 5],
        exercise: Some("box-breathing".into()),
        call: Some(own("Sám 🙂")),
        go: Some(note("the library")),
        words: Some(note("walk,\nthen call")),
    };
    entries.push(Entry::IfThen(full));
    entries.push(Entry::IfThen(IfThen::default()));
    let used = PlanUsed {
        plan: ROOT.parse().unwrap(),
        did: note("called Sám"),
        craving: Some(ROOT.parse().unwrap()),
    };
    let bare = PlanUsed {
        craving: None,
        ..used.clone()
    };
    entries.extend([used, bare].map(Entry::PlanUsed));
    entries
}

/// Recipients and shares as they are kept since shares are signed.
fn verified_people() -> Vec<Entry> {
    let own = ShareKey {
        person: "00000000000000000000000043".parse().unwrap(),
        key: "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj".into(),
        secret: "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX".into(),
    };
    let key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    let recipient = |trust| {
        let mut one = Recipient::new(self::own("Dr. Okafor"), key.into());
        one.trust = trust;
        Entry::Recipient(one)
    };
    let mut whole = Recipient::new(self::own("Dr. Okafor"), key.into());
    whole.signer = Some("MpQxZLzZuqw7Ez-ny8uCCwf4pKUawxwaBwzG6AM96_E".into());
    whole.trust = Trust::Verified;
    whole.former = vec![own.secret.clone()];
    whole.own = Some(own);
    vec![
        Entry::Recipient(whole),
        recipient(Trust::Changed),
        recipient(Trust::Revoked),
        Entry::Shared(Shared {
            first: day("2026-11-24"),
            last: day("2026-11-25"),
            count: 3,
            kinds: vec!["cravings".into()],
            to: vec![self::own("Dr. Okafor")],
            notes: false,
            names: false,
            told: false,
            without: Vec::new(),
            recipient: Some(ROOT.parse().unwrap()),
            expires: Some(day("2027-02-23")),
        }),
    ]
}

/// Days with an intention, the plan for using less, a meeting with the way to it.
fn days_with_a_shape() -> Vec<Entry> {
    let whole = DayPlan {
        wants: vec![Tag::suggested("rest"), own("Zoë’s recital")],
        words: Some(note("one thing,\nthen the next")),
        went: Some(CommitmentKept::Partly),
        good: Some(note("the walk")),
        tomorrow: Some(note("call Sám")),
        used: Some(2),
    };
    let plan = ReductionPlan {
        substance: Tag::suggested("alcohol"),
        unit: own("drinks"),
        with: Some(own("Dr. Okafor")),
        steps: vec![
            ReductionStep {
                from: day("2026-11-02"),
                units: Some(14),
                days: Some(5),
            },
            ReductionStep {
                from: day("2026-11-16"),
                units: None,
                days: None,
            },
        ],
        note: Some(note("call first if I shake")),
    };
    let bare = ReductionPlan {
        with: None,
        steps: Vec::new(),
        note: None,
        ..plan.clone()
    };
    let meeting = Group {
        name: own("Home group"),
        kind: GroupKind::Meeting,
        weekdays: vec![1],
        at: "19:30".parse().unwrap(),
        minutes: 60,
        zone: None,
        first: day("2026-11-02"),
        last: None,
        exceptions: Vec::new(),
        place: None,
        way: Some(note("bus 4, last stop")),
    };
    vec![
        Entry::DayPlan(whole),
        Entry::DayPlan(DayPlan::default()),
        Entry::ReductionPlan(plan),
        Entry::ReductionPlan(bare),
        Entry::Group(meeting),
    ]
}

/// Pictures and messages to oneself.
fn things_to_live_for() -> Vec<Entry> {
    vec![
        Entry::Keepsake(Keepsake {
            picture: Picture::new("/9j/4AAQSkZJRgABAQ==".into()).unwrap(),
            line: Some(note("Ana at the river")),
            after_craving: true,
            in_help: true,
        }),
        Entry::Keepsake(Keepsake {
            picture: Picture::new("/9j/4AAQSkZJRgABAQ==".into()).unwrap(),
            line: None,
            after_craving: false,
            in_help: false,
        }),
        Entry::Recording(Recording {
            sound: Sound::new("GkXfo59ChoEBQveBAULygQRC84EI".into()).unwrap(),
            line: Some(note("for a bad evening")),
            after_craving: true,
            in_help: true,
        }),
        Entry::Recording(Recording {
            sound: Sound::new("AAAAHGZ0eXBtcDQy".into()).unwrap(),
            line: None,
            after_craving: false,
            in_help: false,
        }),
    ]
}

/// Every record, in the order of the fixture.
#[must_use]
pub fn expected() -> Vec<Record> {
    let entries = [
        questionnaires(),
        plans(),
        groups(),
        appointments(),
        tasks(),
        the_way(),
        network(),
        sharing(),
        reminders_and_if_thens(),
        verified_people(),
        days_with_a_shape(),
        things_to_live_for(),
    ]
    .concat();
    let numbered = entries.into_iter().enumerate();
    numbered
        .map(|(number, entry)| Record {
            id: format!("01KAXK2A000000000000000P{number:02}")
                .parse()
                .unwrap(),
            device: DeviceId::new(7),
            written_at: "2026-11-25T18:30:00.000-05:00".parse().unwrap(),
            happened_at: "2026-11-25T18:20:00.000-05:00".parse().unwrap(),
            local_day: day("2026-11-25"),
            replaces: None,
            entry,
        })
        .collect()
}
