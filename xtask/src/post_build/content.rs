//! Content for the app: one file per kind and language, so that a screen asks once.

use crate::files;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;

/// Writes the content of every language below `source` to `target`.
///
/// `en/exercises/*.json`, each one JSON value, becomes `en/exercises.json`, one JSON array in the
/// order of the file names; `en/lines.json` is copied as it is.
pub fn bundle(source: &Path, target: &Path) -> Result<()> {
    if !source.exists() {
        return Ok(());
    }
    let mut lists: Vec<(String, Vec<Value>)> = Vec::new();
    for name in files::list(source)? {
        if Path::new(&name).extension().is_none_or(|end| end != "json") {
            continue;
        }
        let path = source.join(&name);
        // `en/exercises/urge.json` has a folder of its own; `en/lines.json` has not.
        let mut parts = name.splitn(3, '/');
        let (Some(language), Some(kind), Some(_)) = (parts.next(), parts.next(), parts.next())
        else {
            files::write(&target.join(&name), files::read_bytes(&path)?)?;
            continue;
        };
        let value: Value = serde_json::from_str(&files::read(&path)?)
            .with_context(|| format!("{} is not JSON", path.display()))?;
        let bundle = format!("{language}/{kind}.json");
        match lists.last_mut() {
            Some((name, values)) if *name == bundle => values.push(value),
            _ => lists.push((bundle, vec![value])),
        }
    }
    for (name, values) in lists {
        files::write(&target.join(name), serde_json::to_vec(&values)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exercises_become_one_array_in_the_order_of_their_file_names() {
        let folder = tempfile::tempdir().unwrap();
        let (source, target) = (folder.path().join("in"), folder.path().join("out"));
        for (name, text) in [
            ("en/exercises/b.json", r#"{ "id": "b", "a": 1.50 }"#),
            ("en/exercises/a.json", r#"{"id": "a"}"#),
            ("en/lines.json", "{ }"),
            ("es/exercises/a.json", r#"{"id": "uno"}"#),
            ("en/exercises/notes.md", "not content"),
        ] {
            files::write(&source.join(name), text).unwrap();
        }
        bundle(&source, &target).unwrap();
        let read = |name: &str| files::read(&target.join(name)).unwrap();
        assert_eq!(
            read("en/exercises.json"),
            r#"[{"id":"a"},{"id":"b","a":1.5}]"#
        );
        assert_eq!(read("es/exercises.json"), r#"[{"id":"uno"}]"#);
        assert_eq!(read("en/lines.json"), "{ }");
        assert_eq!(files::list(&target).unwrap().len(), 3);
    }

    #[test]
    fn a_broken_exercise_stops_the_build_and_is_named() {
        let folder = tempfile::tempdir().unwrap();
        files::write(&folder.path().join("en/exercises/bad.json"), "{").unwrap();
        let error = bundle(folder.path(), &folder.path().join("out")).unwrap_err();
        assert!(error.to_string().contains("bad.json"), "{error}");
    }
}
