//! What a person logs.

use ebb_core::insight::CheckInItem;
use ebb_core::log::CheckIn;

use super::Text;

pub struct Craving {
    pub title: Text,
    pub intensity: Text,
    pub strength: Text,
    pub none: Text,
    pub strongest: Text,
    pub intensity_missing: Text,
    /// That the tap on a number saves.
    pub saves: Text,
    pub more: Text,
    pub triggers: Text,
    pub feelings: Text,
    pub place: Text,
    pub company: Text,
    pub substance: Text,
    pub thought: Text,
    pub did: Text,
    pub outcome: Text,
    pub passed: Text,
    pub eased: Text,
    pub still_here: Text,
    pub used: Text,
}

pub struct FollowUp {
    pub title: Text,
    pub passes: Text,
    pub ride: Text,
    pub skills: Text,
    pub all_skills: Text,
    pub again: Text,
    pub now: Text,
    /// The question when so many minutes have passed.
    pub asked: fn(u16) -> String,
    pub taken_back: Text,
    pub after: fn(u32) -> String,
    /// How a craving went: its first and its last rating, and the minutes between.
    pub went: fn(u8, u8, u32) -> String,
    /// What the pale line is.
    pub usual: Text,
    pub next: fn(u16) -> String,
    pub no_more: Text,
    pub used: Text,
    pub add_more: Text,
}

/// A rated item: question, what 0 means, what 10 means.
pub type Rated = [Text; 3];

pub struct CheckInTexts {
    pub title: Text,
    pub lead: Text,
    pub more: Text,
    pub mood: Rated,
    pub stress: Rated,
    pub sleep: Rated,
    pub energy: Rated,
    pub craving_now: Rated,
    pub craving_strongest: Rated,
    pub confidence: Rated,
    pub presence: Rated,
    pub halt: Text,
    pub hungry: Text,
    pub angry: Text,
    pub lonely: Text,
    pub tired: Text,
    pub halt_none: Text,
    pub medication: Text,
    pub medication_taken: Text,
    pub medication_missed: Text,
    pub medication_none: Text,
    pub skills: Text,
    pub note: Text,
    pub saved: Text,
    pub nothing_answered: Text,
}

impl CheckInTexts {
    /// A rated item.
    pub const fn rated(&self, item: CheckInItem) -> Rated {
        match item {
            CheckInItem::Mood => self.mood,
            CheckInItem::Stress => self.stress,
            CheckInItem::Sleep => self.sleep,
            CheckInItem::Energy => self.energy,
            CheckInItem::CravingNow => self.craving_now,
            CheckInItem::CravingStrongest => self.craving_strongest,
            CheckInItem::Confidence => self.confidence,
            CheckInItem::Presence => self.presence,
        }
    }

    /// The answers that were given, each with its question, in the form's order.
    pub fn answers(&self, checkin: &CheckIn) -> Vec<(Text, String)> {
        use ebb_core::log::Medication;
        let mut answers: Vec<_> = CheckInItem::ALL
            .into_iter()
            .filter_map(|item| {
                let rating = item.answer(checkin)?;
                Some((self.rated(item)[0], rating.get().to_string()))
            })
            .collect();
        if let Some(halt) = checkin.halt {
            let named = [
                (halt.hungry, self.hungry),
                (halt.angry, self.angry),
                (halt.lonely, self.lonely),
                (halt.tired, self.tired),
            ];
            let mut words: Vec<_> = named
                .into_iter()
                .filter_map(|(is, words)| is.then_some(words))
                .collect();
            if words.is_empty() {
                words.push(self.halt_none);
            }
            answers.push((self.halt, words.join(", ")));
        }
        if let Some(medication) = checkin.medication {
            let words = match medication {
                Medication::Taken => self.medication_taken,
                Medication::Missed => self.medication_missed,
                Medication::NonePrescribed => self.medication_none,
            };
            answers.push((self.medication, words.to_owned()));
        }
        answers
    }
}

pub struct Slip {
    pub title: Text,
    pub lead: Text,
    pub safety: Text,
    pub tolerance: Text,
    pub overdose: Text,
    pub withdrawal: Text,
    pub withdrawal_more: Text,
    pub suicide: Text,
    pub suicide_more: Text,
    pub set_off: Text,
    pub substance: Text,
    pub amount: Text,
    pub happened: Text,
    pub next_day: Text,
    pub reach: Text,
    pub saved: Text,
    pub tell: Text,
}
