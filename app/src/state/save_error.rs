//! Why something was not saved.

use ebb_core::journal::ActionError;
use ebb_core::store::StoreError;

use crate::platform::part::Missing;

/// Why something was not saved. What was written is still on the screen and in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The action cannot be done.
    #[error(transparent)]
    Action(#[from] ActionError),
    /// The store could not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An example is on the screen, and is not written in.
    #[error("an example is not written in")]
    Example,
    /// What writes has not arrived.
    #[error(transparent)]
    Part(#[from] Missing),
}
