//! What leaves Ebb in a share, in assignments and as an identity is frozen: what an Ebb of any age
//! made opens for ever.
//!
//! Never change a fixture or an expectation here.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::log::Entry;
use ebb_core::share::{
    self, Card, ENGLISH_WORDS, Identity, Link, Opener, Phrase, PublicKey, ShareLimits,
    number_words, numbers, read_link,
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
const SIGNED_SHARE: &[u8] = include_bytes!("../fixtures/v2/share.json");
const SIGNED_ASSIGNMENT: &[u8] = include_bytes!("../fixtures/v2/assignment.json");
const CARD: &str = include_str!("../fixtures/v2/card.txt");
/// As public as the file it stands in.
const SECRET: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
const NUMBERS: [u16; 6] = [328, 126, 148, 161, 28, 361];
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
    assert_eq!((share.signer, share.to, share.expires), (None, None, None));
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
    let words = number_words(
        numbers(&PublicKey::parse(key).unwrap().into()),
        ENGLISH_WORDS,
    );
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

#[test]
fn a_signed_share_and_signed_assignments_read_as_they_always_did() {
    let identity = Identity::parse(SECRET).unwrap();
    let share = share::read(SIGNED_SHARE, &limits()).unwrap();
    assert_eq!(share.signer, Some(identity.signing().signer()));
    assert_eq!(share.to, Some(identity.public()));
    assert_eq!(share.reply, Some(identity.public()));
    assert_eq!(share.expires.unwrap().to_string(), "2027-02-22");
    assert_eq!(share.purpose.as_ref().unwrap().as_str(), "Treatment");
    assert_eq!(share.entries(), 1);
    let offer = share::read_offer(SIGNED_ASSIGNMENT, &limits()).unwrap();
    assert_eq!(offer.signer, Some(identity.signing().signer()));
    assert_eq!(offer.items.len(), 2);
}

#[test]
fn what_is_signed_has_always_had_this_signature() {
    let signing = Identity::parse(SECRET).unwrap().signing();
    assert_eq!(share::sign(share_inside(), &signing).unwrap(), SIGNED_SHARE);
}

/// What stands under `signed`, as anybody can cut it out.
fn share_inside() -> &'static [u8] {
    let text = SIGNED_SHARE.trim_ascii_end();
    let begin = text.windows(9).position(|at| at == b"\"signed\":").unwrap();
    &text[begin + 9..text.len() - 1]
}

#[test]
fn a_card_and_its_words_are_spelt_as_they_always_were() {
    let card = Card::parse(CARD).unwrap();
    assert_eq!(card, Identity::parse(SECRET).unwrap().card());
    assert_eq!(card.text(), CARD.trim());
    assert_eq!(numbers(&card), NUMBERS);
}
