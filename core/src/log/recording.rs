//! Something to live for, to be heard: a message of the person to themselves, with a line. It is kept
//! as a [`Keepsake`](super::Keepsake) is, and leaves as one does: where it was ticked, and in backups.

use serde::{Deserialize, Serialize};

use super::keepsake::is_base64;
use crate::text::Note;

/// Why something is no sound that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotASound {
    /// Longer than [`Sound::MOST`].
    #[error("the sound is too large to be kept")]
    TooLarge,
    /// Not the bytes of one of the kinds that browsers record, in Base64.
    #[error("this is no sound in WebM, Ogg or MP4, in Base64")]
    UnknownKind,
}

/// What a browser recorded, as Base64 (RFC 4648, 4): Opus in `WebM` or Ogg, or AAC in MP4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sound(String);

impl Sound {
    /// Characters at most: 288 kB of sound, a minute at 39 kbit/s. A share takes entries of 512 KiB
    /// ([`ShareLimits`](crate::share::ShareLimits)), and beside this there is room for the longest line,
    /// whatever JSON makes of its characters.
    pub const MOST: usize = 384 * 1024;
    /// Seconds at most.
    pub const SECONDS: u64 = 60;

    /// Takes a sound. Whether a browser can play it is not looked at.
    ///
    /// # Errors
    /// [`NotASound`].
    pub fn new(base64: String) -> Result<Self, NotASound> {
        if base64.len() > Self::MOST {
            Err(NotASound::TooLarge)
        } else if media_type(base64.as_bytes()).is_some() && is_base64(&base64) {
            Ok(Self(base64))
        } else {
            Err(NotASound::UnknownKind)
        }
    }

    /// As an address that a page can play.
    #[must_use]
    pub fn address(&self) -> String {
        let kind = media_type(self.0.as_bytes()).unwrap_or_default();
        format!("data:{kind};base64,{}", self.0)
    }
}

/// The media type of a sound, by how its Base64 begins.
fn media_type(base64: &[u8]) -> Option<&'static str> {
    match base64 {
        // 1A 45 DF A3.
        [b'G', b'k', b'X', b'f', b'o', ..] => Some("audio/webm"),
        // OggS.
        [b'T', b'2', b'd', b'n', b'U', ..] => Some("audio/ogg"),
        // A first box of less than 256 bytes whose name is ftyp.
        [b'A', b'A', b'A', b'A', _, _, b'Z', b'0', b'e', b'X', ..] => Some("audio/mp4"),
        _ => None,
    }
}

impl TryFrom<String> for Sound {
    type Error = NotASound;

    fn try_from(base64: String) -> Result<Self, NotASound> {
        Self::new(base64)
    }
}

impl From<Sound> for String {
    fn from(sound: Sound) -> Self {
        sound.0
    }
}

/// How many are kept: they are read with the journal, and each is as large as six pictures.
pub const MOST_RECORDINGS: usize = 3;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// What is heard.
    pub sound: Sound,
    /// The line with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Note>,
    /// Whether it is offered after a craving.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_craving: bool,
    /// Whether it is offered on the screen for help.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_help: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_is_known_by_its_first_bytes() {
        for (text, address) in [
            ("GkXfo59ChoEB", "data:audio/webm;base64,GkXfo59ChoEB"),
            ("T2dnUwACAAAA", "data:audio/ogg;base64,T2dnUwACAAAA"),
            ("AAAAHGZ0eXBtcDQy", "data:audio/mp4;base64,AAAAHGZ0eXBtcDQy"),
        ] {
            assert_eq!(Sound::new(text.into()).unwrap().address(), address);
        }
    }

    #[test]
    fn what_is_no_sound_or_too_large_is_not_taken() {
        for wrong in [
            "",
            "GkXf",
            "/9j/4AAQSkZJRgABAQ==",
            "GkXfo<svg onload=x>",
            "T2dnU,x",
            "AAAAHGZ0eXA\u{1f642}",
        ] {
            assert_eq!(
                Sound::new(wrong.into()),
                Err(NotASound::UnknownKind),
                "{wrong}"
            );
        }
        let large = format!("GkXfo{}", "A".repeat(Sound::MOST));
        assert_eq!(Sound::new(large), Err(NotASound::TooLarge));
    }
}
