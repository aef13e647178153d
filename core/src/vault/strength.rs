//! How many guesses a passphrase stands.
//!
//! It is taken apart in the cheapest way into what people choose: common words, also dressed up;
//! rows of the keyboard, the alphabet and counting; repetitions; years and dates; and what is left,
//! character by character, as `zxcvbn` does it (Wheeler, USENIX Security 2016). Its dictionaries
//! weigh some 600 kB; this one, `public/common-words.txt`, holds the twenty thousand words of them
//! that are tried first, and the common Spanish ones.
//!
//! With scrypt at 2^17 a strong graphics card tries in the order of a thousand guesses a second.
//! [`Verdict::Weak`] then falls in about a year or sooner to one card, and [`Verdict::Strong`]
//! stands some centuries against a thousand cards. No verdict forbids anything.

use std::iter::once;

/// Bits of guessing below which a passphrase is weak.
const WEAK_BELOW: f64 = 36.0;
/// Bits from which it is strong.
const STRONG_FROM: f64 = 54.0;
/// Only so many characters count.
const LONGEST: usize = 100;
/// No common word is longer, in characters.
const LONGEST_WORD: usize = 24;
/// Bits of a character that belongs to nothing: ten tries, as few as `zxcvbn` reckons.
const CHARACTER: f64 = 3.32;
/// Bits of a space or a sign between words.
const SEPARATOR: f64 = 2.0;
/// A word of at most so many bits is one of the first thousand.
const COMMON: f64 = 11.0;
/// What keys and letters stand in a row.
const ROWS: [&str; 5] = [
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
];

/// How well a passphrase stands guessing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Somebody who has the file can find it.
    Weak,
    /// It takes long.
    Fair,
    /// It takes longer than anybody has.
    Strong,
}

/// What mostly makes a passphrase easier to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing does.
    Nothing,
    /// It is made of what many people choose.
    Common,
    /// The same again and again.
    Repeated,
    /// A row of the keyboard, the alphabet or counting.
    InARow,
    /// A year or a date.
    Date,
    /// Too few words.
    FewWords,
    /// Too few characters.
    Short,
}

/// What is thought of a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Strength {
    /// How well it stands guessing.
    pub verdict: Verdict,
    /// What to change first.
    pub reason: Reason,
}

/// Words that are tried first, each with how many bits it takes to come to it.
#[derive(Debug, Default)]
pub struct CommonWords(Vec<(Box<str>, u8)>);

impl CommonWords {
    /// Reads a list: a line for each power of two, with the words of that rank between spaces.
    #[must_use]
    pub fn parse(list: &str) -> Self {
        let lines = list.lines().zip(1..);
        let words = lines.flat_map(|(line, bits)| line.split(' ').map(move |word| (word, bits)));
        let mut words: Vec<_> = words.map(|(word, bits)| (word.into(), bits)).collect();
        words.sort_unstable();
        Self(words)
    }

    fn bits(&self, word: &str) -> Option<f64> {
        let found = self.0.binary_search_by(|(known, _)| (**known).cmp(word));
        let (_, bits) = self.0.get(found.ok()?)?;
        Some(f64::from(*bits))
    }
}

/// Estimates a passphrase. The text is kept nowhere; only its first 100 characters count.
#[must_use]
pub fn estimate(text: &str, words: &CommonWords) -> Strength {
    let text: Vec<char> = text.chars().take(LONGEST).collect();
    let (bits, longest) = cheapest(&text, words);
    let verdict = if bits < WEAK_BELOW {
        Verdict::Weak
    } else if bits < STRONG_FROM {
        Verdict::Fair
    } else {
        Verdict::Strong
    };
    let reason = match verdict {
        Verdict::Strong => Reason::Nothing,
        _ => longest,
    };
    Strength { verdict, reason }
}

/// A piece of a text, from a place on.
#[derive(Clone, Copy)]
struct Piece {
    length: usize,
    bits: f64,
    /// Why it is easy; [`Reason::Short`] for what belongs to nothing.
    reason: Reason,
    /// Whether another order of the pieces would be another passphrase.
    ordered: bool,
}

/// A text taken apart up to a place.
#[derive(Clone, Copy)]
struct Way {
    bits: f64,
    longest: usize,
    reason: Reason,
}

