//! What is shipped and is the work of others: their notices, as their licences ask, and a bill of
//! materials that programs read.

use crate::files;
use crate::project::Project;
use crate::run::output;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// The notices, in a build.
pub const LICENCES: &str = "licenses.txt";
/// The bill of materials, in `CycloneDX`'s form.
pub const BILL: &str = "sbom.cdx.json";

const APP: &str = "ebb-app";
const NOTICES: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];

/// Writes both for everything that the app is compiled from.
pub fn write(project: &Project, dist: &Path) -> Result<()> {
    let told = output(Command::new("cargo").current_dir(project.root()).args([
        "metadata",
        "--locked",
        "--format-version=1",
        "--filter-platform=wasm32-unknown-unknown",
    ]))
    .context("`cargo metadata` failed; does every Cargo.toml hold?")?;
    let told: Value = serde_json::from_str(&told)?;
    let shipped = shipped(&told).context("cargo tells nothing of the app")?;
    files::write(&dist.join(LICENCES), notices(&shipped)?)?;
    files::write(
        &dist.join(BILL),
        serde_json::to_vec_pretty(&bill(&shipped))?,
    )
}

/// Every package of somebody else that becomes part of the app, by its name and version.
fn shipped(told: &Value) -> Option<BTreeMap<String, &Value>> {
    let by_id = |list: &'_ Value| -> Option<BTreeMap<String, usize>> {
        let ids = list.as_array()?.iter().enumerate();
        ids.map(|(at, one)| Some((one["id"].as_str()?.to_owned(), at)))
            .collect()
    };
    let (packages, nodes) = (&told["packages"], &told["resolve"]["nodes"]);
    let (package_at, node_at) = (by_id(packages)?, by_id(nodes)?);
    let app = packages
        .as_array()?
        .iter()
        .find(|package| package["name"] == APP)?;
    let mut waiting = vec![app["id"].as_str()?];
    let mut seen = BTreeSet::new();
    let mut shipped = BTreeMap::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let package = &packages[*package_at.get(id)?];
        if !package["source"].is_null() {
            let name = format!(
                "{} {}",
                package["name"].as_str()?,
                package["version"].as_str()?
            );
            shipped.insert(name, package);
        }
        for needed in nodes[*node_at.get(id)?]["deps"].as_array()? {
            // What only builds or tests is of another kind.
            let kinds = needed["dep_kinds"].as_array()?;
            if kinds.iter().any(|kind| kind["kind"].is_null()) {
                waiting.push(needed["pkg"].as_str()?);
            }
        }
    }
    Some(shipped)
}

/// What each package says of its licence; a text that many have stands once.
fn notices(shipped: &BTreeMap<String, &Value>) -> Result<String> {
    let head =
        "Ebb is under MIT or Apache-2.0, as you like. It is built with the work of these people.";
    let mut parts = vec![format!("{head}\n")];
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (name, package) in shipped {
        let licence = package["license"].as_str().unwrap_or("see below");
        parts.push(format!("{name}: {licence}"));
        let folder = package["manifest_path"].as_str().map(Path::new);
        let folder = folder
            .and_then(Path::parent)
            .context("a package is nowhere")?;
        for file in files::list(folder)? {
            let upper = file.to_uppercase();
            let is_notice = NOTICES.iter().any(|start| upper.starts_with(start));
            if is_notice && !file.contains('/') {
                let words = files::read(&folder.join(&file))?.replace('\r', "");
                texts.entry(words.trim().to_owned()).or_default().push(name);
            }
        }
    }
    let texts = texts.into_iter();
    parts.extend(texts.map(|(words, names)| format!("\n---- {}\n\n{words}", names.join(", "))));
    Ok(parts.join("\n") + "\n")
}

/// <https://cyclonedx.org/docs/1.5/json/>, without a time and a number that would differ each time.
fn bill(shipped: &BTreeMap<String, &Value>) -> Value {
    let components = shipped.values().map(|package| {
        let (name, version) = (&package["name"], &package["version"]);
        let purl = ["pkg:cargo/", name.as_str().unwrap_or_default(), "@"].concat()
            + version.as_str().unwrap_or_default();
        json!({
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "licenses": [{ "expression": package["license"].as_str().unwrap_or("NOASSERTION").replace('/', " OR ") }],
            "purl": purl,
        })
    });
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "Ebb", "version": env!("CARGO_PKG_VERSION") } },
        "components": components.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_app_is_made_of_is_told_with_its_licence_and_what_only_builds_it_is_not() {
        let project = Project::find().unwrap();
        let dist = tempfile::tempdir().unwrap();
        write(&project, dist.path()).unwrap();
        let notices = files::read(&dist.path().join(LICENCES)).unwrap();
        assert!(notices.contains("\nleptos 0."), "{notices}");
        assert!(notices.contains("---- "), "{notices}");
        let bill: Value =
            serde_json::from_str(&files::read(&dist.path().join(BILL)).unwrap()).unwrap();
        let names = bill["components"].as_array().unwrap().iter();
        let names: Vec<_> = names.map(|one| one["name"].as_str().unwrap()).collect();
        assert!(names.contains(&"age") && names.contains(&"wasm-bindgen"));
        for other in ["ebb-core", "lol_html", "proptest"] {
            assert!(!names.contains(&other), "{other}");
        }
    }
}
