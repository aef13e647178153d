//! Taking the module apart, so that the first download holds only what the first screens need.
//!
//! Functions marked `wasm_split` in the app are split points: they and what only they use go
//! into modules of their own, which the page fetches when such a function is first called. That
//! has to happen between the linker and wasm-bindgen, and Trunk runs both, so during a release
//! build this program stands in for wasm-bindgen: it splits, then calls the real one.

use crate::files;
use crate::project::Project;
use crate::run::run;
use crate::sections;
use anyhow::{Context, Result, anyhow, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The program that Trunk looks for.
const BINDGEN: &str = "wasm-bindgen";
/// Where the stand-in is.
const STAND_IN: &str = "target/stand-in";
/// Where the parts wait for the end of the build.
const PARTS: &str = "target/split";
/// The script that fetches the parts. The linker script of the module imports it by this name.
pub const LOADER: &str = "parts.js";
/// What the loader imports the main module's script as, until that has its final name.
pub const MAIN: &str = "/main-script-of-the-app.js";

/// Whether this process was started as the stand-in.
pub fn is_stand_in() -> bool {
    let name = env::args_os().next().map(PathBuf::from);
    name.and_then(|path| path.file_stem().map(OsString::from))
        .is_some_and(|name| name == BINDGEN)
}

/// Makes the stand-in and returns its folder, which belongs first into `PATH`.
pub fn stand_in(project: &Project) -> Result<PathBuf> {
    let folder = project.path(STAND_IN);
    fs::create_dir_all(&folder).context("cannot make a folder in target")?;
    let program = folder.join(format!("{BINDGEN}{}", env::consts::EXE_SUFFIX));
    let this = env::current_exe().context("cannot find this program")?;
    if program.exists() {
        fs::remove_file(&program).context("cannot replace the stand-in of wasm-bindgen")?;
    }
    fs::copy(this, &program).context("cannot make the stand-in of wasm-bindgen")?;
    Ok(folder)
}

/// Forgets the parts of an earlier build.
pub fn forget(project: &Project) -> Result<()> {
    let parts = project.path(PARTS);
    if parts.exists() {
        fs::remove_dir_all(&parts).context("cannot remove target/split")?;
    }
    Ok(())
}

/// What wasm-bindgen was asked to do, after splitting what it was given.
pub fn run_bindgen(project: &Project) -> Result<()> {
    let mut arguments: Vec<_> = env::args_os().skip(1).collect();
    let mut was_split = false;
    if let Some(input) = arguments
        .iter_mut()
        .find(|word| Path::new(word).extension().is_some_and(|end| end == "wasm"))
        && let Some(main) = split(project, Path::new(input))?
    {
        *input = main.into();
        arguments.push("--keep-lld-exports".into());
        was_split = true;
    }
    run(
        Command::new(project.tool(BINDGEN)).args(&arguments),
        "Read the message above.",
    )?;
    if was_split {
        end_import_statement(&arguments)?;
    }
    Ok(())
}

/// wasm-bindgen leaves out the semicolon after the import of the loader, and Trunk's minifier
/// does not know that one may.
fn end_import_statement(arguments: &[OsString]) -> Result<()> {
    let folder = value_of(arguments, "--out-dir").context("wasm-bindgen has no --out-dir")?;
    let name = value_of(arguments, "--out-name").context("wasm-bindgen has no --out-name")?;
    let path = Path::new(&folder).join(format!("{name}.js"));
    let script = files::read(&path)?;
    let import = format!("from \"./{LOADER}\"\n");
    if !script.contains(&import) {
        bail!("wasm-bindgen's script does not import {LOADER}");
    }
    let ended = format!("from \"./{LOADER}\";\n");
    files::write(&path, script.replace(&import, &ended))
}

fn value_of(arguments: &[OsString], option: &str) -> Option<String> {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word == option {
            return words.next().map(std::borrow::Cow::into_owned);
        }
        let value = word.strip_prefix(option).and_then(|w| w.strip_prefix('='));
        if let Some(value) = value {
            return Some(value.to_owned());
        }
    }
    None
}

/// Splits a module that has split points and returns the main one.
fn split(project: &Project, input: &Path) -> Result<Option<PathBuf>> {
    let name = input.file_name().context("a module without a name")?;
    let module = files::read_bytes(input)?;
    // The marker that the macro leaves; a worker has none, and nothing to be split for.
    if !contains(&module, b"__wasm_split") {
        files::write(input, sections::without_relocations(&module)?)?;
        return Ok(None);
    }
    let folder = project.path(PARTS);
    let main = folder.join("main").join(name);
    fs::create_dir_all(folder.join("main")).context("cannot make target/split")?;
    let link_name = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(&module);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.main_module = MAIN;
    options.link_name = &link_name;
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("cannot split {}: {error:#}", input.display()))?;
    Ok(Some(main))
}

/// Moves the parts into a finished build.
pub fn deliver(project: &Project, dist: &Path) -> Result<()> {
    let parts = project.path(PARTS);
    if !parts.join(LOADER).exists() {
        bail!("the module was not split; build with `cargo xtask build`");
    }
    for name in files::list(&parts)? {
        if !name.contains('/') {
            fs::copy(parts.join(&name), dist.join(&name))
                .with_context(|| format!("cannot copy {name}"))?;
        }
    }
    Ok(())
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
        let stem = part.trim_end_matches(".wasm");
        let named = format!("{stem}-{hash}.wasm");
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
    let renamed = IMPORTS.iter().fold(text.clone(), |text, from| {
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

/// An import as it is written, and as it is minified.
const IMPORTS: [&str; 2] = ["from ", "from"];

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
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
    fn both_spellings_of_an_option_are_understood() {
        let words = ["--out-dir=a", "--out-name", "b"].map(OsString::from);
        assert_eq!(value_of(&words, "--out-dir").as_deref(), Some("a"));
        assert_eq!(value_of(&words, "--out-name").as_deref(), Some("b"));
        assert_eq!(value_of(&words, "--target"), None);
    }
}
