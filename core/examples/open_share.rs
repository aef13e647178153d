//! Prints what a share that was sealed by a phrase holds: `open_share FILE`, the phrase on the
//! standard input.

use std::error::Error;
use std::io::{self, BufRead as _};
use std::{env, fs};

use ebb_core::share::{Opener, Phrase, ShareLimits, open, read};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args_os().nth(1).ok_or("which file? open_share FILE")?;
    let file = fs::read(path)?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    let phrase = Phrase::parse(&line)?;
    let limits = ShareLimits::default();
    let share = read(&open(&file, Opener::Phrase(&phrase), &limits)?, &limits)?;
    println!("{}", share.notice);
    println!("{} to {}", share.first, share.last);
    for (kind, count) in &share.counts {
        println!("{count:>6} {kind}");
    }
    Ok(())
}
