//! The build tools, installed into the git-ignored `.tools/` at pinned versions.

use crate::project::{E2E, Project};
use crate::run::{output, run};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
/// The version of npm's `binaryen`.
pub const BINARYEN: &str = "132.0.0";
/// The version of npm's `terser`.
const TERSER: &str = "5.51.4";

/// Makes sure everything that a build needs is there; quick when it is.
pub fn ensure(project: &Project) -> Result<()> {
    ensure_toolchain()?;
    ensure_cargo_tool(project, "trunk", "trunk", TRUNK)?;
    let lock = fs::read_to_string(project.path("Cargo.lock"))
        .context("cannot read Cargo.lock; run `cargo generate-lockfile`")?;
    let bindgen = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock names no wasm-bindgen; is the app still a workspace member?")?;
    ensure_cargo_tool(project, "wasm-bindgen-cli", "wasm-bindgen", bindgen)?;
    ensure_npm_tools(project)
}

/// Makes sure the packages of the browser tests are there.
pub fn ensure_e2e(project: &Project) -> Result<()> {
    let e2e = project.path(E2E);
    let lock = e2e.join("package-lock.json");
    if !lock.exists() {
        bail!("there is no {E2E}/package-lock.json; the browser tests are missing");
    }
    // npm writes this file at the end of every install.
    let installed = e2e.join("node_modules/.package-lock.json");
    if newer_or_same(&installed, &lock) {
        return Ok(());
    }
    println!("Installing the packages of the browser tests");
    run(
        npm()
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(&e2e)
            // The tests use the browser of this machine.
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        "Node with npm is needed, and the network once.",
    )
}

/// Makes sure the oldest compiler that the project promises to work with is there, and names it.
pub fn ensure_oldest(project: &Project) -> Result<String> {
    let manifest =
        fs::read_to_string(project.path("Cargo.toml")).context("cannot read Cargo.toml")?;
    let toolchain = oldest(&manifest).context("Cargo.toml names no rust-version")?;
    if output(Command::new("rustup").args(["run", &toolchain, "rustc", "--version"])).is_none() {
        rustup(&["toolchain", "install", &toolchain, "--profile", "minimal"])?;
    }
    Ok(toolchain)
}

/// The wasm-opt program of npm's `binaryen`.
pub fn wasm_opt(project: &Project) -> Command {
    let mut command = Command::new("node");
    command.arg(project.path(".tools/npm/node_modules/binaryen/bin/wasm-opt"));
    command
}

/// The minifier for scripts, of npm's `terser`.
pub fn terser(project: &Project) -> Command {
    let mut command = Command::new("node");
    command.arg(project.path(".tools/npm/node_modules/terser/bin/terser"));
    command
}

fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn ensure_toolchain() -> Result<()> {
    let lib = output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if !lib.is_some_and(|lib| Path::new(&lib).exists()) {
        rustup(&["target", "add", TARGET])?;
    }
    // A release builds the standard library too, for size.
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if !Path::new(&sysroot).join("lib/rustlib/src/rust").exists() {
        rustup(&["component", "add", "rust-src"])?;
    }
    Ok(())
}

fn rustup(args: &[&str]) -> Result<()> {
    println!("Running rustup {}", args.join(" "));
    run(
        Command::new("rustup").args(args),
        "Install rustup from https://rustup.rs and run this again.",
    )
}

fn ensure_cargo_tool(project: &Project, package: &str, program: &str, version: &str) -> Result<()> {
    let said = output(Command::new(project.tool(program)).arg("--version"));
    if said.is_some_and(|said| says_version(&said, version)) {
        return Ok(());
    }
    println!("Installing {package} {version} into .tools (once; this can take ten minutes)");
    let build = project.path(".tools/build");
    let install = |locked: bool| {
        let mut command = Command::new("cargo");
        command
            .args(["install", "--root"])
            .arg(project.path(".tools"))
            .arg("--target-dir")
            .arg(&build)
            .args(locked.then_some("--locked"))
            .arg(format!("{package}@{version}"));
        run(
            &mut command,
            "Read the message above; the network and a C compiler are needed once.",
        )
    };
    // The lock file that a tool ships can name a crate that a registry mirror no longer serves.
    if let Err(error) = install(true) {
        println!("{error}\nTrying again with the newest matching dependencies");
        install(false)?;
    }
    fs::remove_dir_all(&build).context("cannot remove .tools/build; remove it by hand")
}

