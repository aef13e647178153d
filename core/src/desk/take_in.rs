//! Keeping a share, and letting go of it.

use super::{Client, DeskAction, DeskEntry, DeskJournal, Received};
use crate::journal::RecordId;
use crate::share::{PublicKey, Share, ShareError};
use crate::text::Tag;
use crate::time::LocalDay;

/// Why a share is not kept. Nothing is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeskError {
    /// It is there already.
    #[error("the share is kept already")]
    AlreadyThere,
    /// It is not what it should be.
    #[error(transparent)]
    Share(#[from] ShareError),
}

/// What is known of a person, and the root of it.
#[must_use]
pub fn client_of(desk: &DeskJournal, person: RecordId) -> Option<(RecordId, &Client)> {
    let mut all = desk.all_of::<Client>();
    all.find(|(_, _, client)| client.person == person)
        .map(|(root, _, client)| (root, client))
}

/// What it takes to keep a share that was opened out of `bundle`. The first one of a person keeps
/// their key; every later one has to be signed by it, or by one that takes its place by its own word.
///
/// `own` are the therapist's public keys, `name` what a person is called who was not known.
///
/// # Errors
/// [`DeskError`]
pub fn take_in(
    desk: &DeskJournal,
    share: &Share,
    bundle: &str,
    own: &[PublicKey],
    today: LocalDay,
    name: Tag,
) -> Result<Vec<DeskAction>, DeskError> {
    share.check(own, today)?;
    let bundle = bundle.trim_end();
    let mut kept = desk.all_of::<Received>();
    if kept.any(|(_, _, one)| one.person == share.person && one.bundle == bundle) {
        return Err(DeskError::AlreadyThere);
    }
    let mut actions = Vec::new();
    let known = client_of(desk, share.person);
    let mut client = match known {
        Some((_, client)) => client.clone(),
        None => Client {
            person: share.person,
            name,
            signer: None,
            reply: None,
            verified: false,
        },
    };
    if let Some(signer) = client.signer {
        if share.signer.is_none() {
            return Err(ShareError::NotSigned.into());
        }
        if !share.follows(signer) {
            return Err(ShareError::OtherSigner.into());
        }
    }
    // An older share, which came late, does not bring an older key back.
    let newest = desk.all_of::<Received>().all(|(_, _, one)| {
        one.person != share.person || one.issued_at.utc_ms() <= share.issued_at.utc_ms()
    });
    if newest && share.signer.is_some() {
        client.signer = share.signer;
        client.reply = share.reply.map(|key| key.text());
    }
    match known {
        Some((_, before)) if *before == client => {}
        Some((root, _)) => {
            if let Some(record) = desk.get(root) {
                actions.push(DeskAction::Edit {
                    root,
                    entry: DeskEntry::Client(client),
                    happened_at: record.happened_at,
                });
            }
        }
        None => actions.push(log(DeskEntry::Client(client))),
    }
    actions.push(log(DeskEntry::Received(Received {
        person: share.person,
        issued_at: share.issued_at,
        expires: share.expires,
        bundle: bundle.to_owned(),
    })));
    Ok(actions)
}

const fn log(entry: DeskEntry) -> DeskAction {
    DeskAction::Log {
        entry,
        happened_at: None,
    }
}

/// The shares that may not be kept any more, by their roots.
#[must_use]
pub fn expired(desk: &DeskJournal, today: LocalDay) -> Vec<RecordId> {
    let all = desk.all_of::<Received>();
    let over = all.filter(|(_, _, one)| one.expires.is_some_and(|expires| expires < today));
    over.map(|(root, _, _)| root).collect()
}

/// Everything about one person, by the roots.
#[must_use]
pub fn all_of(desk: &DeskJournal, person: RecordId) -> Vec<RecordId> {
    let all = desk.entries();
    all.filter(|(_, record)| record.entry.person() == Some(person))
        .map(|(root, _)| root)
        .collect()
}
