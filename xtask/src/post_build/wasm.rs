//! Making the WebAssembly small, and naming it by what it then is.

use super::imports;
use crate::files;
use crate::project::Project;
use crate::run::run;
use crate::split;
use crate::tools;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// What rustc's baseline for wasm32-unknown-unknown and wasm-bindgen emit, one by one:
/// `--all-features` also lets wasm-opt write things that browsers refuse.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-call-indirect-overlong",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];

/// `-Oz` gives a module that is 6 % smaller on disk and 1 % larger over the wire: its reordering
/// leaves brotli less to find. Taking all nesting out and building it up anew, twice, saves 1.3 %
/// over the wire.
/// Functions of like names stand together, because they are alike.
const FLAGS: [&str; 12] = [
    "-O2",
    "--flatten",
    "--rereloop",
    "-Os",
    "--flatten",
    "--rereloop",
    "-Os",
    "-Os",
    "--reorder-locals",
    "--reorder-types",
    "--reorder-functions-by-name",
    "--strip-producers",
];

/// For people; left out where bytes are to be told by name.
const NO_NAMES: &str = "--strip-debug";
const NAMES: &str = "--debuginfo";

/// Copies of the last build's modules as they were before this, names and all.
const NAMED: &str = "target/named";

/// Where results of wasm-opt are kept.
const KEPT: &str = "target/wasm-opt";

const BINDGEN_SUFFIX: &str = "_bg.wasm";

/// Replaces every module by what wasm-opt makes of it.
///
/// That takes most of the time of a build in which nothing changed, so results are kept.
pub fn optimise(project: &Project, dist: &Path) -> Result<()> {
    let named = project.path(NAMED);
    if named.exists() {
        fs::remove_dir_all(&named).context("cannot remove target/named")?;
    }
    for name in modules(dist)? {
        let path = dist.join(&name);
        let before = files::read_bytes(&path)?;
        files::write(&named.join(&name), &before)?;
        let after = optimised(project, &path, NO_NAMES)?;
        println!(
            "wasm-opt made {name} {} bytes of {}",
            after.len(),
            before.len()
        );
        files::write(&path, after)?;
    }
    Ok(())
}

/// The modules of the last build, optimised as they are for people but with their names.
pub fn with_names(project: &Project) -> Result<Vec<(String, Vec<u8>)>> {
    let named = project.path(NAMED);
    if !named.exists() {
        return Ok(Vec::new());
    }
    let one = |name: String| {
        let module = optimised(project, &named.join(&name), NAMES)?;
        Ok((name, module))
    };
    modules(&named)?.into_iter().map(one).collect()
}

fn optimised(project: &Project, path: &Path, names: &str) -> Result<Vec<u8>> {
    let module = files::read_bytes(path)?;
    let kept = project.path(KEPT).join(kept_name(&module, names));
    if !kept.exists() {
        optimise_one(project, path, &kept, names)?;
    }
    files::read_bytes(&kept)
}

fn optimise_one(project: &Project, path: &Path, kept: &Path, names: &str) -> Result<()> {
    // Through another name: half a file must never pass for a result.
    let unfinished = kept.with_extension("unfinished");
    files::write(&unfinished, "")?;
    run(
        tools::wasm_opt(project)
            .args(FLAGS)
            .arg(names)
            .args(FEATURES)
            .arg(path)
            .arg("-o")
            .arg(&unfinished),
        "Remove .tools/npm and run this again.",
    )?;
    fs::rename(&unfinished, kept).with_context(|| format!("cannot rename {}", kept.display()))
}

/// A name that changes with the module, the program and how it is called.
fn kept_name(module: &[u8], names: &str) -> String {
    let flags = FLAGS.join(" ");
    let call = [tools::BINARYEN, &flags, names, &FEATURES.join(" ")].join(" ");
    let bytes = [call.as_bytes(), module].concat();
    format!("{}.wasm", files::sha256(&bytes))
}

/// Gives what modules import from their scripts short names.
pub fn shorten_imports(dist: &Path) -> Result<()> {
    for module in modules(dist)? {
        let Some(stem) = module.strip_suffix(BINDGEN_SUFFIX) else {
            continue;
        };
        let (module, script) = (dist.join(&module), dist.join(format!("{stem}.js")));
        let (short, shorter) =
            imports::shorten(&files::read_bytes(&module)?, &files::read(&script)?)
                .with_context(|| format!("cannot shorten the imports of {stem}"))?;
        files::write(&module, short)?;
        files::write(&script, shorter)?;
    }
    Ok(())
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
        // A worker is started by a name the app knows, so it has no hash.
        let Some((stem, hash)) = old
            .rsplit_once('-')
            .filter(|(_, hash)| files::is_hash(hash))
        else {
            continue;
        };
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
            ("worker_bg.wasm".to_owned(), "worker".to_owned()),
        ] {
            files::write(&folder.path().join(file), text).unwrap();
        }
        folder
    }

    #[test]
    fn another_module_never_gets_the_kept_result_of_the_first() {
        assert_eq!(kept_name(b"one", NAMES), kept_name(b"one", NAMES));
        assert_ne!(kept_name(b"one", NAMES), kept_name(b"two", NAMES));
        assert_ne!(kept_name(b"one", NAMES), kept_name(b"one", NO_NAMES));
    }

    #[test]
    fn the_name_follows_the_content_and_references_follow_the_name() {
        let folder = staged("one", "00000000000000aa");
        name_by_content(folder.path()).unwrap();
        let names = files::list(folder.path()).unwrap();
        let page = files::read(&folder.path().join("index.html")).unwrap();
        let script = names.iter().find(|name| name.contains(".js")).unwrap();
        assert_eq!(page, format!("<link href=/{script}>"));
        let text = files::read(&folder.path().join(script)).unwrap();
        let module = text.trim_start_matches("fetch('").trim_end_matches("')");
        assert!(names.iter().any(|name| name == module), "{names:?}");
        assert!(!module.contains("00000000000000aa"));
        assert!(names.iter().any(|name| name == "worker_bg.wasm"));
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
