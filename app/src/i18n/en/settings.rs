//! The settings that came later, in English.

use crate::i18n::keys::MoreSettings;

pub const SETTINGS: MoreSettings = MoreSettings {
    language_missing: "That language could not be loaded. You may be offline. Nothing was changed.",
    contrast: "Contrast",
    contrast_more: "High contrast",
    discretion: "Keeping Ebb private",
    disguise: "Name and icon",
    disguise_ebb: "Ebb",
    disguise_notes: "Notes",
    disguise_weather: "Weather",
    disguise_limits: "The name and icon of the tab change right away. If Ebb is already on your home screen, it keeps the old ones until you remove it and add it again. The address stays the same, and your browser’s history still shows it.",
    veil_legend: "When I switch to something else",
    veil: "Blank the screen",
    veil_limits: "The screen goes blank while another window or app is in front. Some phones take their small preview picture of an app before that happens, so lock the phone when it matters.",
    leave: "To leave right away, tap “Leave” at the top or press Escape twice. A plain shopping list takes Ebb’s place.",
    leave_limits: "After that, the back button skips Ebb. The browser’s history keeps the address until you clear it, and in some older browsers the back button still leads to Ebb. A private window leaves the least behind.",
    no_notifications: "Ebb sends no notifications, so nobody can see one.",
};
