//! `cargo xtask bench`: how fast the build in `dist` is, each figure beside its limit.

mod curve;

use crate::check;
use crate::files;
use crate::project::Project;
use crate::run::run;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

const REPORT: &str = "target/report";
/// One file of figures for each subject.
const SUBJECTS: &str = "target/bench/figures";
/// Stores of heavy use, and the core as a module of its own.
const DATA: &str = "target/bench/data";
/// Years of heavy use: one, ten, five and forty. A quick run needs the first two.
const SIZES: [usize; 4] = [5_000, 50_000, 25_000, 200_000];
const QUICK: usize = 2;
/// As in `tests/e2e/bench/fill.ts`.
const PASSPHRASE: &str = "calm sea over the wide bay";

/// A limit, measured in the same run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    name: String,
    value: f64,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    name: String,
    value: f64,
    unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ratio: Option<f64>,
    /// How many times the limit it may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<f64>,
    /// What it may be at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<f64>,
}

/// What to measure.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Few rounds, and failing only where a ratio is over its budget.
    pub quick: bool,
    /// Any other page, whose start is measured in the same run.
    pub peer: Option<String>,
}

/// Measures, then writes `bench.json` and the curve, and prints the table.
pub fn bench(project: &Project, wanted: &Wanted) -> Result<()> {
    let measured = run(
        &mut command(project, wanted)?,
        "What is over its budget is named above.",
    );
    let figures = figures(project)?;
    let report = project.path(REPORT);
    files::write(
        &report.join("bench.json"),
        serde_json::to_vec_pretty(&figures)?,
    )?;
    let curve = curve::svg(&figures);
    if let Some(curve) = &curve {
        files::write(&report.join("bench-open.svg"), curve)?;
    }
    print!("\n{}", table(&figures));
    measured?;
    curve
        .map(drop)
        .context("no figure tells how long opening takes")
}

/// The program that measures; it ends with a summary of what held.
pub fn command(project: &Project, wanted: &Wanted) -> Result<Command> {
    let subjects = project.path(SUBJECTS);
    if subjects.exists() {
        std::fs::remove_dir_all(&subjects)
            .context("cannot remove the figures of an earlier run")?;
    }
    prepare(project, wanted)?;
    let mut command = check::playwright(project)?;
    command
        .args(["--config", "bench.config.ts"])
        .env("EBB_BENCH_OUT", subjects)
        .env("EBB_BENCH_DATA", project.path(DATA));
    if wanted.quick {
        command.env("EBB_BENCH_QUICK", "1");
    }
    if let Some(peer) = &wanted.peer {
        command.env("EBB_BENCH_PEER", peer);
    }
    Ok(command)
}

fn prepare(project: &Project, wanted: &Wanted) -> Result<()> {
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
    let sizes = if wanted.quick { QUICK } else { SIZES.len() };
    for &records in &SIZES[..sizes] {
        for sealed in [false, true] {
            let name = format!("{records}{}.json", if sealed { "-sealed" } else { "" });
            heavy_store(project, records, &data.join(name), sealed)?;
        }
    }
    Ok(())
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

fn figures(project: &Project) -> Result<Vec<Figure>> {
    let folder = project.path(SUBJECTS);
    let mut figures = Vec::new();
    for name in files::list(&folder).context("nothing was measured")? {
        let text = files::read(&folder.join(&name))?;
        let some: Vec<Figure> =
            serde_json::from_str(&text).with_context(|| format!("{name} holds no figures"))?;
        figures.extend(some);
    }
    Ok(figures)
}

fn table(figures: &[Figure]) -> String {
    // Writing to a String cannot fail.
    let mut text = format!("{:<62}{:>14}{:>9}  limit\n", "figure", "measured", "ratio");
    for figure in figures {
        let ratio = figure.ratio.map(|ratio| format!("{ratio:.2}"));
        let limit = figure
            .limit
            .as_ref()
            .map(|limit| format!("{}: {:.1} {}", limit.name, limit.value, figure.unit));
        let _ = writeln!(
            text,
            "{:<62}{:>9.1} {:<4}{:>9}  {}{}",
            figure.name,
            figure.value,
            figure.unit,
            ratio.unwrap_or_default(),
            limit.unwrap_or_default(),
            verdict(figure),
        );
    }
    text
}

fn verdict(figure: &Figure) -> String {
    let times = figure.budget.map(|budget| (figure.ratio, budget, "times"));
    let most = figure
        .most
        .map(|most| (Some(figure.value), most, figure.unit.as_str()));
    let Some((value, budget, unit)) = times.or(most) else {
        return String::new();
    };
    let over = value.is_none_or(|value| value > budget);
    let mark = if over { "OVER" } else { "within" };
    format!(" [{mark} {budget} {unit}]")
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn figure(name: &str, value: f64) -> Figure {
        Figure {
            name: name.to_owned(),
            value,
            unit: "ms".to_owned(),
            limit: None,
            ratio: None,
            budget: None,
            most: None,
        }
    }

    #[test]
    fn what_is_over_its_budget_is_marked() {
        let most = |value| Figure {
            most: Some(100.0),
            ..figure("tap", value)
        };
        assert_eq!(verdict(&most(101.0)), " [OVER 100 ms]");
        assert_eq!(verdict(&most(100.0)), " [within 100 ms]");
        let times = Figure {
            ratio: Some(1.6),
            budget: Some(1.5),
            ..figure("append", 3.0)
        };
        assert_eq!(verdict(&times), " [OVER 1.5 times]");
        assert_eq!(verdict(&figure("free", 3.0)), "");
    }

    #[test]
    fn every_figure_has_a_line_with_its_limit_beside_it() {
        let limited = Figure {
            limit: Some(Limit {
                name: "raw add".to_owned(),
                value: 2.0,
            }),
            ratio: Some(1.5),
            ..figure("append", 3.0)
        };
        let text = table(&[limited, figure("merge", 9.0)]);
        assert_eq!(text.lines().count(), 3, "{text}");
        assert!(text.contains("1.50  raw add: 2.0 ms"), "{text}");
    }
}
