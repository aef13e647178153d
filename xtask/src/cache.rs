//! The user's cache folder, where tools lie by name and version for every clone of the project.
//!
//! A folder in it is made under another name and renamed when it is whole, so that half a tool is
//! never taken for one; two commands that start at once take turns by a lock on a file.

use anyhow::{Context, Result};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// The cache folder: `$XDG_CACHE_HOME/ebb`, or what the platform has in its place.
pub fn folder() -> Result<PathBuf> {
    let user = dirs::cache_dir().context(
        "this user has no cache folder; set XDG_CACHE_HOME to a folder that may be written to",
    )?;
    Ok(user.join("ebb"))
}

/// The folder `name` in `cache`, made by `make` when `is_good` does not take what is there.
///
/// `make` gets a folder of its own to fill. What it left there when it failed is there again at the
/// next try, so that a long build goes on from where it was.
pub fn ensure(
    cache: &Path,
    name: &str,
    is_good: impl Fn(&Path) -> bool,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let folder = cache.join(name);
    if is_good(&folder) {
        return Ok(folder);
    }
    fs::create_dir_all(cache).with_context(|| cannot("make", cache))?;
    let _lock = lock(cache, name)?;
    // Another command may have made it while this one waited.
    if is_good(&folder) {
        return Ok(folder);
    }
    let unfinished = cache.join(format!("{name}.unfinished"));
    fs::create_dir_all(&unfinished).with_context(|| cannot("make", &unfinished))?;
    make(&unfinished)?;
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| cannot("remove", &folder))?;
    }
    fs::rename(&unfinished, &folder).with_context(|| cannot("rename", &unfinished))?;
    Ok(folder)
}

/// Held until the file is dropped, or the process ends in whatever way.
fn lock(cache: &Path, name: &str) -> Result<File> {
    let path = cache.join(format!("{name}.lock"));
    let file = File::create(&path).with_context(|| cannot("write", &path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("Another command is installing {name}; waiting until it is done");
            file.lock().with_context(|| cannot("lock", &path))?;
        }
        Err(TryLockError::Error(error)) => {
            return Err(error).with_context(|| cannot("lock", &path));
        }
    }
    Ok(file)
}

fn cannot(what: &str, path: &Path) -> String {
    format!(
        "cannot {what} {}; is the disk full, or the folder not yours?",
        path.display()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    fn has_tool(folder: &Path) -> bool {
        fs::read_to_string(folder.join("tool")).is_ok_and(|text| text == "whole")
    }

    fn write_tool(folder: &Path) -> Result<()> {
        Ok(fs::write(folder.join("tool"), "whole")?)
    }

    #[test]
    fn a_half_written_tool_is_made_anew() {
        let cache = tempfile::tempdir().unwrap();
        fs::create_dir(cache.path().join("t-1")).unwrap();
        fs::write(cache.path().join("t-1/tool"), "ha").unwrap();
        let folder = ensure(cache.path(), "t-1", has_tool, write_tool).unwrap();
        assert!(has_tool(&folder));
        ensure(cache.path(), "t-1", has_tool, |_| bail!("made twice")).unwrap();
    }

    #[test]
    fn what_a_failed_try_left_is_there_at_the_next_and_never_passes_for_the_tool() {
        let cache = tempfile::tempdir().unwrap();
        let failed = ensure(cache.path(), "t-1", has_tool, |folder| {
            write_tool(folder)?;
            bail!("no network")
        });
        assert!(failed.is_err() && !cache.path().join("t-1").exists());
        ensure(cache.path(), "t-1", has_tool, |folder| {
            assert!(has_tool(folder));
            Ok(())
        })
        .unwrap();
    }

    #[test]
    fn two_commands_at_once_make_a_tool_once() {
        let cache = tempfile::tempdir().unwrap();
        let made = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    ensure(cache.path(), "t-1", has_tool, |folder| {
                        made.fetch_add(1, Ordering::Relaxed);
                        thread::yield_now();
                        write_tool(folder)
                    })
                    .unwrap();
                });
            }
        });
        assert_eq!(made.into_inner(), 1);
    }

    #[test]
    fn a_cache_that_cannot_be_written_to_is_told_with_its_path() {
        let cache = tempfile::NamedTempFile::new().unwrap();
        let error = ensure(cache.path(), "t-1", has_tool, write_tool).unwrap_err();
        let told = error.to_string();
        assert!(told.contains(&cache.path().display().to_string()), "{told}");
    }
}
