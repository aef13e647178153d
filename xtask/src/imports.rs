//! `cargo xtask imports`: which module imports which, in core and in the app.
//!
//! Modules may not import each other in a circle, and a page may not import a page. In core a
//! module is what stands directly in `core/src`. In the app it is each file or folder directly in
//! one of [`AREAS`], and each other file or folder directly in `app/src`. A name that a `mod.rs`
//! only passes on counts as imported from where it is defined. Tests may import what they like.

mod read;

use crate::files;
use crate::project::Project;
use anyhow::{Result, bail};
use read::Sources;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The folders of the app whose files and folders are modules of their own.
const AREAS: [&str; 4] = ["components", "pages", "platform", "state"];

/// Imports of the app that break a rule and are still to be taken out. One that breaks none any
/// more fails the check, so the list only becomes shorter.
const STILL_ALLOWED: &[(&str, &str)] = &[];

/// Module -> module it imports -> a file that says so.
type Imports = BTreeMap<String, BTreeMap<String, String>>;

/// Fails with every circle and every page that imports a page.
pub fn check(project: &Project) -> Result<()> {
    let mut problems = Vec::new();
    for (folder, areas, allowed) in [
        ("core/src", &[][..], &[][..]),
        ("app/src", &AREAS[..], STILL_ALLOWED),
    ] {
        let root = project.path(folder);
        let mut texts = BTreeMap::new();
        for path in files::list(&root)? {
            if path.strip_suffix(".rs").is_some() {
                texts.insert(path.clone(), files::read(&root.join(&path))?);
            }
        }
        let found = problems_of(&Sources::parse(&texts)?.imports(areas), allowed);
        problems.extend(found.iter().map(|problem| format!("  {folder}: {problem}")));
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

fn problems_of(imports: &Imports, allowed: &[(&str, &str)]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut rest = imports.clone();
    for (from, to) in allowed {
        let imported = imports
            .get(*from)
            .is_some_and(|to_all| to_all.contains_key(*to));
        let breaks = is_page_to_page(from, to) || way(imports, to, from).is_some();
        if !(imported && breaks) {
            problems.push(format!(
                "{from} -> {to} breaks no rule; take it out of STILL_ALLOWED in \
                 xtask/src/imports.rs"
            ));
        }
        if let Some(imported) = rest.get_mut(*from) {
            imported.remove(*to);
        }
    }
    for (from, imported) in &rest {
        for (to, file) in imported {
            if is_page_to_page(from, to) {
                problems.push(format!("a page imports a page: {from} -> {to} ({file})"));
            }
        }
    }
    problems.extend(circles(&rest));
    problems
}

/// Whether both are files or folders in `pages`; its `mod.rs` names them all and is none.
fn is_page_to_page(from: &str, to: &str) -> bool {
    from.starts_with("pages/") && to.starts_with("pages/")
}

/// One circle, a shortest one, for each set of modules that reach each other.
fn circles(imports: &Imports) -> Vec<String> {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut circles = Vec::new();
    for start in imports.keys() {
        if told.contains(start.as_str()) {
            continue;
        }
        let back = imports[start]
            .keys()
            .filter_map(|next| way(imports, next, start));
        let shortest = back.min_by_key(Vec::len);
        let Some(circle) = shortest else { continue };
        let mut from = start.as_str();
        let arrows = circle.iter().map(|to| {
            let file = &imports[from][*to];
            from = to;
            format!(" -> {to} ({file})")
        });
        let arrows: String = arrows.collect();
        circles.push(format!("a circle: {start}{arrows}"));
        // What reaches these and is reached by them has the same circle or one that touches it.
        told.extend(imports.keys().map(String::as_str).filter(|other| {
            way(imports, other, start).is_some() && way(imports, start, other).is_some()
        }));
    }
    circles
}

/// The modules on a shortest way, both ends included.
fn way<'a>(imports: &'a Imports, from: &'a str, to: &str) -> Option<Vec<&'a str>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(module) = waiting.pop_front() {
        if module == to {
            let mut way = vec![module];
            let mut at = module;
            while at != from {
                at = came_from[at];
                way.push(at);
            }
            way.reverse();
            return Some(way);
        }
        for next in imports.get(module).into_iter().flat_map(BTreeMap::keys) {
            if next != from && !came_from.contains_key(next.as_str()) {
                came_from.insert(next, module);
                waiting.push_back(next);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imports(files: &[(&str, &str)], areas: &[&str]) -> Imports {
        let texts = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect();
        Sources::parse(&texts).unwrap().imports(areas)
    }

    fn core_problems(files: &[(&str, &str)]) -> Vec<String> {
        problems_of(&imports(files, &[]), &[])
    }

    fn app_problems(files: &[(&str, &str)], allowed: &[(&str, &str)]) -> Vec<String> {
        problems_of(&imports(files, &AREAS), allowed)
    }

    #[test]
    fn a_circle_is_named_with_the_files_that_close_it() {
        let problems = core_problems(&[
            ("lib.rs", "pub mod a; pub mod b; pub mod c;"),
            ("a.rs", "use crate::b::B;"),
            ("b/mod.rs", "mod deep; use crate::c::C; pub struct B;"),
            ("b/deep.rs", "use super::B;"),
            ("c.rs", "use crate::{a::A, text};"),
        ]);
        assert_eq!(
            problems,
            ["a circle: a -> b (a.rs) -> c (b/mod.rs) -> a (c.rs)"]
        );
    }

    #[test]
    fn arrows_that_only_point_down_are_fine() {
        let down = [
            ("a.rs", "use crate::b::B; use crate::c::C;"),
            ("b.rs", "use crate::c::C; pub struct B;"),
            ("c.rs", "use std::fmt; pub struct C;"),
        ];
        assert_eq!(core_problems(&down), [""; 0]);
    }

    #[test]
    fn a_path_in_code_or_in_a_macro_is_an_import_too() {
        for code in [
            "fn f() -> crate::b::B { todo!() }",
            "fn f() { view! { <p>{crate::b::words()}</p> } }",
        ] {
            let problems = core_problems(&[("a.rs", code), ("b.rs", "use crate::a::f;")]);
            assert_eq!(problems.len(), 1, "{code}");
        }
    }

    #[test]
    fn what_only_tests_import_does_not_count() {
        let problems = core_problems(&[
            ("a.rs", "use crate::b::B; #[cfg(test)] mod tests;"),
            ("b/mod.rs", "#[cfg(test)] mod inner { use crate::a::A; }"),
            ("b/tests/mod.rs", "use crate::a::A;"),
            ("b/tests.rs", "use crate::a::A;"),
        ]);
        assert_eq!(problems, [""; 0]);
    }

    #[test]
    fn a_page_that_imports_a_page_is_named_also_by_way_of_the_folder() {
        let problems = app_problems(
            &[
                ("pages/mod.rs", "mod a; mod b; mod c; pub use b::B;"),
                ("pages/a.rs", "use super::B; use crate::components::Chip;"),
                ("pages/b.rs", "pub struct B;"),
                ("pages/c/mod.rs", "mod part; use crate::pages::a::A;"),
                ("pages/c/part.rs", "use super::super::b::B;"),
                ("components/mod.rs", "mod chip; pub use chip::Chip;"),
                ("components/chip.rs", "pub struct Chip;"),
            ],
            &[],
        );
        assert_eq!(
            problems,
            [
                "a page imports a page: pages/a -> pages/b (pages/a.rs)",
                "a page imports a page: pages/c -> pages/a (pages/c/mod.rs)",
                "a page imports a page: pages/c -> pages/b (pages/c/part.rs)",
            ]
        );
    }

    #[test]
    fn a_folder_and_its_children_may_not_need_each_other_but_it_may_pass_them_on() {
        let child = ("state/load.rs", "use super::Ebb; pub struct Opening;");
        let passes_on = "mod load; pub use load::Opening; pub struct Ebb;";
        let needs = "mod load; use load::Opening; pub struct Ebb(Opening);";
        let inline = "mod load; pub struct Ebb(load::Opening);";
        assert_eq!(
            app_problems(&[("state/mod.rs", passes_on), child], &[]),
            [""; 0]
        );
        for circle in [needs, inline] {
            assert_eq!(
                app_problems(&[("state/mod.rs", circle), child], &[]),
                ["a circle: state -> state/load (state/mod.rs) -> state (state/load.rs)"]
            );
        }
    }

    #[test]
    fn what_is_still_allowed_is_not_told_and_must_still_be_broken() {
        let files = [
            ("pages/a.rs", "use super::b::B;"),
            ("pages/b.rs", "pub struct B;"),
        ];
        assert_eq!(app_problems(&files, &[("pages/a", "pages/b")]), [""; 0]);
        let stale = app_problems(&files, &[("pages/a", "pages/b"), ("pages/b", "pages/a")]);
        assert_eq!(stale.len(), 1);
        assert!(stale[0].starts_with("pages/b -> pages/a breaks no rule"));
    }

    #[test]
    fn two_circles_apart_are_both_told() {
        let problems = core_problems(&[
            ("a.rs", "use crate::b;"),
            ("b.rs", "use crate::a;"),
            ("c.rs", "use crate::d; use crate::a;"),
            ("d.rs", "use crate::c;"),
        ]);
        assert_eq!(problems.len(), 2, "{problems:?}");
    }
}
