//! Every key of the interface. Numbers and names are filled in by functions, so that a language
//! can put them where its grammar wants them.

mod assess;
mod clinician;
mod desk;
mod exercise;
mod first;
mod history;
mod logs;
mod plans;
mod programme;
mod settings;
mod share;
mod tools;
mod trust;
mod vault;

use ebb_core::content::crisis::Region;
use ebb_core::store::StoreError;
use ebb_core::text::{Tag, TextError};

pub use assess::{Assess, Lessons, TrendWords};
pub use clinician::{Clinician, SetWords};
pub use desk::DeskWords;
pub use exercise::{AloudTexts, Exercises, Player};
pub use first::{ExampleTexts, Keys, Told, Welcome};
pub use history::{EntryTexts, History, Insight};
pub use logs::{CheckInTexts, Craving, FollowUp, Rated, Slip};
pub use plans::{Ask, Asked, FormTexts, Plans};
pub use programme::{Agenda, Calendar, Family, Helped, Programme, RecoveryProgress, TodayTexts};
pub use settings::MoreSettings;
pub use share::{Review, Share};
pub use tools::{
    DayTexts, Find, Harder, IfThenTexts, ImportTexts, KeepsakeWords, Keepsakes, Meetings,
    MessageTexts, NotificationTexts, ReductionTexts, Reminders, Tools, TrialTexts,
};
pub use trust::TrustWords;
pub use vault::{Backup, Estimate, Lock, Storage};

/// One text.
type Text = &'static str;

/// All texts of one language.
pub struct Texts {
    pub shell: Shell,
    pub common: Common,
    pub problems: Problems,
    pub kinds: Kinds,
    pub now: Now,
    pub craving: Craving,
    pub followup: FollowUp,
    pub helped: Helped,
    pub checkin: CheckInTexts,
    pub slip: Slip,
    pub exercises: Exercises,
    pub player: Player,
    pub history: History,
    pub entry: EntryTexts,
    pub plan_shown: PlanShown,
    pub insight: Insight,
    pub sos: Sos,
    pub people: People,
    pub settings: Settings,
    pub storage: Storage,
    pub not_found: NotFound,
    /// How a suggestion reads, by its name.
    pub tag: fn(&str) -> String,
}

/// The texts of screens that come later, in one language.
pub struct More {
    pub assess: Assess,
    pub aloud: AloudTexts,
    pub blocks: BlocksTexts,
    /// Above the scenes of their future that a person wrote.
    pub future_scenes: Text,
    pub lessons: Lessons,
    pub lock: Lock,
    pub backup: Backup,
    pub sheet: FormTexts,
    pub plans: Plans,
    pub programme: Programme,
    pub recovery_progress: RecoveryProgress,
    pub family: Family,
    pub share: Share,
    pub trust: TrustWords,
    pub desk: DeskWords,
    pub review: Review,
    pub clinician: Clinician,
    pub settings: MoreSettings,
    pub welcome: Welcome,
    pub example: ExampleTexts,
    pub keys: Keys,
}

/// The game of blocks.
pub struct BlocksTexts {
    pub board: Text,
    pub left: Text,
    pub right: Text,
    pub turn: Text,
    pub drop: Text,
    pub keys: Text,
    /// Full lines that went.
    pub lines: fn(u32) -> String,
}

impl Texts {
    /// Tags in a row.
    pub fn tags(&self, tags: &[Tag]) -> String {
        let words: Vec<_> = tags
            .iter()
            .map(|tag| match tag.suggestion() {
                Some(name) => (self.tag)(name),
                None => tag.as_str().to_owned(),
            })
            .collect();
        words.join(", ")
    }
}

pub struct Shell {
    pub leave: Text,
    pub skip: Text,
    pub menu: Text,
    pub program: Text,
    pub update_ready: Text,
    pub take_update: Text,
    pub reload: Text,
    pub part_missing: Text,
    pub part_missing_words: Text,
}

pub struct Common {
    pub save: Text,
    pub saving: Text,
    pub saved: Text,
    pub add: Text,
    pub undo: Text,
    pub choose_file: Text,
    pub close: Text,
    pub clear: Text,
    pub delete: Text,
    pub deleted: Text,
    pub restored: Text,
    pub own_words: Text,
    pub remind: Text,
    pub when: Text,
    pub opening: Text,
    pub try_again: Text,
    pub known: Text,
    pub known_nothing: Text,
    pub known_people: fn(u32) -> String,
}

