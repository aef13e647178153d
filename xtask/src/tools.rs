//! The build tools, at pinned versions: what is on `PATH` in the right version is taken, the rest is
//! built once for each user into the cache folder.

use crate::cache;
use crate::files;
use crate::progress::Step;
use crate::project::{E2E, Project};
use crate::run::{output, run};
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
/// wasm-bindgen's programs with a lock file of our own, from the project's root.
const WASM_BINDGEN: &str = "xtask/tools/wasm-bindgen";
/// What comes from npm, with its lock file, from the project's root.
const NPM: &str = "xtask/tools/npm";
/// What Playwright and the packages here work with.
const OLDEST_NODE: u32 = 20;

/// Where the tools are.
#[derive(Debug, Clone)]
pub struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    npm: PathBuf,
}

impl Tools {
    /// Finds or makes everything that a build needs; quick when it is there.
    pub fn ensure(project: &Project) -> Result<Self> {
        let cache = cache::folder()?;
        let version = wasm_bindgen_version(project)?;
        let all = 4;
        ensure_target(all)?;
        let npm = ensure_npm(project, &cache, all)?;
        Ok(Self {
            npm,
            wasm_bindgen: ensure_program(&cache, "wasm-bindgen", &version, |folder| {
                let step = Step::begin(3, all, &format!("wasm-bindgen {version}"));
                build_wasm_bindgen(project, folder, step)
            })?,
            trunk: ensure_program(&cache, "trunk", TRUNK, |folder| {
                let step = Step::begin(4, all, &format!("Trunk {TRUNK}"));
                // Without TLS and its look for newer versions: it downloads nothing here.
                let flags = ["--locked", "--no-default-features"];
                install(folder, &flags, &format!("trunk@{TRUNK}"), 370, step)
            })?,
        })
    }

    /// Trunk, which finds the other tools on its `PATH`.
    pub fn trunk(&self, project: &Project) -> Result<Command> {
        let old = env::var_os("PATH").unwrap_or_default();
        let first = self.wasm_bindgen.parent().map(Path::to_owned);
        let path: OsString = env::join_paths(first.into_iter().chain(env::split_paths(&old)))
            .context("PATH holds a folder with a separator in its name")?;
        let mut command = Command::new(&self.trunk);
        command
            .current_dir(project.root())
            .env("PATH", path)
            // Everything it would look for is there.
            .env("TRUNK_OFFLINE", "true")
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // Where in Trunk an error was noticed would bury what the error is.
            .env_remove("RUST_BACKTRACE");
        // Trunk refuses the value 1, which is what most people set.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        Ok(command)
    }

    /// wasm-bindgen.
    pub fn wasm_bindgen(&self) -> Command {
        Command::new(&self.wasm_bindgen)
    }

    /// What runs the app's own tests in a browser. It comes with wasm-bindgen.
    pub fn test_runner(&self) -> PathBuf {
        self.wasm_bindgen
            .with_file_name(executable("wasm-bindgen-test-runner"))
    }

    /// A program of one of the packages of npm.
    pub fn npm(&self, program: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.npm.join("node_modules").join(program));
        command
    }
}

/// A program of crates.io that a command needs by itself.
#[derive(Debug, Clone, Copy)]
pub struct Extra {
    name: &'static str,
    version: &'static str,
    /// About how many crates it is made of.
    crates: u32,
}

/// What tells where the bytes of a module are.
pub const TWIGGY: Extra = Extra {
    name: "twiggy",
    version: "0.8.0",
    crates: 110,
};

/// What drives Firefox.
pub const GECKODRIVER: Extra = Extra {
    name: "geckodriver",
    version: "0.37.1",
    crates: 230,
};

/// What knows the licences and origins of everything that is built in.
pub const DENY: Extra = Extra {
    name: "cargo-deny",
    version: "0.20.2",
    crates: 330,
};

impl Extra {
    /// Whether it is there, in its version.
    pub fn found(self) -> Result<()> {
        let Self { name, version, .. } = self;
        find_program(&cache::folder()?, name, version)
            .map(drop)
            .with_context(|| format!("there is no {name} {version}"))
    }

