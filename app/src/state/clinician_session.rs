//! The desk of one who reads shares: their own key, and what is open. Nothing of a share is kept,
//! and what is open goes with the screens.

use std::sync::Arc;

use ebb_core::content::instrument::Instrument;
use ebb_core::export::csv::csv;
use ebb_core::export::fhir::{Source as Content, fhir};
use ebb_core::share::{self, Link, Offer, PublicKey, Share, ShareLimits, Shares, fingerprint};
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::absence::{self, Absence, Limits, Since};
use super::sealed::{Refused, Sealed, Source, opened, seal};
use crate::i18n::more;
use crate::platform::files::{self, Picked, SEALED};
use crate::platform::identity::{self, Kept};
use crate::platform::page;
use crate::platform::work::{self, Failure, Reply, Request};

/// After so many minutes without a touch, or out of sight, everything is put away.
const LEFT: u16 = 10;
/// Behind the `#` of the address once it was.
const PUT_AWAY: &str = "put-away";
/// A key file has about 600 bytes; anything much larger is none.
const KEY_FILE: u64 = 16 * 1024;

/// What a clinician reads in this session, and the key it is opened with. Copy it freely: it only holds handles.
#[derive(Clone, Copy)]
pub struct ClinicianSession {
    /// The own key pair, sealed, while there is one: from this browser or made just now.
    kept: RwSignal<Option<Kept>>,
    /// Its secret half, once it was opened.
    secret: RwSignal<Option<Arc<Zeroizing<String>>>>,
    /// What is open.
    pub shares: RwSignal<Shares>,
}

/// Whom assignments are sealed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// The owner of a key.
    Key(PublicKey),
    /// Whoever is told the phrase.
    Phrase,
    /// Nobody: anybody can read it.
    Anybody,
}

impl ClinicianSession {
    /// An empty desk with the key that is kept here.
    pub fn new() -> Self {
        Self {
            kept: RwSignal::new(identity::load()),
            secret: RwSignal::new(None),
            shares: RwSignal::new(Shares::default()),
        }
    }

    /// The public half of the own key.
    pub fn key(self) -> Option<PublicKey> {
        self.kept.with(|kept| {
            kept.as_ref()
                .and_then(|kept| PublicKey::parse(&kept.key).ok())
        })
    }

    /// Whether what is sealed for the own key can be opened.
    pub fn key_is_open(self) -> bool {
        self.secret.with(Option::is_some)
    }

    /// Makes a key pair, sealed under the passphrase. Says whether the browser keeps it, if it
    /// should.
    pub async fn make_key(self, passphrase: String, keep: bool) -> Result<bool, Refused> {
        let (reply, _) = work::ask(&Request::MakeKey, &[]).await?;
        let Reply::Key { key, secret } = reply else {
            return Err(Failure::Broken.into());
        };
        let secret = Zeroizing::new(secret);
        let request = Request::SealIdentity(secret.to_string(), passphrase);
        let (_, file) = work::ask(&request, &[]).await?;
        let file = String::from_utf8(file).map_err(|_| Failure::Broken)?;
        Ok(self.take_key(Kept { key, file }, secret, keep))
    }

    /// Opens the key that is here.
    pub async fn open_key(self, passphrase: String) -> Result<(), Refused> {
        let kept = self.kept.get_untracked().ok_or(Refused::NoKey)?;
        let (_, secret) = opened_key(kept.file.as_bytes(), passphrase).await?;
        self.secret.try_set(Some(Arc::new(secret)));
        Ok(())
    }

    /// Brings a key in from its file.
    pub async fn bring_key(
        self,
        picked: &Picked,
        passphrase: String,
        keep: bool,
    ) -> Result<bool, Refused> {
        if picked.size > KEY_FILE {
            return Err(Refused::NotAKey);
        }
        let file = picked.bytes().await.ok_or(Failure::Unreadable)?;
        let (key, secret) = opened_key(&file, passphrase).await?;
        let file = String::from_utf8(file).map_err(|_| Failure::Damaged)?;
        Ok(self.take_key(Kept { key, file }, secret, keep))
    }

    fn take_key(self, kept: Kept, secret: Zeroizing<String>, keep: bool) -> bool {
        let done = keep && identity::keep(&kept);
        self.kept.try_set(Some(kept));
        self.secret.try_set(Some(Arc::new(secret)));
        done
    }

