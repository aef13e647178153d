//! Taking the module apart, so that the first download holds only what the first screens need.
//!
//! Functions marked `wasm_split` in the app are split points: they and what only they use go
//! into modules of their own, which the page fetches when such a function is first called. That
//! has to happen between the linker and wasm-bindgen. Trunk runs both, so its hook takes what the
//! linker left, splits it, and puts what wasm-bindgen makes of it in the place of Trunk's.

use crate::files;
use crate::project::Project;
use crate::run::run;
use crate::tools::Tools;
use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::Path;

/// The program that is split.
const APP: &str = "ebb-app";
/// The script that fetches the parts. The linker script of the module imports it by this name.
pub const LOADER: &str = "parts.js";
/// What the loader imports the main module's script as, until that has its final name.
const MAIN: &str = "/main-script-of-the-app.js";

/// Splits the app's module in the build that Trunk has staged.
pub fn split(project: &Project, tools: &Tools, staging: &Path) -> Result<()> {
    let linked = project
        .target()?
        .join(format!("wasm32-unknown-unknown/release/{APP}.wasm"));
    let module = files::read_bytes(&linked)?;
    let work = project.target()?.join("split");
    let main = work.join(format!("main/{APP}.wasm"));
    files::write(&main, "")?;
    let link_name = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(&module);
    options.output_dir = staging;
    options.main_out_path = &main;
    options.main_module = MAIN;
    options.link_name = &link_name;
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("cannot split {}: {error:#}", linked.display()))?;
    // Under its plain name: the module imports its script by the name that it was made with.
    run(
        tools
            .wasm_bindgen()
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--out-name", APP, "--out-dir"])
            .arg(&work)
            .arg(&main),
        "Read the message above.",
    )?;
    let name = staged_name(staging)?;
    let script = ended_import(&files::read(&work.join(format!("{APP}.js")))?)?;
    files::write(&staging.join(format!("{name}.js")), script)?;
    files::write(
        &staging.join(format!("{name}_bg.wasm")),
        files::read_bytes(&work.join(format!("{APP}_bg.wasm")))?,
    )
}

/// The name that Trunk gave the app, hash and all.
fn staged_name(staging: &Path) -> Result<String> {
    files::list(staging)?
        .iter()
        .filter_map(|name| name.strip_suffix(".js"))
        .find(|stem| stem.starts_with(APP) && files::has_hashed_name(stem))
        .map(str::to_owned)
        .with_context(|| format!("Trunk has staged no {APP}"))
}

/// wasm-bindgen leaves out the semicolon after the import of the loader.
fn ended_import(script: &str) -> Result<String> {
    let import = format!("from \"./{LOADER}\"");
    if !script.contains(&format!("{import}\n")) {
        bail!("wasm-bindgen's script does not import {LOADER}");
    }
    Ok(script.replace(&format!("{import}\n"), &format!("{import};\n")))
}

/// The loader and the parts in a build, before they have their final names.
pub fn parts(dist: &Path) -> Result<Vec<String>> {
    let mut names = files::list(dist)?;
    names.retain(|name| name == LOADER || is_part(name));
    Ok(names)
}

/// Names the loader and the parts by the content of the whole app: they fit no other build.
pub fn name_parts(dist: &Path, script: &str, hash: &str) -> Result<()> {
    let parts = parts(dist)?;
    if parts.is_empty() {
        return Ok(());
    }
    let mut loader = files::read(&dist.join(LOADER))?.replace(MAIN, &format!("/{script}"));
    for part in parts.iter().filter(|name| is_part(name)) {
        let named = part.replace(".wasm", &format!("-{hash}.wasm"));
        loader = loader.replace(&format!("./{part}"), &format!("./{named}"));
        fs::rename(dist.join(part), dist.join(&named))
            .with_context(|| format!("cannot rename {part}"))?;
    }
    fs::remove_file(dist.join(LOADER)).context("cannot rename the loader")?;
    let named = LOADER.replace(".js", &format!("-{hash}.js"));
    files::write(&dist.join(&named), loader)?;
    // Only where it is fetched from; the module's own word for it stays.
    let script = dist.join(script);
    let text = files::read(&script)?;
    // An import as it is written, and as it is minified.
    let renamed = ["from ", "from"].iter().fold(text.clone(), |text, from| {
        text.replace(
            &format!("{from}\"./{LOADER}\""),
            &format!("{from}\"./{named}\""),
        )
    });
    if renamed == text {
        bail!("the main script does not import {LOADER}");
    }
    files::write(&script, renamed)
}

fn is_part(name: &str) -> bool {
    let part = name.starts_with("split_") || name.starts_with("chunk_");
    part && Path::new(name).extension().is_some_and(|end| end == "wasm")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(script: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let loader = format!("import {{initSync}} from \"{MAIN}\"; fetch(\"./split_later.wasm\")");
        for (name, text) in [
            (LOADER, loader.as_str()),
            ("split_later.wasm", "part"),
            ("app.js", script),
            ("app_bg.wasm", "main"),
        ] {
            files::write(&folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn the_parts_are_named_by_the_build_and_found_under_that_name() {
        let folder = build(r#"import*as a from"./parts.js";x={"./parts.js":a}"#);
        name_parts(folder.path(), "app.js", "0f").unwrap();
        let names = files::list(folder.path()).unwrap();
        assert!(
            names.contains(&"split_later-0f.wasm".to_owned()),
            "{names:?}"
        );
        let loader = files::read(&folder.path().join("parts-0f.js")).unwrap();
        assert_eq!(
            loader,
            r#"import {initSync} from "/app.js"; fetch("./split_later-0f.wasm")"#
        );
        let script = files::read(&folder.path().join("app.js")).unwrap();
        assert_eq!(
            script,
            r#"import*as a from"./parts-0f.js";x={"./parts.js":a}"#
        );
    }

    #[test]
    fn a_script_that_does_not_import_its_parts_stops_the_build() {
        let folder = build("nothing");
        assert!(name_parts(folder.path(), "app.js", "0f").is_err());
    }

    #[test]
    fn the_app_is_found_under_the_name_that_trunk_gave_it() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["worker.js", "ebb-app-0123456789abcdef.js", "ebb-app.css"] {
            files::write(&folder.path().join(name), "").unwrap();
        }
        assert_eq!(
            staged_name(folder.path()).unwrap(),
            "ebb-app-0123456789abcdef"
        );
    }
}
