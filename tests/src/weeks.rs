//! Four weeks of a made-up person in a programme, the same for the same seed.
//!
//! Cravings come with stress, evenings and paydays and get weaker over the weeks, check-ins are
//! missed now and then, there is one slip, and one PHQ-9 has an answer above 0 to item 9. Nobody's
//! notes were used.

mod programme;

use ebb_core::content::instrument::Instrument;
use ebb_core::journal::RecordId;
use ebb_core::log::{
    Action, CheckIn, Craving, CravingOutcome, Entry, Finish, Halt, LessonRead, Medication,
    Practice, Reply, Slip,
};
use ebb_core::text::{Note, Tag};
use ebb_core::time::{LocalDay, Moment};

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
            outcome: Some(CravingOutcome::Passed),
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
            confidence: None,
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
