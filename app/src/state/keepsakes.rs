//! Taking in a picture to keep.

use ebb_core::log::{Entry, Keepsake, Picture};
use ebb_core::text::Note;

use super::journal::JournalContext;
use super::save_error::SaveError;
use crate::platform::files::Picked;
use crate::platform::pictures;

pub use crate::platform::pictures::PictureError;

/// The picked file as a picture that can be kept.
///
/// # Errors
/// [`PictureError`].
pub async fn picture_of(picked: &Picked) -> Result<Picture, PictureError> {
    let small = pictures::shrunk(picked, Picture::MOST).await?;
    Picture::new(small).map_err(|_| PictureError::Unreadable)
}

/// Keeps a picture with its line; it is shown nowhere else until the person says so.
///
/// # Errors
/// [`SaveError`].
pub async fn keep_picture(
    journal: JournalContext,
    picture: Picture,
    line: Option<Note>,
) -> Result<(), SaveError> {
    let keepsake = Keepsake {
        picture,
        line,
        after_craving: true,
        in_help: false,
    };
    journal.log(Entry::Keepsake(keepsake)).await.map(drop)
}
