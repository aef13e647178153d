//! Something to live for: a picture of the person's own, with a line under it. It is kept as all
//! entries are, so it is sealed, backed up and merged like them. It is in a share only where that was
//! ticked ([`Category::Keepsakes`](crate::share::Category)), and in no table.

use serde::{Deserialize, Serialize};

use crate::text::Note;

/// Why something is no picture that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPicture {
    /// Longer than [`Picture::MOST`].
    #[error("the picture is too large to be kept")]
    TooLarge,
    /// Not the bytes of a JPEG in Base64.
    #[error("this is not a JPEG in Base64")]
    NotJpeg,
}

/// A JPEG as Base64 (RFC 4648, 4), made small before it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Picture(String);

impl Picture {
    /// Characters at most: 48 kB of picture, enough for 640 pixels a side.
    pub const MOST: usize = 64 * 1024;
    /// How the Base64 of a JPEG begins: the bytes FF D8 FF.
    const BEGINS: &'static str = "/9j/";

    /// Takes a picture. Whether a browser can draw it is not looked at.
    ///
    /// # Errors
    /// [`NotAPicture`].
    pub fn new(base64: String) -> Result<Self, NotAPicture> {
        if base64.len() > Self::MOST {
            Err(NotAPicture::TooLarge)
        } else if base64.starts_with(Self::BEGINS) && is_base64(&base64) {
            Ok(Self(base64))
        } else {
            Err(NotAPicture::NotJpeg)
        }
    }

    /// As an address that a page can show.
    #[must_use]
    pub fn address(&self) -> String {
        format!("data:image/jpeg;base64,{}", self.0)
    }
}

impl TryFrom<String> for Picture {
    type Error = NotAPicture;

    fn try_from(base64: String) -> Result<Self, NotAPicture> {
        Self::new(base64)
    }
}

impl From<Picture> for String {
    fn from(picture: Picture) -> Self {
        picture.0
    }
}

/// Whether there is nothing in a text but what Base64 has.
pub(super) fn is_base64(text: &str) -> bool {
    let fits = |c: u8| c.is_ascii_alphanumeric() || b"+/=".contains(&c);
    text.bytes().all(fits)
}

/// How many are kept: they are read with the journal.
pub const MOST_KEEPSAKES: usize = 12;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keepsake {
    /// The picture.
    pub picture: Picture,
    /// The line under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Note>,
    /// Whether it is shown after a craving.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_craving: bool,
    /// Whether it is shown on the screen for help.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_help: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_small_jpeg_is_a_picture() {
        assert!(Picture::new("/9j/4AAQ+/==".into()).is_ok());
        for wrong in ["", "iVBORw0KGgo=", "/9j/<svg onload=x>", "/9j/ \u{1f642}"] {
            assert_eq!(
                Picture::new(wrong.into()),
                Err(NotAPicture::NotJpeg),
                "{wrong}"
            );
        }
        let large = format!("/9j/{}", "A".repeat(Picture::MOST));
        assert_eq!(Picture::new(large), Err(NotAPicture::TooLarge));
    }
}
