//! What texts have to be in each language: kind, and easy to read.

use super::readability::grade;
use super::spanish::ease;

/// The highest school grade an English text may need: Ebb's own limit, for people on a hard day.
const GRADE: f64 = 8.0;
/// The same for what is read in an emergency.
const URGENT_GRADE: f64 = 6.0;
/// The lowest score of a Spanish one: "fairly easy", the sixth grade.
const EASE: f64 = 70.0;

/// The rules of one language. A language without rules is checked for all else.
pub struct Level {
    /// Words that blame or label. Sources may have them, the texts may not.
    unkind: &'static [&'static str],
    /// What is too hard, in words.
    hard: fn(&[&str]) -> Option<String>,
    /// The same for what is read in an emergency.
    hard_when_urgent: fn(&[&str]) -> Option<String>,
}

fn too_high(texts: &[&str], most: f64) -> Option<String> {
    let grade = grade(texts.iter().copied());
    (grade > most).then(|| format!("it needs grade {grade:.1}; at most {most:.0} is easy enough"))
}

fn too_low(texts: &[&str], least: f64) -> Option<String> {
    let ease = ease(texts.iter().copied());
    (ease < least).then(|| format!("its ease is {ease:.0}; at least {least:.0} is easy enough"))
}

const ENGLISH: Level = Level {
    unkind: &[
        "addict",
        "addicts",
        "abuse",
        "abuser",
        "clean",
        "dirty",
        "fail",
        "failed",
        "failure",
        "junkie",
        "must",
        "patient",
        "relapse",
        "should",
        "weak",
        "willpower",
    ],
    hard: |texts| too_high(texts, GRADE),
    hard_when_urgent: |texts| too_high(texts, URGENT_GRADE),
};

const SPANISH: Level = Level {
    unkind: &[
        "abuso",
        "adicta",
        "adictas",
        "adicto",
        "adictos",
        "borracha",
        "borracho",
        "deberías",
        "drogadicta",
        "drogadicto",
        "fracasaste",
        "fracaso",
        "limpia",
        "limpio",
        "paciente",
        "recaída",
        "sucia",
        "sucio",
        "vicio",
    ],
    hard: |texts| too_low(texts, EASE),
    // The sixth grade already.
    hard_when_urgent: |texts| too_low(texts, EASE),
};

impl Level {
    /// The rules of a language.
    pub fn of(language: &str) -> Option<Self> {
        match language {
            "en" => Some(ENGLISH),
            "es" => Some(SPANISH),
            _ => None,
        }
    }

    /// What is wrong with texts, if anything.
    pub fn check(&self, texts: &[&str]) -> Result<(), String> {
        self.check_kind(texts)?;
        (self.hard)(texts).map_or(Ok(()), Err)
    }

    /// What is wrong with texts that are read in an emergency.
    pub fn check_urgent(&self, texts: &[&str]) -> Result<(), String> {
        self.check_kind(texts)?;
        (self.hard_when_urgent)(texts).map_or(Ok(()), Err)
    }

    fn check_kind(&self, texts: &[&str]) -> Result<(), String> {
        for text in texts {
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            let found = words.find(|word| self.unkind.contains(&word.to_lowercase().as_str()));
            if let Some(word) = found {
                return Err(format!("the word '{word}' blames or labels: {text}"));
            }
        }
        Ok(())
    }
}
