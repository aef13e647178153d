//! Scores a questionnaire: `score_questionnaire FILE ANSWER...`, with a file of
//! `core/content/en/instruments` and the answers in the order of its items.

use std::error::Error;
use std::{env, fs};

use ebb_core::content::Content as _;
use ebb_core::content::instrument::{Instrument, set};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let file = arguments
        .next()
        .ok_or("which file? score_questionnaire FILE ANSWER...")?;
    let instrument = Instrument::parse(&fs::read_to_string(file)?)?;
    let mut replies = Vec::new();
    for (item, answer) in instrument.items.iter().zip(arguments) {
        set(&instrument, &mut replies, &item.id, answer.parse()?)?;
    }
    // Without every answer that it takes there is no score, and the error names what is missing.
    for score in instrument.report(&replies)?.scores {
        println!("{}: {}", score.score.title, score.value);
    }
    Ok(())
}
