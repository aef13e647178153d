//! `cargo xtask size --weigh`: which crates and functions the bytes of a build belong to.
//!
//! A build keeps a copy of each module as it was before wasm-opt dropped the names. Here the same
//! optimiser runs once more and keeps them, so what is weighed is what people download.

use crate::files;
use crate::post_build::wasm;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::ops::Range;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Crates that every Rust program has.
const STANDARD: [&str; 4] = ["core", "alloc", "std", "compiler_builtins"];

/// What a function, or all functions of a crate, add to a module.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Weight {
    name: String,
    bytes: usize,
    functions: usize,
}

/// Prints for every module of the last build what weighs most.
pub fn weigh(project: &Project, top: usize) -> Result<()> {
    let named = wasm::with_names(project)?;
    if named.is_empty() {
        bail!("no build has left its names; run `cargo xtask build` first");
    }
    let crates = crates(&files::read(&project.path("Cargo.lock"))?);
    for (name, module) in named {
        let module = weights(&module).with_context(|| format!("cannot weigh {name}"))?;
        print!("\n{}", table(&name, &module, &crates, top));
    }
    Ok(())
}

/// The names by which crates appear in the names of functions.
fn crates(lock: &str) -> BTreeSet<String> {
    let named = lock
        .lines()
        .filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    named
        .chain(STANDARD)
        .map(|name| name.replace('-', "_"))
        .collect()
}

struct Module {
    functions: Vec<Weight>,
    data: usize,
    /// Everything else: types, imports, tables, exports.
    rest: usize,
}

fn weights(module: &[u8]) -> Result<Module> {
    let mut imported = 0_u32;
    let mut bodies = Vec::new();
    let mut names = HashMap::new();
    let (mut data, mut without) = (0, 0);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(length(&body.range())),
            Payload::DataSection(section) => data = length(&section.range()),
            Payload::CustomSection(custom) => {
                without += length(&custom.range());
                if let KnownCustom::Name(section) = custom.as_known() {
                    for part in section {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let code: usize = bodies.iter().sum();
    let functions = (imported..).zip(bodies).map(|(index, bytes)| Weight {
        name: names
            .get(&index)
            .map_or_else(|| format!("function {index}"), |name| demangled(name)),
        bytes,
        functions: 1,
    });
    Ok(Module {
        functions: functions.collect(),
        data,
        rest: module.len().saturating_sub(code + data + without),
    })
}

fn length(range: &Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
}

/// The name as it is in the source, without the hash at its end.
fn demangled(name: &str) -> String {
    // wasm-opt writes the signs it does not allow in a name as a backslash and two digits.
    let mut plain = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let code = after
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(code) = code {
            plain.push(char::from(code));
            rest = &after[2..];
        } else {
            plain.push('\\');
            rest = after;
        }
    }
    plain.push_str(rest);
    let plain = without_hashes(&format!("{:#}", rustc_demangle::demangle(&plain)));
    match plain.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
            path.to_owned()
        }
        _ => plain,
    }
}

/// `ebb_core[0123456789abcdef]::text` is how wasm-bindgen writes `ebb_core::text`.
fn without_hashes(name: &str) -> String {
    let mut plain = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let hash = after.split_once(']').filter(|(hash, _)| {
            hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        if let Some((_, behind)) = hash {
            rest = behind;
        } else {
            plain.push('[');
            rest = after;
        }
    }
    plain + rest
}

/// The crate a function is there for: of all that its name tells, the first that is not part of
/// the standard library. `Vec<ebb_core::Record>::push` is there for `ebb_core`.
fn crate_of<'a>(name: &'a str, crates: &'a BTreeSet<String>) -> &'a str {
    let words = name
        .split(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != ':')
        .filter_map(|path| path.split_once("::"))
        .map(|(first, _)| first)
        .filter(|first| crates.contains(*first));
    let mut standard = None;
    for word in words {
        if !STANDARD.contains(&word) {
            return word;
        }
        standard.get_or_insert(word);
    }
    standard.unwrap_or("(no crate named)")
}

fn by_crate(functions: &[Weight], crates: &BTreeSet<String>) -> Vec<Weight> {
    let mut sums: BTreeMap<&str, Weight> = BTreeMap::new();
    for function in functions {
        let name = crate_of(&function.name, crates);
        let sum = sums.entry(name).or_insert_with(|| Weight {
            name: name.to_owned(),
            bytes: 0,
            functions: 0,
        });
        sum.bytes += function.bytes;
        sum.functions += 1;
    }
    sums.into_values().collect()
}

/// The heaviest first, as many as `top`.
fn heaviest(mut weights: Vec<Weight>, top: usize) -> Vec<Weight> {
    weights.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.name.cmp(&b.name)));
    weights.truncate(top);
    weights
}

