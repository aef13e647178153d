//! What the store promises while everything goes wrong, over many seeds.
//!
//! `cargo xtask faults --seeds N --from S` runs other seeds than these.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use ebb_core::desk::DeskEntry;
use ebb_core::log::Entry;
use ebb_tests::sim::fault::{Fault, Met};
use ebb_tests::sim::schedule::{life, schedule};
use ebb_tests::sim::written::Written;

const SEEDS: u64 = 10_000;
/// A desk is kept by the same code, of which other entries go through.
const DESK_SEEDS: u64 = 2_000;
/// So many failures are told one by one.
const TOLD: usize = 10;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// What a part of the seeds came to.
#[derive(Default)]
struct Outcome {
    broken: Vec<(u64, String)>,
    met: Met,
}

impl Outcome {
    fn add(&mut self, other: Self) {
        self.broken.extend(other.broken);
        for (fault, times) in other.met {
            *self.met.entry(fault).or_default() += times;
        }
    }
}

fn run_seeds<E: Written>(seeds: impl Iterator<Item = u64>) -> Outcome {
    let mut outcome = Outcome::default();
    for seed in seeds {
        let ran = catch_unwind(AssertUnwindSafe(|| schedule::<E>(seed)));
        match ran {
            Ok(Ok(met)) => outcome.add(Outcome {
                met,
                ..Outcome::default()
            }),
            Ok(Err(broken)) => outcome.broken.push((seed, broken)),
            Err(_) => outcome.broken.push((seed, "it panicked".to_owned())),
        }
    }
    outcome
}

#[test]
fn no_schedule_of_faults_breaks_a_promise() {
    schedules::<Entry>(SEEDS);
}

#[test]
fn no_schedule_of_faults_breaks_a_promise_to_a_therapist_with_a_desk() {
    schedules::<DeskEntry>(DESK_SEEDS);
}

fn schedules<E: Written>(usual: u64) {
    let asked = number("EBB_FAULT_SEEDS");
    let seeds = asked.unwrap_or(usual);
    let from = number("EBB_FAULT_FROM").unwrap_or(0);
    let start = Instant::now();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut outcome = Outcome::default();
    std::thread::scope(|scope| {
        let parts: Vec<_> = (0..threads)
            .map(|part| {
                scope
                    .spawn(move || run_seeds::<E>((from..from + seeds).skip(part).step_by(threads)))
            })
            .collect();
        for part in parts {
            outcome.add(part.join().unwrap());
        }
    });
    outcome.broken.sort();
    println!(
        "{seeds} schedules from seed {from} in {:.1} s: {} broke a promise",
        start.elapsed().as_secs_f32(),
        outcome.broken.len()
    );
    for (fault, times) in &outcome.met {
        println!("  {fault:?}: {times}");
    }
    for (seed, broken) in outcome.broken.iter().take(TOLD) {
        println!("Seed {seed}: {broken}.");
        println!("  To see it again: cargo xtask faults --seeds 1 --from {seed}");
    }
    assert!(
        outcome.broken.is_empty(),
        "{} schedules",
        outcome.broken.len()
    );
    if asked.is_none() {
        let never: Vec<_> = Fault::ALL
            .iter()
            .filter(|fault| !outcome.met.contains_key(fault))
            .collect();
        assert!(never.is_empty(), "these faults were never met: {never:?}");
    }
}

#[test]
fn every_fault_at_every_step_of_one_life_breaks_no_promise() {
    for fault in Fault::ALL {
        let calls = life::<Entry>(usize::MAX, fault).unwrap();
        let could: Vec<_> = (0..calls.len()).filter(|at| calls[*at]).collect();
        assert!(could.len() > 50, "{fault:?}: {}", could.len());
        for at in could {
            if let Err(broken) = life::<Entry>(at, fault) {
                panic!("{fault:?} at call {at}: {broken}");
            }
        }
    }
}
