//! Building the app with Trunk.

use crate::files;
use crate::manifest;
use crate::project::Project;
use crate::run::{output, run, run_quietly};
use crate::tools::Tools;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Where a release build goes.
pub const DIST: &str = "dist";
const DEV_DIST: &str = "target/dev-dist";

/// Builds the release app into `dist`.
pub fn release(project: &Project, dist: &Path) -> Result<()> {
    let tools = Tools::ensure(project)?;
    println!("Building the release app");
    run(
        tools
            .trunk(project)?
            .args(["build", "--release", "--dist"])
            .arg(dist)
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                flags(project)?,
            ),
        "Read the message above; the app was not built.",
    )
}

/// What takes this machine's folders out of a build, so that the same source gives the same bytes
/// wherever it is built. What `.cargo/config.toml` says is said again: this may take its place.
fn flags(project: &Project) -> Result<String> {
    // The registry's folder has another name where another mirror is used.
    run_quietly(
        Command::new("cargo")
            .current_dir(project.root())
            .args(["fetch", "--locked", "--quiet"])
            .args(["--target", "wasm32-unknown-unknown"]),
        "The network is needed once for this; run it again when it is there.",
    )?;
    let sources = fs::read_dir(cargo_home()?.join("registry/src")).ok();
    let mut flags = vec!["--cfg erase_components".to_owned()];
    // The last that fits counts: the project may hold the folder that is built into.
    let mut remap = |from: &Path, to: &str| {
        let flag = format!("--remap-path-prefix={}={to}", from.display());
        // Flags are told apart by spaces: such a folder stays in the build, which works all the same.
        if !flag.contains(char::is_whitespace) {
            flags.push(flag);
        }
    };
    remap(project.root(), "/ebb");
    remap(&project.target()?, "/ebb/target");
    for registry in sources.into_iter().flatten().flatten() {
        remap(&registry.path(), "/crates");
    }
    // Where the sources of Rust's library are installed, it would name them there.
    let said = output(Command::new("rustc").args(["--version", "--verbose"])).unwrap_or_default();
    let commit = said
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "));
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]));
    if let (Some(commit), Some(sysroot)) = (commit, sysroot) {
        let library = Path::new(&sysroot).join("lib/rustlib/src/rust");
        remap(&library, &format!("/rustc/{commit}"));
    }
    Ok(flags.join(" "))
}

/// Where cargo keeps the crates of others.
pub fn cargo_home() -> Result<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    home.context("this user has no home folder")
}

/// Builds the same commit again from another folder with another folder of crates, and compares.
pub fn again(project: &Project) -> Result<()> {
    let place = env::temp_dir().join(format!("ebb-again-{}", std::process::id()));
    let clone = place.join("clone");
    let cargo = place.join("cargo");
    fs::create_dir_all(&cargo).context("cannot make a folder for temporary files")?;
    #[cfg(unix)]
    std::os::unix::fs::symlink(cargo_home()?.join("registry"), cargo.join("registry"))?;
    let made = run(
        Command::new("git")
            .args(["clone", "--quiet"])
            .arg(project.root())
            .arg(&clone),
        "What is built again is what is committed.",
    )
    .and_then(|()| {
        run(
            Command::new("cargo")
                .current_dir(&clone)
                .args(["xtask", "build"])
                .env("CARGO_HOME", &cargo)
                .env_remove("CARGO_TARGET_DIR")
                .env_remove("CARGO_MANIFEST_DIR"),
            "Read the message above.",
        )
    })
    .and_then(|()| manifest::verify(&clone.join(DIST).display().to_string(), &project.path(DIST)));
    files::remove_folder(&place)?;
    made
}

/// Builds the development app, serves it and builds it again at every change, until stopped.
pub fn watch(project: &Project, port: u16) -> Result<()> {
    let tools = Tools::ensure(project)?;
    let dist = project.path(DEV_DIST);
    fs::create_dir_all(&dist).context("cannot make the folder of the development build")?;
    println!("Ebb will be at http://127.0.0.1:{port}/ and follow your changes");
    run(
        tools
            .trunk(project)?
            .args(["serve", "--address", "127.0.0.1", "--port"])
            .arg(port.to_string())
            .arg("--dist")
            .arg(dist),
        "Read the message above.",
    )
}