/// Bits of a text, taken apart in the cheapest way, and why its longest piece is easy.
fn cheapest(text: &[char], words: &CommonWords) -> (f64, Reason) {
    let start = Way {
        bits: 0.0,
        longest: 0,
        reason: Reason::Short,
    };
    // For every place and number of pieces, the cheapest way there.
    let mut ways: Vec<Vec<Option<Way>>> = vec![vec![None; text.len() + 1]; text.len() + 1];
    ways[0][0] = Some(start);
    for from in 0..text.len() {
        let pieces = pieces(text, from, words);
        for count in 0..=from {
            let Some(way) = ways[from][count] else {
                continue;
            };
            for piece in &pieces {
                let known = piece.reason != Reason::Short && piece.length > way.longest;
                let next = Way {
                    bits: way.bits + piece.bits,
                    longest: if known { piece.length } else { way.longest },
                    reason: if known { piece.reason } else { way.reason },
                };
                let there = &mut ways[from + piece.length][count + usize::from(piece.ordered)];
                if there.is_none_or(|there| next.bits < there.bits) {
                    *there = Some(next);
                }
            }
        }
    }
    let mut orders = 0.0;
    let mut best = (f64::INFINITY, Reason::Short);
    for (count, way) in (0_u32..).zip(&ways[text.len()]) {
        orders += f64::from(count.max(1)).log2();
        if let Some(way) = way
            && way.bits + orders < best.0
        {
            best = (way.bits + orders, way.reason);
        }
    }
    best
}

/// Everything that a text can go on with at a place.
fn pieces(text: &[char], from: usize, words: &CommonWords) -> Vec<Piece> {
    let rest = &text[from..];
    let mut pieces = Vec::new();
    let mut add = |length, bits, reason, ordered| {
        pieces.push(Piece {
            length,
            bits,
            reason,
            ordered,
        });
    };
    for length in 1..=rest.len() {
        add(length, CHARACTER * as_f64(length), Reason::Short, true);
    }
    if rest.first().is_some_and(|sign| !sign.is_alphanumeric()) {
        add(1, SEPARATOR, Reason::Short, false);
    }
    for length in 2..=rest.len().min(LONGEST_WORD) {
        if let Some(bits) = word(&rest[..length], words) {
            let reason = if bits < COMMON {
                Reason::Common
            } else {
                Reason::FewWords
            };
            add(length, bits, reason, true);
        }
    }
    let row = row(rest);
    if row > 2 {
        add(row, 6.0 + as_f64(row).log2(), Reason::InARow, true);
    }
    for (length, bits) in dates(rest) {
        add(length, bits, Reason::Date, true);
    }
    for period in 1..=rest.len() / 2 {
        let again = rest.iter().zip(&rest[period..]);
        let same = again.take_while(|(one, other)| one == other).count();
        let times = same / period + 1;
        if times > 2 || times == 2 && period > 2 {
            let known = word(&rest[..period], words);
            let bits = known.unwrap_or(CHARACTER * as_f64(period)) + as_f64(times).log2();
            add(period * times, bits, Reason::Repeated, true);
        }
    }
    pieces
}

