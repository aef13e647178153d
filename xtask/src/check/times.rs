//! Where the time of `cargo xtask test` goes: a table at its end, and `target/report/times.json`.

use crate::files;
use crate::progress::span;
use anyhow::Result;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::time::{Duration, Instant};

/// From the project's root.
pub const REPORT: &str = "target/report/times.json";
/// A step is slower than it was when it takes this many times as long, and longer by [`NOTICED`].
const SLOWER: f64 = 1.5;
/// In seconds; less than that is chance.
const NOTICED: f64 = 10.0;

/// What the time of a step is spent for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Finding or installing tools.
    Tools,
    /// Compiling.
    Compile,
    /// The checks themselves.
    Run,
}

/// How long a step took, in seconds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StepTime {
    /// The name of the step.
    pub step: String,
    tools: f64,
    compile: f64,
    run: f64,
}

impl StepTime {
    /// Nothing yet.
    pub fn new(step: &str) -> Self {
        Self {
            step: step.to_owned(),
            ..Self::default()
        }
    }

    /// Does something and counts how long it takes.
    pub fn measure<T>(&mut self, phase: Phase, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        let seconds = start.elapsed().as_secs_f64();
        *match phase {
            Phase::Tools => &mut self.tools,
            Phase::Compile => &mut self.compile,
            Phase::Run => &mut self.run,
        } += seconds;
        done
    }

    /// All of it.
    pub fn total(&self) -> f64 {
        self.tools + self.compile + self.run
    }
}

/// Prints the table and keeps the times for the next run.
pub fn report(path: &Path, times: &[StepTime]) -> Result<()> {
    let last: Vec<StepTime> = files::read(path)
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    print!("\n{}", table(times));
    for line in slower(&last, times) {
        println!("{line}");
    }
    files::write(path, serde_json::to_vec_pretty(times)?)
}

fn table(times: &[StepTime]) -> String {
    let row = |name: &str, cells: [&str; 4]| {
        let [tools, compile, run, all] = cells;
        format!("{name:<12}{tools:>14}{compile:>14}{run:>14}{all:>14}\n")
    };
    let mut table = row("step", ["tools", "compile", "run", "all"]);
    let mut sum = StepTime::new("all");
    for time in times {
        sum.tools += time.tools;
        sum.compile += time.compile;
        sum.run += time.run;
    }
    for time in times.iter().chain([&sum]) {
        let cells = [time.tools, time.compile, time.run, time.total()]
            .map(|seconds| span(Duration::from_secs_f64(seconds)));
        table += &row(&time.step, cells.each_ref().map(String::as_str));
    }
    table
}

/// What got slower since the last report.
fn slower(last: &[StepTime], now: &[StepTime]) -> Vec<String> {
    let told = now.iter().filter_map(|now| {
        let before = last.iter().find(|last| last.step == now.step)?.total();
        let grown = now.total() > before * SLOWER && now.total() > before + NOTICED;
        grown.then(|| {
            format!(
                "{} got slower: {:.0} s, and {before:.0} s the last time",
                now.step,
                now.total()
            )
        })
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn took(step: &str, run: f64) -> StepTime {
        StepTime {
            run,
            ..StepTime::new(step)
        }
    }

    #[test]
    fn a_step_that_takes_half_as_long_again_is_told() {
        let last = [took("Unit", 100.0), took("Fmt", 1.0)];
        assert_eq!(slower(&last, &[took("Unit", 149.0)]), [""; 0]);
        assert_eq!(slower(&last, &[took("Fmt", 9.0)]), [""; 0]);
        assert_eq!(slower(&last, &[took("E2e", 900.0)]), [""; 0]);
        let told = slower(&last, &[took("Unit", 151.0)]);
        assert_eq!(told, ["Unit got slower: 151 s, and 100 s the last time"]);
    }

    #[test]
    fn the_table_has_a_row_for_each_step_and_the_sum() {
        let mut unit = took("Unit", 61.0);
        assert_eq!(unit.measure(Phase::Compile, || 7), 7);
        let table = table(&[unit, took("Fmt", 2.0)]);
        assert_eq!(table.lines().count(), 4, "{table}");
        assert!(
            table.lines().last().unwrap().contains("1 min 3 s"),
            "{table}"
        );
    }

    #[test]
    fn the_times_are_kept_for_the_next_run_whatever_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("times.json");
        std::fs::write(&path, "half a fi").unwrap();
        report(&path, &[took("Unit", 2.5)]).unwrap();
        let kept: Vec<StepTime> = serde_json::from_str(&files::read(&path).unwrap()).unwrap();
        assert_eq!(kept, [took("Unit", 2.5)]);
    }
}
