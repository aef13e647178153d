//! Sharing: what is chosen becomes bytes, the worker signs and seals them, and the journal keeps
//! that it was handed over once the person says so.

use std::sync::Arc;

use ebb_core::content::instrument::Instrument;
use ebb_core::export::csv::csv;
use ebb_core::export::fhir::{Source as Content, fhir};
use ebb_core::journal::RecordId;
use ebb_core::log::{Action, Entry, Recipient, ShareKey, Shared, Trust};
use ebb_core::share::{
    self, Card, Identity, Link, Offer, Preset, PublicKey, Selection, Share, ShareError,
    ShareLimits, Signer, Terms, recipients,
};
use ebb_core::text::{Note, Tag};
use ebb_core::time::LocalDay;

use super::journal::JournalContext;
use super::save_error::SaveError;
use super::sealed::{Refused, Sealed, Source, opened, seal};
use crate::i18n::more;
use crate::platform::work::{self, Failure, Reply, Request};
use crate::platform::{clock, files, random};

pub use crate::platform::camera::{code_before as code_before_camera, is_there as camera_is_there};
pub use crate::platform::codes::code_in;
pub use crate::platform::files::can_send;

/// For how many days a share may be kept, unless the person chooses otherwise.
pub const KEPT_DAYS: i32 = 90;

/// With whom, until when, and what for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditions {
    /// The root of the recipient; none for a phrase.
    pub with: Option<RecordId>,
    /// The last day on which it may be kept; none for what is for oneself.
    pub expires: Option<LocalDay>,
    /// What it is for.
    pub purpose: Option<Note>,
}

impl Conditions {
    /// For what does not leave.
    pub const fn for_oneself() -> Self {
        Self {
            with: None,
            expires: None,
            purpose: None,
        }
    }
}

/// What will leave: the bytes, and what they say when they are read.
#[derive(Clone)]
pub struct Prepared {
    /// What was chosen.
    pub selection: Selection,
    /// The bundle.
    pub bundle: Arc<Vec<u8>>,
    /// The bundle, read as the therapist reads it.
    pub share: Arc<Share>,
    /// Whom it is for; nobody for a phrase.
    pub recipient: Option<Recipient>,
    conditions: Conditions,
    /// Under which name and key it is shared.
    own: ShareKey,
    /// Whether that is new: it is kept once something is sealed.
    new: bool,
}

/// A choice to begin with.
pub fn preset(journal: JournalContext, preset: Preset, with: Option<RecordId>) -> Selection {
    let today = journal.preferences.today_untracked();
    journal.with_untracked(|journal| Selection::preset(preset, journal, today, with))
}

async fn new_pair(person: Option<RecordId>) -> Result<ShareKey, Refused> {
    let (reply, _) = work::ask(&Request::MakeKey(None), &[]).await?;
    let Reply::Key { key, secret, .. } = reply else {
        return Err(Failure::Broken.into());
    };
    let person = match person {
        Some(person) => person,
        None => share::new_person(random::bits128().map_err(|_| Failure::Broken)?),
    };
    Ok(ShareKey {
        person,
        key,
        secret,
    })
}

/// Under which name and key the person shares with somebody, or by phrases, and whether that is
/// new. Nothing is kept yet.
async fn own_key(
    journal: JournalContext,
    recipient: Option<&Recipient>,
) -> Result<(ShareKey, bool), Refused> {
    let (known, common) = journal.with_untracked(|journal| {
        let common = share::share_key(journal).cloned();
        match recipient {
            None => (common, None),
            Some(one) => {
                // Who was sent something in format 1 knows the person by the common name.
                let sent = share::shares(journal).any(|(_, _, shared)| {
                    shared.recipient.is_none() && shared.to.contains(&one.name)
                });
                let common = common.filter(|_| sent).map(|key| key.person);
                (one.own.clone(), common)
            }
        }
    });
    match known {
        Some(known) => Ok((known, false)),
        None => Ok((new_pair(common).await?, true)),
    }
}

/// Under which name and key the person shares by phrases, made and kept at the first time.
pub async fn share_key(journal: JournalContext) -> Result<ShareKey, Refused> {
    let (own, new) = own_key(journal, None).await?;
    if new {
        journal.log(Entry::ShareKey(own.clone())).await?;
    }
    Ok(own)
}

