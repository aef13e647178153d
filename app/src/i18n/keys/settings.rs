//! Keys of the settings that came later.

use super::Text;

pub struct MoreSettings {
    pub language_missing: Text,
    pub build: Text,
    pub build_words: Text,
    pub build_offline: Text,
    pub contrast: Text,
    pub contrast_more: Text,
    pub discretion: Text,
    pub disguise: Text,
    pub disguise_ebb: Text,
    pub disguise_notes: Text,
    pub disguise_weather: Text,
    pub disguise_limits: Text,
    pub veil_legend: Text,
    pub veil: Text,
    pub veil_limits: Text,
    pub leave: Text,
    pub leave_limits: Text,
    pub notifications: Text,
    pub home_screen: Text,
    pub home_screen_ios: Text,
    pub home_screen_ios_steps: [Text; 3],
    pub home_screen_ios_why: Text,
    pub home_screen_android: Text,
    pub home_screen_android_steps: [Text; 3],
}
