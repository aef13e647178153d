//! Why something did not go, in words.

use ebb_core::journal::ActionError;
use ebb_core::share::PhraseError;
use ebb_core::store::StoreError;
use leptos::prelude::*;

use crate::i18n::{more, texts};
use crate::state::forms::Problem;
use crate::state::sealed::Refused;
use crate::state::vault::{Failure, PasskeyError, VaultError};
use crate::state::{SaveError, Told};

/// Why something was not saved.
pub fn not_saved(error: SaveError) -> &'static str {
    let problems = &texts().problems;
    match error {
        SaveError::Store(error) => problems.store(error),
        SaveError::Example => problems.example,
        SaveError::Part(_) => problems.part,
        SaveError::Action(ActionError::InTheFuture) => problems.future,
        SaveError::Action(ActionError::NothingAnswered) => problems.nothing_answered,
        SaveError::Action(ActionError::Gone | ActionError::KindChanged) => problems.gone,
        SaveError::Action(ActionError::Erased) => problems.erased,
    }
}

/// The same for what may go wrong on a screen.
pub fn problem(error: RwSignal<Option<SaveError>>) -> Signal<Option<String>> {
    Signal::derive(move || error.get().map(|error| not_saved(error).to_owned()))
}

/// What is wrong with a field.
pub fn wrong(problem: Signal<Option<Problem>>) -> Signal<Option<String>> {
    Signal::derive(move || problem.get().map(field_words))
}

fn field_words(problem: Problem) -> String {
    let texts = texts();
    let words = match problem {
        Problem::Text(error) => return texts.problems.text(error),
        Problem::Date => texts.problems.date,
        Problem::Number => texts.problems.number,
        Problem::Future => texts.problems.future,
        Problem::NotAPhone => texts.people.not_a_phone,
        Problem::NoIntensity => texts.craving.intensity_missing,
        Problem::EmptyCheckIn => texts.checkin.nothing_answered,
        Problem::NothingAnswered => texts.problems.nothing_answered,
        Problem::AnswerTooLong => texts.player.too_long,
        Problem::NoTakeaway => texts.problems.no_takeaway,
        Problem::NotSaved(error) => not_saved(error),
    };
    words.to_owned()
}

/// What a message says.
pub fn told(told: Told) -> String {
    match told {
        Told::Words(words) => words,
        Told::NotSaved(error) => not_saved(error).to_owned(),
    }
}

/// Why the lock did not open or change. `by_code`: whether the recovery code was asked for.
pub fn not_unlocked(error: VaultError, by_code: bool) -> &'static str {
    let words = &more().lock;
    match error {
        VaultError::Store(StoreError::Changed) => words.meanwhile,
        VaultError::Store(error) => texts().problems.store(error),
        VaultError::Work(Failure::Wrong) if by_code => words.wrong_code,
        VaultError::Work(Failure::Wrong) => words.wrong,
        VaultError::Work(Failure::Typo) => words.typo,
        VaultError::Work(Failure::Unusable) => words.unusable,
        VaultError::Work(Failure::Same) => words.panic_same,
        VaultError::Work(Failure::Newer) => texts().problems.newer,
        VaultError::Work(Failure::Broken) => words.broken,
        VaultError::Passkey(PasskeyError::Refused) => words.passkey_refused,
        VaultError::Passkey(PasskeyError::WithoutPrf) => words.passkey_unfit,
        VaultError::Work(_) => words.damaged,
    }
}

/// Why a backup was not made or read.
pub fn no_backup(error: VaultError) -> &'static str {
    let words = &more().backup;
    let failure = match error {
        VaultError::Store(error) => return texts().problems.store(error),
        VaultError::Work(failure) => failure,
        VaultError::Passkey(_) => Failure::Broken,
    };
    match failure {
        Failure::Wrong | Failure::Panic => words.wrong,
        Failure::NotAge => words.not_age,
        Failure::ToAKey => words.to_a_key,
        Failure::Incomplete => words.incomplete,
        Failure::TooHeavy => words.too_heavy,
        Failure::TooLarge => words.too_large,
        Failure::Newer => words.newer,
        Failure::NotABackup => words.something_else,
        Failure::Unusable => more().lock.unusable,
        Failure::Unreadable => words.unreadable_file,
        Failure::Broken => more().lock.broken,
        Failure::Typo | Failure::Same | Failure::Damaged | Failure::Share(_) => words.damaged,
    }
}

/// Why something was not shared or opened.
pub fn refused(refused: Refused) -> String {
    let more = more();
    match refused {
        Refused::Share(error) => (more.share.problem)(error).to_owned(),
        Refused::Phrase(PhraseError::Count(n)) => (more.share.phrase_count)(n),
        Refused::Phrase(PhraseError::Unknown(place)) => (more.share.phrase_unknown)(place),
        Refused::Phrase(PhraseError::Typo) => more.share.phrase_typo.to_owned(),
        Refused::Link(error) => (more.share.link_problem)(error),
        Refused::NoCode => more.share.picture_none.to_owned(),
        Refused::NotAKey => more.clinician.not_a_key.to_owned(),
        Refused::KeySwapped => more.trust.key_swapped.to_owned(),
        Refused::NoKey => more.clinician.no_key.to_owned(),
        Refused::KeyClosed => more.clinician.key_closed.to_owned(),
        Refused::Work(failure) => no_backup(VaultError::Work(failure)).to_owned(),
        Refused::Save(error) => not_saved(error).to_owned(),
    }
}
