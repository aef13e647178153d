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
use ebb_core::desk::{
    Caseload, CaseloadPerson, ClientRecords, DeskEntry, DeskJournal, Order, backup,
};
use ebb_core::insight::{Easing, LookBack, Span, easing, effects_in};
use ebb_core::journal::{decode, encode};
use ebb_core::log::{Journal, Record};
use ebb_core::share::review::agenda;
use ebb_core::store::Memory;
use ebb_tests::clients::{Client, desk_of};

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

/// People on a desk, who each shared every week for twelve weeks.
const PEOPLE: u16 = 60;

fn forms() -> Vec<Instrument> {
    vec![serde_json::from_str(PHQ_9).unwrap()]
}

/// What a desk's store does once its rows are unsealed.
#[divan::bench(sample_count = 10)]
fn desk_from_its_records(bencher: Bencher<'_, '_>) {
    let desk = desk_of(PEOPLE);
    let lines: Vec<_> = desk
        .journal
        .records()
        .map(|one| encode(one).unwrap())
        .collect();
    bencher.bench(|| -> DeskJournal {
        let records = lines.iter().map(|line| decode::<DeskEntry>(line).unwrap());
        records.collect()
    });
}

/// Everybody's shares are read for the list.
#[divan::bench(sample_count = 10)]
fn desk_to_its_list(bencher: Bencher<'_, '_>) {
    let desk = desk_of(PEOPLE);
    bencher.bench(|| Caseload::of(black_box(&desk.journal)));
}

/// The same of what was kept beside the shares.
#[divan::bench]
fn desk_to_its_list_by_digests(bencher: Bencher<'_, '_>) {
    let desk = desk_of(PEOPLE);
    let kept = Caseload::of(&desk.journal).to_keep(&desk.journal).unwrap();
    let forms = forms();
    bencher.bench(|| {
        let caseload = Caseload::kept(black_box(&kept)).unwrap();
        caseload.rows(&forms, desk.today(), Order::Flags)
    });
}

/// One share has come: that person alone is read again.
#[divan::bench]
fn desk_list_after_a_share(bencher: Bencher<'_, '_>) {
    let mut desk = desk_of(PEOPLE);
    let before = Caseload::of(&desk.journal);
    let mut client = Client::new(PEOPLE);
    desk.take(&client.share_signed()).unwrap();
    bencher
        .with_inputs(|| before.clone())
        .bench_values(|mut list| {
            for records in list.outdated(&desk.journal) {
                list.update(&desk.journal, records);
            }
            list
        });
}

/// One person is read, and what a session begins with is worked out.
#[divan::bench]
fn desk_person(bencher: Bencher<'_, '_>) {
    let desk = desk_of(4);
    let records = ClientRecords::all(&desk.journal);
    let forms = forms();
    bencher.bench(|| {
        let person = CaseloadPerson::read(black_box(&desk.journal), &records[3]).unwrap();
        let whole = person.whole.unwrap();
        agenda(&whole, None, &forms).unwrap().flags.len()
    });
}

/// Bringing a backup back checks every signature, once.
#[divan::bench]
fn desk_signatures_of_a_person(bencher: Bencher<'_, '_>) {
    let desk = desk_of(1);
    let records: Vec<_> = desk.journal.records().cloned().collect();
    bencher.bench(|| records.iter().all(backup::is_genuine));
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
