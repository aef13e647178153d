//! Four weeks of a made-up person in a programme, the same for the same seed.
//!
//! Cravings come with stress, evenings and paydays and get weaker over the weeks, check-ins are
//! missed now and then, there is one slip, and one PHQ-9 has an answer above 0 to item 9. Nobody's
//! notes were used.

use ebb_core::checkin::{CheckIn, Halt, Medication};
use ebb_core::craving::{Craving, Outcome};
use ebb_core::exercise::{Finish, Practice};
use ebb_core::instrument::{Instrument, Reply};
use ebb_core::journal::{Action, Entry, RecordId};
use ebb_core::lesson::LessonRead;
use ebb_core::moment::{LocalDay, Moment};
use ebb_core::plan::{Person, Phone, SafetyPlan};
use ebb_core::programme::{
    Appointment, Assignment, Dose, Goal, GoalState, GoalStep, Group, GroupKind, Occasion,
    Prescription, Session, Taken, ToBring, Wall,
};
use ebb_core::slip::Slip;
use ebb_core::text::{Note, Tag};

use crate::content::content;
use crate::diary::{Diary, rating, rerating};

/// Days in the diary.
pub const DAYS: i32 = 28;
const TRIGGERS: [&str; 6] = ["stress", "tired", "argument", "boredom", "payday", "lonely"];
const FEELINGS: [&str; 4] = ["anxious", "restless", "sad", "angry"];
const PLACES: [&str; 4] = ["home", "work", "outside", "shop"];
const EXERCISES: [&str; 4] = [
    "urge-surfing",
    "box-breathing",
    "grounding-54321",
    "play-the-tape",
];
const THOUGHTS: [&str; 5] = [
    "Just one would not hurt. I know how that went in spring.",
    "Nobody would notice.",
    "I had a row with Maria and wanted it to stop.",
    "The old route home goes past the shop.",
    "It was loud for ten minutes, then it was not.",
];
const NOTES: [&str; 5] = [
    "Slept through for once.",
    "Sam called. Good to hear a voice.",
    "Long shift, <b>no</b> break.",
    "=SUM(1,1) is what my day felt like",
    "Walked by the river instead.",
];

/// A person's four weeks up to and including the day `last`, and what they will tell of.
pub struct Weeks {
    /// The journal and its clock, in the evening of the last day.
    pub diary: Diary,
    last: LocalDay,
    random: u64,
    instruments: Vec<Instrument>,
}

impl Weeks {
    /// Writes them.
    #[must_use]
    pub fn new(seed: u64, last: &str) -> Self {
        let mut weeks = Self {
            // With ids that no share gives out.
            diary: Diary::at(&format!("{last}T22:00:00.000-05:00")).copied_to(2),
            last: last.parse().unwrap(),
            random: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            instruments: content("instruments"),
        };
        weeks.prepare();
        for day in 0..DAYS {
            weeks.live(day);
        }
        weeks.diary.now = weeks.at(DAYS - 1, 22, 0);
        weeks
    }

    /// Goes on for some more days, with fewer cravings.
    pub fn go_on(&mut self, days: i32) {
        self.last = self.last.plus(days);
        for day in DAYS - days..DAYS {
            self.live(day);
        }
        self.diary.now = self.at(DAYS - 1, 22, 0);
    }

