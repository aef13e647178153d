//! The desk of one who reads shares: their own key, and what is open. Nothing of a share is kept,
//! and what is open goes with the screens.

use std::sync::Arc;

use ebb_core::content::instrument::Instrument;
use ebb_core::export::csv::csv;
use ebb_core::export::fhir::{Source as Content, fhir};
use ebb_core::share::{
    self, Card, Link, Offer, PublicKey, Share, ShareLimits, Shares, number_words, numbers,
};
use ebb_core::time::DayBoundary;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::absence::{self, Absence, Limits, Since};
use super::sealed::{Refused, Sealed, Source, opened, seal};
use crate::i18n::more;
use crate::platform::files::{self, Picked, SEALED};
use crate::platform::identity::{self, Kept};
use crate::platform::work::{self, Failure, Reply, Request};
use crate::platform::{clock, page};

/// After so many minutes without a touch, or out of sight, everything is put away.
const LEFT: u16 = 10;
/// Behind the `#` of the address once it was.
const PUT_AWAY: &str = "put-away";
/// A key file has about 600 bytes; anything much larger is none.
const KEY_FILE: u64 = 16 * 1024;

/// Secret halves of keys, the present one first.
type Secrets = Arc<Vec<Zeroizing<String>>>;

/// What a clinician reads in this session, and the key it is opened with. Copy it freely: it only holds handles.
#[derive(Clone, Copy)]
pub struct ClinicianSession {
    /// The own key pair, sealed, while there is one: from this browser or made just now.
    kept: RwSignal<Option<Kept>>,
    /// Its secret half, once it was opened.
    /// Behind it those of former keys.
    secrets: RwSignal<Option<Secrets>>,
    /// The public halves of former keys.
    former: RwSignal<Vec<PublicKey>>,
    /// Its public halves, once it was opened: what is kept beside the sealed pair proves nothing.
    card: RwSignal<Option<Card>>,
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
            secrets: RwSignal::new(None),
            former: RwSignal::new(Vec::new()),
            card: RwSignal::new(None),
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

    /// Both public halves of the own key, once it was opened.
    pub fn card(self) -> Option<Card> {
        self.card.get()
    }

    /// Whether what is sealed for the own key can be opened.
    pub fn key_is_open(self) -> bool {
        self.secrets.with(Option::is_some)
    }

    /// Makes a key pair, sealed under the passphrase. Says whether the browser keeps it, if it
    /// should.
    pub async fn make_key(self, passphrase: String, keep: bool) -> Result<bool, Refused> {
        let (reply, _) = work::ask(&Request::MakeKey(None), &[]).await?;
        let Reply::Key { key, card, secret } = reply else {
            return Err(Failure::Broken.into());
        };
        let secret = Zeroizing::new(secret);
        let opened = (card, secret.clone());
        let request = Request::SealIdentity(secret.to_string(), passphrase);
        let (_, file) = work::ask(&request, &[]).await?;
        let file = String::from_utf8(file).map_err(|_| Failure::Broken)?;
        Ok(self.take_key(kept_key(key, file), opened, Vec::new(), keep))
    }

    /// Opens the key that is here, and finds out whether it is the one that is shown.
    pub async fn open_key(self, passphrase: String) -> Result<(), Refused> {
        let kept = self.kept.get_untracked().ok_or(Refused::NoKey)?;
        let (key, opened) = opened_key(kept.file.as_bytes(), passphrase.clone()).await?;
        if key != kept.key {
            return Err(Refused::KeySwapped);
        }
        let former = former_keys(&kept, &passphrase).await;
        self.show(opened, former);
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
        let (key, opened) = opened_key(&file, passphrase).await?;
        let file = String::from_utf8(file).map_err(|_| Failure::Damaged)?;
        Ok(self.take_key(kept_key(key, file), opened, Vec::new(), keep))
    }

    fn take_key(self, kept: Kept, opened: Halves, former: Vec<FormerKey>, keep: bool) -> bool {
        let done = keep && identity::keep(&kept);
        self.kept.try_set(Some(kept));
        self.show(opened, former);
        done
    }

    /// Shows the key at one go: the form that waits for it goes with the first change, and stops what
    /// would come after a wait.
    fn show(self, (card, secret): Halves, former: Vec<FormerKey>) {
        let opened = Card::parse(&card).ok();
        // What is kept of a former key's word belongs to this key only if it names it.
        let kept = self.kept.try_with_untracked(|kept| {
            let card = kept.as_ref().and_then(|kept| kept.card.as_deref());
            card.and_then(|text| Card::parse(text).ok())
        });
        let same = |kept: &Card| {
            let keys = opened.as_ref().map(Card::keys_text);
            keys == Some(kept.keys_text())
        };
        self.card.try_set(kept.flatten().filter(same).or(opened));
        let (keys, former): (Vec<_>, Vec<_>) = former.into_iter().unzip();
        let secrets = std::iter::once(secret).chain(former).collect();
        self.former.try_set(keys);
        self.secrets.try_set(Some(Arc::new(secrets)));
    }

