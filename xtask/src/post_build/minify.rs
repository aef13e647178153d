//! Making the scripts of wasm-bindgen small. Trunk's own minifier cannot read them.

use crate::project::Project;
use crate::run::run;
use crate::tools;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const FLAGS: [&str; 6] = [
    "--module",
    "--compress",
    "--mangle",
    "--ecma",
    "2020",
    "--output",
];

/// What is written by hand is short already, and people may want to read it.
const BY_HAND: [&str; 5] = ["early.js", "leave.js", "away.js", "sw.js", "first-"];

/// Minifies every script that was generated.
pub fn scripts(project: &Project, dist: &Path) -> Result<()> {
    for entry in fs::read_dir(dist).context("cannot list the build")? {
        let path = entry.context("cannot list the build")?.path();
        if !path
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(is_generated)
        {
            continue;
        }
        let short = path.with_extension("short");
        run(
            tools::terser(project).arg(&path).args(FLAGS).arg(&short),
            "Remove .tools/npm and run this again.",
        )?;
        fs::rename(&short, &path).with_context(|| format!("cannot rename {}", short.display()))?;
    }
    Ok(())
}

fn is_generated(name: &str) -> bool {
    let script = Path::new(name).extension().is_some_and(|end| end == "js");
    script && !BY_HAND.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_generated_scripts_are_minified() {
        for name in [
            "ebb-app-0123.js",
            "parts.js",
            "worker.js",
            "strength_loader.js",
        ] {
            assert!(is_generated(name), "{name}");
        }
        for name in [
            "sw.js",
            "leave.js",
            "early.js",
            "first-es.js",
            "ebb-app_bg.wasm",
        ] {
            assert!(!is_generated(name), "{name}");
        }
    }
}
