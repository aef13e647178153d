//! Taking the module apart, so that the first download holds only what the first screens need.
//!
//! Functions marked `wasm_split` in the app are split points: they and what only they use go
//! into modules of their own, which the page fetches when such a function is first called. That
//! has to happen between the linker and wasm-bindgen. Trunk runs both, so its hook takes what the
//! linker left, splits it, and puts what wasm-bindgen makes of it in the place of Trunk's.
//!
//! wasm-split makes one more module for every set of parts that share something, hundreds with a
//! dozen parts. They are merged into few files, which can be done in any way: the modules call each
//! other through the table only. See [`file_of`].

use crate::files;
use crate::post_build::wasm::FEATURES;
use crate::project::Project;
use crate::run::{run, run_quietly};
use crate::tools::Tools;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};

/// The program that is split.
const APP: &str = "ebb-app";
/// The script that fetches the parts. The linker script of the module imports it by this name.
pub const LOADER: &str = "parts.js";
/// What the loader imports the main module's script as, until that has its final name.
const MAIN: &str = "/main-script-of-the-app.js";

/// Splits the app's module in the build that Trunk has staged.
pub fn split(project: &Project, tools: &Tools, staging: &Path) -> Result<()> {
    let linked = project
        .target()?
        .join(format!("wasm32-unknown-unknown/release/{APP}.wasm"));
    let module = files::read_bytes(&linked)?;
    let work = project.target()?.join("split");
    let main = work.join(format!("main/{APP}.wasm"));
    files::write(&main, "")?;
    let modules = work.join("modules");
    files::remove_folder(&modules)?;
    let link_name = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(&module);
    options.output_dir = &modules;
    options.main_out_path = &main;
    options.main_module = MAIN;
    options.link_name = &link_name;
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("cannot split {}: {error:#}", linked.display()))?;
    merge(tools, &modules, staging)?;
    // Under its plain name: the module imports its script by the name that it was made with.
    run(
        tools
            .wasm_bindgen()
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--out-name", APP, "--out-dir"])
            .arg(&work)
            .arg(&main),
        "Read the message above.",
    )?;
    let name = staged_name(staging)?;
    let script = ended_import(&files::read(&work.join(format!("{APP}.js")))?)?;
    files::write(&staging.join(format!("{name}.js")), script)?;
    files::write(
        &staging.join(format!("{name}_bg.wasm")),
        files::read_bytes(&work.join(format!("{APP}_bg.wasm")))?,
    )
}

/// The parts that the page fetches by itself, in this order.
const FIRST: [&str; 5] = ["core", "log", "read", "sos", "home"];
/// The words of the other language, which have to be there before the first screen.
pub const WORDS: &str = "spanish";
/// The parts that seal, open or send something: what only they share comes with none of the others.
const SEALING: [&str; 7] = [
    "desk", "lock", "review", "settings", "share", "upkeep", "work",
];
/// What parts share stands in a file of its own from this size on, in bytes before wasm-opt.
const LARGE: usize = 60_000;

/// A module that wasm-split made.
struct Module {
    path: PathBuf,
    /// Which parts need it.
    parts: BTreeSet<String>,
}

/// Merges the modules of wasm-split into few files, and writes the loader that fetches them.
fn merge(tools: &Tools, modules: &Path, staging: &Path) -> Result<()> {
    let loader = files::read(&modules.join(LOADER))?;
    let mut merged: BTreeMap<String, Vec<Module>> = BTreeMap::new();
    for module in made(modules, &loader)? {
        let size = files::read_bytes(&module.path)?.len();
        let file = file_of(&module.parts, size);
        merged.entry(file).or_default().push(module);
    }
    let hub = modules.join("hub.wasm");
    for (file, modules) in &merged {
        files::write(&hub, hub_of(modules)?)?;
        let mut command = tools.npm("binaryen/bin/wasm-merge");
        command.arg("-g").args(FEATURES);
        command.arg(&hub).arg(SHARED);
        for (number, module) in modules.iter().enumerate() {
            command.arg(&module.path).arg(format!("module{number}"));
        }
        command
            .arg("-o")
            .arg(staging.join(format!("split_{file}.wasm")));
        run_quietly(&mut command, "Read the message above.")?;
    }
    files::write(&staging.join(LOADER), loader_of(&loader, &merged)?)
}

