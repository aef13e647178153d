//! Making the modules and their scripts small, and naming the app by what it then is.

use crate::files;
use crate::project::Project;
use crate::run::run;
use crate::split;
use crate::tools::Tools;
use anyhow::{Context, Result, bail};
use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;
use std::{fs, iter, thread};

/// What rustc's baseline for wasm32-unknown-unknown and wasm-bindgen emit, one by one:
/// `--all-features` also lets wasm-opt write things that browsers refuse.
pub const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-call-indirect-overlong",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];
/// Taking the nesting out and building it up anew, and functions of like names together, saves 1.5 %
/// over the wire beside `-Os` alone; `-Oz` is smaller on disk and larger over the wire.
const FLAGS: [&str; 7] = [
    "-O2",
    "--flatten",
    "--rereloop",
    "-Os",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
];
const TERSER: [&str; 5] = ["--module", "--compress", "--mangle", "--ecma", "2020"];

/// Results of wasm-opt by their input: it takes most of the time of a build in which little changed.
const KEPT: &str = "target/wasm-opt";
/// Copies of the last build's modules with their names, for `cargo xtask size --weigh`.
pub const NAMED: &str = "target/named";

const BINDGEN_SUFFIX: &str = "_bg.wasm";
/// What is written by hand is short already, and people may want to read it.
const BY_HAND: [&str; 6] = [
    "old.js",
    "quick-exit.js",
    "quick-exit-page.js",
    "sw.js",
    "worker.js",
    "first-",
];

/// Replaces every module by what wasm-opt makes of it.
pub fn optimise(project: &Project, tools: &Tools, dist: &Path) -> Result<()> {
    let named = project.path(NAMED);
    files::remove_folder(&named)?;
    let optimise = |name: String| -> Result<()> {
        let path = dist.join(&name);
        let before = files::read_bytes(&path)?;
        files::write(&named.join(&name), &before)?;
        let kept = project.path(KEPT).join(kept_name(&before));
        if !kept.exists() {
            optimise_one(tools, &path, &kept)?;
        }
        let after = files::read_bytes(&kept)?;
        println!(
            "wasm-opt made {name} {} bytes of {}",
            after.len(),
            before.len()
        );
        files::write(&path, after)
    };
    let waiting = Mutex::new(modules(dist)?.into_iter());
    // The guard goes at once: the others take theirs meanwhile.
    let next = || waiting.lock().ok().and_then(|mut names| names.next());
    let work = || iter::from_fn(next).try_for_each(optimise);
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            let done = worker.join();
            done.unwrap_or_else(|_| bail!("a thread that runs wasm-opt has stopped"))
        })
    })
}

fn optimise_one(tools: &Tools, path: &Path, kept: &Path) -> Result<()> {
    // Through another name: half a file must never pass for a result.
    let unfinished = kept.with_extension("unfinished");
    files::write(&unfinished, "")?;
    run(
        tools
            .npm("binaryen/bin/wasm-opt")
            .args(FLAGS)
            .args(FEATURES)
            .arg(path)
            .arg("-o")
            .arg(&unfinished),
        "Read the message above.",
    )?;
    fs::rename(&unfinished, kept).with_context(|| format!("cannot rename {}", kept.display()))
}

/// A name that changes with the module and with how wasm-opt is called.
fn kept_name(module: &[u8]) -> String {
    let call = [FLAGS.join(" "), FEATURES.join(" ")].concat();
    let bytes = [call.as_bytes(), module].concat();
    format!("{}.wasm", files::sha256(&bytes))
}

/// Minifies every script that was generated. Trunk's own minifier cannot read them.
pub fn minify_scripts(tools: &Tools, dist: &Path) -> Result<()> {
    for name in files::list(dist)? {
        if name.contains('/') || !is_generated(&name) {
            continue;
        }
        let path = dist.join(name);
        run(
            tools
                .npm("terser/bin/terser")
                .arg(&path)
                .args(TERSER)
                .arg("--output")
                .arg(&path),
            "Read the message above.",
        )?;
    }
    Ok(())
}

fn is_generated(name: &str) -> bool {
    let script = Path::new(name).extension().is_some_and(|end| end == "js");
    script && !BY_HAND.iter().any(|start| name.starts_with(start))
}

