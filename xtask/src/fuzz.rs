//! `cargo xtask fuzz`: the targets in `tests/fuzz`, with libFuzzer, on the pinned toolchain.
//!
//! This does what `cargo fuzz run --sanitizer none` does, without a tool to install and without a
//! nightly compiler: the instrumentation needs stable options only, and what runs under it is
//! Rust without `unsafe`, which has no use for the address sanitizer.

use crate::project::Project;
use crate::run::{output, run};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FUZZ: &str = "tests/fuzz";
const BUILT: &str = "target/fuzz";
/// What a decoder may use at most, of any input.
const MEMORY_MB: u32 = 256;
const LONGEST_INPUT: u32 = 8192;
const INSTRUMENTATION: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Ccodegen-units=1 --cfg fuzzing";

/// Fuzzes one target or all of them one after the other, each for so many seconds.
pub fn fuzz(project: &Project, only: Option<&str>, seconds: u32) -> Result<()> {
    let all = targets(project)?;
    let chosen: Vec<&String> = match only {
        Some(name) => all.iter().filter(|target| *target == name).collect(),
        None => all.iter().collect(),
    };
    if chosen.is_empty() {
        bail!("there is no such target; there are: {}", all.join(", "));
    }
    let built = build(project)?;
    for target in chosen {
        println!("\n== {target}");
        fuzz_one(project, &built, target, seconds)?;
    }
    println!("\nNothing was found. New inputs are in {BUILT}/corpus.");
    Ok(())
}

fn fuzz_one(project: &Project, built: &Path, target: &str, seconds: u32) -> Result<()> {
    let found = project.path(BUILT).join("artifacts").join(target);
    let grown = project.path(BUILT).join("corpus").join(target);
    for folder in [&found, &grown] {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    run(
        Command::new(built.join(target))
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-rss_limit_mb={MEMORY_MB}"))
            .arg(format!("-max_len={LONGEST_INPUT}"))
            .arg(format!(
                "-dict={}",
                project.path(FUZZ).join("json.dict").display()
            ))
            .arg(format!("-artifact_prefix={}/", found.display()))
            .args(["-timeout=10", "-print_final_stats=1", "-verbosity=1"])
            .arg(&grown)
            .arg(project.path(FUZZ).join("corpus").join(target)),
        "The input that did it is named above. When it is mended, copy it into \
         tests/fuzz/corpus so that it is replayed for ever.",
    )
}

/// Builds every target and gives the folder of the programs.
fn build(project: &Project) -> Result<PathBuf> {
    // With a target named, build scripts and macros are not instrumented.
    let host = output(Command::new("rustc").arg("--print=host-tuple"))
        .context("rustc does not say which machine this is; is it installed?")?;
    run(
        Command::new("cargo")
            .args(["build", "--release", "--target", &host])
            .arg("--manifest-path")
            .arg(project.path(FUZZ).join("Cargo.toml"))
            .arg("--target-dir")
            .arg(project.path(BUILT))
            .current_dir(project.root())
            .env("RUSTFLAGS", INSTRUMENTATION),
        "libFuzzer is C++: on Debian or Ubuntu, `apt-get install g++`.",
    )?;
    Ok(project.path(BUILT).join(host).join("release"))
}

/// The names of all targets.
fn targets(project: &Project) -> Result<Vec<String>> {
    let folder = project.path(FUZZ).join("targets");
    let files = fs::read_dir(&folder).context("the fuzz targets are missing")?;
    let mut names: Vec<String> = files
        .filter_map(|file| file.ok()?.path().file_stem()?.to_str().map(str::to_owned))
        .collect();
    names.sort();
    Ok(names)
}