fn as_f64(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

/// Bits of a common word, as it is or dressed up.
fn word(text: &[char], words: &CommonWords) -> Option<f64> {
    let plain: String = text.iter().flat_map(|sign| sign.to_lowercase()).collect();
    let capitals = text.iter().filter(|sign| sign.is_uppercase()).count();
    let first = text.first().is_some_and(|sign| sign.is_uppercase());
    let dress = match capitals {
        0 => 0.0,
        1 if first => 1.0,
        all if all == text.len() => 1.0,
        some => as_f64(some.min(text.len() - some)) + 2.0,
    };
    let backwards: String = plain.chars().rev().collect();
    let signs = |one| {
        let letters = plain.chars().map(|sign| letter(sign, one));
        letters.collect::<String>()
    };
    let ways = once((plain.clone(), 0.0))
        .chain(once((backwards, 1.0)))
        .chain([(signs('i'), 2.0), (signs('l'), 2.0)]);
    let found = ways.filter_map(|(way, more)| Some(words.bits(&way)? + more + dress));
    found.min_by(f64::total_cmp)
}

/// The letter that a digit or a sign stands for.
const fn letter(sign: char, one: char) -> char {
    match sign {
        '4' | '@' => 'a',
        '8' => 'b',
        '3' => 'e',
        '1' | '!' | '|' => one,
        '0' => 'o',
        '5' | '$' => 's',
        '7' | '+' => 't',
        '2' => 'z',
        other => other,
    }
}

/// How many characters stand as in a row, one way or the other.
fn row(text: &[char]) -> usize {
    let lower = |sign: &char| sign.to_ascii_lowercase();
    let along = |row: &mut dyn Iterator<Item = char>| {
        let row: Vec<char> = row.collect();
        let at = row
            .iter()
            .position(|sign| text.first().map(lower) == Some(*sign));
        let rest = at.map_or(&[][..], |at| &row[at..]);
        let same = rest.iter().zip(text);
        same.take_while(|(sign, other)| **sign == lower(other))
            .count()
    };
    let lengths = ROWS
        .iter()
        .flat_map(|row| [along(&mut row.chars()), along(&mut row.chars().rev())]);
    lengths.max().unwrap_or(0)
}

/// Years and dates at the beginning: how long, and their bits.
fn dates(text: &[char]) -> Vec<(usize, f64)> {
    let digits: Vec<u32> = text
        .iter()
        .map_while(|sign| sign.to_digit(10))
        .take(8)
        .collect();
    let number = |part: &[u32]| part.iter().fold(0, |number, digit| number * 10 + digit);
    let is_year = |part: &[u32]| (1900..2100).contains(&number(part));
    let is_day = |part: &[u32]| {
        let (one, other) = (number(&part[..2]), number(&part[2..4]));
        let pair = |day, month| (1..=31).contains(&day) && (1..=12).contains(&month);
        pair(one, other) || pair(other, one)
    };
    let mut found = Vec::new();
    if digits.len() >= 4 && is_year(&digits[..4]) {
        found.push((4, 6.0));
    }
    if digits.len() >= 4 && is_day(&digits[..4]) {
        found.push((4, 9.0));
    }
    if digits.len() >= 6 && (is_day(&digits[..4]) || is_day(&digits[2..6])) {
        found.push((6, 15.0));
    }
    if digits.len() == 8 {
        let day_first = is_day(&digits[..4]) && is_year(&digits[4..]);
        let year_first = is_year(&digits[..4]) && is_day(&digits[4..]);
        if day_first || year_first {
            found.push((8, 15.0));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = include_str!("../../../public/common-words.txt");

    fn judged(text: &str) -> (Verdict, Reason) {
        let strength = estimate(text, &CommonWords::parse(WORDS));
        (strength.verdict, strength.reason)
    }

    #[test]
    fn what_everybody_chooses_is_weak_however_it_is_dressed_up() {
        for text in ["password", "P@ssw0rd", "Password1!", "iloveyou", "letmein"] {
            assert_eq!(judged(text), (Verdict::Weak, Reason::Common), "{text}");
        }
        assert_eq!(judged("sobriety2026").0, Verdict::Weak);
    }

    #[test]
    fn patterns_are_weak_and_say_which() {
        assert_eq!(judged("zxcvfdsaqwer"), (Verdict::Weak, Reason::InARow));
        assert_eq!(judged("abcdefghijklmnop"), (Verdict::Weak, Reason::InARow));
        assert_eq!(
            judged("kkkkkkkkkkkkkkkkkkkk"),
            (Verdict::Weak, Reason::Repeated)
        );
        assert_eq!(
            judged("xyxyxyxyxyxyxyxy"),
            (Verdict::Weak, Reason::Repeated)
        );
        assert_eq!(judged("24121987"), (Verdict::Weak, Reason::Date));
        assert_eq!(judged("lighthouse"), (Verdict::Weak, Reason::FewWords));
    }

    #[test]
    fn words_in_a_row_get_stronger_with_their_number() {
        assert_eq!(judged("copper window").0, Verdict::Weak);
        assert_eq!(judged("copper window marble").0, Verdict::Fair);
        assert_eq!(
            judged("copper window marble river tunnel"),
            (Verdict::Strong, Reason::Nothing)
        );
        assert_eq!(
            judged("piedra ventana camino fuego tarde").0,
            Verdict::Strong
        );
    }

    #[test]
    fn nothing_is_weak_and_the_longest_text_is_judged_at_once() {
        assert_eq!(judged(""), (Verdict::Weak, Reason::Short));
        assert_eq!(judged(&"ab".repeat(100_000)).0, Verdict::Weak);
    }

    #[test]
    fn a_text_in_any_script_is_judged() {
        assert_eq!(judged("пароль").0, Verdict::Weak);
        assert_eq!(judged("камень окно дорога огонь вечер").0, Verdict::Strong);
    }
}
