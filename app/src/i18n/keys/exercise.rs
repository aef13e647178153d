//! Keys of the exercise screens.

use ebb_core::content::exercise::{BreathKind, Family};

use super::Text;

pub struct Exercises {
    pub menu: Text,
    pub title: Text,
    pub lead: Text,
    pub loading: Text,
    pub some_unreadable: Text,
    pub minutes: fn(u16, u16) -> String,
    pub takes: Text,
    pub good_when: Text,
    pub urge: Text,
    pub breathing: Text,
    pub grounding: Text,
    pub mindfulness: Text,
    pub body: Text,
    pub thinking: Text,
    pub planning: Text,
}

impl Exercises {
    pub const fn family(&self, family: Family) -> Text {
        match family {
            Family::Urge => self.urge,
            Family::Breathing => self.breathing,
            Family::Grounding => self.grounding,
            Family::Mindfulness => self.mindfulness,
            Family::Body => self.body,
            Family::Thinking => self.thinking,
            Family::Planning => self.planning,
        }
    }
}

/// Reading aloud.
pub struct AloudTexts {
    pub title: Text,
    pub steps: Text,
    pub tap: Text,
    pub how_fast: Text,
    pub slower: Text,
    pub normal: Text,
    pub faster: Text,
    pub read: Text,
    pub stop: Text,
    pub go_on: Text,
    pub none: Text,
    /// The voice ended before the text.
    pub stopped: Text,
}

/// An exercise being done.
pub struct Player {
    pub nowhere: Text,
    pub all: Text,
    pub cautions: Text,
    pub sources: Text,
    pub before: Text,
    pub cues: Text,
    pub start: Text,
    pub kept: Text,
    pub go_on: Text,
    pub afresh: Text,
    pub step: fn(usize, usize) -> String,
    pub left: fn(u64) -> String,
    pub own_pace: Text,
    pub round: fn(u32, u32) -> String,
    pub breathe: Text,
    pub breathe_in: Text,
    pub hold: Text,
    pub breathe_out: Text,
    pub rest: Text,
    pub phase: fn(&str, u8) -> String,
    pub pause: Text,
    pub resume: Text,
    pub paused: Text,
    pub back: Text,
    pub next: Text,
    pub skip: Text,
    pub finish: Text,
    pub write: Text,
    pub thing: fn(&str, usize) -> String,
    pub in_own_words: Text,
    pub example: fn(&str) -> String,
    pub question: Text,
    pub yes: Text,
    pub no: Text,
    pub look: Text,
    pub completed: Text,
    pub stopped: Text,
    pub practised: fn(u32) -> String,
    pub after: Text,
    pub change: fn(i8) -> String,
    pub note: Text,
    pub note_kept: Text,
    pub too_long: Text,
    pub play_on: Text,
    pub saved: Text,
    pub to_craving: Text,
    pub to_now: Text,
    pub another: Text,
}

impl Player {
    pub const fn breath(&self, kind: BreathKind) -> Text {
        match kind {
            BreathKind::In => self.breathe_in,
            BreathKind::Hold => self.hold,
            BreathKind::Out => self.breathe_out,
            BreathKind::Rest => self.rest,
        }
    }
}
