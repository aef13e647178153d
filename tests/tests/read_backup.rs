//! The example program that reads a backup without the app.
#![allow(clippy::unwrap_used, reason = "a panic here is a failed test")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use ebb_core::backup;
use ebb_core::time::Moment;
use ebb_core::vault::WorkFactor;
use ebb_tests::diary::{Diary, craving, mood};
use ebb_tests::sealing::passphrase;

const SECRET: &str = "calm sea over the wide bay";

/// The example, run by cargo, on a backup of two entries.
fn read_with(secret: &str, name: &str) -> Output {
    let mut diary = Diary::at("2026-11-25T09:00:00.000+01:00");
    diary.log(craving(7));
    diary.log(mood(4));
    let bundle = backup::bundle(&diary.journal, Moment::EPOCH, None).unwrap();
    let file = backup::seal(&bundle, &passphrase(SECRET), WorkFactor::FLOOR).unwrap();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, file).unwrap();
    let mut child = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "-p",
            "ebb-core",
            "--example",
            "read_backup",
            "--",
        ])
        .arg(path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(child.stdin.take().unwrap(), "{secret}").unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_example_tells_how_much_of_what_a_backup_holds() {
    let output = read_with(SECRET, "read.age");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    assert!(
        said.contains("entries from 2026-11-25 to 2026-11-25"),
        "{said}"
    );
    assert!(said.contains("     1 craving\n"), "{said}");
    assert!(said.contains("     1 check_in\n"), "{said}");
}

#[test]
fn the_example_refuses_a_wrong_passphrase_and_prints_nothing_of_the_backup() {
    let output = read_with("some other words entirely", "refused.age");
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("WrongPassphrase"), "{said}");
}
