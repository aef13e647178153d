//! The meaning of Ebb, without a browser, a clock or a random source.
//!
//! | to find | look in |
//! |---|---|
//! | what a person logs | [`craving`], [`checkin`], [`slip`] |
//! | whom to reach in a crisis | [`crisis`], [`plan`] |
//! | what leads through a hard moment | [`exercise`] |
//! | what it shows when one looks back | [`insight`], and [`chart`] for where it goes on the screen |
//! | how it is kept | [`journal`] |
//! | when it happened, and on whose day | [`moment`] |
//!
//! Time and randomness are arguments everywhere, so every behaviour can be replayed in a test.
#![forbid(unsafe_code)]

pub mod chart;
pub mod checkin;
pub mod craving;
pub mod crisis;
pub mod exercise;
pub mod insight;
pub mod journal;
pub mod moment;
pub mod plan;
pub mod rating;
pub mod slip;
pub mod text;
