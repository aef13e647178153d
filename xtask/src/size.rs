//! How much a person waits for: the size of the build, held to a budget.

use crate::files;
use crate::post_build::precache;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Bytes of the first load after brotli; 1 kB is 1000 bytes.
const BUDGET_BROTLI: usize = 185_000;
/// Bytes until a first visit's craving is saved: the first load, and the part that writes.
/// 240 kB is what it should be; the wave, the rating by numbers, the help beside them, and five kinds
/// of entry that came later are over it.
const BUDGET_SAVED: usize = 247_500;
/// Bytes of any part that comes later.
const BUDGET_PART: usize = 120_000;
/// Bytes of what only the worker runs, which comes to who derives keys, seals, or reads backups: a
/// quarter of it is what `age` could say in seven languages.
const BUDGET_WORK: usize = 140_000;
/// Bytes until a first visit's check-in or slip is saved: those, and the part of what is logged daily.
/// 300 kB is what it should be; it is over that since cravings have a course and a wave.
const BUDGET_LOGGED: usize = 318_500;
/// The part that opens the journal and writes to it, and what it shares with the words of another
/// language.
const SAVES: [&str; 2] = ["split_core", "split_words"];
/// The part with the forms of a check-in and a slip.
const LOGS: &str = "split_log";
/// Bytes of all that is kept for working offline in one language.
const BUDGET_OFFLINE: usize = 1_753_000;
const REPORT: &str = "target/report/size.json";

#[derive(Debug, Serialize)]
struct File {
    path: String,
    raw: usize,
    brotli: usize,
    first_load: bool,
}

#[derive(Debug, Serialize)]
struct Report {
    /// What is held to a budget, by name.
    sums: BTreeMap<String, Sum>,
    files: Vec<File>,
}

/// Brotli bytes of some files, and how many they may be.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Sum {
    brotli: usize,
    budget: usize,
}

/// Measures a build, writes `target/report/size.json` and fails over the budget.
pub fn check(project: &Project, dist: &Path) -> Result<()> {
    let report = measure(dist)?;
    files::write(&project.path(REPORT), serde_json::to_vec_pretty(&report)?)?;
    for File {
        path,
        raw,
        brotli,
        first_load,
    } in &report.files
    {
        let mark = if *first_load { "*" } else { " " };
        println!("{raw:>10} {brotli:>10} {mark} {path}");
    }
    judge(&report)
}

fn measure(dist: &Path) -> Result<Report> {
    let mut files = Vec::new();
    for path in files::list(dist).context("run `cargo xtask build` first")? {
        let bytes = files::read_bytes(&dist.join(&path))?;
        files.push(File {
            raw: bytes.len(),
            brotli: brotli(&bytes)?,
            first_load: is_first_load(&path),
            path,
        });
    }
    if files.is_empty() {
        bail!("{} is empty; run `cargo xtask build` first", dist.display());
    }
    let sum = |counts: &dyn Fn(&File) -> bool, budget| Sum {
        brotli: files
            .iter()
            .filter(|file| counts(file))
            .map(|file| file.brotli)
            .sum(),
        budget,
    };
    let first_load = |file: &File| file.first_load;
    let saves =
        |file: &File| file.first_load || SAVES.iter().any(|start| file.path.starts_with(start));
    let mut sums = BTreeMap::from([
        ("first load".to_owned(), sum(&first_load, BUDGET_BROTLI)),
        (
            "load until a craving is saved".to_owned(),
            sum(&saves, BUDGET_SAVED),
        ),
    ]);
    let logs = |file: &File| saves(file) || file.path.starts_with(LOGS);
    sums.insert(
        "load until a check-in or a slip is saved".to_owned(),
        sum(&logs, BUDGET_LOGGED),
    );
    let offline =
        |file: &File| precache::is_kept(&file.path) && precache::language(&file.path) != Some("es");
    sums.insert(
        "whole of Ebb for working offline in one language".to_owned(),
        sum(&offline, BUDGET_OFFLINE),
    );
    for File { path, brotli, .. } in &files {
        if path.starts_with("split_") {
            let works = path.starts_with("split_work-");
            let sum = Sum {
                brotli: *brotli,
                budget: if works { BUDGET_WORK } else { BUDGET_PART },
            };
            sums.insert(path.clone(), sum);
        }
    }
    Ok(Report { sums, files })
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed.len())
}

/// Whether the browser needs the file before the craving button answers.
///
/// The exercises, the service worker, the parts that were split off (`split_…`) and what begins the
/// worker come after that, the first screen in another language (`first-…`, `es.html`) only where it is read, the way out
/// (`quick-exit.js`) and the sheets of what comes later (`….css`: all others stand in the page) after
/// the first paint and for no button of it, and the page one leaves Ebb to (`shopping-list…`) and what
/// is said to a browser that is too old (`old.js`) never with it.
fn is_first_load(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|end| end.to_str());
    let apart = [
        "sw.js",
        "old.js",
        "worker",
        "split_",
        "first-",
        "quick-exit",
        "shopping-list",
    ];
    path == "index.html"
        || matches!(extension, Some("js" | "wasm"))
            && !apart.iter().any(|start| path.starts_with(start))
}

fn judge(report: &Report) -> Result<()> {
    for (name, Sum { brotli, budget }) in &report.sums {
        if brotli > budget {
            bail!(
                "the {name} is {brotli} bytes of brotli, {} over the budget of {budget}. \
                 The table above shows where they are",
                brotli - budget
            );
        }
        println!("The {name} is {brotli} bytes of brotli, within the budget of {budget}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_what_the_first_screen_needs() {
        for path in ["index.html", "parts-1.js", "ebb-app-1_bg.wasm"] {
            assert!(is_first_load(path), "{path}");
        }
        for path in [
            "sw.js",
            "old.js",
            "worker.js",
            "split_share-00000000000000aa.wasm",
            "first-es.js",
            "es.html",
            "shopping-list.html",
            "quick-exit.js",
            "icon-512.png",
            "charts-00000000000000aa.css",
            "content/en/exercises.json",
        ] {
            assert!(!is_first_load(path), "{path}");
        }
    }

    #[test]
    fn each_sum_holds_only_its_own_files() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "index.html",
            "sw.js",
            "worker.js",
            "split_core-1.wasm",
            "split_log-1.wasm",
            "split_spanish-1.wasm",
        ] {
            files::write(&folder.path().join(name), "a".repeat(1000)).unwrap();
        }
        let report = measure(folder.path()).unwrap();
        let one = report.sums["first load"].brotli;
        assert!((1..100).contains(&one), "{one}");
        assert_eq!(report.sums["load until a craving is saved"].brotli, 2 * one);
        assert_eq!(
            report.sums["load until a check-in or a slip is saved"].brotli,
            3 * one
        );
        assert_eq!(
            report.sums["whole of Ebb for working offline in one language"].brotli,
            4 * one
        );
        assert_eq!(report.sums["split_log-1.wasm"].budget, BUDGET_PART);
        assert_eq!(report.files.len(), 6);
    }

    #[test]
    fn one_byte_over_the_budget_fails_and_says_by_how_much() {
        let report = |brotli| Report {
            sums: BTreeMap::from([(
                "worker".to_owned(),
                Sum {
                    brotli,
                    budget: 100,
                },
            )]),
            files: Vec::new(),
        };
        judge(&report(100)).unwrap();
        let error = judge(&report(101)).unwrap_err().to_string();
        assert!(error.contains("1 over the budget of 100"), "{error}");
    }
}
