//! The Web Worker: slow key derivation, sealing, and reading a backup, off the page's thread. It is
//! the app's own module, begun where there is no page; what it does is in the part `work`. The page
//! ends it after each piece of work, and with it the memory that held a key.

use ebb_core::backup::{self, BackupLimits};
use ebb_core::share::{self, Card, Identity, Opener, Phrase, PublicKey, ShareError};
use ebb_core::vault::{
    DataKey, Keyslot, KeyslotError, KeyslotKind, Passkey, Passphrase, PassphraseError,
    RecoveryCode, RecoveryCodeError, Secret, StoreId, VaultFile, WorkFactor,
};
use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use zeroize::Zeroizing;

use super::reply::{Failure, READY, Reply};
use super::request::Request;
use crate::platform::part::{Missing, in_part, part};

/// An answer and its bytes.
type Done = Result<(Reply, Vec<u8>), Failure>;

/// The most a derivation may take on this device, in milliseconds.
const PATIENCE_MS: f64 = 3000.0;

/// The scope of this program, where it is a worker and no page.
pub fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Answers every message of the page: a text and its bytes.
pub async fn serve(scope: DedicatedWorkerGlobalScope) {
    match part!(answering(scope.clone())) {
        Ok(work) => work.await,
        // What is no answer tells the page that there will be none.
        Err(Missing) => drop(scope.post_message(&JsValue::NULL)),
    }
}

in_part! {
    work fn answering(scope: DedicatedWorkerGlobalScope) -> () {
        let asked = scope.clone();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let parts: Array = event.data().unchecked_into();
            let text = parts.get(0).as_string().unwrap_or_default();
            let bytes = parts.get(1).dyn_into::<Uint8Array>();
            let bytes = bytes.map(|bytes| bytes.to_vec()).unwrap_or_default();
            let request = serde_json::from_str(&text).map_err(|_| Failure::Broken);
            let done = request.and_then(|request| work(request, &bytes));
            let (reply, bytes) = done.unwrap_or_else(|why| (Reply::Failed(why), Vec::new()));
            let text = serde_json::to_string(&reply).unwrap_or_default();
            let answer = Array::of2(&text.into(), &Uint8Array::from(bytes.as_slice()).into());
            let _ = asked.post_message(&answer);
        });
        scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let _ = scope.post_message(&READY.into());
    }
}

fn work(request: Request, bytes: &[u8]) -> Done {
    match request {
        Request::Protect(passphrase, before) => protect(&passphrase, before.as_deref()),
        Request::Unlock(vault, kind, secret) => unlock(&vault, kind, &secret, bytes),
        Request::Renew(vault, kind, secret) => renew(&vault, kind, &secret, bytes),
        Request::ChangePanic(vault, passphrase, phrase) => {
            change_panic(&vault, &passphrase, phrase.as_deref())
        }
        Request::AddPasskey(vault, id) => add_passkey(&vault, id, bytes),
        Request::ChangePassphrase(vault, passphrase) => change(&vault, Some(&passphrase), bytes),
        Request::ChangeRecovery(vault) => change(&vault, None, bytes),
        Request::Seal(passphrase) => seal(&passphrase, bytes),
        Request::Open(passphrase) => open(&passphrase, bytes),
        Request::Read => read(bytes),
        Request::MakeKey(former) => make_key(former.as_deref()),
        Request::SealForKeys(keys, by) => seal_for_keys(&keys, by.as_deref(), bytes),
        Request::SealForPhrase(phrase) => seal_for_phrase(&phrase, bytes),
        Request::OpenByKeys(secrets) => open_by_keys(&secrets, bytes),
        Request::OpenByPhrase(phrase) => open_by_phrase(&phrase, bytes),
        Request::SealIdentity(secret, passphrase) => seal_identity(&secret, &passphrase),
        Request::OpenIdentity(passphrase) => open_identity(&passphrase, bytes),
    }
}

fn protect(passphrase: &str, before: Option<&str>) -> Done {
    let passphrase = typed(passphrase)?;
    let before = before.map(read_vault).transpose()?;
    let key = fresh_key()?;
    let store = match &before {
        Some(before) => before.store(),
        None => StoreId::new(random()?),
    };
    let code = RecoveryCode::new(random()?);
    let work = work_factor();
    let make = |secret| slot(&key, store, secret, work);
    let mut vault = VaultFile::new(store, make(Secret::Passphrase(&passphrase))?);
    vault.put(make(Secret::Recovery(&code))?);
    vault.put(match other(before.as_ref(), &passphrase)? {
        Some(kept) => kept,
        None => for_nobody(store, work)?,
    });
    let reply = Reply::Protected {
        vault: text_of(&vault)?,
        recovery: code.text().to_string(),
    };
    Ok((reply, key.expose().to_vec()))
}