    fn below(&mut self, most: u64) -> usize {
        // Marsaglia's xorshift: enough for a story.
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % most).unwrap()
    }

    fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        let place = self.below(u64::try_from(list.len()).unwrap());
        list[place]
    }

    fn chance(&mut self, of_ten: usize) -> bool {
        self.below(10) < of_ten
    }

    fn small(&mut self, from: u8, to: u8) -> u8 {
        let width = u64::from(to.max(from) - from) + 1;
        from + u8::try_from(self.below(width)).unwrap()
    }

    fn day(&self, day: i32) -> LocalDay {
        self.last.plus(day + 1 - DAYS)
    }

    fn at(&self, day: i32, hour: u8, minute: u8) -> Moment {
        let day = self.day(day);
        format!("{day}T{hour:02}:{minute:02}:00.000-05:00")
            .parse()
            .unwrap()
    }

    fn log(&mut self, day: i32, hour: u8, minute: u8, entry: Entry) -> RecordId {
        self.diary.now = self.at(day, hour, minute);
        let happened_at = None;
        self.diary.act(&Action::Log { entry, happened_at }).unwrap()[0]
    }

    fn prepare(&mut self) {
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

    fn live(&mut self, day: i32) {
        // A day on which nothing is written now and then.
        if self.chance(1) {
            return;
        }
        let easier = u8::try_from(day / 10).unwrap();
        for _ in 0..=self.below(3) {
            self.craving(day, easier);
        }
        if self.chance(9) {
            self.check_in(day, easier);
        }
        if day % 7 == 2 {
            self.questionnaire(day, "bam", 2);
        }
        if day == 3 || day == 24 {
            self.questionnaire(day, "phq-9", if day == 3 { 2 } else { 1 });
            self.questionnaire(day, "gad-7", 2);
        }
        if day == 11 {
            self.slip(day);
        }
        if day % 9 == 4 {
            let read = LessonRead {
                lesson: "craving-wave".to_owned(),
                takeaway: None,
            };
            self.log(day, 21, 30, Entry::LessonRead(read));
        }
    }

    fn craving(&mut self, day: i32, easier: u8) {
        let intensity = self.small(4, 9).saturating_sub(easier);
        let trigger = self.one_of(&TRIGGERS);
        let hour = self.one_of(&[12, 17, 18, 18, 19, 20, 22]);
        let minute = self.small(0, 30);
        let some = |yes: bool, text: &str| yes.then(|| note(text));
        let thought = self.one_of(&THOUGHTS);
        let says = self.chance(4);
        let craving = Craving {
            triggers: vec![Tag::suggested(trigger)],
            feelings: vec![Tag::suggested(self.one_of(&FEELINGS))],
            place: Some(Tag::suggested(self.one_of(&PLACES))),
            company: self.chance(3).then(|| Tag::own("Maria López").unwrap()),
            substance: Some(Tag::suggested("alcohol")),
            thought: some(says, thought),
            outcome: Some(Outcome::Passed),
            ..Craving::of(rating(intensity))
        };
        let root = self.log(day, hour, minute, Entry::Craving(craving));
        let after = intensity.saturating_sub(self.small(1, 4));
        if self.chance(5) {
            self.log(day, hour, minute + 10, rerating(root, after, 10));
        }
        if self.chance(6) {
            let practice = Practice {
                exercise: self.one_of(&EXERCISES).to_owned(),
                before: Some(rating(intensity)),
                after: Some(rating(after)),
                seconds: 300,
                finish: Finish::Completed,
                answers: Vec::new(),
                craving: Some(root),
                note: None,
            };
            self.log(day, hour, minute + 15, Entry::Practice(practice));
        }
    }

    fn check_in(&mut self, day: i32, easier: u8) {
        let says = self.chance(4).then(|| self.one_of(&NOTES));
        let check_in = CheckIn {
            mood: Some(rating(self.small(3, 6) + easier)),
            stress: Some(rating(self.small(4, 8) - easier)),
            sleep: Some(rating(self.small(2, 6) + easier)),
            energy: self.chance(7).then(|| rating(self.small(2, 8))),
            craving_now: Some(rating(self.small(0, 4))),
            craving_strongest: Some(rating(self.small(4, 9) - easier)),
            presence: None,
            halt: Some(Halt {
                hungry: false,
                angry: self.chance(2),
                lonely: self.chance(4),
                tired: self.chance(6),
            }),
            medication: Some(Medication::Taken),
            skills: vec![Tag::suggested("urge-surfing")],
            note: says.map(note),
        };
        self.log(day, 21, 0, Entry::CheckIn(check_in));
    }

    fn questionnaire(&mut self, day: i32, id: &str, most: u8) {
        let form = self.instruments.iter().find(|form| form.id == id).unwrap();
        let form = form.clone();
        let mut replies: Vec<Reply> = Vec::new();
        for item in &form.items {
            if form.is_skipped(&item.id, &replies) {
                continue;
            }
            let highest = form.scale(item).iter().map(|o| o.value).max().unwrap();
            let yes_or_no = form.scale(item).len() == 2;
            let value = match (item.crisis_from, most) {
                (Some(_), 2) => 1,
                (Some(_), _) => 0,
                _ if yes_or_no => highest,
                _ => self.small(1, most.min(highest)),
            };
            let item = item.id.clone();
            replies.push(Reply { item, value });
        }
        let kept = form.finish(&replies).unwrap();
        self.log(day, 20, 30, Entry::Questionnaire(kept));
    }

    fn slip(&mut self, day: i32) {
        let slip = Slip {
            substance: Some(Tag::suggested("alcohol")),
            amount: Some(note("two beers")),
            triggers: vec![Tag::suggested("payday")],
            happened: Some(note(
                "Payday, old friends, I stayed too long. Sam drove me home.",
            )),
            next_day: Some(note("Group at six, phone off.")),
            reach: Some(note("Sam")),
        };
        self.log(day, 23, 0, Entry::Slip(slip));
    }
}

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}
