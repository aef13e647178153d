//! Sharing: what is chosen becomes bytes, the worker seals them, and the journal keeps that it was
//! done.

use std::sync::Arc;

use ebb_core::content::instrument::Instrument;
use ebb_core::export::csv::csv;
use ebb_core::export::fhir::{Source as Content, fhir};
use ebb_core::log::{Entry, Recipient, ShareKey, Shared};
use ebb_core::share::{self, Link, Offer, Preset, Selection, Share, ShareLimits};

use super::journal::JournalContext;
use super::sealed::{Refused, Sealed, Source, opened, seal};
use crate::i18n::more;
use crate::platform::work::{self, Failure, Reply, Request};
use crate::platform::{clock, files, random};

pub use crate::platform::camera::{code_before as code_before_camera, is_there as camera_is_there};
pub use crate::platform::codes::code_in;
pub use crate::platform::files::can_send;

/// What will leave: the bytes, and what they say when they are read.
#[derive(Clone)]
pub struct Prepared {
    /// What was chosen.
    pub selection: Selection,
    /// The bundle.
    pub bundle: Arc<Vec<u8>>,
    /// The bundle, read as the therapist reads it.
    pub share: Arc<Share>,
}

/// A choice to begin with.
pub fn preset(journal: JournalContext, preset: Preset) -> Selection {
    let today = journal.preferences.today_untracked();
    journal.with_untracked(|journal| Selection::preset(preset, journal, today))
}

/// Under which name and key the person shares, made at the first time.
pub async fn share_key(journal: JournalContext) -> Result<ShareKey, Refused> {
    let known = journal.with_untracked(|journal| share::share_key(journal).cloned());
    if let Some(known) = known {
        return Ok(known);
    }
    let (reply, _) = work::ask(&Request::MakeKey, &[]).await?;
    let Reply::Key { key, secret } = reply else {
        return Err(Failure::Broken.into());
    };
    let person = share::new_person(random::bits128().map_err(|_| Failure::Broken)?);
    let made = ShareKey {
        person,
        key,
        secret,
    };
    journal.log(Entry::ShareKey(made.clone())).await?;
    Ok(made)
}

/// Makes the bytes of what was chosen, and reads them again for the preview.
pub async fn prepare_share(
    journal: JournalContext,
    selection: Selection,
) -> Result<Prepared, Refused> {
    let person = share_key(journal).await?.person;
    let now = clock::now();
    let bundle = journal
        .with_untracked(|journal| {
            share::bundle(journal, &selection, person, now, more().share.notice)
        })
        .map_err(|_| Failure::Broken)?;
    let share = share::read(&bundle, &ShareLimits::default())?;
    Ok(Prepared {
        selection,
        bundle: Arc::new(bundle),
        share: Arc::new(share),
    })
}

/// Seals what was previewed, for these people or, without any, by a new phrase, and keeps that
/// it was done.
pub async fn seal_share(
    journal: JournalContext,
    prepared: &Prepared,
    to: Vec<Recipient>,
) -> Result<Sealed, Refused> {
    let keys: Vec<String> = to.iter().map(|recipient| recipient.key.clone()).collect();
    let (file, phrase) = seal(keys, &prepared.bundle).await?;
    let names = to.into_iter().map(|recipient| recipient.name).collect();
    let kept = Shared::of(&prepared.selection, prepared.share.entries(), names);
    journal.log(Entry::Shared(kept)).await?;
    let name = files::named(&format!("share-{}.age", prepared.share.last));
    Ok(Sealed::new(name, file, phrase, "/review", Link::Share))
}

/// Opens what a therapist has sent. Nothing is added.
pub async fn open_offer(
    journal: JournalContext,
    source: &Source,
    phrase: &str,
) -> Result<Offer, Refused> {
    let secrets = || {
        journal.with_untracked(|journal| {
            let all = share::share_secrets(journal).into_iter();
            all.map(str::to_owned).collect()
        })
    };
    let bundle = opened(source, phrase, || Ok(secrets())).await?;
    Ok(share::read_offer(&bundle, &ShareLimits::default())?)
}

/// Saves everything as a table.
pub fn save_csv(journal: JournalContext) -> bool {
    let text = journal.with_untracked(|journal| csv(journal, more().share.notice_short));
    let name = files::named(&format!("{}.csv", journal.preferences.today_untracked()));
    files::save(&name, "text/csv", text.as_bytes())
}

/// Saves everything that FHIR has a place for.
pub async fn save_fhir(
    journal: JournalContext,
    instruments: Vec<Instrument>,
) -> Result<bool, Refused> {
    let person = share_key(journal).await?.person;
    let text = journal.with_untracked(|journal| {
        fhir(&Content {
            journal,
            instruments: &instruments,
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
