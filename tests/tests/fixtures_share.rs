//! What leaves Ebb in a share, in assignments and as an identity is frozen: what an Ebb of any age
//! made opens for ever.
//!
//! Never change a fixture or an expectation here.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::log::Entry;
use ebb_core::share::{
    self, Identity, Link, Opener, Phrase, PublicKey, ShareLimits, fingerprint, read_link,
};
use ebb_tests::diary::rating;
use ebb_tests::generate::share::PASSPHRASE;
use ebb_tests::sealing::passphrase;

const SHARE: &[u8] = include_bytes!("../fixtures/v1/share.json");
const BY_PHRASE: &[u8] = include_bytes!("../fixtures/v1/share-phrase.age");
const FOR_A_KEY: &[u8] = include_bytes!("../fixtures/v1/share-key.age");
const ASSIGNMENT: &[u8] = include_bytes!("../fixtures/v1/assignment.json");
const IDENTITY: &[u8] = include_bytes!("../fixtures/v1/identity.age");
const LINK: &str = include_str!("../fixtures/v1/share-link.txt");
/// What `Phrase::new(0xebb)` has always been.
const PHRASE: &str = include_str!("../fixtures/v1/share-phrase.txt");

fn limits() -> ShareLimits {
    ShareLimits::default()
}

fn identity() -> Identity {
    Identity::open(IDENTITY, &passphrase(PASSPHRASE), 20).unwrap()
}

#[test]
fn a_share_reads_as_it_always_did() {
    let share = share::read(SHARE, &limits()).unwrap();
    assert_eq!(share.person.to_string(), "00000000000000000000000EBB");
    assert_eq!(share.issued_at.to_string(), "2026-11-24T22:00:00.000-05:00");
    assert_eq!(share.first.to_string(), "2026-10-28");
    assert_eq!(share.last.to_string(), "2026-11-24");
    assert_eq!(share.counts.len(), 1);
    assert_eq!(share.left_out.clone().unwrap()["check_in"], 1);
    let (_, record) = share.journal.entries().next().unwrap();
    let Entry::Craving(craving) = &record.entry else {
        panic!("a craving");
    };
    assert_eq!(craving.intensity, rating(7));
    assert_eq!(
        record.happened_at.to_string(),
        "2026-11-20T18:00:00.000-05:00"
    );
}

#[test]
fn sealed_shares_open_as_they_always_did() {
    let phrase = Phrase::parse(PHRASE).unwrap();
    let by_phrase = share::open(BY_PHRASE, Opener::Phrase(&phrase), &limits());
    assert_eq!(by_phrase.as_deref(), Ok(SHARE));
    let for_a_key = share::open(FOR_A_KEY, Opener::Key(&identity()), &limits());
    assert_eq!(for_a_key.as_deref(), Ok(SHARE));
    assert_eq!(read_link(LINK), Ok(Link::Share(FOR_A_KEY.to_vec())));
}

#[test]
fn phrases_and_fingerprints_are_spelt_as_they_always_were() {
    assert_eq!(Phrase::new(0xebb).text(), PHRASE.trim());
    let key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    let words = fingerprint(&PublicKey::parse(key).unwrap());
    assert_eq!(words.join(" "), "globe onion pepper lentil tractor dream");
}

#[test]
fn assignments_read_as_they_always_did() {
    let offer = share::read_offer(ASSIGNMENT, &limits()).unwrap();
    assert_eq!(offer.items.len(), 2);
    assert_eq!(offer.from.as_ref().unwrap().as_str(), "Dr. Okafor");
    let Entry::Assignment(task) = &offer.items[0] else {
        panic!("an assignment");
    };
    assert_eq!(task.instrument.as_deref(), Some("bam"));
    assert_eq!(task.due.unwrap().to_string(), "2026-12-01");
}