fn table(name: &str, module: &Module, crates: &BTreeSet<String>, top: usize) -> String {
    let code: usize = module.functions.iter().map(|one| one.bytes).sum();
    let all = code + module.data + module.rest;
    // Writing to a String cannot fail.
    let mut text = format!("{name}: {all} bytes of wasm\n");
    let mut line = |bytes: usize, what: &str| {
        let tenths = (bytes * 1000).checked_div(all).unwrap_or(0);
        let _ = writeln!(
            text,
            "{bytes:>9} {:>3}.{} %  {what}",
            tenths / 10,
            tenths % 10
        );
    };
    line(code, "code");
    line(module.data, "data: texts and tables");
    line(module.rest, "types, imports, exports, tables");
    line(0, "-- by crate");
    for one in heaviest(by_crate(&module.functions, crates), top) {
        line(one.bytes, &format!("{} ({})", one.name, one.functions));
    }
    line(0, "-- by function");
    for one in heaviest(module.functions.clone(), top) {
        line(one.bytes, &one.name);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> BTreeSet<String> {
        crates("name = \"ebb-core\"\nname = \"leptos\"\n")
    }

    #[test]
    fn a_function_of_the_standard_library_counts_for_whom_it_is_there() {
        for (name, expected) in [
            ("ebb_core::text::Note::new", "ebb_core"),
            (
                "<alloc::vec::Vec<ebb_core::Record> as core::clone::Clone>::clone",
                "ebb_core",
            ),
            ("core::ptr::drop_in_place<leptos::View>", "leptos"),
            ("alloc::raw_vec::finish_grow", "alloc"),
            ("dlmalloc", "(no crate named)"),
            ("record::Record::take", "(no crate named)"),
        ] {
            assert_eq!(crate_of(name, &known()), expected, "{name}");
        }
    }

    #[test]
    fn names_are_readable_and_without_hashes() {
        for name in [
            "_ZN8ebb_core4text4Note3new17h0123456789abcdefE",
            "ebb_core::text::Note::new::h0123456789abcdef",
            "ebb_core::text::Note\\3a:new",
            "ebb_core[c3d69ea2612da47e]::text::Note::new",
        ] {
            assert_eq!(demangled(name), "ebb_core::text::Note::new");
        }
    }

    /// Imports a function and a memory; its own function has the index 1, and a name.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x0e\x02\x01a\x01f\0\0\x01a\x01m\x02\0\x01\
        \x03\x02\x01\0\
        \x0a\x05\x01\x03\0\x01\x0b\
        \0\x10\x04name\x01\x09\x01\x01\x06a::b:c";

    #[test]
    fn imported_functions_are_counted_before_those_with_a_body() {
        let module = weights(MODULE).unwrap();
        let expected = Weight {
            name: "a::b:c".to_owned(),
            bytes: 3,
            functions: 1,
        };
        assert_eq!(module.functions, [expected]);
    }

    #[test]
    fn the_heaviest_come_first_and_their_crates_are_summed() {
        let weight = |name: &str, bytes| Weight {
            name: name.to_owned(),
            bytes,
            functions: 1,
        };
        let module = Module {
            functions: vec![
                weight("leptos::a", 30),
                weight("ebb_core::a", 20),
                weight("ebb_core::b", 40),
            ],
            data: 5,
            rest: 5,
        };
        let text = table("app", &module, &known(), 1);
        assert!(text.contains(" 60.0 %  ebb_core (2)\n"), "{text}");
        assert!(text.contains(" 40.0 %  ebb_core::b\n"), "{text}");
        assert!(!text.contains("leptos"), "{text}");
    }
}
