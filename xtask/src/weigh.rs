//! `cargo xtask size --weigh`: which functions the bytes of a build belong to, and which generic
//! functions are there many times, as twiggy tells it of the modules before wasm-opt drops names.

use crate::files;
use crate::post_build::wasm::NAMED;
use crate::project::Project;
use crate::run::run;
use crate::tools;
use anyhow::{Context, Result};
use std::process::Command;

/// Prints for every module of the last build what weighs most.
pub fn weigh(project: &Project, top: usize) -> Result<()> {
    let named = project.path(NAMED);
    let modules = files::list(&named)
        .context("no build has left its names; run `cargo xtask build` first")?;
    let twiggy = tools::TWIGGY.ensure()?;
    for module in modules {
        for question in ["top", "monos"] {
            println!("\n== {module}: {question}");
            let mut command = Command::new(&twiggy);
            command.arg(question).arg(named.join(&module));
            run(
                command.args(["-n", &top.to_string()]),
                "Read the message above.",
            )?;
        }
    }
    Ok(())
}