    /// Finds or makes it.
    pub fn ensure(self) -> Result<PathBuf> {
        let Self {
            name,
            version,
            crates,
        } = self;
        ensure_program(&cache::folder()?, name, version, |folder| {
            let step = Step::begin(1, 1, &format!("{name} {version}"));
            let package = format!("{name}@{version}");
            install(folder, &["--locked"], &package, crates, step)
        })
    }
}

/// Makes sure the packages of the browser tests are there.
pub fn ensure_e2e(project: &Project) -> Result<()> {
    let e2e = project.path(E2E);
    let lock = e2e.join("package-lock.json");
    // npm writes this file at the end of every install.
    let installed = e2e.join("node_modules/.package-lock.json");
    if newer_or_same(&installed, &lock) {
        return Ok(());
    }
    println!("Installing the packages of the browser tests");
    npm_ci(&e2e)
}

/// Makes sure the oldest compiler that the project promises to work with is there, and names it.
pub fn ensure_oldest(project: &Project) -> Result<String> {
    let manifest = files::read(&project.path("Cargo.toml"))?;
    let toolchain = oldest(&manifest).context("Cargo.toml names no rust-version")?;
    if output(Command::new("rustup").args(["run", &toolchain, "rustc", "--version"])).is_none() {
        rustup(&["toolchain", "install", &toolchain, "--profile", "minimal"])?;
    }
    Ok(toolchain)
}

fn npm_ci(folder: &Path) -> Result<()> {
    ensure_node()?;
    run(
        Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(folder)
            // The tests use the browser of this machine.
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        "The network is needed once for this; run it again when it is there.",
    )
}

fn ensure_node() -> Result<()> {
    let said = output(Command::new("node").arg("--version"));
    node_is_new_enough(said.as_deref())
}

fn node_is_new_enough(said: Option<&str>) -> Result<()> {
    let advice = format!("install Node {OLDEST_NODE} or newer: https://nodejs.org");
    let Some(said) = said else {
        bail!("Node is not on PATH; {advice}");
    };
    let major = said.trim_start_matches('v').split('.').next();
    match major.and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!("Node {said} is too old; {advice}"),
    }
}

fn ensure_target(all: usize) -> Result<()> {
    let lib = output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if lib.is_some_and(|lib| Path::new(&lib).exists()) {
        return Ok(());
    }
    let step = Step::begin(1, all, "Rust's library for WebAssembly");
    rustup(&["target", "add", TARGET])?;
    step.end();
    Ok(())
}

fn rustup(args: &[&str]) -> Result<()> {
    println!("Running rustup {}", args.join(" "));
    run(
        Command::new("rustup").args(args),
        "rustup (https://rustup.rs) and, once, the network are needed.",
    )
}

/// The packages of npm by their lock file, in a folder that is named after it.
fn ensure_npm(project: &Project, cache: &Path, all: usize) -> Result<PathBuf> {
    ensure_node()?;
    let source = project.path(NPM);
    let lock = files::read_bytes(&source.join("package-lock.json"))?;
    let name = format!("npm-{}", files::short_hash(&lock));
    // npm writes this file when all of it is there.
    let is_good = |folder: &Path| folder.join("node_modules/.package-lock.json").exists();
    cache::ensure(cache, &name, is_good, |folder| {
        let step = Step::begin(2, all, "wasm-opt and a minifier from npm");
        for file in ["package.json", "package-lock.json"] {
            files::write(&folder.join(file), files::read_bytes(&source.join(file))?)?;
        }
        npm_ci(folder)?;
        step.end();
        Ok(())
    })
}

/// The program on `PATH` if it has this version, or else the one in the cache, made when missing.
fn ensure_program(
    cache: &Path,
    program: &str,
    version: &str,
    build: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    if let Some(found) = find_program(cache, program, version) {
        return Ok(found);
    }
    let below = Path::new("bin").join(executable(program));
    let is_good = |folder: &Path| is_version(&folder.join(&below), version);
    let folder = cache::ensure(cache, &folder_name(program, version), is_good, build)?;
    Ok(folder.join(below))
}

