//! The Web Worker: slow key derivation, sealing, and reading a backup, off the page's thread and out
//! of the first download. The page ends it after each piece of work, and with it the memory that
//! held a key.

#[path = "../platform/work/reply.rs"]
mod reply;
#[path = "../platform/work/request.rs"]
mod request;
#[path = "../platform/work/worker_host.rs"]
mod worker_host;

use ebb_core::backup::{self, BackupLimits};
use ebb_core::share::{self, Identity, Opener, Phrase, PublicKey, ShareError};
use ebb_core::vault::{
    DataKey, Keyslot, KeyslotKind, Passphrase, PassphraseError, RecoveryCode, RecoveryCodeError,
    Secret, StoreId, VaultFile, WorkFactor,
};
use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;
use zeroize::Zeroizing;

use reply::{Failure, Reply};
use request::Request;
use worker_host::Done;

/// The most a derivation may take on this device, in milliseconds.
const PATIENCE_MS: f64 = 3000.0;

fn main() {
    worker_host::answer(|text, bytes| match serde_json::from_str(text) {
        Ok(request) => work(request, bytes),
        Err(_) => Err(Failure::Broken),
    });
}

fn work(request: Request, bytes: &[u8]) -> Done {
    match request {
        Request::Protect(passphrase, store) => protect(&passphrase, store.as_deref()),
        Request::Unlock(vault, kind, secret) => unlock(&vault, kind, &secret),
        Request::ChangePassphrase(vault, passphrase) => change(&vault, Some(&passphrase), bytes),
        Request::ChangeRecovery(vault) => change(&vault, None, bytes),
        Request::Seal(passphrase) => seal(&passphrase, bytes),
        Request::Open(passphrase) => open(&passphrase, bytes),
        Request::Read => read(bytes),
        Request::MakeKey => make_key(),
        Request::SealForKeys(keys) => seal_for_keys(&keys, bytes),
        Request::SealForPhrase(phrase) => seal_for_phrase(&phrase, bytes),
        Request::OpenByKeys(secrets) => open_by_keys(&secrets, bytes),
        Request::OpenByPhrase(phrase) => open_by_phrase(&phrase, bytes),
        Request::SealIdentity(secret, passphrase) => seal_identity(&secret, &passphrase),
        Request::OpenIdentity(passphrase) => open_identity(&passphrase, bytes),
    }
}

fn protect(passphrase: &str, store: Option<&str>) -> Done {
    let passphrase = typed(passphrase)?;
    let key = fresh_key()?;
    let store = match store {
        Some(name) => name.parse().map_err(|_| Failure::Damaged)?,
        None => StoreId::new(random()?),
    };
    let code = RecoveryCode::new(random()?);
    let work = work_factor();
    let slot = |secret| Keyslot::make(&key, store, &secret, work).map_err(|_| Failure::Broken);
    let mut vault = VaultFile::new(store, slot(Secret::Passphrase(&passphrase))?);
    vault.put(slot(Secret::Recovery(&code))?);
    let reply = Reply::Protected {
        vault: text_of(&vault)?,
        recovery: code.text().to_string(),
    };
    Ok((reply, key.expose().to_vec()))
}

fn unlock(vault: &str, kind: KeyslotKind, secret: &str) -> Done {
    let vault = VaultFile::decode(vault.as_bytes()).map_err(|_| Failure::Damaged)?;
    let key = match kind {
        KeyslotKind::Passphrase => vault.open(&Secret::Passphrase(&typed(secret)?)),
        KeyslotKind::Recovery => {
            let code = RecoveryCode::parse(secret).map_err(|error| match error {
                RecoveryCodeError::Character
                | RecoveryCodeError::Length(_)
                | RecoveryCodeError::Typo => Failure::Typo,
            })?;
            vault.open(&Secret::Recovery(&code))
        }
    }?;
    Ok((Reply::Unlocked, key.expose().to_vec()))
}

fn change(vault: &str, passphrase: Option<&str>, key: &[u8]) -> Done {
    let mut vault = VaultFile::decode(vault.as_bytes()).map_err(|_| Failure::Damaged)?;
    let key = DataKey::from_bytes(key).map_err(|_| Failure::Broken)?;
    let work = work_factor();
    let store = vault.store();
    let make = |secret| Keyslot::make(&key, store, &secret, work).map_err(|_| Failure::Broken);
    let recovery = if let Some(text) = passphrase {
        vault.put(make(Secret::Passphrase(&typed(text)?))?);
        None
    } else {
        let code = RecoveryCode::new(random()?);
        vault.put(make(Secret::Recovery(&code))?);
        Some(code.text().to_string())
    };
    let vault = text_of(&vault)?;
    Ok((Reply::Changed { vault, recovery }, Vec::new()))
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

fn make_key() -> Done {
    Ok(pair(&Identity::generate()?))
}

fn pair(identity: &Identity) -> (Reply, Vec<u8>) {
    let reply = Reply::Key {
        key: identity.public().text(),
        secret: identity.secret().to_string(),
    };
    (reply, Vec::new())
}

fn seal_for_keys(keys: &[String], bundle: &[u8]) -> Done {
    let keys: Result<Vec<_>, _> = keys.iter().map(|key| PublicKey::parse(key)).collect();
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
    Ok(pair(&identity))
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
        let (_, file) = seal_for_keys(&keys, b"bundle").unwrap();
        let secrets = ["damaged".to_owned(), other, identity.secret().to_string()];
        let (_, opened) = open_by_keys(&secrets, &file).unwrap();
        assert_eq!(opened, b"bundle");
        let refused = open_by_keys(&secrets[..2], &file);
        assert_eq!(refused.err(), Some(Failure::Share(ShareError::WrongKey)));
    }
}
