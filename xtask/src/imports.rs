//! `cargo xtask imports`: which module imports which, in core and in the app.
//!
//! Modules may not import each other in a circle, and a page may not import a page. In core a
//! module is what stands directly in `core/src`. In the app it is each file or folder directly in
//! one of [`AREAS`], and each other file or folder directly in `app/src`. Within these, files may
//! not import each other in a circle either; only what a folder's `mod.rs` and the files below it
//! take from each other is free. A name that a `mod.rs` only passes on counts as imported from
//! where it is defined. Tests may import what they like.
//!
//! Paths are found among the tokens of a file rather than in its syntax: they stand in macros too.

use crate::files;
use crate::project::Project;
use anyhow::{Result, bail};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// The folders of the app whose files and folders are modules of their own.
const AREAS: [&str; 4] = ["components", "pages", "platform", "state"];

/// A module's path from the crate's root, or a path that leads to an item.
type Path = Vec<String>;

/// A module and one that it imports -> a file that says so.
type Imports = BTreeMap<(String, String), String>;

/// What counts as a module.
#[derive(Clone, Copy)]
enum Units<'a> {
    /// What stands directly in the crate's folder, or in one of these folders.
    Areas(&'a [&'a str]),
    /// Each file.
    Files,
}

/// Fails with every circle and every page that imports a page.
pub fn check(project: &Project) -> Result<()> {
    let mut problems = Vec::new();
    for (folder, areas) in [("core/src", &[][..]), ("app/src", &AREAS[..])] {
        let root = project.path(folder);
        let mut texts = BTreeMap::new();
        for path in files::list(&root)? {
            if path.strip_suffix(".rs").is_some() {
                texts.insert(path.clone(), files::read(&root.join(&path))?);
            }
        }
        for units in [Units::Areas(areas), Units::Files] {
            let found = problems_of(imports(&texts, units)?);
            problems.extend(found.iter().map(|problem| format!("  {folder}: {problem}")));
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    bail!(
        "modules import what they must not:\n{}\n\
         Move what both need into a module below them.",
        problems.join("\n")
    )
}

/// A line for each page that imports a page, and for each import that is part of a circle.
fn problems_of(mut imports: Imports) -> Vec<String> {
    fn page(module: &str) -> Option<&str> {
        module.strip_prefix("pages/")?.split('/').next()
    }
    let mut problems = Vec::new();
    for ((from, to), file) in &imports {
        if let (Some(one), Some(other)) = (page(from), page(to))
            && one != other
        {
            problems.push(format!("a page imports a page: {from} -> {to} ({file})"));
        }
    }
    // What imports nothing, or is imported by nothing, is in no circle; and so on without these.
    loop {
        let before = imports.len();
        let (importing, imported): (BTreeSet<_>, BTreeSet<_>) = imports.keys().cloned().unzip();
        imports.retain(|(from, to), _| imported.contains(from) && importing.contains(to));
        if imports.len() == before {
            break;
        }
    }
    let circles = imports.iter();
    problems
        .extend(circles.map(|((from, to), file)| format!("in a circle: {from} -> {to} ({file})")));
    problems
}

/// What each module of a crate imports, of its files by their path below the crate's `src`.
fn imports(texts: &BTreeMap<String, String>, units: Units) -> Result<Imports> {
    let mut sources = Sources::default();
    let with_modules = || {
        let files = texts.iter().map(|(path, text)| (path, module(path), text));
        files.filter(|(_, module, _)| !module.iter().any(|name| name == "tests" || name == "bin"))
    };
    sources
        .modules
        .extend(with_modules().map(|(_, module, _)| module));
    let mut uses = Vec::new();
    for (path, module, text) in with_modules() {
        match text.parse::<TokenStream>() {
            Ok(tokens) => sources.read(tokens, &module),
            Err(error) => bail!("cannot read {path}: {error}"),
        }
        let found = sources.uses.drain(..);
        uses.extend(found.map(|(used, passes_on)| (path, module.clone(), used, passes_on)));
    }
    let mut imports = Imports::new();
    for (path, module, used, passes_on) in uses {
        let Some(from) = unit(&module, units) else {
            continue;
        };
        let Some(to) = unit(&sources.home(&used, 0), units) else {
            continue;
        };
        let is_in = |one: &str, other: &str| one.starts_with(&format!("{other}/"));
        let is_free = match units {
            Units::Areas(_) => passes_on && is_in(&to, &from),
            Units::Files => is_in(&to, &from) || is_in(&from, &to),
        };
        if to != from && !is_free {
            imports.entry((from, to)).or_insert_with(|| path.clone());
        }
    }
    Ok(imports)
}

/// The module of a file, as `["state", "load"]`.
fn module(path: &str) -> Path {
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let mut module: Path = stem.split('/').map(str::to_owned).collect();
    if module
        .last()
        .is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str()))
    {
        module.pop();
    }
    module
}

