//! Keys as people type them.

use ebb_core::share::{Card, Link, LinkError, read_link};

use crate::i18n::more;

/// The keys in a text: bare, or in a link.
pub fn key_of(text: &str) -> Result<Card, String> {
    let texts = &more().share;
    if !text.contains('#') && !text.trim().starts_with("ebb1") {
        return Card::parse(text).map_err(|error| (texts.key_problem)(error).to_owned());
    }
    match read_link(text) {
        Ok(Link::Key(card)) => Ok(card),
        Ok(_) => Err((texts.link_problem)(LinkError::Foreign)),
        Err(error) => Err((texts.link_problem)(error)),
    }
}