pub struct Problems {
    pub blocked: Text,
    pub full: Text,
    pub newer: Text,
    pub outdated: Text,
    pub locked: Text,
    pub part: Text,
    pub failed: Text,
    pub future: Text,
    pub number: Text,
    pub date: Text,
    pub gone: Text,
    pub nothing_answered: Text,
    pub no_takeaway: Text,
    pub erased: Text,
    pub blank: Text,
    pub too_long: fn(usize, usize) -> String,
    pub not_a_tag: Text,
    pub content: Text,
    pub example: Text,
}

impl Problems {
    pub const fn store(&self, error: StoreError) -> Text {
        match error {
            StoreError::Blocked => self.blocked,
            StoreError::Full => self.full,
            StoreError::Newer => self.newer,
            StoreError::Changed | StoreError::Closed => self.outdated,
            StoreError::Locked => self.locked,
            StoreError::Taken | StoreError::Failed => self.failed,
        }
    }

    pub fn text(&self, error: TextError) -> String {
        match error {
            TextError::Blank => self.blank.to_owned(),
            TextError::TooLong { length, limit } => (self.too_long)(length, limit),
            TextError::NotATag => self.not_a_tag.to_owned(),
        }
    }
}

/// An if-then plan where it is needed.
pub struct PlanShown {
    pub title: Text,
    pub when: fn(&str) -> String,
    pub then: fn(&str) -> String,
    pub with: fn(&str) -> String,
    pub call: fn(&str) -> String,
    pub go: fn(&str) -> String,
    pub did: Text,
    pub noted: Text,
}

pub struct Kinds {
    pub craving: Text,
    pub checkin: Text,
    pub slip: Text,
    pub practice: Text,
    pub person: Text,
    pub plan_used: Text,
}

pub struct Now {
    pub menu: Text,
    pub title: Text,
    pub craving: Text,
    pub craving_hint: Text,
    pub breathe: Text,
    pub checkin: Text,
    pub slip: Text,
    pub plans: Text,
    pub programme: Text,
    pub therapist: Text,
    pub today: Text,
    pub nothing_yet: Text,
    pub rate_again: Text,
    pub go_on: Text,
    pub open_craving: fn(u8, &str) -> String,
    pub cravings: fn(usize) -> String,
    pub practices: fn(usize) -> String,
    pub checkins: fn(usize) -> String,
    pub others: fn(usize) -> String,
}

pub struct Sos {
    pub button: Text,
    pub title: Text,
    pub lead: Text,
    pub call: fn(&str) -> String,
    pub text: fn(&str) -> String,
    pub text_word: fn(&str, &str) -> String,
    pub breathe: Text,
    pub breathe_words: Text,
    pub nobody_watches: Text,
    pub plan: Text,
    pub places: Text,
    pub meetings: Text,
    /// Asked while it is not known where the person is.
    pub where_now: Text,
    pub where_words: Text,
    pub region: fn(Region) -> Text,
}

pub struct People {
    pub title: Text,
    pub empty: Text,
    pub add: Text,
    pub name: Text,
    pub phone: Text,
    pub good_for: Text,
    pub line: Text,
    pub not_a_phone: Text,
}

pub struct Settings {
    pub title: Text,
    pub look: Text,
    pub language: Text,
    pub theme: Text,
    pub theme_auto: Text,
    pub theme_light: Text,
    pub theme_dark: Text,
    pub text: Text,
    pub text_normal: Text,
    pub text_large: Text,
    pub text_larger: Text,
    pub days: Text,
    pub boundary: Text,
    pub boundary_hint: Text,
    pub region: Text,
    pub cues: Text,
    pub sound: Text,
    pub vibration: Text,
    pub keep: Text,
    pub truth: Text,
    pub only_here: Text,
    pub entries: fn(usize) -> String,
    pub persisted: Text,
    pub not_persisted: Text,
    pub persistence_unknown: Text,
    pub installed: Text,
    pub not_installed: Text,
    /// Tenths of a megabyte used, megabytes there are.
    pub space: fn(u64, u64) -> String,
    pub private_window: Text,
    pub safari: Text,
    pub quarantined: fn(usize, usize) -> String,
    pub erase: Text,
    pub erase_words: Text,
    pub erase_question: Text,
    pub erase_detail: Text,
    pub erase_yes: Text,
    pub erase_no: Text,
    pub not_kept: Text,
    pub not_medical: Text,
}

pub struct NotFound {
    pub title: Text,
    pub words: Text,
    pub home: Text,
}
