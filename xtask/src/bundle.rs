//! Building the app with Trunk.

use crate::project::Project;
use crate::run::run;
use crate::split;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where a release build goes.
pub const DIST: &str = "dist";
const DEV_DIST: &str = "target/dev-dist";

/// Builds the release app into `dist`.
pub fn release(project: &Project, dist: &Path) -> Result<()> {
    println!("Building the release app");
    split::forget(project)?;
    fetch_std(project);
    let mut trunk = trunk(project)?;
    trunk.env("PATH", project.path_with(&[split::stand_in(project)?])?);
    run(
        small(&mut trunk)
            .args(["build", "--release", "--dist"])
            .arg(dist),
        "Read the message above; the app was not built.",
    )
}

/// Has the crates that the standard library is built from at hand: Trunk builds offline. When there
/// is no network they are at hand already, or the build says what is missing.
fn fetch_std(project: &Project) {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project.root()).args([
        "fetch",
        "--quiet",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    let _ = small(&mut cargo).status();
}

/// What makes the module a twelfth smaller: the standard library built for size, and panics that
/// trap at once instead of carrying a message nobody sees (`public/early.js` shows the help
/// lines). These switches are not stable yet, hence the variable; the toolchain is pinned, so
/// they mean the same on every machine.
fn small(command: &mut Command) -> &mut Command {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "--cfg erase_components --cfg split -Clink-args=--emit-relocs -Zunstable-options \
             -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
        )
}

/// Builds the development app, serves it and builds it again at every change, until stopped.
pub fn watch(project: &Project, port: u16) -> Result<()> {
    let dist = project.path(DEV_DIST);
    fs::create_dir_all(&dist).context("cannot make the folder of the development build")?;
    println!("Ebb will be at http://127.0.0.1:{port}/ and follow your changes");
    run(
        trunk(project)?
            .args([
                "serve",
                "--address",
                "127.0.0.1",
                "--port",
                &port.to_string(),
            ])
            .arg("--dist")
            .arg(dist),
        "Read the message above.",
    )
}

fn trunk(project: &Project) -> Result<Command> {
    let mut command = Command::new(project.tool("trunk"));
    command
        .current_dir(project.root())
        .env("PATH", project.path_with(&[])?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Where in Trunk an error was noticed would bury what the error is.
        .env_remove("RUST_BACKTRACE");
    // Trunk refuses the value 1, which is what most people set.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}