fn slot(
    key: &DataKey,
    store: StoreId,
    secret: Secret<'_>,
    work: WorkFactor,
) -> Result<Keyslot, Failure> {
    Keyslot::make(key, store, &secret, work).map_err(|_| Failure::Broken)
}

/// The keyslot of the panic phrase, or of nobody, that a vault file has. A new passphrase must not
/// open it: it would erase nothing any more.
fn other(vault: Option<&VaultFile>, passphrase: &Passphrase) -> Result<Option<Keyslot>, Failure> {
    let Some((vault, slot)) =
        vault.and_then(|vault| Some((vault, vault.slot(KeyslotKind::Other)?)))
    else {
        return Ok(None);
    };
    match slot.open(vault.store(), &Secret::Panic(passphrase)) {
        Err(KeyslotError::Panic) => Err(Failure::Same),
        _ => Ok(Some(slot.clone())),
    }
}

/// The keyslot of a panic phrase that nobody knows: as many bytes and as much work as of one that
/// somebody has chosen.
fn for_nobody(store: StoreId, work: WorkFactor) -> Result<Keyslot, Failure> {
    let phrase = RecoveryCode::new(random()?).text();
    let phrase = Passphrase::new(&phrase).map_err(|_| Failure::Broken)?;
    slot(&fresh_key()?, store, Secret::Panic(&phrase), work)
}

