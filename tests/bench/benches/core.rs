//! Ten years of heavy use, natively: `cargo bench -p ebb-bench`.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "benchmarks, not a library"
)]

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use ebb_bench::{block_on, heavy, journal_of, kept, sealer, today, unlocked};
use ebb_core::content::instrument::{Instrument, set};
use ebb_core::insight::{Easing, LookBack, Span, easing, effects_in};
use ebb_core::journal::{decode, encode};
use ebb_core::log::{Journal, Record};
use ebb_core::store::Memory;

/// Ten years.
const RECORDS: usize = 50_000;
const PHQ_9: &str = include_str!("../../../core/content/en/instruments/phq-9.json");

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 10)]
fn fold(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(|| heavy(RECORDS, 1))
        .input_counter(|records| ItemsCount::new(records.len()))
        .bench_values(journal_of);
}

#[divan::bench(sample_count = 10)]
fn merge_as_many(bencher: Bencher<'_, '_>) {
    let other = journal_of(heavy(RECORDS, 2));
    bencher
        .with_inputs(|| journal_of(heavy(RECORDS, 1)))
        .bench_values(|mut journal| {
            journal.merge(&other);
            journal
        });
}

/// Everything that the screens of insight show at once, with ten years written: the longest span
/// beside the one before, and what helped ever. Budget 16 ms, a frame.
#[divan::bench(sample_count = 30)]
fn all_insight(bencher: Bencher<'_, '_>) {
    let journal = journal_of(heavy(RECORDS, 1));
    bencher.bench(|| {
        let journal = black_box(&journal);
        (looked_back(journal, year(0)), effects_in(journal, None))
    });
}

/// All ten years are looked back over, one after the other, which no screen does.
#[divan::bench(sample_count = 30)]
fn ten_years_of_insight(bencher: Bencher<'_, '_>) {
    let journal = journal_of(heavy(RECORDS, 1));
    bencher.bench(|| -> Vec<_> {
        let years = (0..10).map(year);
        years
            .map(|year| looked_back(black_box(&journal), year))
            .collect()
    });
}

fn looked_back(journal: &Journal, span: Span) -> (LookBack, [Easing; 3]) {
    (
        LookBack::over(journal, span, today()),
        easing(journal, span),
    )
}

/// The longest span, so many of them before the one that ends today.
fn year(back: i32) -> Span {
    let last = today().plus(-back * i32::from(Span::LONGEST));
    Span::ending(last, Span::LONGEST).unwrap()
}

#[divan::bench(sample_count = 10)]
fn encode_all(bencher: Bencher<'_, '_>) {
    let records = heavy(RECORDS, 1);
    bencher
        .counter(ItemsCount::new(RECORDS))
        .bench(|| -> usize { records.iter().map(|one| encode(one).unwrap().len()).sum() });
}

#[divan::bench(sample_count = 10)]
fn decode_all(bencher: Bencher<'_, '_>) {
    let lines: Vec<_> = heavy(RECORDS, 1)
        .iter()
        .map(|one| encode(one).unwrap())
        .collect();
    bencher
        .counter(ItemsCount::new(RECORDS))
        .bench(|| -> Vec<Record> { lines.iter().map(|line| decode(line).unwrap()).collect() });
}

#[divan::bench(sample_count = 10, args = [5_000, 50_000])]
fn open_sealed_store(bencher: Bencher<'_, '_>, records: usize) {
    let memory = Memory::holding(kept(&heavy(records, 1), Some(b"slots".to_vec())));
    bencher
        .counter(ItemsCount::new(records))
        .bench_local(|| block_on(unlocked(&memory).open()).unwrap().stats.records);
}

#[divan::bench]
fn seal_a_megabyte(bencher: Bencher<'_, '_>) {
    let (sealer, plain) = (sealer(), vec![b'x'; 1_000_000]);
    bencher
        .counter(BytesCount::new(plain.len()))
        .bench_local(|| sealer.seal("segments/A", &plain).unwrap());
}

#[divan::bench]
fn open_a_megabyte(bencher: Bencher<'_, '_>) {
    let seal = sealer();
    let bytes = seal.seal("segments/A", &vec![b'x'; 1_000_000]).unwrap();
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench_local(|| seal.open("segments/A", &bytes).unwrap());
}

#[divan::bench]
fn score_a_questionnaire(bencher: Bencher<'_, '_>) {
    let instrument: Instrument = serde_json::from_str(PHQ_9).unwrap();
    let mut replies = Vec::new();
    for item in &instrument.items {
        let _ = set(&instrument, &mut replies, &item.id, 1);
    }
    bencher.bench(|| black_box(&instrument).report(&replies).is_ok());
}
