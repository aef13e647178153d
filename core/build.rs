//! Writes help lines and emergency texts as Rust, out of their data files.
//!
//! They are the one content that must be there when nothing else is, so they are compiled in; a
//! reader of JSON in the first download, for their sake alone, would weigh more than they do. Where
//! a number is published and when it was looked up is required here and left out of the code.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const LANGUAGES: [(&str, &str); 2] = [("ENGLISH", "en"), ("SPANISH", "es")];
const MAYBE: [&str; 5] = ["call", "written", "text", "keyword", "page"];

fn main() -> Result<()> {
    let content = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("content");
    let mut code = String::new();
    for (name, language) in LANGUAGES {
        let regions = read(&content.join(language).join("crisis.json"))?;
        writeln!(
            code,
            "/// The help lines of every region, in `Region::ALL`'s order; from `content/{language}`."
        )?;
        writeln!(code, "pub static {name}: &[RegionLines] = &[")?;
        for region in &regions {
            write_region(&mut code, region)?;
        }
        writeln!(code, "];")?;
        let emergencies = read(&content.join(language).join("emergency.json"))?;
        writeln!(
            code,
            "/// What to do in each emergency, in `EmergencyId::ALL`'s order; from `content/{language}`."
        )?;
        writeln!(code, "pub static {name}_EMERGENCIES: &[EmergencyText] = &[")?;
        for emergency in &emergencies {
            write_emergency(&mut code, emergency)?;
        }
        writeln!(code, "];")?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("crisis.rs"), code)?;
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

fn read(file: &Path) -> Result<Vec<Value>> {
    println!("cargo::rerun-if-changed={}", file.display());
    let text = fs::read_to_string(file)?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?)
}

/// The fields of an object, none of which may be unknown.
fn fields<'a>(value: &'a Value, known: &[&str]) -> Result<&'a Map<String, Value>> {
    let fields = value.as_object().ok_or("something else than an object")?;
    match fields.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(format!("unknown field `{key}` in {value}").into()),
        None => Ok(fields),
    }
}

fn text<'a>(fields: &'a Map<String, Value>, name: &str) -> Result<&'a str> {
    let text = fields.get(name).and_then(Value::as_str);
    let text = text.filter(|text| !text.trim().is_empty());
    Ok(text.ok_or_else(|| format!("the field `{name}` is missing in {fields:?}"))?)
}

/// The name of a variant: `alcohol-poisoning` is `AlcoholPoisoning`.
fn variant(name: &str) -> String {
    let parts = name.split('-').filter_map(|part| part.split_at_checked(1));
    parts
        .map(|(first, rest)| first.to_uppercase() + rest)
        .collect()
}

fn write_region(code: &mut String, region: &Value) -> Result<()> {
    let region = fields(region, &["region", "lines"])?;
    let name = variant(text(region, "region")?);
    writeln!(code, "RegionLines {{ region: Region::{name},")?;
    writeln!(code, "lines: Cow::Borrowed(&[")?;
    let lines = region.get("lines").and_then(Value::as_array);
    for line in lines.ok_or("a region without lines")? {
        let known = ["name", "about", "purpose", "source", "checked"];
        let line = fields(line, &[&known[..], &MAYBE[..]].concat())?;
        text(line, "source")?;
        text(line, "checked")?;
        let purpose = variant(text(line, "purpose")?);
        write!(code, "HelpLine {{ purpose: Purpose::{purpose},")?;
        for field in ["name", "about"] {
            write!(code, "{field}: Cow::Borrowed({:?}),", text(line, field)?)?;
        }
        for field in MAYBE {
            write_maybe(code, line, field)?;
        }
        writeln!(code, "}},")?;
    }
    writeln!(code, "]) }},")?;
    Ok(())
}

fn write_maybe(code: &mut String, fields: &Map<String, Value>, name: &str) -> Result<()> {
    match fields.get(name).and_then(Value::as_str) {
        Some(text) => write!(code, "{name}: Some(Cow::Borrowed({text:?})),")?,
        None => write!(code, "{name}: None,")?,
    }
    Ok(())
}

fn write_emergency(code: &mut String, emergency: &Value) -> Result<()> {
    let known = [
        "id",
        "title",
        "lead",
        "signs_lead",
        "signs",
        "steps_lead",
        "steps",
        "sources",
    ];
    let emergency = fields(emergency, &known)?;
    texts(emergency, "sources")?;
    let id = variant(text(emergency, "id")?);
    write!(code, "EmergencyText {{ id: EmergencyId::{id},")?;
    for field in ["title", "signs_lead", "steps_lead"] {
        write!(
            code,
            "{field}: Cow::Borrowed({:?}),",
            text(emergency, field)?
        )?;
    }
    write_maybe(code, emergency, "lead")?;
    for field in ["signs", "steps"] {
        write!(code, "{field}: Cow::Borrowed(&[")?;
        for line in texts(emergency, field)? {
            write!(code, "Cow::Borrowed({line:?}),")?;
        }
        write!(code, "]),")?;
    }
    writeln!(code, "}},")?;
    Ok(())
}

/// Some texts, at least one of them.
fn texts<'a>(fields: &'a Map<String, Value>, name: &str) -> Result<Vec<&'a str>> {
    let list = fields.get(name).and_then(Value::as_array);
    let list: Option<Vec<_>> = list.and_then(|list| list.iter().map(Value::as_str).collect());
    let list = list.filter(|list| !list.is_empty());
    Ok(list.ok_or_else(|| format!("the field `{name}` is missing in {fields:?}"))?)
}
