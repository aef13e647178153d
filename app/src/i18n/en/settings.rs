//! The settings that came later, in English.

use crate::i18n::keys::MoreSettings;

pub const SETTINGS: MoreSettings = MoreSettings {
    language_missing: "That language did not arrive. The network may be away. Nothing was changed.",
    contrast: "How strongly things stand out",
    contrast_more: "High contrast",
    discretion: "Being discreet",
    face: "Name and icon",
    face_ebb: "Ebb",
    face_notes: "Notes",
    face_weather: "Weather",
    face_limits: "The name and the icon of the tab change at once. An Ebb that is already on your home screen keeps its old ones: remove it and add it again. The address stays, and your browser’s history still has it.",
    veil_legend: "When I look away",
    veil: "Empty the screen",
    veil_limits: "The screen goes empty while another window or app is in front. Some phones take their small picture of an app before that, so lock the phone when it matters.",
    leave: "To leave at once, tap ‘Leave’ at the top, or press Escape twice. A plain shopping list takes Ebb’s place.",
    leave_limits: "The back button then leads past Ebb. The browser’s history keeps its address until you clear it, and some older browsers keep Ebb in the back button too. A private window leaves the least behind.",
    no_notifications: "Ebb sends no notifications, so none can be seen.",
};
