//! What happens in the month: cravings that get weaker, skills that help, days without a word, one
//! slip that takes nothing away.

use super::{DAYS, Story};
use crate::journal::RecordId;
use crate::log::{
    CheckIn, Craving, CravingOutcome, Entry, Finish, Goal, GoalState, GoalStep, Group, GroupKind,
    Halt, LessonRead, Medication, Practice, Questionnaire, Reply, Rerating, Scored, Session, Slip,
    Start, ToBring,
};
use crate::rating::Rating;
use crate::text::{Note, Tag};
use crate::time::WallTime;

/// Days on which nothing was written: they are not known, and are drawn as gaps.
const SILENT: [i32; 3] = [9, 17, 18];
const SLIP: i32 = 12;
/// Days with a PHQ-9, and its answers. The last question is never answered with a yes here.
const PHQ_9: [(i32, [u8; 9]); 3] = [
    (1, [2, 2, 2, 2, 1, 1, 1, 1, 0]),
    (14, [1, 2, 2, 1, 1, 1, 1, 0, 0]),
    (26, [1, 1, 1, 1, 0, 1, 0, 0, 0]),
];
const LESSONS: [(i32, &str); 3] = [(3, "craving-wave"), (10, "triggers"), (13, "slips")];
/// Monday, Wednesday, Friday.
const GROUP_DAYS: [u8; 3] = [0, 2, 4];
const EVENING: i64 = 21 * 60;

fn rating(value: u8) -> Rating {
    Rating::new(value).unwrap_or(Rating::MAX)
}

fn note(text: &str) -> Option<Note> {
    Note::new(text).ok()
}

