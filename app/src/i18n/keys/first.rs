//! Keys of the first look around, the example, and the keyboard.

use ebb_core::example::Words;

use super::Text;

/// One of the three screens of the first look around.
pub struct Told<const N: usize> {
    pub title: Text,
    pub lead: Text,
    pub list: [Text; N],
}

pub struct Welcome {
    /// Which screen of how many.
    pub step: fn(usize, usize) -> String,
    pub purpose: Told<3>,
    pub promise: Told<4>,
    pub kept: Told<1>,
    pub next: Text,
    pub back: Text,
    pub skip: Text,
    pub begin: Text,
    /// In Settings: the title, and the way to look around again.
    pub about: Text,
    pub again: Text,
}

pub struct ExampleTexts {
    pub look: Text,
    pub look_words: Text,
    pub name: Text,
    pub bar: Text,
    pub back: Text,
    /// What the made-up person wrote.
    pub month: Words,
}

pub struct Keys {
    pub title: Text,
    pub lead: Text,
    pub on: Text,
    pub off_words: Text,
    pub this_list: Text,
    pub plans: Text,
    pub in_history: Text,
    pub leave: Text,
    /// What two keys are called together.
    pub arrows: Text,
    pub twice: Text,
    /// Beside the list of entries, before one is chosen.
    pub choose_entry: Text,
}
