//! How many guesses a passphrase stands, as `zxcvbn` estimates it.
//!
//! Behind a feature of its own: the dictionaries weigh several times what all the rest does, so
//! only a program that asks for a new passphrase should carry them.
//!
//! With scrypt at 2^17 a strong graphics card tries in the order of a thousand guesses a second.
//! [`Verdict::Weak`] then falls in about a year or sooner to one card, and [`Verdict::Strong`]
//! stands some centuries against a thousand cards. No verdict forbids anything.

use serde::{Deserialize, Serialize};
use zxcvbn::feedback::Warning;

const WEAK_BELOW: f64 = 36.0;
const STRONG_FROM: f64 = 54.0;

/// How well a passphrase stands guessing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// Somebody who has the file can find it.
    Weak,
    /// It takes long.
    Fair,
    /// It takes longer than anybody has.
    Strong,
}

/// What mostly makes a passphrase easier to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strength {
    /// How well it stands guessing.
    pub verdict: Verdict,
    /// What to change first.
    pub reason: Reason,
}

/// Estimates a passphrase. The text is kept nowhere; only its first 100 characters count.
#[must_use]
pub fn estimate(text: &str) -> Strength {
    let estimated = zxcvbn::zxcvbn(text, &[]);
    let bits = estimated.guesses_log10() * std::f64::consts::LOG2_10;
    let verdict = if bits < WEAK_BELOW {
        Verdict::Weak
    } else if bits < STRONG_FROM {
        Verdict::Fair
    } else {
        Verdict::Strong
    };
    let warning = estimated
        .feedback()
        .and_then(zxcvbn::feedback::Feedback::warning);
    let reason = match (verdict, warning) {
        (Verdict::Strong, _) => Reason::Nothing,
        (_, Some(warning)) => reason(warning),
        (_, None) => Reason::Short,
    };
    Strength { verdict, reason }
}

const fn reason(warning: Warning) -> Reason {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess
        | Warning::SequencesLikeAbcAreEasyToGuess => Reason::InARow,
        Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => Reason::Repeated,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => Reason::Common,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Reason::Date,
        Warning::AWordByItselfIsEasyToGuess
        | Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => Reason::FewWords,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> (Verdict, Reason) {
        let strength = estimate(text);
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
