//! Results that may rest on too little to be shown.

/// A result, or how much is still wanting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding<T> {
    /// Enough is there.
    Found(T),
    /// Too little is there: `n` of the `needed`.
    NotEnoughYet {
        /// How many there are.
        n: usize,
        /// How many it takes.
        needed: usize,
    },
}

impl<T> Finding<T> {
    /// The result, when there is one.
    pub const fn found(&self) -> Option<&T> {
        match self {
            Self::Found(result) => Some(result),
            Self::NotEnoughYet { .. } => None,
        }
    }
}
