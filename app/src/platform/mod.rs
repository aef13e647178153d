//! Everything that talks to the browser. Pages never do: they go through `state`.

pub mod camera;
pub mod capture;
pub mod clock;
pub mod codes;
pub mod content;
pub mod device;
pub mod erase;
pub mod files;
pub mod idb;
pub mod identity;
pub mod locks;
pub mod notifications;
pub mod page;
pub mod part;
pub mod passkey;
pub mod pictures;
pub mod prefs;
pub mod random;
pub mod sound;
pub mod speech;
pub mod tabs;
pub mod updates;
pub mod work;
pub mod zones;