/// A recipient as they stand in the journal.
fn recipient_at(journal: JournalContext, root: RecordId) -> Result<Recipient, Refused> {
    let found = journal.with_untracked(|journal| match &journal.get(root)?.entry {
        Entry::Recipient(one) => Some(one.clone()),
        _ => None,
    });
    found.ok_or(Refused::NoKey)
}

/// Changes what is kept of a recipient.
pub async fn change_recipient(
    journal: JournalContext,
    root: RecordId,
    one: Recipient,
) -> Result<(), SaveError> {
    let happened_at = journal.with_untracked(|journal| Some(journal.get(root)?.happened_at));
    let action = Action::Edit {
        root,
        entry: Entry::Recipient(one),
        happened_at: happened_at.unwrap_or_else(clock::now),
    };
    journal.act(action).await.map(drop)
}

/// Adds somebody, with a name and key of the person that nobody else is shown.
pub async fn add_recipient(
    journal: JournalContext,
    name: Tag,
    card: &Card,
    trust: Trust,
) -> Result<(), Refused> {
    let mut one = Recipient::new(name, card.key.text());
    one.signer = card.signer.map(|signer| signer.text());
    one.trust = trust;
    one.own = Some(own_key(journal, Some(&one)).await?.0);
    journal.log(Entry::Recipient(one)).await?;
    Ok(())
}

/// Takes other keys for somebody who is known; the person's own name and key for them stay, and
/// how far they are known, unless that is told.
pub async fn take_new_keys(
    journal: JournalContext,
    root: RecordId,
    card: &Card,
    trust: Option<Trust>,
) -> Result<(), Refused> {
    let mut one = recipient_at(journal, root)?;
    one.key = card.key.text();
    one.signer = card.signer.map(|signer| signer.text());
    one.trust = trust.unwrap_or(one.trust);
    Ok(change_recipient(journal, root, one).await?)
}

/// Makes a new key of the person for somebody. The next share carries the old one's word for it.
pub async fn renew_own(journal: JournalContext, root: RecordId) -> Result<(), Refused> {
    let mut one = recipient_at(journal, root)?;
    let before = own_key(journal, Some(&one)).await?.0;
    one.own = Some(new_pair(Some(before.person)).await?);
    one.former.push(before.secret);
    Ok(change_recipient(journal, root, one).await?)
}

/// What the person shows to somebody: their public keys for them.
pub fn own_card(one: &Recipient) -> Option<Card> {
    let own = one.own.as_ref()?;
    Some(Identity::parse(&own.secret).ok()?.card())
}

/// The keys of a recipient.
pub fn card_of(one: &Recipient) -> Option<Card> {
    let mut card = Card::from(PublicKey::parse(&one.key).ok()?);
    card.signer = one
        .signer
        .as_deref()
        .and_then(|text| Signer::parse(text).ok());
    Some(card)
}

/// Makes the bytes of what was chosen, and reads them again for the preview. Nothing is kept.
pub async fn prepare_share(
    journal: JournalContext,
    selection: Selection,
    conditions: Conditions,
) -> Result<Prepared, Refused> {
    let recipient = conditions.with.map(|root| recipient_at(journal, root));
    let recipient = recipient.transpose()?;
    let (own, new) = own_key(journal, recipient.as_ref()).await?;
    let mut terms = Terms::new(own.person, &own.secret, clock::now(), more().share.notice);
    terms.expires = conditions.expires;
    terms.purpose = conditions.purpose.as_ref();
    let mut renewed = Vec::new();
    if let Some(one) = &recipient {
        let key = |text: &str| PublicKey::parse(text).map_err(|_| Refused::NotAKey);
        terms.to = Some(key(&one.key)?);
        terms.reply = Some(key(&own.key)?);
        let identity = Identity::parse(&own.secret).map_err(|_| Refused::NotAKey)?;
        renewed = share::renewals(&one.former, &identity);
    }
    terms.renewed = &renewed;
    let bundle = journal
        .with_untracked(|journal| share::bundle(journal, &selection, &terms))
        .map_err(|_| Failure::Broken)?;
    let share = share::read(&bundle, &ShareLimits::default())?;
    Ok(Prepared {
        selection,
        bundle: Arc::new(bundle),
        share: Arc::new(share),
        recipient,
        conditions,
        own,
        new,
    })
}

