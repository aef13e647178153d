//! What a release is made of: `MANIFEST.txt` in the build, and the comparison of a folder or a live site
//! with it.
//!
//! It is a list as `sha256sum` writes and checks it, so that nobody needs this program to compare.

use crate::files;
use crate::project::Project;
use crate::run::output;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Its name in a build.
pub const FILE: &str = "MANIFEST.txt";

/// Writes the manifest of a finished build.
pub fn write(project: &Project, dist: &Path, build: &str) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let head = format!(
        "# Ebb {version}, build {build}, commit {}\n",
        commit(project)
    );
    let list = of_folder(dist)?;
    let lines = list.iter().map(|(name, hash)| format!("{hash}  {name}\n"));
    files::write(&dist.join(FILE), head + &lines.collect::<String>())
}

/// Compares a folder or, by `http(s)://`, a site with the manifest in `expected`.
///
/// # Errors
/// Names every file that is different, missing or, in a folder, not of the build.
pub fn verify(place: &str, expected: &Path) -> Result<()> {
    let text = files::read(&expected.join(FILE)).context(
        "this is compared with a build of the source that was read: check that out and run \
         `cargo xtask build`",
    )?;
    let expected = read(&text)?;
    let found = if place.starts_with("http://") || place.starts_with("https://") {
        of_site(place, expected.keys())?
    } else {
        of_folder(Path::new(place))?
    };
    let wrong = differences(&expected, &found);
    for line in &wrong {
        println!("{line}");
    }
    println!("{}", text.lines().next().unwrap_or_default());
    if !wrong.is_empty() {
        bail!("{place} is not this build: {} differences", wrong.len());
    }
    println!("{place} is this build: {} files", expected.len());
    println!("numbers to compare by telephone: {}", numbers(&text));
    Ok(())
}

/// The first 54 bits of the manifest's SHA-256, nine at a time, as Ebb shows them in its settings.
fn numbers(text: &str) -> String {
    let hash = files::sha256(text.as_bytes());
    let bits = hash
        .get(..16)
        .and_then(|first| u64::from_str_radix(first, 16).ok());
    let bits = bits.unwrap_or_default();
    let numbers = (1..=6).map(|place| format!("{:03}", bits >> (64 - 9 * place) & 511));
    numbers.collect::<Vec<_>>().join(" ")
}

type Hashes = BTreeMap<String, String>;

fn read(text: &str) -> Result<Hashes> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let (hash, name) = line
                .split_once("  ")
                .with_context(|| format!("{FILE} has a line that is none of a file: {line}"))?;
            Ok((name.to_owned(), hash.to_owned()))
        })
        .collect()
}

fn of_folder(folder: &Path) -> Result<Hashes> {
    let names = files::list(folder)?.into_iter();
    names
        .filter(|name| name != FILE && !name.split('/').any(|part| part.starts_with('.')))
        .map(|name| {
            let hash = files::sha256(&files::read_bytes(&folder.join(&name))?);
            Ok((name, hash))
        })
        .collect()
}

/// What a host keeps for itself is not there to be fetched.
fn of_site<'a>(site: &str, names: impl Iterator<Item = &'a String>) -> Result<Hashes> {
    let site = site.trim_end_matches('/');
    let mut found = Hashes::new();
    for name in names {
        let mut curl = Command::new("curl");
        curl.args(["--silent", "--show-error", "--fail", "--location"])
            .arg(format!("{site}/{name}"));
        let answer = curl
            .output()
            .context("curl is not on PATH; it fetches the files")?;
        // 22: the host has answered that there is no such file.
        match answer.status.code() {
            Some(0) => drop(found.insert(name.clone(), files::sha256(&answer.stdout))),
            Some(22) => {}
            _ => bail!("{}", String::from_utf8_lossy(&answer.stderr).trim()),
        }
    }
    Ok(found)
}

fn differences(expected: &Hashes, found: &Hashes) -> Vec<String> {
    let for_hosts = |name: &str| name.starts_with("hosting/") || name == crate::headers::FILE;
    let wrong = expected
        .iter()
        .filter_map(|(name, hash)| match found.get(name) {
            None if for_hosts(name) => None,
            None => Some(format!("missing: {name}")),
            Some(other) if other != hash => Some(format!("different: {name}")),
            Some(_) => None,
        });
    let more = found.keys().filter(|name| !expected.contains_key(*name));
    wrong
        .chain(more.map(|name| format!("not of the build: {name}")))
        .collect()
}

/// The commit that is built, and whether what is built is all of it and nothing else.
fn commit(project: &Project) -> String {
    let git = |args: &[&str]| output(Command::new("git").current_dir(project.root()).args(args));
    let Some(commit) = git(&["rev-parse", "HEAD"]) else {
        return "unknown".to_owned();
    };
    let changed = git(&["status", "--porcelain"]).is_none_or(|changes| !changes.is_empty());
    format!("{commit}{}", if changed { " and changes" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(in_it: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in in_it {
            files::write(&dir.path().join(name), text).unwrap();
        }
        dir
    }

    #[test]
    fn a_manifest_has_every_file_and_says_which_build_it_is() {
        let dist = build(&[("index.html", "abc"), ("a/b.json", "{}"), (".stage", "")]);
        let nowhere = tempfile::tempdir().unwrap();
        let project = Project::at(nowhere.path());
        write(&project, dist.path(), "0f").unwrap();
        let text = files::read(&dist.path().join(FILE)).unwrap();
        assert!(
            text.starts_with("# Ebb 0.1.0, build 0f, commit unknown\n"),
            "{text}"
        );
        // SHA-256 of "abc", FIPS 180-2.
        let line = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  index.html\n";
        assert!(text.ends_with(line), "{text}");
        assert_eq!(text.lines().count(), 3);
        verify(&dist.path().display().to_string(), dist.path()).unwrap();
    }

    #[test]
    fn every_difference_is_named_and_what_a_host_keeps_may_be_missing() {
        let names = |dir: &tempfile::TempDir| of_folder(dir.path()).unwrap();
        let expected = build(&[
            ("_headers", ""),
            ("hosting/nginx.conf", ""),
            ("index.html", "one"),
            ("quick-exit.js", ""),
            ("sw.js", ""),
        ]);
        let found = build(&[("index.html", "two"), ("sw.js", ""), ("stats.js", "")]);
        assert_eq!(
            differences(&names(&expected), &names(&found)),
            [
                "different: index.html",
                "missing: quick-exit.js",
                "not of the build: stats.js"
            ]
        );
        assert_eq!(differences(&names(&expected), &names(&expected)), [""; 0]);
    }

    #[test]
    fn the_numbers_are_those_that_ebb_shows() {
        assert_eq!(numbers("abc"), "372 480 181 504 480 115");
    }

    #[test]
    fn a_manifest_with_half_a_line_is_refused() {
        assert!(read("# Ebb\nba7816bf").is_err());
    }
}
