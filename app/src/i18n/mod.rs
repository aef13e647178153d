//! The words of the interface. Each language is one folder with one value of every key, so a
//! missing text does not compile.

mod en;
mod keys;

pub use keys::Texts;

/// The texts in the chosen language; there is one so far.
pub const fn texts(_chosen: Option<&str>) -> &'static Texts {
    &en::TEXTS
}
