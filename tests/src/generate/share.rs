//! Shares and what belongs to them in format 1, for the fixtures of their names. What is sealed has
//! other bytes each time.

use ebb_core::share::{self, Identity, Link, Offer, Phrase, Preset, Selection, Terms};
use ebb_core::text::Note;
use ebb_core::vault::WorkFactor;

use crate::diary::{Diary, triggered};
use crate::sealing::passphrase;

/// What the fixture of an identity is sealed with.
pub const PASSPHRASE: &str = "clinic words";
/// Signs and opens the fixtures of format 2; as public as this file.
const SECRET: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

/// Writes those of the fixtures that are not there.
pub fn write() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/");
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
    let mut selection = Selection::preset(Preset::CravingsAndSkills, &diary.journal, day, None);
    selection.tell_left_out = true;
    let person = "00000000000000000000000EBB".parse().unwrap();
    let mut terms = Terms::new(person, SECRET, diary.now, "Private.");
    let bundle = share::bundle(&diary.journal, &selection, &terms).unwrap();
    let phrase = Phrase::new(0xebb);
    let identity = Identity::generate().unwrap();
    let for_a_key = share::sealed_for_keys(&bundle, &[identity.public()]).unwrap();
    let task = r#"{"assignment":{"what":"Fill in the BAM","instrument":"bam","due":"2026-12-01"}}"#;
    let goal = r#"{"goal":{"what":"Sleep before midnight","state":"open"}}"#;
    let mut offer = Offer {
        issued_at: diary.now,
        signer: None,
        to: None,
        from: Some(ebb_core::text::Tag::own("Dr. Okafor").unwrap()),
        note: None,
        items: [task, goal]
            .map(|json| serde_json::from_str(json).unwrap())
            .to_vec(),
        unreadable: 0,
    };
    write("v1/share.json", &bundle);
    let by_phrase = share::sealed_for_phrase(&bundle, &phrase, WorkFactor::FLOOR);
    write("v1/share-phrase.age", &by_phrase.unwrap());
    write("v1/share-phrase.txt", phrase.text().as_bytes());
    write("v1/share-key.age", &for_a_key);
    write(
        "v1/share-link.txt",
        share::link(&Link::Share(for_a_key.clone()))
            .unwrap()
            .as_bytes(),
    );
    write("v1/assignment.json", &share::offer(&offer).unwrap());
    let sealed = identity
        .seal(&passphrase(PASSPHRASE), WorkFactor::FLOOR)
        .unwrap();
    write("v1/identity.age", sealed.as_bytes());
    let own = Identity::parse(SECRET).unwrap();
    let purpose = Note::new("Treatment").unwrap();
    terms.to = Some(own.public());
    terms.reply = Some(own.public());
    terms.expires = Some("2027-02-22".parse().unwrap());
    terms.purpose = Some(&purpose);
    let bundle = share::bundle(&diary.journal, &selection, &terms).unwrap();
    let signed = |bundle: &[u8]| share::sign(bundle, &own.signing()).unwrap();
    write("v2/share.json", &signed(&bundle));
    offer.to = Some(own.public());
    write(
        "v2/assignment.json",
        &signed(&share::offer(&offer).unwrap()),
    );
    write("v2/card.txt", own.card().text().as_bytes());
}
