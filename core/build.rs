//! Writes the help lines as Rust, out of their data files.
//!
//! They are the one content that must be there when nothing else is, so they are compiled in; a
//! reader of JSON in the first download, for their sake alone, would weigh more than they do.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, error, fs};

use serde_json::Value;

const LANGUAGES: [(&str, &str); 2] = [("ENGLISH", "en"), ("SPANISH", "es")];
const TEXTS: [&str; 2] = ["name", "about"];
const MAYBE: [&str; 5] = ["call", "written", "text", "keyword", "page"];

fn main() -> Result<(), Box<dyn error::Error>> {
    let content = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("content");
    let mut code = String::new();
    for (name, language) in LANGUAGES {
        let file = content.join(language).join("crisis.json");
        println!("cargo::rerun-if-changed={}", file.display());
        let regions: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        writeln!(
            code,
            "/// The help lines of every region, in `Region::ALL`'s order; from `content/{language}`."
        )?;
        writeln!(code, "pub static {name}: &[RegionLines] = &[")?;
        for region in regions.as_array().into_iter().flatten() {
            write_region(&mut code, region)?;
        }
        writeln!(code, "];")?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("crisis.rs"), code)?;
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

fn write_region(code: &mut String, region: &Value) -> Result<(), Box<dyn error::Error>> {
    let name = region["region"].as_str().ok_or("a region without a name")?;
    let (first, rest) = name.split_at_checked(1).ok_or("a region without a name")?;
    writeln!(
        code,
        "RegionLines {{ region: Region::{}{rest},",
        first.to_uppercase()
    )?;
    writeln!(code, "lines: Cow::Borrowed(&[")?;
    for line in region["lines"].as_array().into_iter().flatten() {
        write!(code, "Line {{")?;
        for field in TEXTS {
            let text = line[field].as_str().ok_or("a line without a name")?;
            write!(code, "{field}: Cow::Borrowed({text:?}),")?;
        }
        for field in MAYBE {
            match line[field].as_str() {
                Some(text) => write!(code, "{field}: Some(Cow::Borrowed({text:?})),")?,
                None => write!(code, "{field}: None,")?,
            }
        }
        let emergency = line["emergency"].as_bool().unwrap_or_default();
        writeln!(code, "emergency: {emergency} }},")?;
    }
    writeln!(code, "]) }},")?;
    Ok(())
}
