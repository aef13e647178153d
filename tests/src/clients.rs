//! A made-up caseload: people in a programme who share once a week, the same for the same seed.

use ebb_core::desk::{DeskEntry, DeskJournal, take_in};
use ebb_core::journal::{Action, DeviceId, RecordId, Stamp};
use ebb_core::log::{Entry, Shared};
use ebb_core::share::{self, Preset, PublicKey, Selection, ShareLimits, SigningKey, Terms};
use ebb_core::text::Tag;
use ebb_core::time::{DayBoundary, LocalDay, Moment};

use crate::weeks::Weeks;

/// The therapist's public key, whose secret stands in `generate/share.rs`.
pub const THERAPIST: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
/// A person's own, for what is sent back; nobody has its secret.
const REPLY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
/// The first four weeks end here.
const BEGIN: &str = "2026-09-01";

/// Somebody who shares.
pub struct Client {
    /// What they live and write.
    pub weeks: Weeks,
    /// The name under which they share.
    pub person: RecordId,
    seed: u8,
    recipient: RecordId,
}

impl Client {
    /// Their first four weeks.
    #[must_use]
    pub fn new(number: u16) -> Self {
        let mut weeks = Weeks::new(u64::from(number) + 1, BEGIN);
        let name = Tag::own("Dr. Lee").unwrap();
        let recipient = ebb_core::log::Recipient::new(name, THERAPIST.to_owned());
        let recipient = weeks.diary.log(Entry::Recipient(recipient));
        Self {
            weeks,
            person: share::new_person(u128::from(number) + 1),
            seed: u8::try_from(number % 251).unwrap() + 1,
            recipient,
        }
    }

    /// What they sign with.
    #[must_use]
    pub fn signing(&self) -> SigningKey {
        SigningKey::from_seed(&[self.seed; 32])
    }

    /// Today, by their clock.
    #[must_use]
    pub fn today(&self) -> LocalDay {
        self.weeks.diary.now.local_day(DayBoundary::default())
    }

    /// A bundle of what came since the last one, not signed yet, and that it was handed over.
    pub fn share(&mut self) -> Vec<u8> {
        let today = self.today();
        let journal = &self.weeks.diary.journal;
        let with = Some(self.recipient);
        let selection = Selection::preset(Preset::NextAppointment, journal, today, with);
        let secret = format!("secret {}", self.person);
        let mut terms = Terms::new(self.person, &secret, self.weeks.diary.now, "Private.");
        terms.to = PublicKey::parse(THERAPIST).ok();
        terms.reply = PublicKey::parse(REPLY).ok();
        terms.expires = Some(today.plus(90));
        let bundle = share::bundle(journal, &selection, &terms).unwrap();
        let mut shared = Shared::of(&selection, 1, Vec::new());
        shared.recipient = with;
        self.weeks.diary.log(Entry::Shared(shared));
        bundle
    }

    /// The same, signed.
    pub fn share_signed(&mut self) -> Vec<u8> {
        share::sign(&self.share(), &self.signing()).unwrap()
    }
}

/// A desk with a clock.
pub struct Desk {
    /// What is kept on it.
    pub journal: DeskJournal,
    /// By its clock.
    pub now: Moment,
    random: u128,
}

impl Desk {
    /// An empty one.
    #[must_use]
    pub fn at(now: Moment) -> Self {
        Self {
            journal: DeskJournal::default(),
            now,
            random: 0,
        }
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> LocalDay {
        self.now.local_day(DayBoundary::default())
    }

    /// Does something.
    pub fn act(&mut self, action: &Action<DeskEntry>) {
        let mut random = || {
            self.random += 1;
            self.random
        };
        let mut stamp = Stamp {
            now: self.now,
            device: DeviceId::new(9),
            boundary: DayBoundary::default(),
            random: &mut random,
        };
        for record in self.journal.prepare(action, &mut stamp).unwrap() {
            assert!(self.journal.absorb(record));
        }
    }

    /// Keeps a share, if it may be kept.
    ///
    /// # Errors
    /// Why not.
    pub fn take(&mut self, bundle: &[u8]) -> Result<(), ebb_core::desk::DeskError> {
        let share = share::read(bundle, &ShareLimits::default())?;
        let text = std::str::from_utf8(bundle).unwrap();
        let own = [PublicKey::parse(THERAPIST).unwrap()];
        let name = Tag::own(&format!(
            "Person {}",
            share.person.to_string().split_off(22)
        ))
        .unwrap();
        let today = self.today();
        for action in take_in(&self.journal, &share, text, &own, today, name)? {
            self.act(&action);
        }
        Ok(())
    }
}

/// A desk with so many people who each shared every week for twelve weeks.
#[must_use]
pub fn desk_of(people: u16) -> Desk {
    let mut desk = Desk::at("2026-10-28T09:00:00.000-05:00".parse().unwrap());
    for number in 0..people {
        let mut client = Client::new(number);
        for _ in 0..8 {
            desk.take(&client.share_signed()).unwrap();
            client.weeks.go_on(7);
        }
        desk.take(&client.share_signed()).unwrap();
    }
    desk
}
