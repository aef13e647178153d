//! Sealed files that come and go: shares one way, assignments the other.

use std::sync::Arc;

use ebb_core::share::{
    self, Link, LinkError, Phrase, PhraseError, SealedFor, ShareError, ShareLimits,
};

use super::save_error::SaveError;
use crate::platform::codes::code_in;
use crate::platform::files::{self, Picked, SEALED};
use crate::platform::work::{self, Failure, Request};
use crate::platform::{page, random};

/// Why something was not shared or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The file, or the key, is not right.
    Share(ShareError),
    /// The phrase is none.
    Phrase(PhraseError),
    /// The link is none.
    Link(LinkError),
    /// The picture has no code.
    NoCode,
    /// It should be a key file, and is none.
    NotAKey,
    /// The key that is shown is not the one that is sealed beside it.
    KeySwapped,
    /// It is for a key, and there is none here.
    NoKey,
    /// It is for the key here, which is not open.
    KeyClosed,
    /// The slow work could not be done.
    Work(Failure),
    /// The journal could not take it.
    Save(SaveError),
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Share(error) => Self::Share(error),
            other => Self::Work(other),
        }
    }
}

impl From<SaveError> for Refused {
    fn from(error: SaveError) -> Self {
        Self::Save(error)
    }
}

impl From<ShareError> for Refused {
    fn from(error: ShareError) -> Self {
        Self::Share(error)
    }
}

impl From<LinkError> for Refused {
    fn from(error: LinkError) -> Self {
        Self::Link(error)
    }
}

/// Where a sealed file comes from.
#[derive(Clone)]
pub enum Source {
    /// A file that was picked: the sealed one, or a picture of a code.
    Picked(Picked),
    /// A link, or the file itself as text.
    Text(String),
}

impl Source {
    /// What it is called; a link has no name.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Picked(picked) => Some(&picked.name),
            Self::Text(_) => None,
        }
    }

    async fn bytes(&self) -> Result<Vec<u8>, Refused> {
        match self {
            // Before it is read: what is too large must not fill the memory.
            Self::Picked(picked) if picked.size > ShareLimits::default().bytes as u64 => {
                Err(ShareError::TooLarge.into())
            }
            Self::Picked(picked) if picked.is_picture() => {
                in_link(&code_in(picked).await.ok_or(Refused::NoCode)?)
            }
            Self::Picked(picked) => {
                let bytes = picked.bytes().await;
                bytes.ok_or_else(|| Failure::Unreadable.into())
            }
            Self::Text(text) => in_link(text),
        }
    }
}

/// The sealed file in a link.
fn in_link(text: &str) -> Result<Vec<u8>, Refused> {
    match share::read_link(text)? {
        Link::Share(file) | Link::Assignment(file) => Ok(file),
        Link::Key(_) => Err(LinkError::Foreign.into()),
    }
}

/// Opens a sealed file. `secrets` are asked for only when it is sealed for a key.
pub async fn opened(
    source: &Source,
    phrase: &str,
    secrets: impl FnOnce() -> Result<Vec<String>, Refused>,
) -> Result<Vec<u8>, Refused> {
    let file = source.bytes().await?;
    let request = match share::sealed_for(&file)? {
        SealedFor::Plain => return Ok(file),
        SealedFor::Phrase => Request::OpenByPhrase(spoken(phrase)?.text().to_owned()),
        SealedFor::Keys(_) => Request::OpenByKeys(secrets()?),
    };
    Ok(work::ask(&request, &file).await?.1)
}

fn spoken(phrase: &str) -> Result<Phrase, Refused> {
    Phrase::parse(phrase).map_err(|error| match error {
        PhraseError::Count(0) => Refused::Share(ShareError::NeedsPhrase),
        error => Refused::Phrase(error),
    })
}

/// Seals a bundle for these keys or, without any, by a new phrase, which comes back with it. For
/// keys it is signed by what comes from this secret.
pub async fn seal(
    keys: Vec<String>,
    signed_by: Option<String>,
    bundle: &[u8],
) -> Result<(Vec<u8>, Option<String>), Refused> {
    let (request, phrase) = if keys.is_empty() {
        let phrase = Phrase::new(random::bits128().map_err(|_| Failure::Broken)?)
            .text()
            .to_owned();
        (Request::SealForPhrase(phrase.clone()), Some(phrase))
    } else {
        (Request::SealForKeys(keys, signed_by), None)
    };
    let (_, file) = work::ask(&request, bundle).await?;
    Ok((file, phrase))
}

/// A sealed file that waits to be handed over.
#[derive(Clone)]
pub struct Sealed {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub file: Arc<Vec<u8>>,
    /// The phrase that opens it, if it was sealed by one.
    pub phrase: Option<String>,
    /// The address that holds it, if it is small enough.
    pub link: Option<String>,
}

impl Sealed {
    /// A file, and the address at `path` that holds it.
    pub fn new(
        name: String,
        file: Vec<u8>,
        phrase: Option<String>,
        path: &str,
        kind: fn(Vec<u8>) -> Link,
    ) -> Self {
        let link = share::link(&kind(file.clone())).ok();
        Self {
            name,
            file: Arc::new(file),
            phrase,
            link: link.map(|fragment| format!("{}{path}#{fragment}", page::origin())),
        }
    }

    /// Saves it as a download.
    pub fn save(&self) -> bool {
        files::save(&self.name, SEALED, &self.file)
    }

    /// Sends it to another app.
    pub async fn send(&self) -> bool {
        files::send(&self.name, SEALED, &self.file).await
    }
}

/// The address at `path` that holds somebody's public keys.
pub fn key_address(path: &str, card: &share::Card) -> String {
    let fragment = share::link(&Link::Key(card.clone())).unwrap_or_default();
    format!("{}{path}#{fragment}", page::origin())
}