    /// Makes a new key that takes the place of this one, by its word. What was sealed for this one
    /// opens as before. Says whether the browser keeps it, if it kept the one before.
    pub async fn renew_key(self, passphrase: String) -> Result<bool, Refused> {
        let before = self.kept.get_untracked().ok_or(Refused::NoKey)?;
        let (_, (_, former)) = opened_key(before.file.as_bytes(), passphrase.clone()).await?;
        let request = Request::MakeKey(Some(former.to_string()));
        let (reply, _) = work::ask(&request, &[]).await?;
        let Reply::Key { key, card, secret } = reply else {
            return Err(Failure::Broken.into());
        };
        let secret = Zeroizing::new(secret);
        let request = Request::SealIdentity(secret.to_string(), passphrase.clone());
        let (_, file) = work::ask(&request, &[]).await?;
        let file = String::from_utf8(file).map_err(|_| Failure::Broken)?;
        let mut kept = kept_key(key, file);
        kept.card = Some(card.clone());
        kept.former = [vec![before.file], before.former].concat();
        let keep = identity::load().is_some();
        let former = former_keys(&kept, &passphrase).await;
        Ok(self.take_key(kept, (card, secret), former, keep) || !keep)
    }

    /// Saves the sealed key pair as a file.
    pub fn save_key(self) -> bool {
        self.kept.with_untracked(|kept| {
            let Some(kept) = kept else {
                return false;
            };
            let first =
                |key: PublicKey| number_words(numbers(&key.into()), more().trust.key_words)[0];
            let word = PublicKey::parse(&kept.key).map(first);
            let name = files::named(&format!("key-{}.age", word.unwrap_or_default()));
            files::save(&name, SEALED, kept.file.as_bytes())
        })
    }

    /// Takes the key away from this computer.
    pub fn forget_key(self) {
        identity::forget();
        self.kept.set(None);
        self.card.set(None);
        self.former.set(Vec::new());
        self.secrets.set(None);
    }

    /// The public key that shares are made for, once it was opened.
    pub fn own_keys(self) -> Vec<PublicKey> {
        let card = self.card.get_untracked();
        let former = self.former.get_untracked();
        card.map(|card| card.key)
            .into_iter()
            .chain(former)
            .collect()
    }

    /// The key of whoever made the newest of the open shares, for what is sent back.
    pub fn reply_key(self) -> Option<String> {
        self.shares
            .with_untracked(|shares| Some(shares.all().last()?.reply?.text()))
    }

    /// A share that may be read here, and the bundle it was read from.
    pub async fn opened(self, source: &Source, phrase: &str) -> Result<(Share, Vec<u8>), Refused> {
        let secrets = || match self.secrets.get_untracked() {
            Some(all) => Ok(all.iter().map(|secret| secret.to_string()).collect()),
            None if self.kept.with_untracked(Option::is_some) => Err(Refused::KeyClosed),
            None => Err(Refused::NoKey),
        };
        let bundle = opened(source, phrase, secrets).await?;
        let share = share::read(&bundle, &ShareLimits::default())?;
        let today = clock::now().local_day(DayBoundary::default());
        share.check(&self.own_keys(), today)?;
        Ok((share, bundle))
    }

    /// Opens a share and says whether it is new here.
    pub async fn open(self, source: &Source, phrase: &str) -> Result<bool, Refused> {
        let (share, _) = self.opened(source, phrase).await?;
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
        self.card.set(None);
        self.former.set(Vec::new());
        self.secrets.set(None);
    }
}

const fn kept_key(key: String, file: String) -> Kept {
    Kept {
        key,
        file,
        card: None,
        former: Vec::new(),
    }
}

/// A card as text, and the secret half that belongs to it.
type Halves = (String, Zeroizing<String>);

/// A former key, and its secret half.
type FormerKey = (PublicKey, Zeroizing<String>);

/// The former keys that the same passphrase opens. One that another opens stays closed.
async fn former_keys(kept: &Kept, passphrase: &str) -> Vec<FormerKey> {
    let mut opened = Vec::new();
    for file in &kept.former {
        if let Ok((key, (_, secret))) = opened_key(file.as_bytes(), passphrase.to_owned()).await
            && let Ok(key) = PublicKey::parse(&key)
        {
            opened.push((key, secret));
        }
    }
    opened
}

/// The public key in a file, and both halves of it.
async fn opened_key(file: &[u8], passphrase: String) -> Result<(String, Halves), Refused> {
    let request = Request::OpenIdentity(passphrase);
    match work::ask(&request, file).await {
        Ok((Reply::Key { key, card, secret }, _)) => Ok((key, (card, Zeroizing::new(secret)))),
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

/// Seals assignments: for a key they are signed with the own one. Those for anybody stay as they
/// are, without a link.
pub async fn seal_offer(
    session: ClinicianSession,
    mut offer: Offer,
    receiver: Receiver,
) -> Result<Sealed, Refused> {
    let mut signed_by = None;
    if let Receiver::Key(key) = receiver
        && let Some(secret) = session
            .secrets
            .get_untracked()
            .as_ref()
            .and_then(|all| all.first())
    {
        signed_by = Some(secret.to_string());
        offer.to = Some(key);
    }
    let offer = &offer;
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
    let (file, phrase) = seal(keys, signed_by, &bundle).await?;
    let name = format!("{name}.age");
    Ok(Sealed::new(
        name,
        file,
        phrase,
        "/share/assignments",
        Link::Assignment,
    ))
}