/// The program on `PATH` or the one in the cache, if it has this version.
fn find_program(cache: &Path, program: &str, version: &str) -> Option<PathBuf> {
    let cached = cache.join(folder_name(program, version)).join("bin");
    let places = [
        which::which(program).ok(),
        Some(cached.join(executable(program))),
    ];
    let mut places = places.into_iter().flatten();
    places.find(|place| is_version(place, version))
}

/// What a program's folder in the cache is called.
fn folder_name(program: &str, version: &str) -> String {
    format!("{program}-{version}")
}

/// Installs a program that only runs for seconds, so that it compiles fast.
fn install(
    folder: &Path,
    flags: &[&str],
    package: &str,
    crates: u32,
    mut step: Step,
) -> Result<()> {
    let built = folder.join("build");
    let mut cargo = cargo_for_tools(&built);
    cargo
        .args(["install", "--root"])
        .arg(folder)
        .args(flags)
        .arg(package)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    step.compile(&mut cargo, crates)?;
    files::remove_folder(&built)
}

fn build_wasm_bindgen(project: &Project, folder: &Path, mut step: Step) -> Result<()> {
    let built = folder.join("build");
    let mut cargo = cargo_for_tools(&built);
    cargo
        .args(["build", "--release", "--locked", "--bins"])
        .args(["--package", "wasm-bindgen-cli", "--manifest-path"])
        .arg(project.path(WASM_BINDGEN).join("Cargo.toml"));
    step.compile(&mut cargo, 150)?;
    for program in ["wasm-bindgen", "wasm-bindgen-test-runner"] {
        let (from, to) = (built.join("release"), folder.join("bin"));
        fs::create_dir_all(&to)?;
        let program = executable(program);
        fs::copy(from.join(&program), to.join(&program)).context("cannot copy wasm-bindgen")?;
    }
    files::remove_folder(&built)
}

/// Cargo for a tool: nothing of how this project is built applies to it.
fn cargo_for_tools(built: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.env("CARGO_TARGET_DIR", built).env_remove("RUSTFLAGS");
    cargo
}

/// The version in Cargo.lock, which the programs must have exactly.
fn wasm_bindgen_version(project: &Project) -> Result<String> {
    let lock = files::read(&project.path("Cargo.lock"))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock names no wasm-bindgen; is the app still a workspace member?")?;
    let manifest = files::read(&project.path(WASM_BINDGEN).join("Cargo.toml"))?;
    if !manifest.contains(&format!("version = \"={version}\"")) {
        bail!(
            "Cargo.lock has wasm-bindgen {version}, and {WASM_BINDGEN}/Cargo.toml names another \
             version: write ={version} there and run `cargo generate-lockfile` in that folder"
        );
    }
    Ok(version.to_owned())
}

fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// Whether the program runs and says exactly this version of itself.
fn is_version(program: &Path, version: &str) -> bool {
    output(Command::new(program).arg("--version")).is_some_and(|said| says_version(&said, version))
}

fn says_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

/// The toolchain of the `rust-version` in a manifest, by the name that rustup has for it.
fn oldest(manifest: &str) -> Option<String> {
    let mut values = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("rust-version = \""));
    let version = values.next()?.strip_suffix('"')?;
    // Two numbers would be a channel, which rustup keeps apart from the version that it stands for.
    let short = version.matches('.').count() == 1;
    Some(format!("{version}{}", if short { ".0" } else { "" }))
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

fn newer_or_same(made: &Path, source: &Path) -> bool {
    let time = |path: &Path| fs::metadata(path).and_then(|meta| meta.modified());
    matches!((time(made), time(source)), (Ok(made), Ok(source)) if made >= source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_package_is_that_of_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
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
    fn an_old_or_missing_node_is_told_with_what_to_install() {
        node_is_new_enough(Some("v20.20.2")).unwrap();
        for said in [None, Some("v18.19.0"), Some("what")] {
            let told = node_is_new_enough(said).unwrap_err().to_string();
            assert!(told.contains("Node 20 or newer"), "{told}");
        }
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
    fn packages_are_installed_again_when_the_lock_is_newer() {
        let made = tempfile::NamedTempFile::new().unwrap();
        let source = tempfile::NamedTempFile::new().unwrap();
        assert!(newer_or_same(source.path(), made.path()));
        assert!(!newer_or_same(Path::new("/no/such/file"), source.path()));
    }
}