/// What a module counts as; nothing for the crate's root.
fn unit(module: &[String], units: Units) -> Option<String> {
    let first = module.first()?;
    let names = match units {
        Units::Files => module.len(),
        Units::Areas(areas) if areas.contains(&first.as_str()) => 2,
        Units::Areas(_) => 1,
    };
    Some(module[..names.min(module.len())].join("/"))
}

/// What the files of a crate say, as far as it was read.
#[derive(Default)]
struct Sources {
    /// All modules that have a file.
    modules: BTreeSet<Path>,
    /// Module -> name -> where a `use` in it takes that name from.
    names: BTreeMap<Path, BTreeMap<String, Path>>,
    /// Each path that leads into the crate, and whether it is a `use` that passes the name on.
    uses: Vec<(Path, bool)>,
}

impl Sources {
    /// Reads the tokens of a module.
    fn read(&mut self, tokens: TokenStream, inside: &Path) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let from = at;
            at += 1;
            match token {
                TokenTree::Punct(_) if is_mark(token, '#') => {
                    let text = |token: &TokenTree| token.to_string().replace(' ', "");
                    if tokens
                        .get(at)
                        .is_some_and(|next| text(next) == "[cfg(test)]")
                    {
                        at += tokens[at..]
                            .iter()
                            .take_while(|token| !ends_item(token))
                            .count()
                            + 1;
                    }
                }
                TokenTree::Ident(word) if word == "use" => {
                    let is_end = |token: &&TokenTree| is_mark(token, ';');
                    let end = at
                        + tokens[at..]
                            .iter()
                            .take_while(|token| !is_end(token))
                            .count();
                    let passes_on =
                        from.checked_sub(1)
                            .is_some_and(|before| match &tokens[before] {
                                TokenTree::Ident(word) => word == "pub",
                                TokenTree::Group(of) => of.delimiter() == Delimiter::Parenthesis,
                                _ => false,
                            });
                    self.note_tree(&tokens[at..end], inside, &Path::new(), passes_on);
                    at = end;
                }
                TokenTree::Ident(word) if word == "mod" => {
                    if let Some(TokenTree::Group(body)) = tokens.get(at + 1) {
                        let inner = [inside.as_slice(), &[tokens[at].to_string()]].concat();
                        self.read(body.stream(), &inner);
                        at += 2;
                    }
                }
                TokenTree::Ident(_) => {
                    let path = path_at(&tokens[from..]);
                    at = from + 3 * path.len() - 2;
                    let goes_on = from > 0
                        && is_mark(&tokens[from - 1], ':')
                        && from > 1
                        && is_mark(&tokens[from - 2], ':');
                    if path.len() > 1
                        && !goes_on
                        && let Some(path) = self.whole(&path, inside)
                    {
                        self.uses.push((path, false));
                    }
                }
                TokenTree::Group(group) => self.read(group.stream(), inside),
                _ => {}
            }
        }
    }

    /// Notes what a `use` names, after what stands before its braces.
    fn note_tree(&mut self, tokens: &[TokenTree], inside: &Path, before: &Path, passes_on: bool) {
        for one in tokens.split(|token| is_mark(token, ',')) {
            let mut path = before.clone();
            let mut known_as = None;
            for (at, token) in one.iter().enumerate() {
                match token {
                    TokenTree::Group(group) => {
                        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                        self.note_tree(&inner, inside, &path, passes_on);
                        path.clear();
                    }
                    TokenTree::Ident(word) if word == "as" => {
                        known_as = one.get(at + 1).map(ToString::to_string);
                        break;
                    }
                    TokenTree::Ident(word) if word == "self" && !path.is_empty() => {}
                    TokenTree::Ident(word) => path.push(word.to_string()),
                    _ => {}
                }
            }
            let Some(whole) = self.whole(&path, inside) else {
                continue;
            };
            if let Some(name) = known_as.or_else(|| path.last().cloned()) {
                self.names
                    .entry(inside.clone())
                    .or_default()
                    .insert(name, whole.clone());
            }
            self.uses.push((whole, passes_on));
        }
    }

    /// A path from the crate's root, if it leads into the crate.
    fn whole(&self, path: &[String], inside: &Path) -> Option<Path> {
        let (first, mut rest) = path.split_first()?;
        let mut whole = inside.clone();
        match first.as_str() {
            "crate" => whole.clear(),
            "self" => {}
            "super" => _ = whole.pop()?,
            child => {
                whole.push(child.to_owned());
                self.modules.contains(&whole).then_some(())?;
            }
        }
        while let Some((_, after)) = rest.split_first().filter(|(name, _)| *name == "super") {
            whole.pop();
            rest = after;
        }
        whole.extend_from_slice(rest);
        Some(whole)
    }

    /// The module that defines what a path leads to.
    fn home(&self, path: &[String], passed: usize) -> Path {
        let lengths = (0..=path.len()).rev();
        let deepest = lengths
            .into_iter()
            .find(|n| self.modules.contains(&path[..*n]));
        let (module, rest) = path.split_at(deepest.unwrap_or(0));
        let further = rest
            .first()
            .and_then(|name| self.names.get(module)?.get(name));
        match further {
            // Two modules that pass on each other's names would lead nowhere.
            Some(further) if passed < 8 => self.home(&[further, &rest[1..]].concat(), passed + 1),
            _ => module.to_vec(),
        }
    }
}

