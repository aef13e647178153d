//! Tests of the questionnaires, each number with its source in the data file.

mod content;
mod crisis;
mod filling;
mod kept;
mod scoring;
mod steps;

use super::Instrument;
use crate::content::Content;
use crate::log::{Questionnaire, Reply, Scored};

/// Every instrument of the content folder: file name and text.
fn files() -> Vec<(String, String)> {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/content/en/instruments");
    let mut files: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn one(id: &str) -> Instrument {
    let (_, text) = files().into_iter().find(|(name, _)| name == id).unwrap();
    Instrument::parse(&text).unwrap()
}

fn reply(item: &str, value: u8) -> Reply {
    Reply {
        item: item.into(),
        value,
    }
}

/// Answers to the items 1, 2, 3 … in order.
fn in_order(values: &[u8]) -> Vec<Reply> {
    let numbered = values.iter().enumerate();
    numbered
        .map(|(index, value)| reply(&(index + 1).to_string(), *value))
        .collect()
}

/// A PHQ-2 below its limit, as earlier versions kept it for a whole result.
fn short(phq: &Instrument, first: u8, second: u8) -> Questionnaire {
    let mut kept = phq.keep(&in_order(&[first, second]));
    kept.scores = vec![Scored {
        score: "phq-2".into(),
        value: u16::from(first + second),
    }];
    kept
}

/// Answers of some size that add up to `sum`, each at most `most`.
fn adding_up(mut sum: u16, items: usize, most: u8) -> Vec<Reply> {
    let mut values = vec![0; items];
    for value in &mut values {
        *value = u8::try_from(sum.min(u16::from(most))).unwrap();
        sum -= u16::from(*value);
    }
    assert_eq!(sum, 0, "that many points cannot be reached");
    in_order(&values)
}

/// A BAM as item and answer; what is not named is answered 0.
fn bam(named: &[(&str, u8)]) -> Vec<Reply> {
    let items = [
        "1", "2", "3", "4", "5", "6", "7a", "7b", "7c", "7d", "7e", "7f", "7g", "8", "9", "10",
        "11", "12", "13", "14", "15", "16", "17",
    ];
    let value = |item: &str| {
        let found = named.iter().find(|(name, _)| *name == item);
        found.map_or(0, |(_, value)| *value)
    };
    items.iter().map(|item| reply(item, value(item))).collect()
}