/// What the modules of wasm-split call the memory, the table and the globals that they share.
const SHARED: &str = "__wasm_split";
/// What the merged files call them: wasm-merge does not let the hub take from its own name.
const MERGED: &str = "shared";

/// A module that takes in what the modules share, and hands it on: merged with it they take it in
/// once.
fn hub_of(modules: &[Module]) -> Result<Vec<u8>> {
    let mut imports = wasm_encoder::ImportSection::new();
    let mut exports = wasm_encoder::ExportSection::new();
    let mut known = BTreeSet::new();
    let [mut memories, mut tables, mut globals] = [0; 3];
    for module in modules {
        let module = files::read_bytes(&module.path)?;
        for payload in wasmparser::Parser::new(0).parse_all(&module) {
            let wasmparser::Payload::ImportSection(section) = payload? else {
                continue;
            };
            for import in section.into_imports() {
                let import = import?;
                // Not every module needs everything.
                if !known.insert(import.name.to_owned()) {
                    continue;
                }
                let (kind, count) = match import.ty {
                    wasmparser::TypeRef::Memory(_) => {
                        (wasm_encoder::ExportKind::Memory, &mut memories)
                    }
                    wasmparser::TypeRef::Table(_) => (wasm_encoder::ExportKind::Table, &mut tables),
                    wasmparser::TypeRef::Global(_) => {
                        (wasm_encoder::ExportKind::Global, &mut globals)
                    }
                    other => bail!("a part shares {other:?}, {}", import.name),
                };
                let ty = RoundtripReencoder
                    .entity_type(import.ty)
                    .map_err(|error| anyhow!("cannot share {}: {error:?}", import.name))?;
                imports.import(MERGED, import.name, ty);
                exports.export(import.name, kind, *count);
                *count += 1;
            }
        }
    }
    let mut hub = wasm_encoder::Module::new();
    hub.section(&imports).section(&exports);
    Ok(hub.finish())
}

/// The modules in a folder; wasm-split's loader tells which parts need each.
fn made(folder: &Path, loader: &str) -> Result<Vec<Module>> {
    let mut needed = BTreeMap::new();
    let mut above = "";
    for line in loader.lines() {
        if let Some(rest) = line.strip_prefix("const __chunk_") {
            let number = rest.split_once(' ').map_or("", |(number, _)| number);
            let parts = above.trim_start_matches("/* ").trim_end_matches(" */");
            let parts: BTreeSet<_> = parts.split(", ").map(str::to_owned).collect();
            needed.insert(format!("chunk_{number}.wasm"), parts);
        }
        above = line;
    }
    let mut modules = Vec::new();
    for name in files::list(folder)?
        .into_iter()
        .filter(|name| is_part(name))
    {
        let own = name
            .strip_prefix("split_")
            .and_then(|name| name.strip_suffix(".wasm"));
        let parts = match own {
            Some(part) => BTreeSet::from([part.to_owned()]),
            None => needed
                .remove(&name)
                .with_context(|| format!("the loader of wasm-split does not know {name}"))?,
        };
        let path = folder.join(name);
        modules.push(Module { path, parts });
    }
    Ok(modules)
}

/// The file that a module goes into: that of its part. What several parts share goes with the part
/// that is fetched first; or into a file for all, or for all that seal, unless it is large and few
/// parts need it.
fn file_of(parts: &BTreeSet<String>, size: usize) -> String {
    let first = FIRST.iter().find(|part| parts.contains(**part));
    match (parts.len(), first) {
        (1, _) => parts.iter().cloned().collect(),
        _ if parts.contains(WORDS) => "words".to_owned(),
        (_, Some(first)) => (*first).to_owned(),
        (2..=4, None) if size >= LARGE => parts.iter().cloned().collect::<Vec<_>>().join("-"),
        _ if parts.iter().all(|part| SEALING.contains(&part.as_str())) => "sealing".to_owned(),
        _ => "shared".to_owned(),
    }
}