/// Does something with the secret of a kind.
fn with_secret<T>(
    kind: KeyslotKind,
    secret: &str,
    act: impl FnOnce(Secret<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    match kind {
        KeyslotKind::Passphrase => act(Secret::Passphrase(&typed(secret)?)),
        KeyslotKind::Recovery => {
            let code = RecoveryCode::parse(secret).map_err(|error| match error {
                RecoveryCodeError::Character
                | RecoveryCodeError::Length(_)
                | RecoveryCodeError::Typo => Failure::Typo,
            })?;
            act(Secret::Recovery(&code))
        }
        KeyslotKind::Other | KeyslotKind::Passkey => Err(Failure::Broken),
    }
}

fn unlock(vault: &str, kind: KeyslotKind, secret: &str, outputs: &[u8]) -> Done {
    let vault = read_vault(vault)?;
    let key = if kind == KeyslotKind::Passkey {
        let nonce = vault.slot(kind).and_then(Keyslot::passkey_nonce);
        let passkey = Passkey::new(nonce.ok_or(Failure::Damaged)?, outputs);
        vault.open(&Secret::Passkey(&passkey.map_err(|_| Failure::Broken)?))?
    } else {
        with_secret(kind, secret, |secret| Ok(vault.open(&secret)?))?
    };
    Ok((Reply::Unlocked, key.expose().to_vec()))
}

fn renew(vault: &str, kind: KeyslotKind, secret: &str, key: &[u8]) -> Done {
    let mut vault = read_vault(vault)?;
    let key = DataKey::from_bytes(key).map_err(|_| Failure::Broken)?;
    let (store, work) = (vault.store(), work_factor());
    let now = vault.slot(kind).and_then(Keyslot::work);
    if now.is_some_and(|now| now < work) {
        vault.put(with_secret(kind, secret, |secret| {
            slot(&key, store, secret, work)
        })?);
    }
    if vault.slot(KeyslotKind::Other).is_none() {
        vault.put(for_nobody(store, work)?);
    }
    changed(&vault, None)
}

fn change(vault: &str, passphrase: Option<&str>, key: &[u8]) -> Done {
    let mut vault = read_vault(vault)?;
    let key = DataKey::from_bytes(key).map_err(|_| Failure::Broken)?;
    let work = work_factor();
    let store = vault.store();
    let recovery = if let Some(text) = passphrase {
        let passphrase = typed(text)?;
        other(Some(&vault), &passphrase)?;
        vault.put(slot(&key, store, Secret::Passphrase(&passphrase), work)?);
        None
    } else {
        let code = RecoveryCode::new(random()?);
        vault.put(slot(&key, store, Secret::Recovery(&code), work)?);
        Some(code.text().to_string())
    };
    changed(&vault, recovery)
}

fn change_panic(vault: &str, passphrase: &str, phrase: Option<&str>) -> Done {
    let mut vault = read_vault(vault)?;
    let passphrase = typed(passphrase)?;
    vault.open(&Secret::Passphrase(&passphrase))?;
    let store = vault.store();
    // With the same work as before: another would tell that there is a phrase now.
    let work = vault.slot(KeyslotKind::Other).and_then(Keyslot::work);
    let work = work.unwrap_or_else(work_factor);
    vault.put(match phrase {
        None => for_nobody(store, work)?,
        Some(text) => {
            let phrase = typed(text)?;
            if phrase == passphrase || RecoveryCode::parse(text).is_ok() {
                return Err(Failure::Same);
            }
            slot(&fresh_key()?, store, Secret::Panic(&phrase), work)?
        }
    });
    changed(&vault, None)
}

fn add_passkey(vault: &str, id: String, bytes: &[u8]) -> Done {
    let mut vault = read_vault(vault)?;
    let parts = bytes.split_at_checked(DataKey::BYTES);
    let (key, rest) = parts.ok_or(Failure::Broken)?;
    let (nonce, outputs) = rest.split_first_chunk().ok_or(Failure::Broken)?;
    let passkey = Passkey::new(*nonce, outputs).map_err(|_| Failure::Broken)?;
    let key = DataKey::from_bytes(key).map_err(|_| Failure::Broken)?;
    let made = slot(
        &key,
        vault.store(),
        Secret::Passkey(&passkey),
        WorkFactor::FLOOR,
    )?;
    vault.put(made.of_credential(id));
    changed(&vault, None)
}

fn changed(vault: &VaultFile, recovery: Option<String>) -> Done {
    let vault = text_of(vault)?;
    Ok((Reply::Changed { vault, recovery }, Vec::new()))
}

fn read_vault(text: &str) -> Result<VaultFile, Failure> {
    VaultFile::decode(text.as_bytes()).map_err(|_| Failure::Damaged)
}

fn seal(passphrase: &str, bundle: &[u8]) -> Done {
    let passphrase = typed(passphrase)?;
    let file = backup::seal(bundle, &passphrase, work_factor()).map_err(|_| Failure::Broken)?;
    if backup::open(&file, &passphrase, &BackupLimits::default())? != bundle {
        return Err(Failure::Damaged);
    }
    Ok((Reply::Sealed, file))
}

fn open(passphrase: &str, file: &[u8]) -> Done {
    let bundle = backup::open(file, &typed(passphrase)?, &BackupLimits::default())?;
    Ok((Reply::Opened, bundle))
}

/// Reads a whole backup before the page does, which must never be held up by what turns out to be
/// none.
fn read(bundle: &[u8]) -> Done {
    let backup = backup::read(bundle, &BackupLimits::default())?;
    let reply = Reply::Read {
        entries: backup.journal.entries().count(),
        unread: backup.unreadable + backup.newer,
    };
    Ok((reply, Vec::new()))
}

fn make_key(former: Option<&str>) -> Done {
    let identity = Identity::generate()?;
    let mut card = identity.card();
    if let Some(former) = former {
        let former = Identity::parse(former)?.signing();
        card.renewal = Some(former.renew(&card.keys_text()));
    }
    Ok(pair(&identity, &card))
}

fn pair(identity: &Identity, card: &Card) -> (Reply, Vec<u8>) {
    let reply = Reply::Key {
        key: identity.public().text(),
        card: card.text(),
        secret: identity.secret().to_string(),
    };
    (reply, Vec::new())
}

fn seal_for_keys(keys: &[String], by: Option<&str>, bundle: &[u8]) -> Done {
    let keys: Result<Vec<_>, _> = keys.iter().map(|key| PublicKey::parse(key)).collect();
    let signed = by.map(|secret| {
        let signing = Identity::parse(secret)?.signing();
        share::sign(bundle, &signing).map_err(|_| Failure::Broken)
    });
    let signed = signed.transpose()?;
    let bundle = signed.as_deref().unwrap_or(bundle);
    let file = share::sealed_for_keys(bundle, &keys.map_err(|_| Failure::Typo)?);
    Ok((Reply::SealedFor, file.map_err(|_| Failure::Broken)?))
}

fn seal_for_phrase(phrase: &str, bundle: &[u8]) -> Done {
    let phrase = Phrase::parse(phrase).map_err(|_| Failure::Typo)?;
    // The phrase has 64 random bits: more work would not make it safer.
    let file = share::sealed_for_phrase(bundle, &phrase, WorkFactor::FLOOR);
    Ok((Reply::SealedFor, file.map_err(|_| Failure::Broken)?))
}

fn open_by_keys(secrets: &[String], file: &[u8]) -> Done {
    let mut refused = ShareError::WrongKey;
    for secret in secrets {
        // One that cannot be read says nothing of the others.
        let Ok(identity) = Identity::parse(secret) else {
            continue;
        };
        match opened(file, Opener::Key(&identity)) {
            Ok(opened) => return Ok(opened),
            Err(error) => refused = error,
        }
    }
    Err(refused.into())
}

fn open_by_phrase(phrase: &str, file: &[u8]) -> Done {
    let phrase = Phrase::parse(phrase).map_err(|_| Failure::Typo)?;
    Ok(opened(file, Opener::Phrase(&phrase))?)
}

fn opened(file: &[u8], opener: Opener<'_>) -> Result<(Reply, Vec<u8>), ShareError> {
    let bundle = share::open(file, opener, &share::ShareLimits::default())?;
    Ok((Reply::Opened, bundle))
}

fn seal_identity(secret: &str, passphrase: &str) -> Done {
    let identity = Identity::parse(secret)?;
    let file = identity.seal(&typed(passphrase)?, work_factor());
    let file = file.map_err(|_| Failure::Broken)?;
    Ok((Reply::SealedFor, file.into_bytes()))
}

fn open_identity(passphrase: &str, file: &[u8]) -> Done {
    let identity = Identity::open(file, &typed(passphrase)?, WorkFactor::CAP.log2())?;
    Ok(pair(&identity, &identity.card()))
}

fn typed(text: &str) -> Result<Passphrase, Failure> {
    // One text can be spelt in several ways, and keyboards differ. Whoever opens the file with
    // another program types it in this form.
    let text = String::from(JsString::from(text).normalize("NFC"));
    Passphrase::new(&text).map_err(|error| match error {
        PassphraseError::Empty | PassphraseError::TooLong | PassphraseError::Untypable => {
            Failure::Unusable
        }
    })
}

fn text_of(vault: &VaultFile) -> Result<String, Failure> {
    let bytes = vault.encode().map_err(|_| Failure::Broken)?;
    String::from_utf8(bytes).map_err(|_| Failure::Broken)
}

/// The recommended factor where this device has it done in [`PATIENCE_MS`], less where it has
/// not, but never under the floor. Each step takes twice as long.
fn work_factor() -> WorkFactor {
    let (Ok(key), Ok(trial)) = (fresh_key(), Passphrase::new("trial")) else {
        return WorkFactor::FLOOR;
    };
    let store = StoreId::new(0);
    let before = js_sys::Date::now();
    let _ = Keyslot::make(&key, store, &Secret::Passphrase(&trial), WorkFactor::FLOOR);
    let mut expected = js_sys::Date::now() - before;
    let mut factor = WorkFactor::FLOOR;
    while factor < WorkFactor::DEFAULT && expected * 2.0 <= PATIENCE_MS {
        expected *= 2.0;
        factor = WorkFactor::new(factor.log2() + 1).unwrap_or(factor);
    }
    factor
}

fn fresh_key() -> Result<DataKey, Failure> {
    let mut bytes = Zeroizing::new([0; DataKey::BYTES]);
    fill(bytes.as_mut_slice())?;
    DataKey::from_bytes(bytes.as_slice()).map_err(|_| Failure::Broken)
}

fn random() -> Result<u128, Failure> {
    let mut bytes = [0; 16];
    fill(&mut bytes)?;
    Ok(u128::from_le_bytes(bytes))
}

/// Without randomness nothing is made: never of zeros.
fn fill(bytes: &mut [u8]) -> Result<(), Failure> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let crypto = scope.crypto().map_err(|_| Failure::Broken)?;
    crypto
        .get_random_values_with_u8_array(bytes)
        .map(drop)
        .map_err(|_| Failure::Broken)
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn one_secret_that_cannot_be_read_does_not_keep_the_others_from_being_tried() {
        let identity = Identity::generate().unwrap();
        let other = Identity::generate().unwrap().secret().to_string();
        let keys = [identity.public().text()];
        let (_, file) = seal_for_keys(&keys, None, b"bundle").unwrap();
        let secrets = ["damaged".to_owned(), other, identity.secret().to_string()];
        let (_, opened) = open_by_keys(&secrets, &file).unwrap();
        assert_eq!(opened, b"bundle");
        let refused = open_by_keys(&secrets[..2], &file);
        assert_eq!(refused.err(), Some(Failure::Share(ShareError::WrongKey)));
    }
}
