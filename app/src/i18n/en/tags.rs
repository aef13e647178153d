//! Suggestions in English.

use crate::i18n::named;

/// How a suggestion reads.
pub fn tag(name: &str) -> String {
    let words = match name {
        "argument" => "An argument",
        "tired" => "Tired",
        "hungry" => "Hungry",
        "celebration" => "A celebration",
        "saw-it" => "Saw it or heard about it",
        "old-place" => "An old place",
        "old-friends" => "Old friends",
        "memory" => "A memory",
        "good-mood" => "A good mood",
        "no-reason" => "No reason I know",
        "travelling" => "On the road",
        "bar" => "A bar or party",
        "shop" => "A store",
        "someones-home" => "Someone’s home",
        "friends" => "Friends",
        "people-who-use" => "People who use",
        "other" => "Something else",
        "breathing" => "Breathing",
        "grounding" => "Grounding",
        "called-someone" => "Called someone",
        "went-to-a-meeting" => "Went to a meeting",
        "moved" => "Moved my body",
        "left-the-place" => "Left the place",
        "played-the-tape" => "Played the tape through",
        // The rest read as they are named.
        _ => return named(name),
    };
    words.to_owned()
}
