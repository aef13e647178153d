//! `cargo xtask api`: what `ebb-core` promises to those who build on it, held to `core/API.txt`.
//!
//! The list is made from what rustdoc knows, with every feature on, so that no change of what
//! others can call goes unnoticed. It names no bodies or documentation: those may change.

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
    let api = Builder::from_rustdoc_json(describe(project)?)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .context(
            "what rustdoc wrote cannot be read; `public-api` in xtask/Cargo.toml goes with the \
             toolchain in rust-toolchain.toml",
        )?;
    Ok(short(api.items().map(ToString::to_string)))
}

/// One line for each item, a type's with its public fields or variants, which come after it. What an
/// implementation must have is told by its trait, once.
fn short(items: impl Iterator<Item = String>) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut inside = None;
    let mut implementing = None;
    for item in items {
        let is_of_trait = |of: &String| {
            let mut words = item
                .split(' ')
                .filter(|word| word.starts_with("ebb_core::"));
            let named = words.next().is_some_and(|name| name.starts_with(of));
            named && (item.contains(" fn ") || item.starts_with("pub const "))
        };
        if implementing.as_ref().is_some_and(is_of_trait) {
            continue;
        }
        if !item.starts_with("pub type ") {
            let of = item.starts_with("impl").then(|| item.split_once(" for "));
            let of = of.flatten().and_then(|(_, of)| of.split(['<', ' ']).next());
            implementing = of.map(str::to_owned);
        }
        let path = item.strip_prefix("pub ");
        let member = inside.as_deref().and_then(|of| path?.strip_prefix(of));
        if let (Some(member), Some(line)) = (member, lines.last_mut()) {
            let before = if line.ends_with(" }") {
                &line[..line.len() - 2]
            } else {
                line.as_str()
            };
            let mark = if before.len() < line.len() { "," } else { " {" };
            *line = format!("{before}{mark} {member} }}");
            continue;
        }
        let is_type = item.contains("pub struct ") || item.contains("pub enum ");
        let name = item
            .split([' ', '<', '('])
            .find(|word| word.starts_with("ebb_core::"));
        inside = name.filter(|_| is_type).map(|name| format!("{name}::"));
        lines.push(item);
    }
    lines.join("\n") + "\n"
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
    fn a_type_stands_with_its_fields_and_variants() {
        let items = [
            "pub enum ebb_core::a::E",
            "pub ebb_core::a::E::One",
            "pub ebb_core::a::E::Two",
            "pub ebb_core::a::E::Two::day: u8",
            "pub struct ebb_core::a::S<'a>",
            "pub ebb_core::a::S::name: &'a str",
            "pub fn ebb_core::a::S<'a>::new()",
        ];
        assert_eq!(
            short(items.map(str::to_owned).into_iter()),
            "pub enum ebb_core::a::E { One, Two, Two::day: u8 }\n\
             pub struct ebb_core::a::S<'a> { name: &'a str }\n\
             pub fn ebb_core::a::S<'a>::new()\n"
        );
    }

    #[test]
    fn what_a_trait_asks_for_is_not_told_of_each_implementation() {
        let items = [
            "impl core::str::FromStr for ebb_core::a::S<'_>",
            "pub type ebb_core::a::S<'_>::Err = u8",
            "pub fn ebb_core::a::S<'_>::from_str(&str) -> Self",
            "impl ebb_core::a::S<'_>",
            "pub fn ebb_core::a::S<'_>::new()",
        ];
        let told = short(items.map(str::to_owned).into_iter());
        assert_eq!(
            told,
            [items[0], items[1], items[3], items[4], ""].join("\n")
        );
    }
}
