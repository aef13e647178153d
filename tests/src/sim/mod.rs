//! A browser in which everything goes wrong, the same way every time for the same seed.

pub mod fault;
pub mod faulty;
pub mod oracle;
pub mod race;
pub mod rng;
pub mod schedule;
pub mod tab;
pub mod toy;
pub mod written;
