//! Shared helpers of the integration tests: a journal with a clock of its own, and generators of
//! everything a journal can hold.
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "test support: a panic here is a failed test"
)]

pub mod clients;
pub mod content;
pub mod diary;
pub mod fuzzing;
pub mod generate;
pub mod memory_store;
pub mod people;
pub mod sealing;
pub mod sim;
pub mod strategies;
pub mod weeks;
