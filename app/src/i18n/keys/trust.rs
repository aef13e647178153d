//! Who a recipient is, how far that is known, and on which terms something is shared.

use ebb_core::log::Trust;

use super::Text;

/// Verified people, signatures, and how long a share may be kept.
pub struct TrustWords {
    pub with: Text,
    /// How far somebody is known to be who they say they are.
    pub state: fn(Trust) -> Text,
    pub not_verified_hint: fn(&str) -> String,
    pub purpose: Text,
    pub purpose_hint: Text,
    pub keep: Text,
    pub keep_days: fn(i32) -> String,
    pub keep_hint: Text,
    /// What a review says of a share's terms and signature.
    pub kept_until: fn(&str) -> String,
    pub for_purpose: fn(&str) -> String,
    pub signed: fn(&str) -> String,
    pub not_signed: Text,
    pub will_be_signed: Text,
    /// After it was sealed.
    pub handed_title: fn(&str) -> String,
    pub handed_hint: Text,
    pub handed: Text,
    pub handed_done: Text,
    /// The list of people.
    pub their_words: Text,
    pub key_hint: Text,
    pub own_words: fn(&str) -> String,
    /// Words that keys are spelt with, one for each number below 512.
    pub key_words: Text,
    pub numbers: fn(&str) -> String,
    pub matches: Text,
    pub add_unverified: Text,
    pub verified_now: fn(&str) -> String,
    pub revoke: Text,
    pub revoked_now: fn(&str) -> String,
    pub renew: Text,
    pub renewed_now: fn(&str) -> String,
    pub new_key_of: fn(&str) -> String,
    pub take_new_key: Text,
    pub taken_new_key: fn(&str) -> String,
    pub was_revoked: Text,
    pub same_name: fn(&str) -> String,
    pub replace: fn(&str) -> String,
    pub add_anyway: Text,
    /// What came back.
    pub from_known: fn(&str, &str) -> String,
    pub from_unverified: fn(&str) -> String,
    pub from_unknown: Text,
    pub from_unsigned: fn(Option<&str>) -> String,
    /// The therapist's key.
    pub renew_own: Text,
    pub renew_own_lead: Text,
    pub own_renewed: Text,
    pub show_key: Text,
    pub sign_hint: Text,
    pub show_key_lead: Text,
    pub key_swapped: Text,
    /// A restore that would add people.
    pub restore_people: Text,
    pub restore_people_hint: Text,
    pub restore_person: fn(&str, &str) -> String,
}
