//! `age` files by passphrase or for keys: making and opening them, with errors that say what is
//! wrong.

use std::io::{self, Read, Write};

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt};
use zeroize::Zeroizing;

const MAGIC: &[u8] = b"age-encryption.org/";
const ARMOR_BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const ARMOR_END: &[u8] = b"-----END AGE ENCRYPTED FILE-----";
/// The header of a file has about 150 bytes, and 100 for each further key. Reading one costs the
/// square of its number of lines, so an endless one must not be read at all.
const HEADER_LIMIT: usize = 16 * 1024;
const NONCE_BYTES: usize = 16;
const CHUNK_BYTES: usize = 64 * 1024;
const TAG_BYTES: usize = 16;

/// Why a number is not a work factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a work factor is from 15 to 18")]
pub struct WorkError;

/// Sealing failed; nothing was made. Only a failure inside the `age` crate can cause it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be sealed")]
pub struct NotSealed;

/// How much work guessing a passphrase costs: scrypt's N is two to this power, and 2^17 rounds
/// need 128 MiB while they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// The least a file is made with.
    pub const FLOOR: Self = Self(15);
    /// What is recommended.
    pub const DEFAULT: Self = Self(17);
    /// The most a file is made with, and the most that is done to read one: 256 MiB.
    pub const CAP: Self = Self(18);

    /// Takes the logarithm of N.
    ///
    /// # Errors
    /// [`WorkError`] outside 15 to 18.
    pub fn new(log2: u8) -> Result<Self, WorkError> {
        if (Self::FLOOR.0..=Self::CAP.0).contains(&log2) {
            Ok(Self(log2))
        } else {
            Err(WorkError)
        }
    }

    /// The logarithm of N.
    #[must_use]
    pub const fn log2(self) -> u8 {
        self.0
    }
}

/// Why an `age` file did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeError {
    NotAge,
    Newer,
    ToAKey,
    ByPassphrase,
    TooHeavy(u8),
    TooLarge,
    WrongSecret,
    Incomplete,
    Damaged,
}

/// What is allowed when a file is opened.
#[derive(Clone, Copy)]
pub struct Opening {
    /// The most work, as the logarithm of scrypt's N.
    pub work: u8,
    /// The most bytes inside.
    pub bytes: usize,
    /// What a whole file's length inside is a multiple of, so that a cut can be told from
    /// damage; 1 when nothing is known.
    pub padded_to: usize,
}

/// What a file is opened with.
#[derive(Clone, Copy)]
pub enum Unlocking<'a> {
    Passphrase(&'a str),
    Key(&'a dyn Identity),
}

/// Seals `plain` into a binary `age` file.
pub fn seal(plain: &[u8], secret: &str, work: WorkFactor) -> Result<Vec<u8>, NotSealed> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(secret));
    recipient.set_work_factor(work.0);
    seal_for(plain, &mut std::iter::once(&recipient as &dyn Recipient))
}

/// Seals `plain` for one recipient.
pub fn seal_to(plain: &[u8], recipient: &dyn Recipient) -> Result<Vec<u8>, NotSealed> {
    seal_for(plain, &mut std::iter::once(recipient))
}

/// The work factor in the header of a file by passphrase, if it is one that Ebb makes.
pub fn work_in(file: &[u8]) -> Option<WorkFactor> {
    let header = &file[..payload_start(file).ok()?];
    let mut lines = header.split(|byte| *byte == b'\n');
    let stanza = lines.find_map(|line| line.strip_prefix(b"-> scrypt "))?;
    let work = std::str::from_utf8(stanza).ok()?.split(' ').nth(1)?;
    WorkFactor::new(work.parse().ok()?).ok()
}

#[cfg(feature = "share")]
/// Seals `plain` for keys, each of which opens it.
pub fn seal_to_keys(plain: &[u8], keys: &[age::x25519::Recipient]) -> Result<Vec<u8>, NotSealed> {
    seal_for(plain, &mut keys.iter().map(|key| key as &dyn Recipient))
}

fn seal_for(
    plain: &[u8],
    recipients: &mut dyn Iterator<Item = &dyn Recipient>,
) -> Result<Vec<u8>, NotSealed> {
    let encryptor = Encryptor::with_recipients(recipients).map_err(|_| NotSealed)?;
    let mut file = Vec::with_capacity(plain.len() + plain.len() / 1024 + 512);
    let mut writer = encryptor.wrap_output(&mut file).map_err(|_| NotSealed)?;
    writer.write_all(plain).map_err(|_| NotSealed)?;
    writer.finish().map_err(|_| NotSealed)?;
    Ok(file)
}

/// The ASCII armor of a file.
pub fn armor(file: &[u8]) -> Result<String, NotSealed> {
    let mut text = Vec::with_capacity(file.len() * 3 / 2 + 128);
    let mut writer =
        ArmoredWriter::wrap_output(&mut text, Format::AsciiArmor).map_err(|_| NotSealed)?;
    writer.write_all(file).map_err(|_| NotSealed)?;
    writer.finish().map_err(|_| NotSealed)?;
    String::from_utf8(text).map_err(|_| NotSealed)
}