/// The loader: what wasm-split wrote for all parts, and which files each of them needs.
fn loader_of(loader: &str, merged: &BTreeMap<String, Vec<Module>>) -> Result<String> {
    let end = loader.find("/* ").into_iter().chain(loader.find("export "));
    let end = end
        .min()
        .context("the loader of wasm-split holds no parts")?;
    let mut text = format!("{}{FETCHING}", &loader[..end]);
    let mut needed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (file, modules) in merged {
        for part in modules.iter().flat_map(|module| &module.parts) {
            needed.entry(part).or_default().insert(file);
        }
    }
    for file in merged.keys() {
        // What the first part needs is fetched while the main module is still being compiled.
        let first = needed
            .get(FIRST[0])
            .is_some_and(|files| files.contains(file.as_str()));
        let name = format!("\"./split_{file}.wasm\"");
        let begun = if first {
            format!(", begin({name})")
        } else {
            String::new()
        };
        writeln!(text, "const {} = file({name}{begun});", constant(file))?;
    }
    for (part, files) in needed {
        let files: Vec<_> = files.into_iter().map(constant).collect();
        let files = files.join(", ");
        writeln!(
            text,
            "export const __wasm_split_load_{part} = wrapAsyncCb(() => all([{files}]));"
        )?;
    }
    Ok(text)
}

fn constant(file: &str) -> String {
    format!("file_{}", file.replace('-', "_"))
}

/// How the loader fetches a file, beside what wasm-split wrote for itself.
const FETCHING: &str = "\
const begin = (name) => {
  const source = fetch(new URL(name, import.meta.url));
  source.catch(() => {});
  return source;
};
const file = (name, begun) => makeLoad(() => {
  const source = begun || begin(name);
  begun = undefined;
  return async (imports) => {
    const made = (source) => WebAssembly.instantiateStreaming(source, { shared: imports.__wasm_split });
    // Where a network failed once, it is asked once more before a person is told.
    return made(source).catch(() => made(begin(name)));
  };
}, []);
const all = (files) => Promise.all(files.map((file) => file()));
";

/// The name that Trunk gave the app, hash and all.
pub fn staged_name(staging: &Path) -> Result<String> {
    files::list(staging)?
        .iter()
        .filter_map(|name| name.strip_suffix(".js"))
        .find(|stem| stem.starts_with(APP) && files::has_hashed_name(stem))
        .map(str::to_owned)
        .with_context(|| format!("Trunk has staged no {APP}"))
}

/// The loader, by its final name.
pub fn staged_loader(staging: &Path) -> Result<String> {
    let stem = LOADER.replace(".js", "-");
    let mut names = files::list(staging)?.into_iter();
    names
        .find(|name| name.starts_with(&stem))
        .context("the build has no loader of its parts")
}

/// wasm-bindgen leaves out the semicolon after the import of the loader.
fn ended_import(script: &str) -> Result<String> {
    let import = format!("from \"./{LOADER}\"");
    if !script.contains(&format!("{import}\n")) {
        bail!("wasm-bindgen's script does not import {LOADER}");
    }
    Ok(script.replace(&format!("{import}\n"), &format!("{import};\n")))
}

/// The loader and the parts in a build, before they have their final names.
pub fn parts(dist: &Path) -> Result<Vec<String>> {
    let mut names = files::list(dist)?;
    names.retain(|name| name == LOADER || is_part(name));
    Ok(names)
}

/// Names the loader and the parts by the content of the whole app: they fit no other build.
pub fn name_parts(dist: &Path, script: &str, hash: &str) -> Result<()> {
    let parts = parts(dist)?;
    if parts.is_empty() {
        return Ok(());
    }
    let mut loader = files::read(&dist.join(LOADER))?.replace(MAIN, &format!("/{script}"));
    for part in parts.iter().filter(|name| is_part(name)) {
        let named = part.replace(".wasm", &format!("-{hash}.wasm"));
        loader = loader.replace(&format!("./{part}"), &format!("./{named}"));
        fs::rename(dist.join(part), dist.join(&named))
            .with_context(|| format!("cannot rename {part}"))?;
    }
    fs::remove_file(dist.join(LOADER)).context("cannot rename the loader")?;
    let named = LOADER.replace(".js", &format!("-{hash}.js"));
    files::write(&dist.join(&named), loader)?;
    // Only where it is fetched from; the module's own word for it stays.
    let script = dist.join(script);
    let text = files::read(&script)?;
    // An import as it is written, and as it is minified.
    let renamed = ["from ", "from"].iter().fold(text.clone(), |text, from| {
        text.replace(
            &format!("{from}\"./{LOADER}\""),
            &format!("{from}\"./{named}\""),
        )
    });
    if renamed == text {
        bail!("the main script does not import {LOADER}");
    }
    files::write(&script, renamed)
}

