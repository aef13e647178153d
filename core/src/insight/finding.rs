//! Results that may rest on too little to be shown.

/// Times something has to have been done before an average of it is shown. Ebb's own rule against
/// reading much into little, not a clinical number.
pub const ENOUGH_TIMES: usize = 5;

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
