//! How many years of school a text asks for: the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers
//! & Chissom 1975, Naval Technical Training Command, Research Branch Report 8-75):
//!
//! `0.39 · words / sentences + 11.8 · syllables / words - 15.59`
//!
//! Syllables are estimated from the spelling, see [`syllables`]. The estimate is off for some
//! words, in both directions; a whole text evens that out.

/// The grade of some texts together. The end of a text ends its last sentence.
pub fn grade<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    let counts = Counts::of(texts, syllables);
    if counts.words == 0 {
        return 0.0;
    }
    0.39 * counts.per_sentence() + 11.8 * counts.per_word() - 15.59
}

/// What both formulas count.
pub struct Counts {
    /// Words.
    pub words: u32,
    sentences: u32,
    sounds: u32,
}

impl Counts {
    /// Counts texts whose words have `syllables`.
    pub fn of<'a>(
        texts: impl IntoIterator<Item = &'a str>,
        syllables: impl Fn(&str) -> u32,
    ) -> Self {
        let (mut words, mut sentences, mut sounds) = (0_u32, 0_u32, 0_u32);
        for text in texts {
            let mut open = false;
            for token in text.split_whitespace() {
                if !token.chars().any(char::is_alphanumeric) {
                    continue;
                }
                // 'well-known' and 'either/or' are read as two words.
                for part in token.split(['-', '/', '–', '—']) {
                    let part: String = part.chars().filter(|c| c.is_alphanumeric()).collect();
                    if !part.is_empty() {
                        words += 1;
                        sounds += syllables(&part);
                    }
                }
                let end = token.trim_end_matches(['\'', '"', ')', '’', '”', '»']);
                open = !end.ends_with(['.', '!', '?']);
                sentences += u32::from(!open);
            }
            sentences += u32::from(open);
        }
        Self {
            words,
            sentences,
            sounds,
        }
    }

    /// Words in a sentence, on average.
    pub fn per_sentence(&self) -> f64 {
        f64::from(self.words) / f64::from(self.sentences.max(1))
    }

    /// Syllables in a word, on average.
    pub fn per_word(&self) -> f64 {
        f64::from(self.sounds) / f64::from(self.words.max(1))
    }
}

/// Syllables of one word: groups of vowels, less a silent ending, plus vowels that are said apart.
///
/// A number counts a syllable for each digit.
pub fn syllables(word: &str) -> u32 {
    let word = word.to_lowercase();
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return u32::try_from(word.len()).unwrap_or(1);
    }
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouyáéíóúü".contains(c);
    let mut count = 0;
    let mut before = None;
    for (at, letter) in letters.iter().enumerate() {
        let after_vowel = before.is_some_and(is_vowel);
        if is_vowel(*letter) && (!after_vowel || is_apart(&letters, at)) {
            count += 1;
        }
        before = Some(*letter);
    }
    if has_silent_ending(&letters) {
        count -= 1;
    }
    count.max(1)
}

/// Whether a vowel after a vowel begins a syllable: 'di-et', 'vi-olent', 'usu-al', but not
/// 'na-tion', 'so-cial', 'qua-lity'.
fn is_apart(letters: &[char], at: usize) -> bool {
    let earlier = at.checked_sub(2).and_then(|two| letters.get(two));
    match (letters.get(at - 1), letters[at]) {
        (Some('i'), 'a' | 'o' | 'u') => !matches!(earlier, Some('t' | 'c' | 's' | 'g' | 'x' | 'l')),
        (Some('i'), 'e') => matches!(letters.get(at + 1), Some('t')) && letters.len() < 6,
        (Some('u'), 'a') => !matches!(earlier, Some('q' | 'g') | None),
        (Some('e'), 'o') => letters.get(at + 1) != Some(&'p'),
        (Some('y'), 'i') => true,
        _ => false,
    }
}

/// Endings that are written and not said: 'mak-e', 'us-ed', 'tim-es'; not 'tab-le', 'want-ed',
/// 'hous-es', 'be'.
fn has_silent_ending(letters: &[char]) -> bool {
    let is_vowel = |c: &char| "aeiouy".contains(*c);
    let vowels_before = |end: usize| letters[..end].iter().any(is_vowel);
    match letters {
        // 'tab-le', 'tab-les'; 'want-ed'; 'hous-es', 'bush-es'.
        [.., c, 'l', 'e'] | [.., c, 'l', 'e', 's'] if !is_vowel(c) => false,
        [.., 't' | 'd', 'e', 'd']
        | [.., 's' | 'x' | 'z' | 'c' | 'g', 'e', 's']
        | [.., 'c' | 's', 'h', 'e', 's'] => false,
        [.., c, 'e'] if !is_vowel(c) => vowels_before(letters.len() - 2),
        [.., c, 'e', 'd' | 's'] if !is_vowel(c) => vowels_before(letters.len() - 3),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_have_the_syllables_people_say() {
        for (word, expected) in [
            ("be", 1),
            ("make", 1),
            ("times", 1),
            ("used", 1),
            ("wanted", 2),
            ("houses", 2),
            ("table", 2),
            ("little", 2),
            ("craving", 2),
            ("alcohol", 3),
            ("medication", 4),
            ("recovery", 4),
            ("counsellor", 3),
            ("people", 2),
            ("diet", 2),
            ("quiet", 2),
            ("violent", 3),
            ("usual", 3),
            ("nation", 2),
            ("feelings", 2),
            ("naloxone", 3),
            ("988", 3),
            ("hmm", 1),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn a_plain_text_is_easy_and_an_official_one_is_not() {
        let plain = "You feel an urge. It grows. Then it fades. You did not have to act on it.";
        assert!(grade([plain]) < 3.0);
        // The Gettysburg Address is commonly given as about grade 11 to 13.
        let address = "Four score and seven years ago our fathers brought forth on this continent, \
            a new nation, conceived in Liberty, and dedicated to the proposition that all men are \
            created equal. Now we are engaged in a great civil war, testing whether that nation, or \
            any nation so conceived and so dedicated, can long endure.";
        let found = grade([address]);
        assert!((10.0..16.0).contains(&found), "{found}");
    }

    #[test]
    fn a_text_without_a_full_stop_is_still_a_sentence() {
        let apart = grade(["Stop right there", "Look around you"]);
        let together = grade(["Stop right there. Look around you."]);
        assert!((apart - together).abs() < 0.001);
        assert!(grade([]).abs() < f64::EPSILON);
    }
}