    /// Saves the sealed key pair as a file.
    pub fn save_key(self) -> bool {
        self.kept.with_untracked(|kept| {
            let Some(kept) = kept else {
                return false;
            };
            let word = PublicKey::parse(&kept.key).map(|key| fingerprint(&key)[0]);
            let name = files::named(&format!("key-{}.age", word.unwrap_or_default()));
            files::save(&name, SEALED, kept.file.as_bytes())
        })
    }

    /// Takes the key away from this computer.
    pub fn forget_key(self) {
        identity::forget();
        self.kept.set(None);
        self.secret.set(None);
    }

    /// Opens a share and says whether it is new here.
    pub async fn open(self, source: &Source, phrase: &str) -> Result<bool, Refused> {
        let secrets = || match self.secret.get_untracked() {
            Some(secret) => Ok(vec![secret.to_string()]),
            None if self.kept.with_untracked(Option::is_some) => Err(Refused::KeyClosed),
            None => Err(Refused::NoKey),
        };
        let bundle = opened(source, phrase, secrets).await?;
        let share = share::read(&bundle, &ShareLimits::default())?;
        let added = self.shares.try_update(|shares| shares.add(share));
        Ok(added.unwrap_or(Ok(false))?)
    }

    /// Puts everything away by itself when nobody is there any more, until what it gives is dropped.
    /// Loading the page afresh leaves nothing in memory, also of what was half written.
    pub fn put_away_when_left(self) -> Absence {
        let limits = || Limits {
            idle: Some(LEFT),
            hidden: Some(LEFT),
        };
        absence::watch(Since::FirstTouch, limits, move || {
            page::blank();
            self.clear();
            page::reload_with(PUT_AWAY);
        })
    }

    /// Whether it did so just now.
    pub fn was_put_away() -> bool {
        page::take_this_fragment(PUT_AWAY)
    }

    /// Puts everything away.
    pub fn clear(self) {
        self.shares.set(Shares::default());
        self.secret.set(None);
    }
}

async fn opened_key(
    file: &[u8],
    passphrase: String,
) -> Result<(String, Zeroizing<String>), Refused> {
    let request = Request::OpenIdentity(passphrase);
    match work::ask(&request, file).await {
        Ok((Reply::Key { key, secret }, _)) => Ok((key, Zeroizing::new(secret))),
        Ok(_) => Err(Failure::Broken.into()),
        Err(Failure::NotABackup) => Err(Refused::NotAKey),
        Err(failure) => Err(failure.into()),
    }
}

/// Saves a share as a table.
pub fn save_share_csv(share: &Share) -> bool {
    let name = files::named(&format!("{}.csv", share.last));
    files::save(
        &name,
        "text/csv",
        csv(&share.journal, more().share.notice_short).as_bytes(),
    )
}

/// Saves what FHIR has a place for.
pub fn save_share_fhir(share: &Share, instruments: &[Instrument]) -> bool {
    let text = fhir(&Content {
        journal: &share.journal,
        instruments,
        person: share.person,
        issued_at: share.issued_at,
        notice: &share.notice,
        words: more().share.fhir_words,
    });
    let name = files::named(&format!("{}.fhir.json", share.last));
    text.is_ok_and(|text| files::save(&name, "application/fhir+json", text.as_bytes()))
}

/// Seals assignments. Those for anybody stay as they are, without a link.
pub async fn seal_offer(offer: &Offer, receiver: Receiver) -> Result<Sealed, Refused> {
    let bundle = share::offer(offer).map_err(|_| Failure::Broken)?;
    let day = offer
        .issued_at
        .local_day(ebb_core::time::DayBoundary::default());
    let name = files::named(&format!("assignments-{day}"));
    let keys = match receiver {
        Receiver::Anybody => {
            return Ok(Sealed {
                name: format!("{name}.json"),
                file: Arc::new(bundle),
                phrase: None,
                link: None,
            });
        }
        Receiver::Phrase => Vec::new(),
        Receiver::Key(key) => vec![key.text()],
    };
    let (file, phrase) = seal(keys, &bundle).await?;
    let name = format!("{name}.age");
    Ok(Sealed::new(
        name,
        file,
        phrase,
        "/share/assignments",
        Link::Assignment,
    ))
}
