//! Everything that talks to the browser. Pages never do: they go through `state`.

pub mod clock;
pub mod content;
pub mod device;
pub mod page;
pub mod prefs;
pub mod random;
pub mod store;
pub mod tabs;
pub mod updates;