fn ensure_npm_tools(project: &Project) -> Result<()> {
    let prefix = project.path(".tools/npm");
    let tools = [("binaryen", BINARYEN), ("terser", TERSER)];
    let is_there = |(name, version): &(&str, &str)| {
        let manifest = prefix.join("node_modules").join(name).join("package.json");
        fs::read_to_string(manifest)
            .is_ok_and(|text| manifest_version(&text).as_deref() == Some(*version))
    };
    if tools.iter().all(is_there) {
        return Ok(());
    }
    println!("Installing wasm-opt {BINARYEN} and terser {TERSER} into .tools/npm");
    fs::create_dir_all(&prefix).context("cannot make .tools/npm")?;
    run(
        npm()
            .args(["install", "--no-audit", "--no-fund", "--no-save"])
            .arg("--no-package-lock")
            .arg("--prefix")
            .arg(&prefix)
            // Together: npm removes what it was not asked for.
            .args(tools.map(|(name, version)| format!("{name}@{version}"))),
        "Install Node 20 or newer with npm (https://nodejs.org) and run this again.",
    )
}

/// The toolchain of the `rust-version` in a manifest, by the name that rustup has for it.
fn oldest(manifest: &str) -> Option<String> {
    let mut values = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("rust-version = \""));
    let version = values.next()?.strip_suffix('"')?;
    // Two numbers would be a channel, which rustup keeps apart from the version that it stands for.
    let patch = if version.matches('.').count() == 1 {
        ".0"
    } else {
        ""
    };
    Some(format!("{version}{patch}"))
}

/// The version of a package in a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// Whether what a program says to `--version` names exactly this version.
fn says_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

/// The version in an npm `package.json`.
fn manifest_version(text: &str) -> Option<String> {
    let manifest: serde_json::Value = serde_json::from_str(text).ok()?;
    Some(manifest.get("version")?.as_str()?.to_owned())
}

fn newer_or_same(made: &Path, source: &Path) -> bool {
    let time = |path: &Path| fs::metadata(path).and_then(|meta| meta.modified());
    matches!((time(made), time(source)), (Ok(made), Ok(source)) if made >= source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_exact_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }

    #[test]
    fn another_version_of_a_tool_is_not_good_enough() {
        assert!(says_version("trunk 0.21.14", "0.21.14"));
        assert!(!says_version("trunk 0.21.1", "0.21.14"));
        assert!(!says_version("trunk 0.21.140", "0.21.14"));
    }

    #[test]
    fn the_oldest_compiler_is_one_exact_version() {
        let manifest = "[workspace.package]\nedition = \"2024\"\nrust-version = \"1.88\"\n";
        assert_eq!(oldest(manifest).as_deref(), Some("1.88.0"));
        assert_eq!(
            oldest("rust-version = \"1.88.1\"").as_deref(),
            Some("1.88.1")
        );
        assert_eq!(oldest("edition = \"2024\""), None);
    }

    #[test]
    fn an_npm_package_tells_its_version() {
        let text = r#"{"name": "binaryen", "version": "132.0.0"}"#;
        assert_eq!(manifest_version(text).as_deref(), Some("132.0.0"));
        assert_eq!(manifest_version("not json"), None);
    }

    #[test]
    fn packages_are_installed_again_when_the_lock_is_newer() {
        let (Ok(made), Ok(source)) = (
            tempfile::NamedTempFile::new(),
            tempfile::NamedTempFile::new(),
        ) else {
            panic!("no temporary files");
        };
        assert!(newer_or_same(source.path(), made.path()));
        assert!(!newer_or_same(Path::new("/no/such/file"), source.path()));
    }
}