impl Story<'_> {
    pub(super) fn tell(&mut self) {
        let group = self.group();
        let start = Start {
            day: self.day(0),
            substance: None,
        };
        self.log(0, 8 * 60, Entry::Start(start));
        self.goals();
        for day in 0..DAYS {
            if SILENT.contains(&day) {
                continue;
            }
            let strongest = self.cravings(day);
            self.calm_practice(day);
            self.check_in(day, strongest);
            if let Some(group) = group {
                self.session(day, group);
            }
            if day == SLIP {
                self.slip();
            }
        }
        for (day, answers) in PHQ_9 {
            self.log(day, EVENING - 40, phq_9(&answers));
        }
        for (day, lesson) in LESSONS {
            let read = LessonRead {
                lesson: lesson.to_owned(),
                takeaway: None,
            };
            self.log(day, EVENING - 20, Entry::LessonRead(read));
        }
    }

    fn group(&mut self) -> Option<RecordId> {
        let group = Group {
            name: Tag::own(self.words.group).ok()?,
            kind: GroupKind::Programme,
            weekdays: GROUP_DAYS.to_vec(),
            at: WallTime::new(18 * 60).ok()?,
            minutes: 180,
            zone: None,
            first: self.day(0),
            last: None,
            exceptions: Vec::new(),
            place: None,
            way: None,
        };
        self.log(0, 8 * 60 + 5, Entry::Group(group))
    }

    fn goals(&mut self) {
        for [what, done, open] in self.words.goals {
            let (Some(what), Some(done), Some(open)) = (note(what), note(done), note(open)) else {
                continue;
            };
            let step = |what, done| GoalStep { what, done };
            let goal = Goal {
                what,
                sign: None,
                steps: vec![step(done, true), step(open, false)],
                review: None,
                state: GoalState::Open,
            };
            self.log(1, 20 * 60, Entry::Goal(goal));
        }
        if let Some(what) = note(self.words.bring) {
            let item = ToBring {
                what,
                for_group: false,
                done: false,
            };
            self.log(DAYS - 2, 20 * 60, Entry::ToBring(item));
        }
    }

    /// How much easier it has become, 0 to 3.
    fn easier(day: i32) -> u8 {
        u8::try_from(day / 8).unwrap_or(0)
    }

    /// The strongest of them is told in the evening, too.
    fn cravings(&mut self, day: i32) -> Option<u8> {
        let many = self.between(1, 3).saturating_sub(Self::easier(day) / 2);
        let mut strongest = None;
        for _ in 0..many {
            let hour = self.one_of(18, &[12, 17, 18, 19, 20]);
            let minutes = hour * 60 + i64::from(self.between(0, 29));
            strongest = strongest.max(Some(self.craving(day, minutes)));
        }
        strongest
    }

    fn craving(&mut self, day: i32, minutes: i64) -> u8 {
        let strength = self.between(5, 9).saturating_sub(Self::easier(day));
        let trigger = self.one_of(
            "stress",
            &["tired", "argument", "boredom", "stress", "payday"],
        );
        let feeling = self.one_of("restless", &["anxious", "sad", "angry"]);
        let place = self.one_of("home", &["home", "work", "outside", "shop"]);
        let thoughts = self.words.thoughts;
        let thought = self.one_of(thoughts[0], &thoughts[1..]);
        let says = self.chance(4);
        let craving = Craving {
            triggers: vec![Tag::suggested(trigger)],
            feelings: vec![Tag::suggested(feeling)],
            place: Some(Tag::suggested(place)),
            substance: Some(Tag::suggested("alcohol")),
            thought: note(thought).filter(|_| says),
            outcome: Some(CravingOutcome::Passed),
            ..Craving::of(rating(strength))
        };
        let Some(root) = self.log(day, minutes, Entry::Craving(craving)) else {
            return strength;
        };
        let mut left = strength;
        for asked_at in [10, 20] {
            left = left.saturating_sub(self.between(0, 1));
            let again = Rerating {
                craving: root,
                intensity: rating(left),
                asked_at,
            };
            self.log(day, minutes + i64::from(asked_at), Entry::Rerating(again));
        }
        if self.chance(5) {
            let exercise = self.one_of("urge-surfing", &["urge-surfing", "paced-breathing"]);
            self.practice(day, minutes + 25, exercise, strength, Some(root));
        }
        strength
    }

    fn practice(
        &mut self,
        day: i32,
        minutes: i64,
        exercise: &str,
        before: u8,
        craving: Option<RecordId>,
    ) {
        let eased = if exercise == "urge-surfing" {
            self.between(3, 5)
        } else {
            self.between(0, 3)
        };
        let practice = Practice {
            exercise: exercise.to_owned(),
            before: Some(rating(before)),
            after: Some(rating(before.saturating_sub(eased))),
            seconds: 300,
            finish: Finish::Completed,
            answers: Vec::new(),
            craving,
            note: None,
        };
        self.log(day, minutes, Entry::Practice(practice));
    }

    fn calm_practice(&mut self, day: i32) {
        if day % 4 == 2 {
            let before = self.between(2, 4);
            self.practice(day, 7 * 60 + 30, "paced-breathing", before, None);
        }
    }

    fn check_in(&mut self, day: i32, strongest: Option<u8>) {
        let easier = Self::easier(day);
        let notes = self.words.notes;
        let says = self.one_of(notes[0], &notes[1..]);
        let said = self.chance(4);
        let check_in = CheckIn {
            mood: Some(rating(self.between(3, 5) + easier)),
            stress: Some(rating(self.between(5, 8) - easier)),
            sleep: Some(rating(self.between(3, 6) + easier)),
            energy: Some(rating(self.between(3, 6) + easier)),
            craving_now: Some(rating(self.between(0, 3).min(strongest.unwrap_or(0)))),
            craving_strongest: Some(rating(strongest.unwrap_or(0))),
            confidence: Some(rating(6 + easier - strongest.unwrap_or(0) / 3)),
            presence: None,
            halt: Some(Halt {
                hungry: false,
                angry: self.chance(2),
                lonely: self.chance(3),
                tired: self.chance(5),
            }),
            medication: Some(Medication::NonePrescribed),
            skills: vec![Tag::suggested("urge-surfing")],
            note: note(says).filter(|_| said),
        };
        self.log(day, EVENING, Entry::CheckIn(check_in));
    }

    fn session(&mut self, day: i32, group: RecordId) {
        let on = self.day(day);
        let Ok(name) = Tag::own(self.words.group) else {
            return;
        };
        if !GROUP_DAYS.contains(&on.weekday()) {
            return;
        }
        let attended = day != SLIP + 1;
        let takeaways = self.words.takeaways;
        let takeaway = self.one_of(takeaways[0], &takeaways[1..]);
        let session = Session {
            group,
            name,
            on,
            attended: Some(attended),
            bring: None,
            takeaway: note(takeaway).filter(|_| attended),
            homework: None,
            exercise: None,
            practised: false,
        };
        self.log(day, EVENING + 15, Entry::Session(session));
    }

    fn slip(&mut self) {
        let slip = Slip {
            substance: Some(Tag::suggested("alcohol")),
            amount: None,
            triggers: vec![Tag::suggested("payday")],
            happened: note(self.words.slip),
            next_day: note(self.words.after_slip),
            reach: None,
        };
        self.log(SLIP, EVENING + 30, Entry::Slip(slip));
    }
}

fn phq_9(answers: &[u8]) -> Entry {
    let sum = |answers: &[u8]| answers.iter().map(|value| u16::from(*value)).sum();
    let scored = |score: &str, value| Scored {
        score: score.to_owned(),
        value,
    };
    let replies = answers.iter().zip(1_u8..).map(|(value, item)| Reply {
        item: item.to_string(),
        value: *value,
    });
    Entry::Questionnaire(Questionnaire {
        instrument: "phq-9".to_owned(),
        form: "phq-9-1999".to_owned(),
        scoring: "phq-9-2001".to_owned(),
        answers: replies.collect(),
        scores: vec![
            scored("phq-2", sum(answers.get(..2).unwrap_or_default())),
            scored("total", sum(answers)),
        ],
    })
}