fn is_part(name: &str) -> bool {
    let part = name.starts_with("split_") || name.starts_with("chunk_");
    part && Path::new(name).extension().is_some_and(|end| end == "wasm")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(script: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let loader = format!("import {{initSync}} from \"{MAIN}\"; fetch(\"./split_later.wasm\")");
        for (name, text) in [
            (LOADER, loader.as_str()),
            ("split_later.wasm", "part"),
            ("app.js", script),
            ("app_bg.wasm", "main"),
        ] {
            files::write(&folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn the_parts_are_named_by_the_build_and_found_under_that_name() {
        let folder = build(r#"import*as a from"./parts.js";x={"./parts.js":a}"#);
        name_parts(folder.path(), "app.js", "0f").unwrap();
        let names = files::list(folder.path()).unwrap();
        assert!(
            names.contains(&"split_later-0f.wasm".to_owned()),
            "{names:?}"
        );
        let loader = files::read(&folder.path().join("parts-0f.js")).unwrap();
        assert_eq!(
            loader,
            r#"import {initSync} from "/app.js"; fetch("./split_later-0f.wasm")"#
        );
        let script = files::read(&folder.path().join("app.js")).unwrap();
        assert_eq!(
            script,
            r#"import*as a from"./parts-0f.js";x={"./parts.js":a}"#
        );
    }

    #[test]
    fn a_script_that_does_not_import_its_parts_stops_the_build() {
        let folder = build("nothing");
        assert!(name_parts(folder.path(), "app.js", "0f").is_err());
    }

    fn parts(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn what_parts_share_comes_with_the_first_of_them_or_for_all() {
        assert_eq!(file_of(&parts(&["share"]), 9), "share");
        assert_eq!(file_of(&parts(&["core", "log", "share"]), 9), "core");
        assert_eq!(file_of(&parts(&["log", "share"]), LARGE), "log");
        assert_eq!(file_of(&parts(&["review", "share"]), LARGE), "review-share");
        assert_eq!(file_of(&parts(&["review", "share"]), 9), "sealing");
        assert_eq!(file_of(&parts(&["plans", "share"]), 9), "shared");
        assert_eq!(file_of(&parts(&["core", "spanish"]), 9), "words");
    }

    #[test]
    fn the_loader_fetches_for_each_part_the_files_that_hold_something_of_it() {
        let theirs = "\
            import x;\n\
            /* core, share */\nconst __chunk_3 = makeLoad(...);\n\
            export const __wasm_split_load_core = 0;\n";
        let folder = tempfile::tempdir().unwrap();
        for name in ["chunk_3.wasm", "split_core.wasm", "split_share.wasm"] {
            files::write(&folder.path().join(name), "").unwrap();
        }
        let mut merged: BTreeMap<String, Vec<Module>> = BTreeMap::new();
        for module in made(folder.path(), theirs).unwrap() {
            let file = file_of(&module.parts, 1);
            merged.entry(file).or_default().push(module);
        }
        let ours = loader_of(theirs, &merged).unwrap();
        assert!(ours.starts_with("import x;\nconst begin ="), "{ours}");
        for line in [
            "const file_core = file(\"./split_core.wasm\", begin(\"./split_core.wasm\"));",
            "const file_share = file(\"./split_share.wasm\");",
            "export const __wasm_split_load_core = wrapAsyncCb(() => all([file_core]));",
            "export const __wasm_split_load_share = wrapAsyncCb(() => all([file_core, file_share]));",
        ] {
            assert!(ours.contains(line), "{ours}");
        }
    }

    #[test]
    fn the_app_is_found_under_the_name_that_trunk_gave_it() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["worker.js", "ebb-app-0123456789abcdef.js", "ebb-app.css"] {
            files::write(&folder.path().join(name), "").unwrap();
        }
        assert_eq!(
            staged_name(folder.path()).unwrap(),
            "ebb-app-0123456789abcdef"
        );
    }
}
