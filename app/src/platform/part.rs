//! The parts of the app that are not in the first download.
//!
//! A release build splits the module at the functions made by [`in_part`] and at the screens of
//! `pages::lazy`; calling one then fetches its part first. The part `core` is what opens the journal
//! and writes to it. A development build holds everything in one module.

use std::pin::Pin;

/// Work that goes on in a part.
pub type Work<T> = Pin<Box<dyn Future<Output = T>>>;

/// A part did not come: no network, and nothing kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a part of the app did not arrive")]
pub struct Missing;

#[cfg(split)]
impl From<leptos::wasm_split::SplitLoaderError> for Missing {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Calls a function of a part, waiting for it where it has to come first.
macro_rules! part {
    ($call:expr) => {{
        #[cfg(split)]
        let called = $call.await;
        #[cfg(not(split))]
        let called = $call;
        called
    }};
}
pub(crate) use part;

/// Makes a function whose work is in the part that is named; it is called with [`part`]. What stands
/// in brackets behind the part becomes a function that only fetches it.
macro_rules! in_part {
    ($part:ident $([$fetch:ident])? $(#[$doc:meta])* fn $name:ident($($argument:ident: $type:ty),*) -> $output:ty $work:block) => {
        $(#[$doc])*
        #[cfg_attr(
            split,
            leptos::wasm_split::wasm_split(
                $part,
                wasm_split_path = leptos::wasm_split,
                fallible
                $(, preload($fetch))?
            )
        )]
        fn $name($($argument: $type),*) -> Result<$crate::platform::part::Work<$output>, Missing> {
            Ok(Box::pin(async move $work))
        }
    };
}
pub(crate) use in_part;
