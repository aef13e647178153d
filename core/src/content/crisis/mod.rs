//! What must be there when nothing else is: whom to call where the person is, and what to do in an
//! emergency. Both are compiled in; `build.rs` makes them of the data files in `content/`.

mod emergency;
mod line;
mod region;

pub use emergency::{EmergencyId, EmergencyText};
pub use line::{HelpLine, Purpose, RegionLines};
pub use region::{Guess, Region};

use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/crisis.rs"));

#[cfg(test)]
mod tests;
