//! How much a person waits for: the size of the build, held to a budget.

use crate::files;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

/// Bytes of the first load, and of each worker, after brotli; 1 kB is 1000 bytes.
const BUDGET_BROTLI: usize = 185_000;
/// The workers that are held to it. The one that estimates passphrases is mostly dictionaries, and
/// is not kept for working offline.
const WORKERS: [&str; 2] = ["worker", "reader"];
const REPORT: &str = "target/report/size.json";

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

#[derive(Debug, Serialize)]
struct File {
    path: String,
    #[serde(flatten)]
    bytes: Bytes,
    first_load: bool,
}

#[derive(Debug, Serialize)]
struct Report {
    budget_brotli: usize,
    first_load: Bytes,
    workers: BTreeMap<&'static str, Bytes>,
    files: Vec<File>,
}

/// Measures a build, writes `target/report/size.json` and fails over the budget.
pub fn check(project: &Project, dist: &Path) -> Result<()> {
    let report = measure(dist)?;
    files::write(&project.path(REPORT), serde_json::to_vec_pretty(&report)?)?;
    print!("{}", table(&report));
    judge(&report)
}

fn measure(dist: &Path) -> Result<Report> {
    let mut files = Vec::new();
    for path in files::list(dist).context("run `cargo xtask build` first")? {
        let bytes = sizes(&files::read_bytes(&dist.join(&path))?)?;
        let first_load = is_first_load(&path);
        files.push(File {
            path,
            bytes,
            first_load,
        });
    }
    if files.is_empty() {
        bail!("{} is empty; run `cargo xtask build` first", dist.display());
    }
    let sum = |counts: &dyn Fn(&File) -> bool| {
        let counted = files.iter().filter(|file| counts(file));
        counted.fold(Bytes::default(), |sum, file| Bytes {
            raw: sum.raw + file.bytes.raw,
            gzip: sum.gzip + file.bytes.gzip,
            brotli: sum.brotli + file.bytes.brotli,
        })
    };
    let workers = WORKERS.map(|name| (name, sum(&|file| file.path.starts_with(name))));
    Ok(Report {
        budget_brotli: BUDGET_BROTLI,
        first_load: sum(&|file| file.first_load),
        workers: workers.into(),
        files,
    })
}

fn sizes(bytes: &[u8]) -> Result<Bytes> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &params)?;
    Ok(Bytes {
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.len(),
    })
}

/// Whether the browser needs the file before the craving button answers.
///
/// The exercises, the service worker and the parts that were split off (`split_…`, `chunk_…`)
/// come after that, a module of its own (`worker…`, `reader…`,
/// `strength…`) only when it is used, the first
/// screen in another language (`first-…`, `es.html`) only where it is read, the way out
/// (`leave.js`) after the first paint and for no button of it, and the page one leaves Ebb to
/// (`away…`) never with it.
fn is_first_load(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|end| end.to_str());
    let apart = [
        "sw.js", "worker", "reader", "strength", "split_", "chunk_", "first-", "leave", "away",
    ];
    path == "index.html"
        || matches!(extension, Some("css" | "js" | "wasm"))
            && !apart.iter().any(|start| path.starts_with(start))
}

fn table(report: &Report) -> String {
    use std::fmt::Write as _;
    let mut text = format!("{:>10} {:>10} {:>10}\n", "raw", "gzip", "brotli");
    let mut line = |bytes: Bytes, mark: &str, name: &str| {
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{:>10} {:>10} {:>10} {mark} {name}",
            bytes.raw, bytes.gzip, bytes.brotli
        );
    };
    for file in &report.files {
        line(
            file.bytes,
            if file.first_load { "*" } else { " " },
            &file.path,
        );
    }
    for (name, bytes) in &report.workers {
        line(*bytes, " ", &format!("{name}, all together"));
    }
    line(report.first_load, "*", "first load, all together");
    text
}

fn judge(report: &Report) -> Result<()> {
    let workers = report.workers.iter().map(|(name, bytes)| (*name, *bytes));
    for (name, bytes) in [("first load", report.first_load)]
        .into_iter()
        .chain(workers)
    {
        let (size, budget) = (bytes.brotli, report.budget_brotli);
        if size > budget {
            bail!(
                "the {name} is {size} bytes of brotli, {} over the budget of {budget}. \
                 The table above shows where they are",
                size - budget
            );
        }
        println!("The {name} is {size} bytes of brotli, within the budget of {budget}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(first_load: usize, worker: usize) -> Report {
        let of = |brotli| Bytes {
            brotli,
            ..Bytes::default()
        };
        Report {
            budget_brotli: 100,
            first_load: of(first_load),
            workers: [("worker", of(worker))].into(),
            files: Vec::new(),
        }
    }

    #[test]
    fn the_first_load_is_what_the_first_screen_needs() {
        for path in ["index.html", "boot-1.js", "ebb-app-1_bg.wasm", "main-1.css"] {
            assert!(is_first_load(path), "{path}");
        }
        for path in [
            "sw.js",
            "worker.js",
            "worker_bg.wasm",
            "reader_loader.js",
            "reader_bg.wasm",
            "strength_bg.wasm",
            "split_later-00000000000000aa.wasm",
            "chunk_1-00000000000000aa.wasm",
            "first-es.js",
            "es.html",
            "away.html",
            "leave.js",
            "away.css",
            "icon-512.png",
            "content/en/exercises.json",
            "_headers",
        ] {
            assert!(!is_first_load(path), "{path}");
        }
    }

    #[test]
    fn each_sum_holds_only_its_own_files() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "index.html",
            "main.css",
            "sw.js",
            "worker.js",
            "worker_bg.wasm",
        ] {
            files::write(&folder.path().join(name), "a".repeat(1000)).unwrap();
        }
        let report = measure(folder.path()).unwrap();
        assert_eq!(report.first_load.raw, 2000);
        assert_eq!(report.workers["worker"].raw, 2000);
        assert_eq!(report.workers["reader"].raw, 0);
        assert_eq!(report.files.len(), 5);
        assert!(report.first_load.brotli < report.first_load.gzip);
    }

    #[test]
    fn one_byte_over_the_budget_fails_and_says_by_how_much() {
        judge(&report(100, 100)).unwrap();
        for over in [report(101, 100), report(100, 101)] {
            let error = judge(&over).unwrap_err().to_string();
            assert!(error.contains("1 over the budget of 100"), "{error}");
        }
    }

    #[test]
    fn the_report_has_the_agreed_shape() {
        let bytes = Bytes {
            raw: 3,
            gzip: 2,
            brotli: 1,
        };
        let file = File {
            path: "index.html".to_owned(),
            bytes,
            first_load: true,
        };
        let report = Report {
            budget_brotli: 9,
            first_load: bytes,
            workers: [("reader", bytes)].into(),
            files: vec![file],
        };
        assert_eq!(
            serde_json::to_string(&report).unwrap(),
            r#"{"budget_brotli":9,"first_load":{"raw":3,"gzip":2,"brotli":1},"workers":{"reader":{"raw":3,"gzip":2,"brotli":1}},"files":[{"path":"index.html","raw":3,"gzip":2,"brotli":1,"first_load":true}]}"#
        );
    }
}
