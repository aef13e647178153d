//! Project commands: serve, build, test, size.

mod browser;
mod bundle;
mod check;
mod files;
mod headers;
mod post_build;
mod project;
mod run;
mod serve;
mod size;
mod tools;

use anyhow::Result;
use bundle::DIST;
use clap::{Parser, Subcommand};
use project::Project;
use std::path::PathBuf;
use std::process::ExitCode;

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
    /// Measure the build in `dist` and hold it to the size budget
    Size,
    /// Take pictures of every screen of the build in `dist`
    Screens,
    /// Make another build out of a finished one, for the tests of updating
    Restamp {
        /// A finished build
        #[arg(long, default_value = DIST)]
        from: PathBuf,
        /// Where the other build goes
        #[arg(long)]
        to: PathBuf,
        /// A name, written into the page as `<meta name="ebb-build">`
        #[arg(long)]
        name: String,
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
        Task::Size => size::check(&project, &project.path(DIST)),
        Task::Screens => check::screens(&project),
        Task::Restamp { from, to, name } => {
            post_build::restamp(&project, &project.path(from), &project.path(to), &name)
        }
        Task::PostBuild => post_build::run(&project),
    }
}

fn build(project: &Project, dir: PathBuf) -> Result<()> {
    tools::ensure(project)?;
    bundle::release(project, &project.path(dir))
}

fn serve(project: &Project, arguments: &ServeArguments) -> Result<()> {
    if arguments.dev {
        tools::ensure(project)?;
        return bundle::watch(project, arguments.port);
    }
    if !arguments.no_build {
        build(project, arguments.dir.clone())?;
    }
    serve::serve(&project.path(&arguments.dir), arguments.port)
}
