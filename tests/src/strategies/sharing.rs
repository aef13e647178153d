//! Generators of what the journal keeps about sharing, and of choices.

use ebb_core::log::{Entry, Recipient, ShareKey, Shared};
use ebb_core::share::{Category, Selection, new_person};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

use super::{day, id, tag};

/// Any of the entries about sharing.
pub fn entry() -> impl Strategy<Value = Entry> {
    let recipient = (tag(), "age1[a-z0-9]{0,58}")
        .prop_map(|(name, key)| Entry::Recipient(Recipient::new(name, key)));
    let shared = (
        (day(), day(), any::<u16>()),
        vec("[a-z_]{1,12}", 0..3),
        vec(tag(), 0..3),
        any::<[bool; 3]>(),
        vec(id(), 0..3),
    )
        .prop_map(
            |((first, last, count), kinds, to, [notes, names, told], without)| {
                Entry::Shared(Shared {
                    first,
                    last,
                    count,
                    kinds,
                    to,
                    notes,
                    names,
                    told,
                    without,
                    recipient: None,
                    expires: None,
                })
            },
        );
    let key = (any::<u128>(), "age1[a-z0-9]{0,58}", "[A-Z0-9-]{1,74}").prop_map(
        |(person, key, secret)| {
            Entry::ShareKey(ShareKey {
                person: new_person(person),
                key,
                secret,
            })
        },
    );
    prop_oneof![recipient, shared, key]
}

/// Any choice over these days; entries to leave out are for the caller to pick.
pub fn selection() -> impl Strategy<Value = Selection> {
    (
        (day(), day()),
        btree_set(select(Category::ALL.to_vec()), 0..15),
        any::<[bool; 3]>(),
    )
        .prop_map(
            |((one, other), kinds, [notes, names, tell_left_out])| Selection {
                first: one.min(other),
                last: one.max(other),
                kinds,
                without: std::collections::BTreeSet::new(),
                notes,
                names,
                tell_left_out,
            },
        )
}