/// The file in an ASCII armor.
pub fn dearmor(text: &[u8]) -> Result<Vec<u8>, AgeError> {
    if !text.trim_ascii_end().ends_with(ARMOR_END) {
        return Err(AgeError::Incomplete);
    }
    let mut file = Vec::with_capacity(text.len() / 4 * 3);
    ArmoredReader::new(text)
        .read_to_end(&mut file)
        .map_err(|_| AgeError::Damaged)?;
    Ok(file)
}

/// Opens an `age` file, binary or armored.
pub fn open(
    file: &[u8],
    with: Unlocking<'_>,
    allowed: Opening,
) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let start = file.trim_ascii_start();
    if start.starts_with(ARMOR_BEGIN) {
        let whole = dearmor(start)?;
        // The end mark was there, so nothing is missing.
        let allowed = Opening {
            padded_to: 1,
            ..allowed
        };
        return open_binary(&whole, with, allowed);
    }
    open_binary(file, with, allowed)
}

fn open_binary(
    file: &[u8],
    with: Unlocking<'_>,
    allowed: Opening,
) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let payload = file.len() - payload_start(file)?;
    if plain_length(payload) > allowed.bytes {
        return Err(AgeError::TooLarge);
    }
    let decryptor = Decryptor::new_buffered(file).map_err(|error| header_error(&error))?;
    let by_passphrase = decryptor.is_scrypt();
    let scrypt_identity;
    let identity: &dyn Identity = match with {
        Unlocking::Passphrase(_) if !by_passphrase => return Err(AgeError::ToAKey),
        Unlocking::Key(_) if by_passphrase => return Err(AgeError::ByPassphrase),
        Unlocking::Key(identity) => identity,
        Unlocking::Passphrase(secret) => {
            let mut identity = scrypt::Identity::new(SecretString::from(secret));
            identity.set_max_work_factor(allowed.work);
            scrypt_identity = identity;
            &scrypt_identity
        }
    };
    let reader = decryptor
        .decrypt(std::iter::once(identity))
        .map_err(|error| header_error(&error))?;
    // With room for all of it, so that growing does not leave copies behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(plain_length(payload) + 1));
    let limit = u64::try_from(allowed.bytes).unwrap_or(u64::MAX);
    match reader.take(limit.saturating_add(1)).read_to_end(&mut plain) {
        Ok(_) if plain.len() > allowed.bytes => Err(AgeError::TooLarge),
        Ok(_) => Ok(plain),
        Err(error) => Err(payload_error(&error, payload, plain.len(), allowed)),
    }
}

/// Where the encrypted payload starts, after the header and the nonce.
fn payload_start(file: &[u8]) -> Result<usize, AgeError> {
    let Some(rest) = file.strip_prefix(MAGIC) else {
        let cut = !file.is_empty() && MAGIC.starts_with(file);
        return Err(if cut {
            AgeError::Incomplete
        } else {
            AgeError::NotAge
        });
    };
    let head = &file[..file.len().min(HEADER_LIMIT)];
    let too_short = if head.len() < HEADER_LIMIT {
        AgeError::Incomplete
    } else {
        AgeError::Damaged
    };
    let version = rest.iter().position(|byte| *byte == b'\n');
    match version.map(|end| &rest[..end]) {
        Some(b"v1") => {}
        Some([b'v', digits @ ..]) if is_number(digits) => return Err(AgeError::Newer),
        Some(_) => return Err(AgeError::Damaged),
        None => return Err(too_short),
    }
    let mac = head.windows(5).position(|bytes| bytes == b"\n--- ");
    let end = mac.and_then(|mac| {
        let line = &head[mac + 5..];
        let end = line.iter().position(|byte| *byte == b'\n')?;
        Some(mac + 5 + end + 1 + NONCE_BYTES)
    });
    match end {
        Some(end) if end <= file.len() => Ok(end),
        Some(_) => Err(AgeError::Incomplete),
        None => Err(too_short),
    }
}

fn is_number(digits: &[u8]) -> bool {
    !digits.is_empty() && digits.len() < 6 && digits.iter().all(u8::is_ascii_digit)
}

/// How many bytes are inside a payload: every chunk of it has a tag.
fn plain_length(payload: usize) -> usize {
    let chunks = payload.div_ceil(CHUNK_BYTES + TAG_BYTES);
    payload.saturating_sub(chunks * TAG_BYTES)
}

fn header_error(error: &DecryptError) -> AgeError {
    match error {
        DecryptError::ExcessiveWork { required, .. } => AgeError::TooHeavy(*required),
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys => AgeError::WrongSecret,
        DecryptError::UnknownFormat => AgeError::Newer,
        DecryptError::Io(_) => AgeError::Incomplete,
        _ => AgeError::Damaged,
    }
}

/// A cut and a change look alike to the cipher when they are in the last chunk. A cut shows in
/// the length, unless it took a multiple of the padding.
fn payload_error(error: &io::Error, payload: usize, read: usize, allowed: Opening) -> AgeError {
    let chunk = CHUNK_BYTES + TAG_BYTES;
    let in_last = (read / CHUNK_BYTES + 1) * chunk >= payload;
    let last_is_stub = (1..=TAG_BYTES).contains(&(payload % chunk));
    let odd = !plain_length(payload).is_multiple_of(allowed.padded_to.max(1)) || last_is_stub;
    if error.kind() == io::ErrorKind::UnexpectedEof || in_last && odd {
        AgeError::Incomplete
    } else {
        AgeError::Damaged
    }
}
