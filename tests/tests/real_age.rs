//! The promise against lock-in, with the real `age` program: it opens what Ebb has sealed, and
//! Ebb opens what it has sealed.
//!
//! `cargo xtask test` installs `age` and names it in `EBB_AGE`; then nothing here is skipped.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ebb_core::backup::{self, BackupLimits};
use ebb_core::log::Journal;
use ebb_core::share::{self, Identity, Opener, Phrase};
use ebb_core::time::Moment;
use ebb_core::vault::{Keyslot, RecoveryCode, Secret, WorkFactor};
use ebb_tests::diary::{Diary, craving, noted};
use ebb_tests::sealing::{STORE, hex, key, passphrase};

/// With a letter that is not ASCII, in normalisation form C as keyboards give it.
const WORDS: &str = "cobre ventana mármol río";

/// The program, or nothing when this machine has none and need not.
fn age() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("EBB_AGE") {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path)
        .map(|folder| folder.join("age"))
        .find(|program| program.is_file());
    if found.is_none() {
        println!(
            "SKIPPED: there is no `age` program; `apt-get install age`, or `cargo xtask test`"
        );
    }
    found
}

/// Runs `age` on a terminal of its own, where it asks for the passphrase, and types the answers.
fn on_a_terminal(age: &Path, arguments: &str, answers: &[&str]) {
    let command = format!("'{}' {arguments}", age.display());
    let started = Command::new("script")
        .args(["-q", "-e", "-c", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    assert!(started.is_ok(), "`script` of util-linux is needed");
    let mut script = started.unwrap();
    let mut keyboard = script.stdin.take().unwrap();
    for answer in answers {
        writeln!(keyboard, "{answer}").unwrap();
    }
    keyboard.flush().unwrap();
    // The keyboard stays plugged in until the program has ended.
    let mut screen = Vec::new();
    let mut output = script.stdout.take().unwrap();
    std::io::Read::read_to_end(&mut output, &mut screen).unwrap();
    drop(keyboard);
    let status = script.wait().unwrap();
    let screen = String::from_utf8_lossy(&screen);
    assert!(status.success(), "age {arguments}: {screen}");
}

/// A folder of this test alone, taken away at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("ebb-age-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn journal() -> Journal {
    let mut diary = Diary::at("2026-11-20T12:00:00.000-05:00");
    diary.log(craving(8));
    // More than one chunk of an age file.
    for _ in 0..500 {
        diary.log(noted(&"calm río ".repeat(20)));
    }
    diary.journal
}

#[test]
fn the_age_program_opens_a_backup_of_ebb() {
    let Some(age) = age() else { return };
    let folder = Folder::new("opens");
    let (sealed, plain) = (folder.file("backup.age"), folder.file("bundle.json"));
    let bundle = backup::bundle(&journal(), Moment::EPOCH, None).unwrap();
    let file = backup::seal(&bundle, &passphrase(WORDS), WorkFactor::DEFAULT).unwrap();
    fs::write(&sealed, file).unwrap();
    on_a_terminal(&age, &format!("-d -o '{plain}' '{sealed}'"), &[WORDS]);
    assert_eq!(fs::read(&plain).unwrap(), bundle);
}

#[test]
fn ebb_opens_a_backup_that_the_age_program_has_sealed() {
    let Some(age) = age() else { return };
    let folder = Folder::new("sealed");
    let bundle = backup::bundle(&journal(), Moment::EPOCH, None).unwrap();
    fs::write(folder.file("bundle.json"), &bundle).unwrap();
    for (armor, name) in [("", "binary.age"), ("-a", "armored.age")] {
        let (sealed, plain) = (folder.file(name), folder.file("bundle.json"));
        let arguments = format!("-p {armor} -o '{sealed}' '{plain}'");
        on_a_terminal(&age, &arguments, &[WORDS, WORDS]);
        let file = fs::read(&sealed).unwrap();
        let words = passphrase(WORDS);
        let opened = backup::open(&file, &words, &BackupLimits::default()).unwrap();
        assert_eq!(opened, bundle);
        let proof = backup::prove(&file, &words, &journal(), &BackupLimits::default());
        assert_eq!(proof.unwrap().entries, 501);
    }
}

#[test]
fn the_age_program_opens_a_keyslot_with_the_printed_recovery_code() {
    let Some(age) = age() else { return };
    let folder = Folder::new("keyslot");
    let (sealed, plain) = (folder.file("slot.age"), folder.file("slot.json"));
    let code = RecoveryCode::new(0x1234_5678_9abc_def0);
    let secret = Secret::Recovery(&code);
    let slot = Keyslot::make(&key(1), STORE, &secret, WorkFactor::FLOOR).unwrap();
    fs::write(&sealed, slot.age()).unwrap();
    on_a_terminal(
        &age,
        &format!("-d -o '{plain}' '{sealed}'"),
        &[&code.text()],
    );
    let inside: serde_json::Value = serde_json::from_slice(&fs::read(&plain).unwrap()).unwrap();
    assert_eq!(inside["key"], hex(key(1).expose()));
    assert_eq!(inside["store"], STORE.to_string());
}

#[test]
fn the_age_program_opens_a_share_with_the_phrase_and_with_the_key() {
    let Some(age) = age() else { return };
    let folder = Folder::new("share");
    let bundle = include_bytes!("../fixtures/v1/share.json");
    let (sealed, plain) = (folder.file("share.age"), folder.file("share.json"));
    let phrase = Phrase::new(0x0123_4567_89ab_cdef);
    let file = share::sealed_for_phrase(bundle, &phrase, WorkFactor::FLOOR).unwrap();
    fs::write(&sealed, file).unwrap();
    on_a_terminal(
        &age,
        &format!("-d -o '{plain}' '{sealed}'"),
        &[phrase.text()],
    );
    assert_eq!(fs::read(&plain).unwrap(), bundle);

    let identity = Identity::generate().unwrap();
    let secret = folder.file("key.txt");
    fs::write(&secret, identity.secret().as_str()).unwrap();
    let other = Identity::generate().unwrap().public();
    let file = share::sealed_for_keys(bundle, &[other, identity.public()]).unwrap();
    fs::write(&sealed, file).unwrap();
    let opened = Command::new(&age)
        .args(["-d", "-i", &secret, &sealed])
        .output();
    assert_eq!(opened.unwrap().stdout, bundle);
}

#[test]
fn ebb_opens_a_share_that_the_age_program_has_sealed_for_a_key() {
    let Some(age) = age() else { return };
    let folder = Folder::new("share-sealed");
    let bundle = include_bytes!("../fixtures/v1/share.json");
    let plain = folder.file("share.json");
    fs::write(&plain, bundle).unwrap();
    let identity = Identity::generate().unwrap();
    let key = identity.public().text();
    for armor in [&[][..], &["-a"]] {
        let run = Command::new(&age)
            .args(armor)
            .args(["-r", &key, &plain])
            .output();
        let file = run.unwrap().stdout;
        let opened = share::open(
            &file,
            Opener::Key(&identity),
            &share::ShareLimits::default(),
        );
        assert_eq!(opened.as_deref(), Ok(&bundle[..]));
    }
}
