//! The settings that came later, in English.

use crate::i18n::keys::MoreSettings;

pub const SETTINGS: MoreSettings = MoreSettings {
    build: "Which Ebb is this?",
    build_words: "These words stand for every file that this address serves now. Whoever published this version can tell you theirs by telephone: if they are the same, it is the same Ebb. A dishonest site could show false words, so for certainty have the files compared from another computer, as the README says.",
    build_offline: "The list of files could not be read. It needs the network.",
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
    home_screen: "How to put Ebb on your home screen",
    home_screen_ios: "iPhone or iPad, in Safari",
    home_screen_ios_steps: [
        "Tap the Share sign, a square with an arrow.",
        "Scroll down and tap “Add to Home Screen”.",
        "Tap “Add”. From now on, open Ebb by its icon.",
    ],
    home_screen_ios_why: "This matters here: Safari clears the data of a site you have not opened in seven days of use. What is opened from the home screen is kept. The icon begins with an empty Ebb, so make a backup first and open it there.",
    home_screen_android: "Android, in Chrome",
    home_screen_android_steps: [
        "Tap the three dots at the top.",
        "Tap “Add to home screen”, or “Install app”.",
        "Tap “Install”. What you wrote is there too.",
    ],
    notifications: "Ebb shows no notifications unless you turn them on under “Reminders”. Then they say what your calendar says.",
};
