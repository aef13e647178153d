//! What each fuzz target does with its bytes, so that the kept corpus also runs as a plain test.
//!
//! A target panics when something is wrong: a panic in the decoder, or a value that does not read
//! back as it was written.

use std::sync::Arc;

use ebb_core::backup::{self, BackupLimits};
use ebb_core::journal::{self, DeviceId, RecordId};
use ebb_core::log::{Journal, Phone};
use ebb_core::share::review::{Filter, agenda, results, timeline};
use ebb_core::share::{self, Identity, Opener, Phrase, PublicKey};
use ebb_core::store::{Disk, Held, Memory, Seal, Table, read_segment, write_segment};
use ebb_core::text::{Note, Tag};
use ebb_core::time::{LocalDay, Moment};
use ebb_core::vault::{Keyslot, KeyslotKind, Passkey, Passphrase, RecoveryCode, Secret, VaultFile};

use crate::sealing::{STORE, passphrase, sealer};
use crate::sim::race::run;

/// A fuzz target.
pub type Target = fn(&[u8]);

/// Every target and its name.
pub const TARGETS: [(&str, Target); 15] = [
    ("record", record),
    ("segment", segment),
    ("sealed", sealed),
    ("manifest", manifest),
    ("row", row),
    ("keyslot", keyslot),
    ("vault_file", vault_file),
    ("backup", backup),
    ("bundle", bundle),
    ("secrets", secrets),
    ("fields", fields),
    ("share", share),
    ("assignment", assignment),
    ("link", link),
    ("qr_text", qr_text),
];

/// What the seeds of the targets are sealed with.
pub const WORDS: &str = "tide";
/// Where the seeds of sealed records are from.
pub const PLACE: &str = "records/01KATB1Q00000000000000000A";
/// The key of the seeds of segments.
pub const SEGMENT: &str = "01KATB1Q00000000000000000A";
/// Each step of scrypt's work doubles its memory; this is next to none.
const WORK: u8 = 4;

fn limits() -> BackupLimits {
    BackupLimits {
        bytes: 1024 * 1024,
        records: 1_000,
        work: WORK,
    }
}

/// A record of the journal.
pub fn record(bytes: &[u8]) {
    if let Ok(record) = journal::decode::<ebb_core::log::Entry>(bytes) {
        let written = journal::encode(&record).unwrap();
        assert_eq!(journal::decode(&written), Ok(record));
    }
}

fn lines_of(text: &[u8]) -> Option<Vec<String>> {
    let lines = read_segment(SEGMENT, text).ok()?;
    let lines: Vec<String> = lines.map(str::to_owned).collect();
    for line in &lines {
        record(line.as_bytes());
    }
    Some(lines)
}

/// Many records as one value.
pub fn segment(bytes: &[u8]) {
    if let Some(lines) = lines_of(bytes) {
        // The header may be spelt in several ways, the lines in one.
        let again = write_segment(SEGMENT, lines.iter().map(String::as_bytes));
        assert_eq!(lines_of(&again), Some(lines));
    }
    // The fuzzer seldom finds the check sum by itself.
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let written = lines_of(&write_segment(SEGMENT, lines.iter().copied()));
    assert_eq!(written.is_some(), std::str::from_utf8(bytes).is_ok());
    if let Some(written) = written {
        assert!(written.iter().map(String::as_bytes).eq(lines));
    }
}

/// A sealed value.
pub fn sealed(bytes: &[u8]) {
    let vault = sealer(1, STORE);
    if let Ok(plain) = vault.open(PLACE, bytes) {
        assert_eq!(bytes.len(), 2 + 24 + plain.len() + 16);
    }
    let sealed = vault.seal(PLACE, bytes).unwrap();
    assert_eq!(vault.open(PLACE, &sealed).as_deref(), Ok(bytes));
}

/// What a sealed store lists that holds one value, of which [`PLACE`] is the place.
pub fn manifest(bytes: &[u8]) {
    let sealer = sealer(1, STORE);
    let row = sealer.name(PLACE);
    let held = Held::from([
        (meta("manifest-1"), sealer.seal("manifest", bytes).unwrap()),
        ((Table::Segments, row), vec![0xEB, 2, 0]),
    ]);
    look_at(held);
}

