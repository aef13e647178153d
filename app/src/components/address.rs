//! What a screen reads of its own address.

use ebb_core::journal::RecordId;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// What follows a screen's name in the address, piece by piece: `["safety", "edit"]` of
/// `/plans/safety/edit`.
pub fn rest_of_address() -> Memo<Vec<String>> {
    let path = use_location().pathname;
    let here =
        path.with_untracked(|path| address_pieces(path).first().map(|&name| name.to_owned()));
    Memo::new(move |before: Option<&Vec<String>>| {
        path.with(|path| match address_pieces(path).split_first() {
            Some((name, rest)) if Some(*name) == here.as_deref() => {
                rest.iter().map(|&piece| piece.to_owned()).collect()
            }
            // The person is on the way to another screen, which this one knows nothing of.
            _ => before.cloned().unwrap_or_default(),
        })
    })
}

/// What follows a screen's name, where that is one piece: the id of what is shown.
pub fn id_in_address() -> Memo<String> {
    let rest = rest_of_address();
    Memo::new(move |_| rest.with(|rest| rest.first().cloned().unwrap_or_default()))
}

/// The names in a path, without what is empty between slashes.
pub fn address_pieces(path: &str) -> Vec<&str> {
    path.split('/').filter(|piece| !piece.is_empty()).collect()
}

/// Whether the address asks for an exercise to begin at once.
pub fn starts_in_address() -> bool {
    use_location()
        .query
        .with_untracked(|query| query.get("start").is_some())
}

/// The craving that the address names: an exercise chosen now is for it.
pub fn craving_in_address() -> Memo<Option<RecordId>> {
    let query = use_location().query;
    Memo::new(move |_| {
        query
            .with(|query| query.get("craving"))
            .and_then(|id| id.parse().ok())
    })
}
