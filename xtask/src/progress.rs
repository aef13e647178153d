//! A line that tells how far a long step of the set-up is, and about how long it still takes.

use crate::run;
use anyhow::{Context, Result, bail};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, IsTerminal, Write, stdout};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many lines of a failed program's output are shown.
const LAST_LINES: usize = 25;

/// One step of several.
#[derive(Debug)]
pub struct Step {
    /// What is going on, as `2 of 4: wasm-bindgen 0.2.130`.
    name: String,
    start: Instant,
    told: Instant,
}

impl Step {
    /// Begins the step `number` of `all`.
    pub fn begin(number: usize, all: usize, what: &str) -> Self {
        let name = format!("[{number} of {all}] {what}");
        println!("{name}");
        let now = Instant::now();
        Self {
            name,
            start: now,
            told: now,
        }
    }

    /// Runs cargo, which compiles about `crates` crates, and tells how far it is.
    pub fn compile(&mut self, command: &mut Command, crates: u32) -> Result<()> {
        let shown = run::show(command);
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("could not start `{shown}`"))?;
        let mut last = VecDeque::new();
        let mut done = 0;
        for line in BufReader::new(child.stderr.take().context("no output")?).lines() {
            let line = line.context("the output broke off")?;
            done += u32::from(line.trim_start().starts_with("Compiling "));
            self.tell(done, crates);
            last.push_back(line);
            if last.len() > LAST_LINES {
                last.pop_front();
            }
        }
        let status = child.wait()?;
        self.end();
        if !status.success() {
            let output = Vec::from(last).join("\n");
            bail!("{output}\n`{shown}` failed. {}", advice(&output));
        }
        Ok(())
    }

    /// Ends the step with how long it took.
    pub fn end(&self) {
        let clear = if stdout().is_terminal() {
            "\r\x1b[K"
        } else {
            ""
        };
        println!("{clear}{}: {}", self.name, span(self.start.elapsed()));
    }

    fn tell(&mut self, done: u32, all: u32) {
        // A log is not to be filled with what a terminal overwrites.
        let terminal = stdout().is_terminal();
        let pause = Duration::from_secs(if terminal { 1 } else { 30 });
        if done == 0 || self.told.elapsed() < pause {
            return;
        }
        self.told = Instant::now();
        let so_far = self.start.elapsed();
        let rest = so_far / done * all.saturating_sub(done);
        let (before, after) = if terminal {
            ("\r\x1b[K", "")
        } else {
            ("", "\n")
        };
        print!(
            "{before}{}: {done} of about {all} crates, {} so far, about {} left{after}",
            self.name,
            span(so_far),
            span(rest)
        );
        // Nothing is lost where a terminal does not take it.
        let _ = stdout().flush();
    }
}

/// What a person can do about a failed installation.
fn advice(output: &str) -> &'static str {
    let has = |signs: &[&str]| signs.iter().any(|sign| output.contains(sign));
    if has(&["No space left on device", "os error 28", "ENOSPC"]) {
        "The disk is full: free about 3 GB and run this again; it goes on from here."
    } else if has(&[
        "failed to download",
        "Could not resolve host",
        "Couldn't connect",
        "network failure",
        "spurious network error",
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
    ]) {
        "The network is needed once for this: connect and run this again; it goes on from here."
    } else if has(&["linker `cc` not found"]) {
        "A C compiler is needed: on Debian or Ubuntu, `apt-get install gcc`."
    } else {
        "Read the message above; run this again and it goes on from here."
    }
}

/// Minutes and seconds.
pub fn span(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(script: &str) -> String {
        let mut step = Step::begin(1, 1, "a tool");
        let done = step.compile(Command::new("sh").args(["-c", script]), 3);
        done.unwrap_err().to_string()
    }

    #[test]
    fn without_network_a_sentence_says_what_to_do() {
        let told = failed("echo 'error: failed to download from `x`' >&2; exit 101");
        assert!(told.contains("The network is needed once"), "{told}");
        assert!(told.contains("failed to download"), "{told}");
    }

    #[test]
    fn a_full_disk_is_called_one() {
        let told = failed("echo 'error: No space left on device (os error 28)' >&2; exit 101");
        assert!(told.contains("The disk is full"), "{told}");
    }

    #[test]
    fn a_step_that_ends_well_is_no_error() {
        let mut step = Step::begin(1, 1, "a tool");
        let script = "echo '   Compiling a v1' >&2; echo '    Finished' >&2";
        step.compile(Command::new("sh").args(["-c", script]), 1)
            .unwrap();
    }

    #[test]
    fn times_are_told_in_minutes_and_seconds() {
        assert_eq!(span(Duration::from_secs(59)), "59 s");
        assert_eq!(span(Duration::from_secs(150)), "2 min 30 s");
    }
}
