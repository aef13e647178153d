//! Files that somebody made to be taken for somebody else's.

use ebb_core::log::{Entry, Journal};
use ebb_core::share::{
    self, Card, Identity, Preset, PublicKey, Selection, Share, ShareError, Signer, Terms, renewals,
};
use ebb_core::text::Note;
use ebb_core::time::{DayBoundary, LocalDay, Moment};
use ebb_tests::weeks::Weeks;

use super::{LAST, limits, selection};

fn now() -> Moment {
    "2026-11-24T22:00:00.000-05:00".parse().unwrap()
}

fn today() -> LocalDay {
    now().local_day(DayBoundary::default())
}

/// A share of the four weeks for a therapist, on these terms, signed by the person.
fn made<'a>(
    therapist: &Identity,
    person: &Identity,
    change: impl FnOnce(&mut Terms<'a>),
) -> Vec<u8> {
    let weeks = Weeks::new(1, LAST);
    let mut terms: Terms<'a> = Terms::new(share::new_person(77), "secret", now(), "Private.");
    terms.to = Some(therapist.public());
    terms.expires = Some(today().plus(90));
    change(&mut terms);
    let selection = selection(&weeks, Preset::CravingsAndSkills);
    let bundle = share::bundle(&weeks.diary.journal, &selection, &terms).unwrap();
    share::sign(&bundle, &person.signing()).unwrap()
}

fn people() -> (Identity, Identity) {
    (Identity::generate().unwrap(), Identity::generate().unwrap())
}

