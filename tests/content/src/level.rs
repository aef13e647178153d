//! How hard a text may be to read in each language: not too hard, and no string of scraps either.

use super::Kind;
use super::readability::{Counts, grade, syllables};
use super::spanish;
use std::fmt;
use std::ops::RangeInclusive;

/// How a text was measured.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// The school grade in English; the ease in Spanish, where more is easier.
    pub score: f64,
    /// What the score is called.
    name: &'static str,
    /// Words in a sentence, on average.
    pub words: f64,
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {:.1}, {:.1} words a sentence",
            self.name, self.score, self.words
        )
    }
}

/// The rules of one language. A language without rules is checked for all else.
pub struct Level {
    name: &'static str,
    score: fn(&[&str]) -> f64,
    syllables: fn(&str) -> u32,
    /// Exercises: easy for shaking hands.
    exercises: RangeInclusive<f64>,
    /// Lessons: what an adult likes to read.
    lessons: RangeInclusive<f64>,
    /// Words in a sentence of a lesson, on average: fewer is choppy, more runs on.
    sentences: RangeInclusive<f64>,
}

/// The grade of Kincaid et al. (1975). Health texts for the public are asked to stay at the sixth to
/// eighth grade (CDC, Simply Put, 2009; AMA, Health Literacy, 2007); the lower limits are Ebb's own.
const ENGLISH: Level = Level {
    name: "grade",
    score: |texts| grade(texts.iter().copied()),
    syllables,
    exercises: f64::NEG_INFINITY..=6.0,
    lessons: 5.0..=8.0,
    sentences: 9.0..=16.0,
};

/// The ease of Fernández Huerta (1959): 90 to 80 is the fifth grade, 80 to 70 the sixth, 70 to 60 the
/// seventh and eighth. Spanish sentences are somewhat longer for the same thought.
const SPANISH: Level = Level {
    name: "ease",
    score: |texts| spanish::ease(texts.iter().copied()),
    syllables: spanish::syllables,
    exercises: 70.0..=f64::INFINITY,
    lessons: 60.0..=90.0,
    sentences: 9.0..=20.0,
};

impl Level {
    /// The rules of a language.
    pub const fn of(language: &str) -> Option<Self> {
        match language.as_bytes() {
            b"en" => Some(ENGLISH),
            b"es" => Some(SPANISH),
            _ => None,
        }
    }

    /// Measures texts; the end of a text ends its last sentence.
    pub fn measure(&self, texts: &[&str]) -> Measure {
        Measure {
            score: (self.score)(texts),
            name: self.name,
            words: Counts::of(texts.iter().copied(), self.syllables).per_sentence(),
        }
    }

    /// What is wrong with a measure, if anything.
    pub fn check(&self, measure: Measure, kind: Kind) -> Result<(), String> {
        let scores = match kind {
            Kind::Exercises => &self.exercises,
            Kind::Lessons => &self.lessons,
            Kind::Instruments => return Ok(()),
        };
        if !scores.contains(&measure.score) {
            let (name, score) = (self.name, measure.score);
            return Err(format!(
                "its {name} is {score:.1}; {}",
                allowed(scores, name)
            ));
        }
        if kind == Kind::Lessons && !self.sentences.contains(&measure.words) {
            return Err(format!(
                "its sentences have {:.1} words on average; {}",
                measure.words,
                allowed(&self.sentences, "length")
            ));
        }
        Ok(())
    }
}

fn allowed(range: &RangeInclusive<f64>, name: &str) -> String {
    let (low, high) = (range.start(), range.end());
    match (low.is_finite(), high.is_finite()) {
        (false, _) => format!("a {name} of {high:.0} at most is allowed"),
        (_, false) => format!("a {name} of {low:.0} at least is allowed"),
        _ => format!("a {name} of {low:.0} to {high:.0} is allowed"),
    }
}
