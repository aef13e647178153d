//! What happens to Trunk's output before it is the app that people get.
//!
//! Trunk calls this as a hook on its staging folder. The order matters: the wasm changes first,
//! then its name, then what refers to it, and the precache list last, over the finished files.

pub(crate) mod content;
mod first;
mod first_paint;
mod html;
mod precache;
mod rest;
pub(crate) mod wasm;

use crate::files;
use crate::project::{CONTENT, Project};
use crate::split;
use crate::tools::Tools;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Takes the place of the service worker in development, where a cache would hide every change.
const DEV_WORKER: &str = "\
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()));
";

/// Finishes the build that Trunk has staged.
pub fn run(project: &Project) -> Result<()> {
    let Some(staging) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        bail!("this is a step of the build; run `cargo xtask build`");
    };
    content::bundle(&project.path(CONTENT), &staging.join("content"))?;
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        finish_release(project, &staging)
    } else {
        finish_dev(project, &staging)
    }
}

/// Copies a finished build and marks it, so that it counts as another build.
pub fn restamp(project: &Project, from: &Path, to: &Path, name: &str) -> Result<()> {
    if !from.join("index.html").exists() {
        bail!("{} holds no build; run `cargo xtask build`", from.display());
    }
    if to.exists() {
        // Only ever a build is replaced, whatever path was typed.
        if !to.join("sw.js").exists() {
            bail!("{} is not a build; choose another folder", to.display());
        }
        fs::remove_dir_all(to).with_context(|| format!("cannot remove {}", to.display()))?;
    }
    files::copy_all(from, to)?;
    edit(&to.join("index.html"), |page| html::stamp(page, name))?;
    let id = precache::write_worker(&worker_source(project), to)?;
    println!("{} is build {id}", to.display());
    Ok(())
}

fn finish_release(project: &Project, staging: &Path) -> Result<()> {
    let tools = Tools::ensure(project)?;
    split::split(project, &tools, staging)?;
    wasm::optimise(project, &tools, staging)?;
    wasm::minify_scripts(&tools, staging)?;
    wasm::name_by_content(staging)?;
    edit(&staging.join("index.html"), |page| {
        html::check_policy(page)?;
        let page = first_paint::inline(page, staging)?;
        rest::gather(&page, staging)
    })?;
    first::write(project, staging)?;
    let id = precache::write_worker(&worker_source(project), staging)?;
    println!("Build {id}");
    Ok(())
}

/// Trunk fills in the address of its reload script only when it serves the page, so that script
/// stays where it is, and the policy that would stop it goes.
fn finish_dev(project: &Project, staging: &Path) -> Result<()> {
    edit(&staging.join("index.html"), html::drop_policy)?;
    first::write(project, staging)?;
    files::write(&staging.join("sw.js"), DEV_WORKER)
}

fn worker_source(project: &Project) -> PathBuf {
    project.path("public/sw.js")
}

fn edit(path: &Path, change: impl FnOnce(&str) -> Result<String>) -> Result<()> {
    let text = files::read(path)?;
    files::write(path, &change(&text)?)
}
