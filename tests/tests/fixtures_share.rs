//! What leaves Ebb in a share, in assignments and as an identity is frozen: what an Ebb of any age
//! made opens for ever.
//!
//! Never change a fixture or an expectation here.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::journal::Entry;
use ebb_core::share::{
    self, Identity, Limits, Link, Offer, Opener, Phrase, Preset, PublicKey, Selection, fingerprint,
    read_link,
};
use ebb_core::vault::WorkFactor;
use ebb_tests::diary::{Diary, rating, triggered};
use ebb_tests::sealing::passphrase;

const SHARE: &[u8] = include_bytes!("../fixtures/v1/share.json");
const BY_PHRASE: &[u8] = include_bytes!("../fixtures/v1/share-phrase.age");
const FOR_A_KEY: &[u8] = include_bytes!("../fixtures/v1/share-key.age");
const ASSIGNMENT: &[u8] = include_bytes!("../fixtures/v1/assignment.json");
const IDENTITY: &[u8] = include_bytes!("../fixtures/v1/identity.age");
const LINK: &str = include_str!("../fixtures/v1/share-link.txt");
/// What `Phrase::new(0xebb)` has always been.
const PHRASE: &str = include_str!("../fixtures/v1/share-phrase.txt");
const PASSPHRASE: &str = "clinic words";

fn limits() -> Limits {
    Limits::default()
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

/// Only for a new fixture: `cargo test -p ebb-tests --test fixtures_share -- --ignored`.
#[test]
#[ignore = "writes the fixtures instead of checking them"]
fn write_the_fixtures() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/v1/");
    let write = |name: &str, bytes: &[u8]| {
        let path = format!("{folder}{name}");
        // They are part of this program: make an empty file first.
        if std::fs::metadata(&path).is_ok_and(|file| file.len() == 0) {
            std::fs::write(path, bytes).unwrap();
        }
    };
    let mut diary = Diary::at("2026-11-24T22:00:00.000-05:00").copied_to(2);
    diary.log_at(triggered(7, &["stress"]), "2026-11-20T18:00:00.000-05:00");
    diary.log(ebb_tests::diary::mood(6));
    let day = "2026-11-24".parse().unwrap();
    let mut selection = Selection::preset(Preset::CravingsAndSkills, &diary.journal, day);
    selection.tell_left_out = true;
    let person = "00000000000000000000000EBB".parse().unwrap();
    let bundle = share::bundle(&diary.journal, &selection, person, diary.now).unwrap();
    let phrase = Phrase::new(0xebb);
    let identity = Identity::generate().unwrap();
    let for_a_key = share::sealed_for_keys(&bundle, &[identity.public()]).unwrap();
    let task = r#"{"assignment":{"what":"Fill in the BAM","instrument":"bam","due":"2026-12-01"}}"#;
    let goal = r#"{"goal":{"what":"Sleep before midnight","state":"open"}}"#;
    let offer = Offer {
        issued_at: diary.now,
        from: Some(ebb_core::text::Tag::own("Dr. Okafor").unwrap()),
        note: None,
        items: [task, goal]
            .map(|json| serde_json::from_str(json).unwrap())
            .to_vec(),
        unreadable: 0,
    };
    write("share.json", &bundle);
    let by_phrase = share::sealed_for_phrase(&bundle, &phrase, WorkFactor::FLOOR);
    write("share-phrase.age", &by_phrase.unwrap());
    write("share-phrase.txt", phrase.text().as_bytes());
    write("share-key.age", &for_a_key);
    write(
        "share-link.txt",
        share::link(&Link::Share(for_a_key.clone()))
            .unwrap()
            .as_bytes(),
    );
    write("assignment.json", &share::offer(&offer).unwrap());
    let sealed = identity
        .seal(&passphrase(PASSPHRASE), WorkFactor::FLOOR)
        .unwrap();
    write("identity.age", sealed.as_bytes());
}
