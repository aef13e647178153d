//! Shares and what belongs to them in format 1, for the fixtures of their names. What is sealed has
//! other bytes each time.

use ebb_core::share::{self, Identity, Link, Offer, Phrase, Preset, Selection};
use ebb_core::vault::WorkFactor;

use crate::diary::{Diary, triggered};
use crate::sealing::passphrase;

/// What the fixture of an identity is sealed with.
pub const PASSPHRASE: &str = "clinic words";

/// Writes those of the fixtures that are not there.
pub fn write() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/v1/");
    let write = |name: &str, bytes: &[u8]| {
        let path = format!("{folder}{name}");
        // What is frozen stays: only a file that is missing or empty is written.
        if std::fs::metadata(&path).is_ok_and(|file| file.len() > 0) {
            println!("{name} is there already");
        } else {
            std::fs::write(path, bytes).unwrap();
        }
    };
    let mut diary = Diary::at("2026-11-24T22:00:00.000-05:00").copied_to(2);
    diary.log_at(triggered(7, &["stress"]), "2026-11-20T18:00:00.000-05:00");
    diary.log(crate::diary::mood(6));
    let day = "2026-11-24".parse().unwrap();
    let mut selection = Selection::preset(Preset::CravingsAndSkills, &diary.journal, day);
    selection.tell_left_out = true;
    let person = "00000000000000000000000EBB".parse().unwrap();
    let bundle = share::bundle(&diary.journal, &selection, person, diary.now, "Private.").unwrap();
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
