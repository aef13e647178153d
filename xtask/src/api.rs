//! `cargo xtask api`: what `ebb-core` promises to those who build on it, held to `core/API.txt`.
//!
//! The list is made from what rustdoc knows, with every feature on, so that no change of what
//! others can call goes unnoticed. It names no bodies or documentation: those may change.

use crate::files;
use crate::project::Project;
use crate::run::run;
use anyhow::{Context, Result, bail};
use public_api::Builder;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The list that is kept, from the project's root.
const LIST: &str = "core/API.txt";
/// A folder of its own: the switch below would have every build beside it start from nothing.
const BUILT: &str = "target/api";
/// So many lines of each kind tell enough.
const SHOWN: usize = 20;
/// Traits that the compiler gives and that nobody asks of plain data. Whether types go from thread
/// to thread is held by a test of core's that does not compile otherwise (`tests/tests/threads.rs`).
const UNASKED: [&str; 8] = [
    "core::marker::Freeze",
    "core::marker::Send",
    "core::marker::StructuralPartialEq",
    "core::marker::Sync",
    "core::marker::Unpin",
    "core::marker::UnsafeUnpin",
    "core::panic::unwind_safe::RefUnwindSafe",
    "core::panic::unwind_safe::UnwindSafe",
];
/// What the traits of other crates ask for; the line of the traits says it.
const ASKED_BY_TRAITS: [&str; 20] = [
    "clone",
    "cmp",
    "default",
    "deserialize",
    "drop",
    "eq",
    "fmt",
    "from",
    "from_iter",
    "from_str",
    "hash",
    "into_iter",
    "next",
    "next_back",
    "partial_cmp",
    "serialize",
    "size_hint",
    "source",
    "try_from",
    "Err",
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
    Ok(short(&all))
}

/// One line for each item, and one for each type with all traits it has.
fn short(items: &[String]) -> String {
    let mut lines = BTreeSet::new();
    let mut traits: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for item in items {
        if let Some((name, of)) = trait_of(item) {
            if !UNASKED.contains(&name.trim_start_matches('!')) {
                traits.entry(of).or_default().insert(last_name(name));
            }
        } else if !item.starts_with("impl") && !is_asked_by_trait(item) {
            lines.insert(item.clone());
        }
    }
    for (of, names) in traits {
        let names: Vec<&str> = names.into_iter().collect();
        lines.insert(format!("{of}: {}", names.join(", ")));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// The trait and the type of `impl<…> Trait for Type`.
fn trait_of(item: &str) -> Option<(&str, &str)> {
    let rest = item.strip_prefix("impl")?;
    let rest = if rest.starts_with('<') {
        let mut depth = 0;
        let end = rest.find(|c| {
            depth += i32::from(c == '<') - i32::from(c == '>');
            depth == 0
        })?;
        &rest[end + 1..]
    } else {
        rest
    };
    rest.trim_start().split_once(" for ")
}

/// `core::convert::From<a::B>` as `From<a::B>`.
fn last_name(path: &str) -> &str {
    let end = path.find('<').unwrap_or(path.len());
    path[..end].rfind("::").map_or(path, |at| &path[at + 2..])
}

fn is_asked_by_trait(item: &str) -> bool {
    let words = item.strip_prefix("pub ").unwrap_or(item);
    let Some((kind, rest)) = words.split_once(' ') else {
        return false;
    };
    let rest = if kind == "const" {
        rest.trim_start_matches("fn ")
    } else {
        rest
    };
    let end = rest.find(['(', '=', ' ']).unwrap_or(rest.len());
    let path = &rest[..end];
    let name = path[..path.find("<'").unwrap_or(path.len())]
        .rsplit("::")
        .next();
    let is_in_type = path
        .rsplit("::")
        .nth(1)
        .is_some_and(|of| of.starts_with(char::is_uppercase) || of.ends_with('>'));
    let asked = name.is_some_and(|name| ASKED_BY_TRAITS.contains(&name));
    matches!(kind, "fn" | "type" | "const") && is_in_type && asked
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
    fn a_type_has_one_line_with_its_traits_and_their_functions_have_none() {
        let items = [
            "impl core::marker::Unpin for a::A",
            "impl core::marker::Send for a::A",
            "impl core::clone::Clone for a::A",
            "impl<T> core::convert::From<b::B<T>> for a::A",
            "impl a::A",
            "pub fn a::A::clone(&self) -> a::A",
            "pub fn a::A::from(b: b::B<T>) -> a::A",
            "pub fn a::A::new() -> a::A",
            "pub fn a::from(b: u8) -> u8",
            "pub struct a::A",
        ]
        .map(str::to_owned);
        assert_eq!(
            short(&items),
            "a::A: Clone, From<b::B<T>>\npub fn a::A::new() -> a::A\npub fn a::from(b: u8) -> u8\n\
             pub struct a::A\n"
        );
    }
}
