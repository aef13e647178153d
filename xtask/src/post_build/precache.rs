//! The service worker: which files it keeps, and which build it is.

use crate::files;
use crate::headers;
use crate::manifest;
use crate::post_build::supply;
use crate::split;
use anyhow::{Result, bail};
use serde_json::{Map, Value};
use std::path::Path;

const BUILD_PLACEHOLDER: &str = "'%BUILD%'";
const LIST_PLACEHOLDER: &str = "[/* %PRECACHE% */]";
const HEADERS_PLACEHOLDER: &str = "{/* %HEADERS% */}";

/// What the app never asks for: the worker itself, what a host sends, what tells of the build, and
/// what only a browser too old for it runs.
const LEFT_OUT: [&str; 6] = [
    "sw.js",
    "_headers",
    manifest::FILE,
    supply::LICENCES,
    supply::BILL,
    "old.js",
];

/// Samples for whoever hosts Ebb, with this build's policy in them.
const SAMPLES: &str = "hosting/";

/// Writes `sw.js` for a finished build and returns the build's id.
///
/// The id covers every kept file, the headers and the worker's own source, so that the same input
/// gives the same id and any change gives another.
pub fn write_worker(source: &Path, dist: &Path) -> Result<String> {
    let list = serde_json::to_string(&entries(dist)?)?;
    let asked = headers::parse(&files::read(&dist.join(headers::FILE))?)?;
    let asked: Map<String, Value> = asked.into_iter().map(|(k, v)| (k, v.into())).collect();
    let worker = fill(&files::read(source)?, LIST_PLACEHOLDER, &list)?;
    let worker = fill(
        &worker,
        HEADERS_PLACEHOLDER,
        &serde_json::to_string(&asked)?,
    )?;
    let id = files::short_hash(worker.as_bytes());
    let worker = fill(&worker, BUILD_PLACEHOLDER, &format!("'{id}'"))?;
    files::write(&dist.join("sw.js"), worker)?;
    Ok(id)
}

/// `[address, SHA-256]` of every file to keep, and the language that needs it where not all do.
fn entries(dist: &Path) -> Result<Vec<Vec<String>>> {
    files::list(dist)?
        .into_iter()
        .filter(|name| is_kept(name))
        .map(|name| {
            let hash = files::sha256(&files::read_bytes(&dist.join(&name))?);
            let entry = [format!("/{name}"), hash];
            Ok(entry
                .into_iter()
                .chain(language(&name).map(str::to_owned))
                .collect())
        })
        .collect()
}

/// Whether a file of the build is kept for working offline. Pictures are what an installed Ebb is
/// shown by: the browser asks for them when it installs it, and no page does.
pub fn is_kept(name: &str) -> bool {
    let hidden = name.split('/').any(|part| part.starts_with('.'));
    let end = Path::new(name).extension();
    let unused = end.is_some_and(|end| end == "map" || end == "png");
    !hidden && !unused && !name.starts_with(SAMPLES) && !LEFT_OUT.contains(&name)
}

/// The only language that needs a file.
pub fn language(name: &str) -> Option<&'static str> {
    let (stem, _) = name.rsplit_once('.')?;
    if stem.starts_with(&format!("split_{}", split::WORDS)) {
        return Some("es");
    }
    ["en", "es"].into_iter().find(|language| {
        stem == *language
            || stem.ends_with(&format!("-{language}"))
            || stem.starts_with(&format!("content/{language}/"))
    })
}

fn fill(source: &str, placeholder: &str, text: &str) -> Result<String> {
    if source.matches(placeholder).count() != 1 {
        bail!("public/sw.js must hold {placeholder} exactly once");
    }
    Ok(source.replace(placeholder, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
        const BUILD = '%BUILD%'; const FILES = [/* %PRECACHE% */]; const HEADERS = {/* %HEADERS% */};";

    fn build(files_in_it: &[(&str, &str)]) -> (String, String) {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("source.js");
        let dist = folder.path().join("dist");
        files::write(&source, SOURCE).unwrap();
        files::write(&dist.join(headers::FILE), "/*\n  X-Test: yes\n").unwrap();
        for (name, text) in files_in_it {
            files::write(&dist.join(name), text).unwrap();
        }
        let id = write_worker(&source, &dist).unwrap();
        (id, files::read(&dist.join("sw.js")).unwrap())
    }

    #[test]
    fn the_worker_lists_every_file_with_its_hash_and_what_goes_with_it() {
        let (id, worker) = build(&[("index.html", "abc")]);
        // SHA-256 of "abc", FIPS 180-2.
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(
            worker,
            format!(
                r#"const BUILD = '{id}'; const FILES = [["/index.html","{hash}"]]; const HEADERS = {{"X-Test":"yes"}};"#
            )
        );
    }

    #[test]
    fn the_worker_itself_maps_and_files_for_hosts_are_not_kept() {
        let names = [
            "icon-512.png",
            "sw.js",
            "_headers",
            "a.js.map",
            ".gitkeep",
            "content/.x/y.json",
            "hosting/nginx.conf",
        ];
        assert!(names.into_iter().all(|name| !is_kept(name)));
        assert!(is_kept("content/en/exercises.json"));
    }

    #[test]
    fn what_one_language_needs_is_told_from_what_all_do() {
        for name in [
            "content/es/lessons.json",
            "first-es.js",
            "es.html",
            "split_spanish-0f.wasm",
            "disguises/notes-es.webmanifest",
        ] {
            assert_eq!(language(name), Some("es"), "{name}");
        }
        assert_eq!(language("content/en/lessons.json"), Some("en"));
        for name in ["index.html", "split_sharees-0f.wasm", "common-words.txt"] {
            assert_eq!(language(name), None, "{name}");
        }
    }

    #[test]
    fn the_same_files_give_the_same_build_and_any_change_gives_another() {
        let one = [("index.html", "one"), ("a.css", "a")];
        assert_eq!(build(&one).0, build(&one).0);
        assert_ne!(
            build(&one).0,
            build(&[("index.html", "two"), ("a.css", "a")]).0
        );
        assert_ne!(
            build(&one).0,
            build(&[("index.html", "one"), ("b.css", "a")]).0
        );
    }

    #[test]
    fn a_worker_source_without_its_placeholders_stops_the_build() {
        for placeholder in [BUILD_PLACEHOLDER, LIST_PLACEHOLDER, HEADERS_PLACEHOLDER] {
            assert!(fill(SOURCE, placeholder, "x").is_ok(), "{placeholder}");
            assert!(fill("const BUILD = 1;", placeholder, "x").is_err());
        }
    }
}
