//! What texts have to be in each language: kind, and easy to read.

use super::readability::grade;
use super::spanish::ease;

/// The highest school grade an English text may need: Ebb's own limit, for people on a hard day.
const GRADE: f64 = 8.0;
/// The lowest score of a Spanish one: "fairly easy", the sixth grade.
const EASE: f64 = 70.0;

/// The rules of one language. A language without rules is checked for all else.
pub struct Level {
    /// Words that blame or label. Sources may have them, the texts may not.
    unkind: &'static [&'static str],
    /// What is too hard, in words.
    hard: fn(&[&str]) -> Option<String>,
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
    hard: |texts| {
        let grade = grade(texts.iter().copied());
        (grade > GRADE)
            .then(|| format!("it needs grade {grade:.1}; at most {GRADE:.0} is easy enough"))
    },
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
    hard: |texts| {
        let ease = ease(texts.iter().copied());
        (ease < EASE).then(|| format!("its ease is {ease:.0}; at least {EASE:.0} is easy enough"))
    },
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
        for text in texts {
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            let found = words.find(|word| self.unkind.contains(&word.to_lowercase().as_str()));
            if let Some(word) = found {
                return Err(format!("the word '{word}' blames or labels: {text}"));
            }
        }
        (self.hard)(texts).map_or(Ok(()), Err)
    }
}
