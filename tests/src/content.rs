//! The real content, joined as the build joins it.

use std::path::Path;

use ebb_core::content::{Content, Library};

/// All content of a kind, such as `instruments`.
#[must_use]
pub fn content<T: Content>(kind: &str) -> Vec<T> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../core/content/en")
        .join(kind);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let texts: Vec<_> = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let library = Library::<T>::parse_all(&format!("[{}]", texts.join(",")));
    assert_eq!(library.problems, []);
    library.entries
}
