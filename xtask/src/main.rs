//! Project commands; `cargo xtask help` lists them.

mod api;
mod bench;
mod bundle;
mod cache;
mod check;
mod faults;
mod files;
mod fuzz;
mod headers;
mod imports;
mod kills;
mod manifest;
mod post_build;
mod progress;
mod project;
mod run;
mod serve;
mod size;
mod soak;
mod split;
mod system;
mod tools;
mod weigh;

use anyhow::Result;
use bundle::DIST;
use clap::{Parser, Subcommand};
use project::Project;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// Commands of the Ebb project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Install what is missing, build the release app and serve it at 127.0.0.1
    Serve(ServeArguments),
    /// Install what is missing and build the release app into `dist`
    Build,
    /// Run every check; ends with `N passed, N failed`
    Test {
        /// Run one step only
        #[arg(long, value_enum)]
        only: Option<check::Step>,
    },
    /// Run schedules of storage faults; a broken promise is told with its seed
    Faults {
        /// How many
        #[arg(long, default_value_t = 10_000)]
        seeds: u64,
        /// The first
        #[arg(long, default_value_t = 0)]
        from: u64,
    },
    /// Kill the browser under the build in `dist`, and compare with what it had acknowledged
    Kills {
        /// How often
        #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..))]
        times: u32,
        /// The seed of the moments; a fresh one when left out
        #[arg(long)]
        seed: Option<u32>,
    },
    /// Run with fresh seeds what takes too long for every test run: property tests, schedules of
    /// faults, kills, fuzzing and the full bench
    Soak(soak::Amounts),
    /// Check exercises, lessons and instruments: links, sources, cautions, words, reading level
    #[command(disable_help_flag = true)]
    Content {
        /// `--renew` writes `core/content/SOURCES.md` as the content is now, `--measures` tells how
        /// hard each file is to read
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        flags: Vec<String>,
    },
    /// Hold the public items of ebb-core to `core/API.txt`
    Api {
        /// Write the list as the items are now
        #[arg(long)]
        renew: bool,
    },
    /// Tell modules of core and app that import each other in a circle, and pages that import pages
    Imports,
    /// Measure the build in `dist` and hold it to the size budget
    Size {
        /// Also tell which crates and functions weigh most
        #[arg(long)]
        weigh: bool,
        /// How many of each
        #[arg(long, default_value_t = 30, requires = "weigh")]
        top: usize,
    },
    /// Measure how fast the build in `dist` is, each figure beside its limit
    Bench {
        /// Few rounds, held to no budget
        #[arg(long)]
        quick: bool,
        /// The folder of the peer's build, which is measured in the same run
        #[arg(long)]
        peer: Option<PathBuf>,
    },
    /// Compare a folder or a live site with the build in `dist`, file by file
    Verify {
        /// `https://ebb.example.org`, or a folder; when left out, what is committed is built again
        /// in another folder and compared
        place: Option<String>,
    },
    /// Take pictures of every screen of the build in `dist`
    Screens,
    /// Hold every screen of the build in `dist`, in every look, size and language, to axe's rules
    Axe,
    /// Feed every decoder with what it does not expect
    Fuzz {
        /// How long each target runs
        #[arg(long, default_value_t = 60)]
        seconds: u32,
        /// One target only
        #[arg(long)]
        target: Option<String>,
    },
    /// Finish what Trunk built; Trunk calls this by itself
    #[command(hide = true)]
    PostBuild,
}

#[derive(Debug, clap::Args)]
struct ServeArguments {
    /// The port; 0 takes any free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The folder to build into and serve
    #[arg(long, default_value = DIST)]
    dir: PathBuf,
    /// Serve what is there
    #[arg(long)]
    no_build: bool,
    /// Build for development, and again at every change
    #[arg(long, conflicts_with_all = ["dir", "no_build"])]
    dev: bool,
}

fn main() -> ExitCode {
    match run_task(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Never a backtrace: the message says what failed and what to do next.
            eprintln!("\nFailed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_task(task: Task) -> Result<()> {
    let project = Project::find()?;
    match task {
        Task::Serve(arguments) => serve(&project, &arguments),
        Task::Build => build(&project, DIST.into()),
        Task::Test { only } => check::run(&project, only),
        Task::Faults { seeds, from } => faults::run_seeds(&project, seeds, from),
        Task::Kills { times, seed } => {
            let seed = seed.unwrap_or_else(soak::fresh_seed);
            println!("Seed {seed}");
            kills::kill(&project, times, seed)
        }
        Task::Soak(amounts) => soak::soak(&project, &amounts),
        Task::Content { flags } => run::run(
            Command::new("cargo")
                .current_dir(project.root())
                .args(["run", "--quiet", "--package", "ebb-content", "--"])
                .args(flags),
            "What is wrong is named above.",
        ),
        Task::Api { renew: true } => api::renew(&project),
        Task::Api { renew: false } => api::check(&project),
        Task::Imports => imports::check(&project),
        Task::Size { weigh, top } => {
            if weigh {
                weigh::weigh(&project, top)?;
            }
            size::check(&project, &project.path(DIST))
        }
        Task::Bench { quick, peer } => bench::bench(&project, quick, peer.as_deref()),
        Task::Verify { place: Some(place) } => manifest::verify(&place, &project.path(DIST)),
        Task::Verify { place: None } => bundle::again(&project),
        Task::Screens => check::screens(&project),
        Task::Axe => check::axe(&project),
        Task::Fuzz { seconds, target } => fuzz::fuzz(&project, target.as_deref(), seconds),
        Task::PostBuild => post_build::run(&project),
    }
}

fn build(project: &Project, dir: PathBuf) -> Result<()> {
    bundle::release(project, &project.path(dir))
}

fn serve(project: &Project, arguments: &ServeArguments) -> Result<()> {
    if arguments.dev {
        return bundle::watch(project, arguments.port);
    }
    if !arguments.no_build {
        build(project, arguments.dir.clone())?;
    }
    serve::serve(&project.path(&arguments.dir), arguments.port)
}
