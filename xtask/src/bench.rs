//! `cargo xtask bench`: how fast the build in `dist` is, each figure beside its limit.

use crate::check;
use crate::files;
use crate::project::Project;
use crate::run::run;
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The table, the picture of opening and the figures go here, from the project's root.
const REPORT: &str = "target/report";
/// Stores of heavy use, and the core as a module of its own.
const DATA: &str = "target/bench/data";
/// A week of heavy use, and years of it: one, ten, five and forty. A quick run needs the first three.
const SIZES: [usize; 5] = [100, 5_000, 50_000, 25_000, 200_000];
const QUICK: usize = 3;
/// People on a desk: a full caseload, and far more than one.
const CASELOADS: [u16; 2] = [60, 300];
/// As in `tests/e2e/bench/fill.ts`.
const PASSPHRASE: &str = "calm sea over the wide bay";

/// Measures and prints the table. A full run fails over any budget in it; a quick one, of few rounds,
/// only shows them. `peer` is the folder of the peer's build (`tests/e2e/bench/peer.ts`), measured in the same
/// run.
pub fn bench(project: &Project, quick: bool, peer: Option<&Path>) -> Result<()> {
    let report = project.path(REPORT);
    files::remove_folder(&report.join("figures"))?;
    prepare(project, quick)?;
    let mut command = check::playwright(project)?;
    command
        .args(["--config", "bench.config.ts"])
        .env("EBB_BENCH_OUT", report)
        .env("EBB_BENCH_DATA", project.path(DATA));
    if quick {
        command.env("EBB_BENCH_QUICK", "1");
    }
    if let Some(peer) = peer {
        let peer = peer
            .canonicalize()
            .with_context(|| format!("no peer in {}", peer.display()))?;
        command.env("EBB_BENCH_PEER", peer);
    }
    run(&mut command, "What is over its budget is named above.")
}

fn prepare(project: &Project, quick: bool) -> Result<()> {
    let advice = "Read the message above.";
    run(
        Command::new("cargo")
            .current_dir(project.root())
            .args(["build", "--quiet", "--release", "-p", "ebb-bench"])
            .args(["--example", "in_wasm", "--target", "wasm32-unknown-unknown"]),
        advice,
    )?;
    let module = "target/wasm32-unknown-unknown/release/examples/in_wasm.wasm";
    let data = project.path(DATA);
    files::write(
        &data.join("in_wasm.wasm"),
        files::read_bytes(&project.path(module))?,
    )?;
    let sizes = if quick { QUICK } else { SIZES.len() };
    for &records in &SIZES[..sizes] {
        for sealed in [false, true] {
            let name = format!("{records}{}.json", if sealed { "-sealed" } else { "" });
            heavy_store(project, records, &data.join(name), sealed)?;
        }
    }
    for people in CASELOADS {
        caseload(
            project,
            people,
            &data.join(format!("caseload-{people}.age")),
        )?;
    }
    Ok(())
}

/// A therapist's desk with so many people, as its own backup.
fn caseload(project: &Project, people: u16, file: &Path) -> Result<()> {
    run(
        Command::new("cargo")
            .current_dir(project.root())
            .args(["run", "--quiet", "--profile", "bench", "-p", "ebb-tests"])
            .args(["--bin", "caseload", "--", &people.to_string()])
            .arg(file)
            .arg(PASSPHRASE),
        "Read the message above.",
    )
}

fn heavy_store(project: &Project, records: usize, file: &PathBuf, sealed: bool) -> Result<()> {
    run(
        Command::new("cargo")
            .current_dir(project.root())
            .args(["run", "--quiet", "--profile", "bench", "-p", "ebb-bench"])
            .args(["--bin", "heavy-store", "--", &records.to_string()])
            .arg(file)
            .args(sealed.then_some(PASSPHRASE)),
        "Read the message above.",
    )
}
