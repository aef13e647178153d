//! How easy a Spanish text is to read, after Fernández Huerta (1959, Medidas sencillas de
//! lecturabilidad, Consigna 214, 29-32):
//!
//! `206.84 - 60 · syllables / words - 1.02 · words / sentences`
//!
//! 100 is the easiest. His table calls 60 to 70 "normal" (the seventh and eighth grades) and 70 to 80
//! "fairly easy" (the sixth).

use super::readability::Counts;

/// How easy some texts are together.
pub fn ease<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    let counts = Counts::of(texts, syllables);
    206.84 - 60.0 * counts.per_word() - 1.02 * counts.per_sentence()
}

/// Syllables of one word. Spelling tells them in Spanish: of two vowels side by side, a weak one (i, u)
/// without an accent joins the other, and all else stands apart. A number counts a syllable for each
/// digit.
pub fn syllables(word: &str) -> u32 {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    if letters.iter().all(char::is_ascii_digit) {
        return u32::try_from(letters.len()).unwrap_or(1);
    }
    let mut count = 0;
    let mut before: Option<char> = None;
    for (at, &letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied();
        let earlier = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let vowel = sounds(letter, earlier, next).then_some(letter);
        if let Some(vowel) = vowel {
            count += u32::from(before.is_none_or(|before| !(is_weak(before) || is_weak(vowel))));
        }
        before = vowel;
    }
    count.max(1)
}

/// Whether a letter is a vowel that is said: not the u of `que` and `guerra`; y only at the end.
fn sounds(letter: char, before: Option<char>, next: Option<char>) -> bool {
    match letter {
        'u' => {
            let silent = before == Some('q')
                || before == Some('g') && matches!(next, Some('e' | 'i' | 'é' | 'í'));
            !silent
        }
        'y' => next.is_none(),
        letter => "aeioáéíóúü".contains(letter),
    }
}

fn is_weak(vowel: char) -> bool {
    matches!(vowel, 'i' | 'u' | 'ü' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_follow_the_spelling() {
        for (word, expected) in [
            ("que", 1),
            ("guerra", 2),
            ("agua", 2),
            ("día", 2),
            ("respiración", 4),
            ("hoy", 1),
            ("ya", 1),
            ("poeta", 3),
            ("ciudad", 2),
            ("ganas", 2),
            ("vergüenza", 3),
            ("988", 3),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn short_words_in_short_sentences_are_easier() {
        let easy = ease(["Toma agua. Come algo. Sal a caminar."]);
        let hard = ease([
            "La neuroadaptación característicamente necesita estabilización farmacológica considerable.",
        ]);
        assert!(easy > 80.0, "{easy}");
        assert!(hard < 30.0, "{hard}");
    }
}