fn read(bytes: &[u8]) -> Result<Share, ShareError> {
    share::read(bytes, &limits())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_signed_share_says_who_signed_and_for_whom() {
    let (therapist, person) = people();
    let share = read(&made(&therapist, &person, |_| ())).unwrap();
    assert_eq!(share.signer, Some(person.signing().signer()));
    assert_eq!(share.check(&[therapist.public()], today()), Ok(()));
    assert!(share.entries() > 0);
}

#[test]
fn not_one_character_of_what_is_signed_can_be_changed() {
    let (therapist, person) = people();
    let good = text(&made(&therapist, &person, |_| ()));
    let inside = good.find("\"signed\":").unwrap();
    for (from, to) in [
        ("\"2026-11-", "\"2025-11-"),
        ("Private.", "Public. "),
        ("craving", "slip   "),
    ] {
        let at = inside + good[inside..].find(from).unwrap();
        let mut changed = good.clone();
        changed.replace_range(at..at + from.len(), to);
        assert_eq!(read(changed.as_bytes()), Err(ShareError::Forged), "{from}");
    }
}

#[test]
fn the_signature_of_somebody_else_does_not_fit_and_none_is_said_to_be_none() {
    let (therapist, person) = people();
    let other = Identity::generate().unwrap();
    let good = text(&made(&therapist, &person, |_| ()));
    let signer = |identity: &Identity| identity.signing().signer().text();
    let swapped = good.replacen(&signer(&person), &signer(&other), 1);
    assert_eq!(read(swapped.as_bytes()), Err(ShareError::Forged));
    let begin = good.find("\"signed\":").unwrap() + 9;
    let stripped = good[begin..].trim_end().strip_suffix('}').unwrap();
    assert_eq!(read(stripped.as_bytes()).unwrap().signer, None);
}

#[test]
fn a_signature_for_assignments_is_none_for_a_share() {
    let (therapist, person) = people();
    let good = text(&made(&therapist, &person, |_| ()));
    let other = good.replacen("{\"ebb\":\"share\"", "{\"ebb\":\"assignment\"", 1);
    assert_eq!(read(other.as_bytes()), Err(ShareError::AnAssignment));
    let offered = share::read_offer(other.as_bytes(), &limits());
    assert_eq!(offered.err(), Some(ShareError::AShare));
}

#[test]
fn what_was_made_for_another_or_may_not_be_kept_is_refused() {
    let (therapist, person) = people();
    let other = Identity::generate().unwrap();
    let share = read(&made(&therapist, &person, |_| ())).unwrap();
    assert_eq!(
        share.check(&[other.public()], today()),
        Err(ShareError::OtherRecipient)
    );
    let own: [PublicKey; 1] = [therapist.public()];
    assert_eq!(share.check(&own, today().plus(90)), Ok(()));
    assert_eq!(
        share.check(&own, today().plus(91)),
        Err(ShareError::Expired)
    );
    let weeks = Journal::default();
    let terms = Terms::new(share::new_person(77), "secret", now(), "Private.");
    let chosen = Selection::preset(Preset::Everything, &weeks, today(), None);
    let to_nobody = share::bundle(&weeks, &chosen, &terms).unwrap();
    let to_nobody = share::sign(&to_nobody, &person.signing()).unwrap();
    assert_eq!(read(&to_nobody), Err(ShareError::Damaged));
}

#[test]
fn a_new_key_is_followed_only_by_the_word_of_the_one_before() {
    let (therapist, person) = people();
    let second = Identity::generate().unwrap();
    let third = Identity::generate().unwrap();
    let known: Signer = person.signing().signer();
    let former = [person.secret().to_string(), second.secret().to_string()];
    let renewed = renewals(&former, &third);
    let share = read(&made(&therapist, &third, |terms| terms.renewed = &renewed)).unwrap();
    assert!(share.follows(known));
    assert!(share.follows(second.signing().signer()));
    assert!(share.follows(third.signing().signer()));
    assert!(!share.follows(therapist.signing().signer()));
    let without = read(&made(&therapist, &third, |_| ())).unwrap();
    assert!(!without.follows(known));
    // Somebody else's key under the word that was given for the third.
    let thief = Identity::generate().unwrap();
    let stolen = read(&made(&therapist, &thief, |terms| terms.renewed = &renewed)).unwrap();
    assert!(!stolen.follows(known));
}

#[test]
fn a_swapped_identity_has_other_words() {
    let (therapist, thief) = people();
    let mut card: Card = therapist.card();
    card.signer = thief.card().signer;
    assert_ne!(share::numbers(&card), share::numbers(&therapist.card()));
    card.key = thief.public();
    assert_ne!(share::numbers(&card), share::numbers(&therapist.card()));
}

#[test]
fn a_purpose_cannot_turn_the_line_around() {
    let (therapist, person) = people();
    let purpose = Note::new("for\u{202e}you <script>alert(1)</script>").unwrap();
    let share = read(&made(&therapist, &person, |terms| {
        terms.purpose = Some(&purpose);
    }))
    .unwrap();
    let shown = share.purpose.unwrap();
    assert_eq!(shown.as_str(), "for\u{fffd}you <script>alert(1)</script>");
}

#[test]
fn a_newer_version_is_said_to_be_newer() {
    let (therapist, person) = people();
    let good = text(&made(&therapist, &person, |_| ()));
    let newer = good.replacen("\"v\":2", "\"v\":3", 1);
    assert_eq!(read(newer.as_bytes()), Err(ShareError::Newer));
}

#[test]
fn an_entry_has_one_id_in_all_shares_with_one_recipient_and_another_for_others() {
    let weeks = Weeks::new(1, LAST);
    let selection = selection(&weeks, Preset::CravingsAndSkills);
    let ids = |secret, first: LocalDay| -> Vec<_> {
        let terms = Terms::new(share::new_person(77), secret, now(), "Private.");
        let chosen = Selection {
            first,
            ..selection.clone()
        };
        let bundle = share::bundle(&weeks.diary.journal, &chosen, &terms).unwrap();
        let share = read(&bundle).unwrap();
        let kind = |entry: &Entry| matches!(entry, Entry::Craving(_));
        let entries = share.journal.entries();
        entries
            .filter(|(_, r)| kind(&r.entry))
            .map(|(id, _)| id)
            .collect()
    };
    let all = ids("one", selection.first);
    let some = ids("one", selection.last.plus(-7));
    assert!(!some.is_empty() && some.len() < all.len());
    assert!(some.iter().all(|id| all.contains(id)));
    assert!(
        ids("other", selection.first)
            .iter()
            .all(|id| !all.contains(id))
    );
}
