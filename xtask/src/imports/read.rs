//! Reading from source text what each module imports.

use super::Imports;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};

/// A module's path from the crate's root, or a path that leads to an item.
type Path = Vec<String>;

/// The files of one crate, read.
pub struct Sources {
    files: Vec<File>,
    /// All modules that have a file.
    modules: BTreeSet<Path>,
    /// Module -> name -> where a `use` in it takes that name from.
    names: BTreeMap<Path, BTreeMap<String, Path>>,
}

struct File {
    path: String,
    module: Path,
    uses: Vec<Use>,
}

/// A `use`, or a path in code.
struct Use {
    /// Whole, from the crate's root.
    path: Path,
    /// Whether it is a `use` with a visibility, which passes the name on.
    passes_on: bool,
}

impl Sources {
    /// Reads files, each named by its path below the crate's `src`.
    pub fn parse(texts: &BTreeMap<String, String>) -> Result<Self> {
        let with_modules = || {
            let files = texts.iter().map(|(path, text)| (path, module(path), text));
            files.filter(|(_, module, _)| {
                !module.iter().any(|name| name == "tests")
                    && module.first().is_none_or(|n| n != "bin")
            })
        };
        let mut sources = Self {
            files: Vec::new(),
            modules: with_modules().map(|(_, module, _)| module).collect(),
            names: BTreeMap::new(),
        };
        sources.modules.insert(Path::new());
        for (path, module, text) in with_modules() {
            let syntax = syn::parse_file(text).with_context(|| format!("cannot read {path}"))?;
            let mut reader = Reader {
                modules: &sources.modules,
                inside: module.clone(),
                uses: Vec::new(),
                names: BTreeMap::new(),
            };
            reader.visit_file(&syntax);
            let Reader { uses, names, .. } = reader;
            sources.names.insert(module.clone(), names);
            sources.files.push(File {
                path: path.clone(),
                module,
                uses,
            });
        }
        Ok(sources)
    }

    /// Which module imports which; see the parent module for what counts as one.
    pub fn imports(&self, areas: &[&str]) -> Imports {
        let mut imports = Imports::new();
        for file in &self.files {
            let Some(from) = unit(&file.module, areas) else {
                continue;
            };
            let imported = imports.entry(from.clone()).or_default();
            for one in &file.uses {
                let Some(to) = unit(&self.home(&one.path, 0), areas) else {
                    continue;
                };
                let passed_on = one.passes_on && to.starts_with(&format!("{from}/"));
                if to != from && !passed_on {
                    imported.entry(to).or_insert_with(|| file.path.clone());
                }
            }
        }
        imports
    }

    /// The module that defines what a path leads to.
    fn home(&self, path: &[String], passed: usize) -> Path {
        let deepest = (0..=path.len())
            .rev()
            .find(|n| self.modules.contains(&path[..*n]));
        let (module, rest) = path.split_at(deepest.unwrap_or(0));
        let further = rest
            .first()
            .and_then(|name| self.names.get(module)?.get(name));
        match further {
            // Two modules that pass on each other's names with `*` would lead nowhere.
            Some(further) if passed < 8 => {
                let whole: Path = further.iter().chain(&rest[1..]).cloned().collect();
                self.home(&whole, passed + 1)
            }
            _ => module.to_vec(),
        }
    }
}

/// The module of a file, as `["state", "load"]`.
fn module(path: &str) -> Path {
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let mut module: Path = stem.split('/').map(str::to_owned).collect();
    if module
        .last()
        .is_some_and(|last| last == "mod" || last == "lib" || last == "main")
    {
        module.pop();
    }
    module
}

/// What a module counts as; nothing for the crate's root.
fn unit(module: &[String], areas: &[&str]) -> Option<String> {
    let first = module.first()?;
    match module.get(1) {
        Some(second) if areas.contains(&first.as_str()) => Some(format!("{first}/{second}")),
        _ => Some(first.clone()),
    }
}

struct Reader<'a> {
    modules: &'a BTreeSet<Path>,
    inside: Path,
    uses: Vec<Use>,
    names: BTreeMap<String, Path>,
}

impl Reader<'_> {
    /// A path from the crate's root, if it leads into the crate.
    fn whole(&self, path: &[String]) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        let mut whole = match first.as_str() {
            "crate" => Path::new(),
            "self" => self.inside.clone(),
            "super" => self.inside[..self.inside.len().checked_sub(1)?].to_vec(),
            child => {
                let mut whole = self.inside.clone();
                whole.push(child.to_owned());
                if !self.modules.contains(&whole) {
                    return None;
                }
                whole
            }
        };
        for name in rest {
            if name == "super" {
                whole.pop();
            } else {
                whole.push(name.clone());
            }
        }
        Some(whole)
    }

    fn note(&mut self, path: &[String], passes_on: bool) {
        if let Some(path) = self.whole(path) {
            self.uses.push(Use { path, passes_on });
        }
    }

    fn note_tree(&mut self, tree: &syn::UseTree, before: &mut Path, passes_on: bool) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.note_tree(&path.tree, before, passes_on);
                before.pop();
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.note_tree(tree, before, passes_on);
                }
            }
            syn::UseTree::Name(name) => {
                let name = name.ident.to_string();
                self.note_name(before, &name, &name, passes_on);
            }
            syn::UseTree::Rename(rename) => {
                let (name, known_as) = (rename.ident.to_string(), rename.rename.to_string());
                self.note_name(before, &name, &known_as, passes_on);
            }
            syn::UseTree::Glob(_) => self.note(before, passes_on),
        }
    }

    fn note_name(&mut self, before: &Path, name: &str, known_as: &str, passes_on: bool) {
        let mut path = before.clone();
        let mut known_as = known_as;
        if name == "self" {
            known_as = before.last().map_or(known_as, String::as_str);
        } else {
            path.push(name.to_owned());
        }
        self.note(&path, passes_on);
        if let Some(whole) = self.whole(&path) {
            self.names.insert(known_as.to_owned(), whole);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !attributes.iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.content.is_some() {
            self.inside.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.inside.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let passes_on = !matches!(item.vis, syn::Visibility::Inherited);
        self.note_tree(&item.tree, &mut Path::new(), passes_on);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            let names: Path = path.segments.iter().map(|s| s.ident.to_string()).collect();
            self.note(&names, false);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, macro_call: &'ast syn::Macro) {
        visit::visit_macro(self, macro_call);
        // Anything can stand in it; only what begins with `crate::` is surely a path of this crate.
        let words = macro_call.tokens.to_string();
        let words: Vec<&str> = words.split_whitespace().collect();
        for (at, _) in words
            .iter()
            .enumerate()
            .filter(|(_, word)| **word == "crate")
        {
            let mut path = vec!["crate".to_owned()];
            for pair in words[at + 1..].chunks_exact(2) {
                match pair {
                    ["::", name] => path.push((*name).to_owned()),
                    _ => break,
                }
            }
            self.note(&path, false);
        }
    }
}

fn is_for_tests(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute
            .parse_args::<syn::Path>()
            .is_ok_and(|condition| condition.is_ident("test"))
}
