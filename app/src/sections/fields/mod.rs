//! The fields of the logs, for a new entry and for one that is changed.

mod checkin;
mod craving;
mod slip;

pub use checkin::CheckInFields;
pub use craving::{CravingDetails, Intensity, craving_details};
pub use slip::SlipFields;