/// A value of a sealed store of which the list is gone, so that it says itself what it is.
pub fn row(bytes: &[u8]) {
    let sealer = sealer(1, STORE);
    let name = sealer.name(PLACE);
    let value = sealer.seal(&name, bytes).unwrap();
    look_at(Held::from([((Table::Segments, name), value)]));
}

fn meta(key: &str) -> (Table, String) {
    (Table::Meta, key.to_owned())
}

/// Reads a sealed store, and writes in it where that is possible.
fn look_at(mut held: Held) {
    let sealing = sealer(1, STORE).name("sealing").into_bytes();
    held.insert(meta("sealing"), sealing);
    let memory = Memory::holding(held);
    let unlocked = || {
        let disk = Disk::new(memory.clone());
        disk.unlock(Arc::new(sealer(1, STORE)));
        ebb_core::log::Store::new(disk, || Some(RecordId::next(None, 1, 7)))
    };
    let store: ebb_core::log::Store<Disk<Memory>> = unlocked();
    let _ = run(store.open());
    let _ = run(store.backend().integrity());
    if run(store.keep_draft("form", b"x")).is_ok() {
        let store = unlocked();
        assert_eq!(run(store.draft("form")), Ok(Some(b"x".to_vec())));
        assert!(!run(store.backend().integrity()).unwrap().unchecked);
        for _ in 0..8 {
            let step = run(store.backend().convert_step());
            if !step.is_ok_and(|progress| !progress.finished) {
                break;
            }
        }
    }
}

fn open_slot(slot: &Keyslot) {
    let words = passphrase(WORDS);
    let code = RecoveryCode::new(1);
    let passkey = Passkey::new([7; 16], &[1; 64]).unwrap();
    let secret = match slot.kind() {
        KeyslotKind::Passphrase => Secret::Passphrase(&words),
        KeyslotKind::Recovery => Secret::Recovery(&code),
        KeyslotKind::Other => Secret::Panic(&words),
        KeyslotKind::Passkey => Secret::Passkey(&passkey),
    };
    let _ = (slot.work(), slot.passkey_nonce());
    let opened = slot.open_within(STORE, &secret, WORK);
    if opened.is_ok() {
        assert_eq!(slot.verify(), Ok(()));
    }
}

/// The `age` file of a keyslot.
pub fn keyslot(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        open_slot(&Keyslot::of_age(KeyslotKind::Passphrase, text.to_owned()));
    }
    // The fuzzer seldom gets past the armor by itself.
    let armored = crate::sealing::armored(bytes);
    open_slot(&Keyslot::of_age(KeyslotKind::Passphrase, armored));
}

/// A vault file.
pub fn vault_file(bytes: &[u8]) {
    if let Ok(vault) = VaultFile::decode(bytes) {
        assert_eq!(vault.encode().as_deref(), Ok(bytes));
        let slots = [
            KeyslotKind::Passphrase,
            KeyslotKind::Recovery,
            KeyslotKind::Other,
            KeyslotKind::Passkey,
        ];
        slots
            .iter()
            .filter_map(|kind| vault.slot(*kind))
            .for_each(open_slot);
    }
}

/// A backup file.
pub fn backup(bytes: &[u8]) {
    if let Ok(inside) = backup::open(bytes, &passphrase(WORDS), &limits()) {
        bundle(&inside);
    }
}

/// The bundle in a backup.
pub fn bundle(bytes: &[u8]) {
    let Ok(read) = backup::read(bytes, &limits()) else {
        return;
    };
    let mut here = Journal::default();
    for record in read.restore(&here) {
        here.absorb(record);
    }
    assert!(read.restore(&here).is_empty());
    let preview = read.compare(&here);
    assert_eq!((preview.new, preview.changed), (0, 0));
    let written = backup::bundle(&read.journal, read.issued_at, read.preferences.as_deref());
    let again = backup::read(&written.unwrap(), &BackupLimits::default()).unwrap();
    assert_eq!(again.issued_at, read.issued_at);
    assert_eq!(again.preferences, read.preferences);
    assert_eq!(
        again.restore(&Journal::default()),
        read.restore(&Journal::default())
    );
}

