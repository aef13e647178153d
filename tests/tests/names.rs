//! One name, one meaning: what a reader of core's documentation finds under a name.

use std::collections::BTreeMap;

/// The list that `cargo xtask api` holds core's public items to.
const LIST: &str = include_str!("../../core/API.txt");

/// The last name of each public type with the whole paths that end in it. An alias is for another
/// type by its own name, such as the journal of Ebb's entries.
fn types() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut types: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for line in LIST.lines() {
        let words = line.trim_start_matches("#[non_exhaustive] ");
        let kinds = ["pub struct ", "pub enum ", "pub trait ", "pub union "];
        let Some(rest) = kinds.iter().find_map(|kind| words.strip_prefix(kind)) else {
            continue;
        };
        // A path ends where generics, fields or bounds begin.
        let end = rest.find([' ', '<', '(']).unwrap_or(rest.len());
        let path = rest[..end].trim_end_matches(':');
        let name = path.rsplit("::").next().unwrap_or(path);
        types.entry(name).or_default().push(path);
    }
    types
}

#[test]
fn no_two_public_types_of_core_share_a_name() {
    let types = types();
    assert!(types.len() > 200, "{} types are in the list", types.len());
    let doubled: Vec<_> = types.values().filter(|paths| paths.len() > 1).collect();
    assert!(doubled.is_empty(), "{doubled:#?}");
}