/// Signs and seals what was previewed, for whom it is or by a new phrase. That it was handed over is
/// kept by [`handed_over`].
pub async fn seal_share(journal: JournalContext, prepared: &Prepared) -> Result<Sealed, Refused> {
    let to = prepared.recipient.iter();
    let keys: Vec<String> = to.map(|one| one.key.clone()).collect();
    let signed_by = Some(prepared.own.secret.clone());
    if prepared.new {
        match (prepared.conditions.with, prepared.recipient.clone()) {
            (Some(root), Some(mut one)) => {
                one.own = Some(prepared.own.clone());
                change_recipient(journal, root, one).await?;
            }
            _ => drop(journal.log(Entry::ShareKey(prepared.own.clone())).await?),
        }
    }
    let (file, phrase) = seal(keys, signed_by, &prepared.bundle).await?;
    let name = files::named(&format!("share-{}.age", prepared.share.last));
    Ok(Sealed::new(name, file, phrase, "/review", Link::Share))
}

/// Keeps that a share has reached whom it is for: the next one begins where it ends.
pub async fn handed_over(journal: JournalContext, prepared: &Prepared) -> Result<(), SaveError> {
    let names = prepared.recipient.iter().map(|one| one.name.clone());
    let mut kept = Shared::of(
        &prepared.selection,
        prepared.share.entries(),
        names.collect(),
    );
    kept.recipient = prepared.conditions.with;
    kept.expires = prepared.conditions.expires;
    journal.log(Entry::Shared(kept)).await.map(drop)
}

/// What a therapist has sent.
pub struct Sent {
    /// What was set.
    pub offer: Offer,
    /// Who has signed it, when that is somebody the person knows.
    pub from: Option<Recipient>,
}

/// Opens what a therapist has sent. Nothing is added.
pub async fn open_offer(
    journal: JournalContext,
    source: &Source,
    phrase: &str,
) -> Result<Sent, Refused> {
    let secrets = || {
        journal.with_untracked(|journal| {
            let all = share::share_secrets(journal).into_iter();
            all.map(str::to_owned).collect::<Vec<_>>()
        })
    };
    let bundle = opened(source, phrase, || Ok(secrets())).await?;
    let offer = share::read_offer(&bundle, &ShareLimits::default())?;
    if let Some(to) = offer.to {
        let mine = secrets()
            .into_iter()
            .filter_map(|secret| Identity::parse(&secret).ok());
        if !mine.map(|own| own.public()).any(|key| key == to) {
            return Err(ShareError::OtherRecipient.into());
        }
    }
    let signer = offer.signer.map(|signer| signer.text());
    let from = journal.with_untracked(|journal| {
        let mut all = recipients(journal).filter(|(_, _, one)| one.signer.is_some());
        all.find(|(_, _, one)| one.signer == signer)
            .map(|(_, _, one)| one.clone())
    });
    if from.as_ref().is_some_and(|one| one.trust == Trust::Revoked) {
        return Err(ShareError::OtherSigner.into());
    }
    Ok(Sent { offer, from })
}

/// Saves everything as a table.
pub fn save_csv(journal: JournalContext) -> bool {
    let text = journal.with_untracked(|journal| csv(journal, more().share.notice_short));
    let name = files::named(&format!("{}.csv", journal.preferences.today_untracked()));
    files::save(&name, "text/csv", text.as_bytes())
}

/// Saves everything that FHIR has a place for. Nothing is kept: whoever has not shared yet gets
/// another name each time.
pub fn save_fhir(journal: JournalContext, instruments: &[Instrument]) -> Result<bool, Refused> {
    let known = journal.with_untracked(|journal| share::share_key(journal).map(|key| key.person));
    let person = match known {
        Some(person) => person,
        None => share::new_person(random::bits128().map_err(|_| Failure::Broken)?),
    };
    let text = journal.with_untracked(|journal| {
        fhir(&Content {
            journal,
            instruments,
            person,
            issued_at: clock::now(),
            notice: more().share.notice,
            words: more().share.fhir_words,
        })
    });
    let text = text.map_err(|_| Failure::Broken)?;
    let name = files::named(&format!(
        "{}.fhir.json",
        journal.preferences.today_untracked()
    ));
    Ok(files::save(&name, "application/fhir+json", text.as_bytes()))
}
