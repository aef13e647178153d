//! `cargo xtask api`: what `ebb-core` promises to those who build on it, held to `core/API.txt`.
//!
//! The list is made from what rustdoc knows, with every feature on, so that no change of what
//! others can call goes unnoticed. It names no parameters, bodies or documentation: those may change.

use crate::files;
use crate::project::Project;
use crate::run::run;
use anyhow::{Context, Result, bail};
use public_api::Builder;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The list that is kept, from the project's root.
const LIST: &str = "core/API.txt";
/// A folder of its own: the switch below would have every build beside it start from nothing.
const BUILT: &str = "target/api";
/// So many lines of each kind tell enough.
const SHOWN: usize = 20;
/// Traits that the compiler gives and that nobody asks of plain data; `Send` and `Sync` stay.
const UNASKED: [&str; 6] = [
    "core::marker::Freeze for",
    "core::marker::StructuralPartialEq for",
    "core::marker::Unpin for",
    "core::marker::UnsafeUnpin for",
    "core::panic::unwind_safe::RefUnwindSafe for",
    "core::panic::unwind_safe::UnwindSafe for",
];

/// Fails when the public items are not those of the list.
pub fn check(project: &Project) -> Result<()> {
    let kept = files::read(&project.path(LIST))
        .context("the list is made by `cargo xtask api --renew`")?;
    let changed = difference(&kept, &list(project)?);
    if changed.is_empty() {
        return Ok(());
    }
    bail!(
        "the public items of ebb-core are not those of {LIST}:\n{changed}\n\
         If that is meant: `cargo xtask api --renew`, and tell it in core/CHANGELOG.md. A line that \
         is gone or other than it was breaks those who use the crate."
    )
}

/// Writes the list as the items are now.
pub fn renew(project: &Project) -> Result<()> {
    let list = list(project)?;
    files::write(&project.path(LIST), &list)?;
    println!("{LIST} has {} lines", list.lines().count());
    Ok(())
}

fn list(project: &Project) -> Result<String> {
    let described = describe(project)?;
    let all = items(Builder::from_rustdoc_json(&described).omit_blanket_impls(true))?;
    // A derived impl is promised, but the line for it says what each of its functions would.
    let written = items(
        Builder::from_rustdoc_json(&described)
            .omit_blanket_impls(true)
            .omit_auto_trait_impls(true)
            .omit_auto_derived_impls(true),
    )?;
    let written: HashSet<&str> = written.iter().map(String::as_str).collect();
    let mut list = String::new();
    for item in &all {
        if is_asked_for(item) && (item.starts_with("impl") || written.contains(item.as_str())) {
            list.push_str(item);
            list.push('\n');
        }
    }
    Ok(list)
}

fn is_asked_for(item: &str) -> bool {
    !(item.starts_with("impl") && UNASKED.iter().any(|unasked| item.contains(unasked)))
}

fn items(builder: Builder) -> Result<Vec<String>> {
    let api = builder.build().context(
        "what rustdoc wrote cannot be read; `public-api` in xtask/Cargo.toml goes with the \
         toolchain in rust-toolchain.toml",
    )?;
    Ok(api.items().map(ToString::to_string).collect())
}

/// Has rustdoc write down what it knows, and gives the file.
///
/// That form of its output is not stable yet, hence the variable; the toolchain is pinned.
fn describe(project: &Project) -> Result<PathBuf> {
    run(
        Command::new("cargo")
            .current_dir(project.root())
            .args(["rustdoc", "--quiet", "-p", "ebb-core", "--lib"])
            .args(["--all-features", "--target-dir", BUILT])
            .args(["--", "-Z", "unstable-options", "--output-format", "json"])
            .env("RUSTC_BOOTSTRAP", "1"),
        "Read the message above.",
    )?;
    Ok(project.path(Path::new(BUILT).join("doc/ebb_core.json")))
}

/// The lines that only one of two lists has, or nothing.
fn difference(kept: &str, now: &str) -> String {
    [only_in(kept, now, "-"), only_in(now, kept, "+")].concat()
}

fn only_in(one: &str, other: &str, mark: &str) -> String {
    let other: HashSet<&str> = other.lines().collect();
    let mut lines: Vec<String> = one
        .lines()
        .filter(|line| !other.contains(line))
        .map(|line| format!("  {mark} {line}\n"))
        .collect();
    let more = lines.len().saturating_sub(SHOWN);
    if more > 0 {
        lines.truncate(SHOWN);
        lines.push(format!("  {mark} and {more} more\n"));
    }
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_that_is_gone_new_or_changed_is_told() {
        let kept = "pub fn a()\npub fn b()\n";
        assert_eq!(difference(kept, kept), "");
        assert_eq!(difference(kept, "pub fn a()\n"), "  - pub fn b()\n");
        assert_eq!(
            difference(kept, "pub fn a()\npub fn b() -> u8\n"),
            "  - pub fn b()\n  + pub fn b() -> u8\n"
        );
    }

    #[test]
    fn a_long_difference_is_cut_and_says_so() {
        let kept: Vec<String> = (0..SHOWN + 3).map(|n| format!("pub fn f{n}()\n")).collect();
        let told = difference(&kept.concat(), "");
        assert_eq!(told.lines().count(), SHOWN + 1);
        assert!(told.ends_with("  - and 3 more\n"), "{told}");
    }

    #[test]
    fn what_the_compiler_gives_unasked_is_left_out_and_the_rest_stays() {
        assert!(!is_asked_for("impl core::marker::Unpin for ebb_core::A"));
        assert!(!is_asked_for("impl !core::marker::Freeze for ebb_core::A"));
        assert!(is_asked_for("impl core::marker::Send for ebb_core::A"));
        assert!(is_asked_for("pub fn ebb_core::unpin()"));
    }
}
