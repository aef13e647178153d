//! `cargo xtask content`.

use clap::Parser;
use std::path::Path;
use std::process::ExitCode;

/// Check exercises, lessons and instruments: links, sources, cautions, words, reading level
#[derive(Debug, Parser)]
#[command(name = "cargo xtask content")]
struct Arguments {
    /// Write `core/content/SOURCES.md` as the content is now
    #[arg(long)]
    renew: bool,
    /// Also tell how hard each file is to read
    #[arg(long)]
    measures: bool,
}

fn main() -> ExitCode {
    let Arguments { renew, measures } = Arguments::parse();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match ebb_content::run(&root, ebb_content::Wanted { renew, measures }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nFailed: {error:#}");
            ExitCode::FAILURE
        }
    }
}
