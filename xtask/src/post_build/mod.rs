//! What happens to Trunk's output before it is the app that people get.
//!
//! Trunk calls this as a hook on its staging folder. The order matters: the wasm changes first,
//! then its name, then what refers to it, and the precache list last, over the finished files.

pub(crate) mod content;
mod first;
mod html;
mod policy;
pub(crate) mod precache;
mod supply;
pub(crate) mod wasm;

use crate::files;
use crate::manifest;
use crate::project::{CONTENT, Project};
use crate::split;
use crate::tools::Tools;
use anyhow::{Result, bail};
use std::env;
use std::path::{Path, PathBuf};

/// Takes the place of the service worker in development, where a cache would hide every change.
const DEV_WORKER: &str = "\
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()));
";

/// What begins the app's module where there is no page.
const WORKER: &str = "worker.js";

/// Finishes the build that Trunk has staged.
pub fn run(project: &Project) -> Result<()> {
    let Some(staging) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        bail!("this is a step of the build; run `cargo xtask build`");
    };
    content::bundle(&project.path(CONTENT), &staging.join("content"))?;
    let app = split::staged_name(&staging)?;
    edit(&staging.join(WORKER), |script| {
        Ok(script.replace("%APP%", &app))
    })?;
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        finish_release(project, &staging)
    } else {
        finish_dev(project, &staging)
    }
}

fn finish_release(project: &Project, staging: &Path) -> Result<()> {
    let tools = Tools::ensure(project)?;
    split::split(project, &tools, staging)?;
    wasm::optimise(project, &tools, staging)?;
    wasm::minify_scripts(&tools, staging)?;
    wasm::name_by_content(staging)?;
    edit(&staging.join("index.html"), |page| {
        html::check_policy(page)?;
        let page = html::fetch_module(page, &split::staged_loader(staging)?)?;
        policy::allow_inline(&page, staging)
    })?;
    first::write(project, staging)?;
    let id = precache::write_worker(&project.path("public/sw.js"), staging)?;
    println!("Build {id}");
    supply::write(project, staging)?;
    manifest::write(project, staging, &id)
}

/// Trunk fills in the address of its reload script only when it serves the page, so that script
/// stays where it is, and the policy that would stop it goes.
fn finish_dev(project: &Project, staging: &Path) -> Result<()> {
    edit(&staging.join("index.html"), html::drop_policy)?;
    first::write(project, staging)?;
    files::write(&staging.join("sw.js"), DEV_WORKER)
}

fn edit(path: &Path, change: impl FnOnce(&str) -> Result<String>) -> Result<()> {
    let text = files::read(path)?;
    files::write(path, &change(&text)?)
}