/// Gives every module and its script a new common hash, and mends what refers to them.
///
/// Trunk hashes before wasm-opt, so another wasm-opt would give other bytes under an old name,
/// and a cache that trusts names would serve the wrong ones.
pub fn name_by_content(dist: &Path) -> Result<()> {
    for module in modules(dist)? {
        let Some(old) = module.strip_suffix(BINDGEN_SUFFIX) else {
            continue;
        };
        let (stem, hash) = old
            .rsplit_once('-')
            .with_context(|| format!("{module} has no hash in its name"))?;
        let script = files::read(&dist.join(format!("{old}.js")))?;
        let mut bytes = files::read_bytes(&dist.join(&module))?;
        bytes.extend(script.replace(hash, "").into_bytes());
        for part in split::parts(dist)? {
            bytes.extend(files::read_bytes(&dist.join(part))?);
        }
        let hash = files::short_hash(&bytes);
        let new = format!("{stem}-{hash}");
        rename(dist, old, &new)?;
        split::name_parts(dist, &format!("{new}.js"), &hash)?;
    }
    Ok(())
}

fn modules(dist: &Path) -> Result<Vec<String>> {
    let mut names = files::list(dist)?;
    names.retain(|name| Path::new(name).extension().is_some_and(|end| end == "wasm"));
    Ok(names)
}

fn rename(dist: &Path, old: &str, new: &str) -> Result<()> {
    for name in files::list(dist)? {
        let path = dist.join(&name);
        if path
            .extension()
            .is_some_and(|end| end == "js" || end == "html")
        {
            let text = files::read(&path)?;
            if text.contains(old) {
                files::write(&path, text.replace(old, new))?;
            }
        }
        if let Some(rest) = name.strip_prefix(old) {
            fs::rename(&path, dist.join(format!("{new}{rest}")))
                .with_context(|| format!("cannot rename {}", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staged(wasm: &str, hash: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let name = format!("ebb-app-{hash}");
        for (file, text) in [
            (format!("{name}_bg.wasm"), wasm.to_owned()),
            (format!("{name}.js"), format!("fetch('{name}_bg.wasm')")),
            ("index.html".to_owned(), format!("<link href=/{name}.js>")),
            ("worker.js".to_owned(), format!("import '/{name}.js'")),
        ] {
            files::write(&folder.path().join(file), text).unwrap();
        }
        folder
    }

    #[test]
    fn another_module_never_gets_the_kept_result_of_the_first() {
        assert_eq!(kept_name(b"one"), kept_name(b"one"));
        assert_ne!(kept_name(b"one"), kept_name(b"two"));
    }

    #[test]
    fn only_generated_scripts_are_minified() {
        for name in ["ebb-app-0123.js", "parts.js"] {
            assert!(is_generated(name), "{name}");
        }
        for name in [
            "sw.js",
            "worker.js",
            "quick-exit.js",
            "first-es.js",
            "ebb-app_bg.wasm",
        ] {
            assert!(!is_generated(name), "{name}");
        }
    }

    #[test]
    fn the_name_follows_the_content_and_references_follow_the_name() {
        let folder = staged("one", "00000000000000aa");
        name_by_content(folder.path()).unwrap();
        let names = files::list(folder.path()).unwrap();
        let page = files::read(&folder.path().join("index.html")).unwrap();
        let script = names.iter().find(|name| name.contains(".js")).unwrap();
        assert_eq!(page, format!("<link href=/{script}>"));
        let worker = files::read(&folder.path().join("worker.js")).unwrap();
        assert_eq!(worker, format!("import '/{script}'"));
        let text = files::read(&folder.path().join(script)).unwrap();
        let module = text.trim_start_matches("fetch('").trim_end_matches("')");
        assert!(names.iter().any(|name| name == module), "{names:?}");
        assert!(!module.contains("00000000000000aa"));
    }

    #[test]
    fn the_same_content_gets_the_same_name_whatever_trunk_called_it() {
        let names = |wasm: &str, hash: &str| {
            let folder = staged(wasm, hash);
            name_by_content(folder.path()).unwrap();
            files::list(folder.path()).unwrap()
        };
        assert_eq!(
            names("one", "00000000000000aa"),
            names("one", "00000000000000bb")
        );
        assert_ne!(
            names("one", "00000000000000aa"),
            names("two", "00000000000000aa")
        );
    }
}