/// The names of a path, where one begins.
fn path_at(tokens: &[TokenTree]) -> Path {
    let mut path = vec![tokens[0].to_string()];
    for next in tokens[1..].chunks_exact(3) {
        match next {
            [a, b, TokenTree::Ident(name)] if is_mark(a, ':') && is_mark(b, ':') => {
                path.push(name.to_string());
            }
            _ => break,
        }
    }
    path
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == mark)
}

/// Whether an item ends here: at its body, or without one.
fn ends_item(token: &TokenTree) -> bool {
    let is_body = matches!(token, TokenTree::Group(it) if it.delimiter() == Delimiter::Brace);
    is_body || is_mark(token, ';')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems_by(files: &[(&str, &str)], units: Units) -> Vec<String> {
        let own = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        problems_of(imports(&files.iter().map(own).collect(), units).unwrap())
    }

    fn problems(files: &[(&str, &str)], areas: &[&str]) -> Vec<String> {
        problems_by(files, Units::Areas(areas))
    }

    #[test]
    fn a_circle_is_named_with_the_files_that_close_it() {
        let files = [
            ("lib.rs", "pub mod a; pub mod b; pub mod c;"),
            ("a.rs", "use crate::b::B; use crate::d::D;"),
            ("b/mod.rs", "mod deep; use crate::c::C; pub struct B;"),
            ("b/deep.rs", "use super::B;"),
            ("c.rs", "use crate::{a::A, text};"),
            ("d.rs", "use std::fmt;"),
            ("text.rs", "use crate::d;"),
            ("top.rs", "use crate::a;"),
        ];
        let told = [
            "in a circle: a -> b (a.rs)",
            "in a circle: b -> c (b/mod.rs)",
            "in a circle: c -> a (c.rs)",
        ];
        assert_eq!(problems(&files, &[]), told);
        let down = problems(&files[1..3], &[]);
        assert_eq!(down, [""; 0]);
    }

    #[test]
    fn a_path_in_code_or_in_a_macro_is_an_import_too_and_what_only_tests_import_is_none() {
        for (code, circles) in [
            ("fn f() -> crate::b::B { todo!() }", 2),
            ("fn f() { view! { <p>{crate::b::words()}</p> } }", 2),
            (
                "fn f() { x(b::B) } #[cfg(test)] mod inner { use crate::b::B; }",
                0,
            ),
            ("#[cfg(test)] use crate::b::B; fn f() {}", 0),
        ] {
            let files = [
                ("a.rs", code),
                ("b.rs", "use crate::a::f;"),
                ("b/tests.rs", "use crate::a;"),
            ];
            assert_eq!(problems(&files, &[]).len(), circles, "{code}");
        }
    }

    #[test]
    fn a_page_that_imports_a_page_is_named_also_by_way_of_the_folder() {
        let files = [
            ("pages/mod.rs", "mod a; mod b; mod c; pub use b::B;"),
            ("pages/a.rs", "use super::B; use crate::components::Chip;"),
            ("pages/b.rs", "pub struct B;"),
            (
                "pages/c/mod.rs",
                "mod part; use crate::pages::a::{self as other, A};",
            ),
            ("pages/c/part.rs", "use super::super::b::B;"),
            ("components/mod.rs", "mod chip; pub use chip::Chip;"),
            ("components/chip.rs", "pub struct Chip;"),
        ];
        let told = [
            "a page imports a page: pages/a -> pages/b (pages/a.rs)",
            "a page imports a page: pages/c -> pages/a (pages/c/mod.rs)",
            "a page imports a page: pages/c -> pages/b (pages/c/part.rs)",
        ];
        assert_eq!(problems(&files, &AREAS), told);
    }

    #[test]
    fn a_folder_and_its_children_may_not_need_each_other_but_it_may_pass_them_on() {
        let child = ("state/load.rs", "use super::Ebb; pub struct Opening;");
        let passes_on = "mod load; pub use load::Opening; pub struct Ebb;";
        assert_eq!(
            problems(&[("state/mod.rs", passes_on), child], &AREAS),
            [""; 0]
        );
        for needs in [
            "mod load; use load::Opening; pub struct Ebb(Opening);",
            "mod load; pub struct Ebb(load::Opening);",
        ] {
            let told = [
                "in a circle: state -> state/load (state/mod.rs)",
                "in a circle: state/load -> state (state/load.rs)",
            ];
            assert_eq!(problems(&[("state/mod.rs", needs), child], &AREAS), told);
        }
    }

    #[test]
    fn files_of_one_folder_in_a_circle_are_told_but_not_a_folder_and_its_files() {
        let files = [
            ("a/mod.rs", "mod b; mod c; use b::B; pub struct A;"),
            ("a/b.rs", "use super::{A, c::C};"),
            ("a/c.rs", "use super::b::B;"),
        ];
        let told = [
            "in a circle: a/b -> a/c (a/b.rs)",
            "in a circle: a/c -> a/b (a/c.rs)",
        ];
        assert_eq!(problems_by(&files, Units::Files), told);
        assert_eq!(problems_by(&files[..2], Units::Files), [""; 0]);
        assert_eq!(problems(&files, &[]), [""; 0]);
    }
}
