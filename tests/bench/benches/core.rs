//! Ten years of heavy use, natively: `cargo bench -p ebb-bench`.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "benchmarks, not a library"
)]

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use ebb_bench::{block_on, heavy, journal_of, kept, sealer, today};
use ebb_core::insight::{LookBack, Span, easing, effects_in};
use ebb_core::instrument::{Instrument, set};
use ebb_core::journal::{Record, RecordId, decode, encode};
use ebb_core::store::{Keys, Memory, Store};

/// Ten years.
const RECORDS: usize = 50_000;
const PHQ_9: &str = include_str!("../../../core/content/en/instruments/phq-9.json");
const FIVE_YEARS: u16 = 5 * 365;

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

/// Everything that the screens of insight show, over all ten years: budget 16 ms.
#[divan::bench(sample_count = 30)]
fn all_insight(bencher: Bencher<'_, '_>) {
    let journal = journal_of(heavy(RECORDS, 1));
    let days = u16::try_from(RECORDS / 14 + 1).unwrap();
    let span = Span::ending(today(), days).unwrap();
    bencher.bench(|| {
        let seen = LookBack::over(black_box(&journal), span, today());
        let helped = effects_in(&journal, Some(span));
        (seen, helped, easing(&journal, span))
    });
}

#[divan::bench(sample_count = 30)]
fn insight_of_five_years(bencher: Bencher<'_, '_>) {
    let journal = journal_of(heavy(RECORDS, 1));
    let span = Span::ending(today(), FIVE_YEARS).unwrap();
    bencher.bench(|| LookBack::over(black_box(&journal), span, today()));
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
    let keys = Keys::sealed(sealer());
    let memory = Memory::holding(kept(&heavy(records, 1), keys.clone()));
    bencher.counter(ItemsCount::new(records)).bench_local(|| {
        let fresh = || RecordId::next(None, 0, 0);
        let store = Store::new(memory.clone(), keys.clone(), fresh);
        block_on(store.open()).unwrap().stats.records
    });
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
