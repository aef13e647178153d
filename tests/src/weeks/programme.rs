//! What is there before the days begin, and what a programme adds to each of them.

use ebb_core::journal::RecordId;
use ebb_core::log::{
    Appointment, Assignment, Dose, Entry, Goal, GoalState, GoalStep, Group, GroupKind, Occasion,
    Person, Phone, Prescription, SafetyPlan, Session, Taken, ToBring,
};
use ebb_core::text::{Note, Tag};
use ebb_core::time::Wall;

use super::{DAYS, Weeks, note};

impl Weeks {
    pub(super) fn prepare(&mut self) {
        let person = |name: &str, phone: &str, good_for: &str| Person {
            name: Tag::own(name).unwrap(),
            phone: Some(Phone::new(phone).unwrap()),
            good_for: Some(Note::new(good_for).unwrap()),
            line: None,
        };
        let sam = person("Sam", "+1 555 010 0199", "comes and fetches me");
        let maria = person("Maria López", "555 010 0123", "knows the whole story");
        self.log(0, 8, 0, Entry::Person(sam.clone()));
        self.log(0, 8, 1, Entry::Person(maria));
        let plan = SafetyPlan {
            signs: vec![note("I stop answering my phone")],
            alone: vec![note("a long shower"), note("the river")],
            ask: vec![sam],
            ..SafetyPlan::default()
        };
        self.log(0, 8, 2, Entry::SafetyPlan(plan));
        let group = Group {
            name: Tag::own("Evening group").unwrap(),
            kind: GroupKind::Programme,
            weekdays: vec![0, 2, 4],
            at: "18:00".parse().unwrap(),
            minutes: 180,
            zone: None,
            first: self.day(0),
            last: None,
            exceptions: Vec::new(),
            place: None,
            way: None,
        };
        let group = self.log(0, 8, 3, Entry::Group(group));
        let name = Tag::own("Buprenorphine").unwrap();
        let prescription = self.log(
            0,
            8,
            4,
            Entry::Prescription(Prescription {
                name: name.clone(),
                how: Some(note("under the tongue, mornings")),
                at: vec!["08:00".parse().unwrap()],
                from: None,
                until: None,
            }),
        );
        self.plans();
        for day in 0..DAYS {
            self.group_and_dose(day, group, prescription, &name);
        }
    }

    fn plans(&mut self) {
        let goal = |what: &str, first: bool| {
            let step = |what: &str, done| GoalStep {
                what: note(what),
                done,
            };
            Entry::Goal(Goal {
                what: note(what),
                sign: None,
                steps: vec![step("ask at the desk", first), step("go once", false)],
                review: None,
                state: GoalState::Open,
            })
        };
        self.log(1, 20, 0, goal("Sleep before midnight", true));
        self.log(1, 20, 5, goal("Find a meeting near home", false));
        let task = |what: &str, exercise: Option<&str>, done| {
            Entry::Assignment(Assignment {
                what: note(what),
                from: Some(Tag::own("Dr. Okafor").unwrap()),
                exercise: exercise.map(str::to_owned),
                lesson: None,
                instrument: None,
                every_weeks: None,
                due: None,
                done,
            })
        };
        let done = Some(self.day(9));
        self.log(
            5,
            19,
            0,
            task("Urge surfing once a day", Some("urge-surfing"), done),
        );
        self.log(5, 19, 1, task("Write down three reasons", None, None));
        for what in [
            "I dread the holidays at my parents'",
            "Is it the new dose that keeps me awake?",
        ] {
            let item = ToBring {
                what: note(what),
                for_group: false,
                done: false,
            };
            self.log(20, 21, 0, Entry::ToBring(item));
        }
        let next = Appointment {
            with: Tag::own("Dr. Okafor").unwrap(),
            occasion: Occasion::Counselling,
            start: Wall {
                day: self.last.plus(1),
                at: "10:00".parse().unwrap(),
                zone: None,
            },
            minutes: 50,
            place: None,
            questions: vec![note("How do I tell my sister?")],
            notes: None,
            held: None,
        };
        self.log(21, 12, 0, Entry::Appointment(next));
    }

    fn group_and_dose(&mut self, day: i32, group: RecordId, prescription: RecordId, name: &Tag) {
        let weekday = self.day(day).weekday();
        if [0, 2, 4].contains(&weekday) {
            let attended = self.chance(9);
            let session = Session {
                group,
                name: Tag::own("Evening group").unwrap(),
                on: self.day(day),
                attended: Some(attended),
                bring: None,
                takeaway: attended.then(|| note("A craving is a wave, not an order.")),
                homework: None,
                exercise: None,
                practised: false,
            };
            self.log(day, 21, 10, Entry::Session(session));
        }
        let taken = if self.chance(9) {
            Taken::AsPrescribed
        } else {
            Taken::Missed
        };
        let dose = Dose {
            prescription,
            name: name.clone(),
            taken,
            note: None,
        };
        self.log(day, 8, 10, Entry::Dose(dose));
    }
}