/// What a person types to open something.
pub fn secrets(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(code) = RecoveryCode::parse(text) {
        let printed = code.text();
        let again = RecoveryCode::parse(&printed).unwrap().text();
        assert_eq!(again.as_str(), printed.as_str());
    }
    let _ = Passphrase::new(text);
}

fn reads_back<T: std::str::FromStr + ToString>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        let written = value.to_string();
        let again = written.parse::<T>().ok().map(|value| value.to_string());
        assert_eq!(again, Some(written));
    }
}

/// The parts of a form: what a draft and a record are made of.
pub fn fields(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    reads_back::<RecordId>(text);
    reads_back::<DeviceId>(text);
    reads_back::<Moment>(text);
    reads_back::<LocalDay>(text);
    let _ = Note::new(text);
    let _ = Tag::own(text);
    let _ = Phone::new(text);
    let _ = serde_json::from_str::<ebb_core::log::Entry>(text);
}

fn share_limits() -> share::ShareLimits {
    share::ShareLimits {
        bytes: 1024 * 1024,
        entries: 1_000,
        entry_bytes: 64 * 1024,
        work: WORK,
    }
}

/// The bundle of a share, and a file that should hold one; what reads is looked at in every way.
pub fn share(bytes: &[u8]) {
    let _ = share::sealed_for(bytes);
    let phrase = Phrase::new(0xebb);
    let opened = share::open(bytes, Opener::Phrase(&phrase), &share_limits());
    let inside = opened.as_deref().unwrap_or(bytes);
    let Ok(read) = share::read(inside, &share_limits()) else {
        return;
    };
    assert!(agenda(&read, Some(&read), &[]).is_ok());
    let seen = timeline(&read, &Filter::default()).len();
    assert_eq!(seen, read.journal.entries().count());
    assert!(results(&read).len() <= read.entries());
    let source = ebb_core::export::fhir::Source {
        journal: &read.journal,
        instruments: &[],
        person: read.person,
        issued_at: read.issued_at,
        notice: &read.notice,
        words: |_| "A measure",
    };
    let fhir = ebb_core::export::fhir::fhir(&source).unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&fhir).is_ok());
    assert!(ebb_core::export::csv::csv(&read.journal, &read.notice).ends_with("\r\n"));
    // As somebody would share what they were sent.
    let mut selection =
        share::Selection::preset(share::Preset::Everything, &read.journal, read.last, None);
    (selection.first, selection.last) = (read.first, read.last);
    selection.names = false;
    let terms = share::Terms::new(read.person, "secret", read.issued_at, "Private.");
    let again = share::bundle(&read.journal, &selection, &terms).unwrap();
    assert!(share::read(&again, &share::ShareLimits::default()).is_ok());
}

/// What a therapist sends back.
pub fn assignment(bytes: &[u8]) {
    let Ok(read) = share::read_offer(bytes, &share_limits()) else {
        return;
    };
    for item in 0..read.items.len() {
        assert!(read.accept(item, None).is_some());
        assert!(!share::is_accepted(&Journal::default(), &read, item));
    }
    if !read.items.is_empty() {
        let written = share::offer(&read).unwrap();
        let again = share::read_offer(&written, &share_limits()).unwrap();
        assert_eq!(again.items, read.items);
    }
}

/// What stands behind the `#` of an address.
pub fn link(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(read) = share::read_link(text)
    {
        let written = share::link(&read).unwrap();
        assert_eq!(share::read_link(&written), Ok(read));
    }
    if let Ok(written) = share::link(&share::Link::Share(bytes.to_vec())) {
        let read = share::read_link(&written);
        assert_eq!(read, Ok(share::Link::Share(bytes.to_vec())));
    }
}

/// What a camera reads or a person pastes: a key, a phrase, a secret.
pub fn qr_text(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(key) = PublicKey::parse(text) {
        assert_eq!(PublicKey::parse(&key.text()), Ok(key));
    }
    if let Ok(card) = share::Card::parse(text) {
        assert_eq!(share::Card::parse(&card.text()), Ok(card.clone()));
        let _ = share::number_words(share::numbers(&card), share::ENGLISH_WORDS);
    }
    if let Ok(phrase) = Phrase::parse(text) {
        assert!(Phrase::parse(phrase.text()).is_ok_and(|again| again.text() == phrase.text()));
    }
    let _ = Identity::parse(text);
    let _ = share::shown(text);
}
