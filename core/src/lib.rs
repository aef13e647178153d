//! The meaning of Ebb, without a browser, a clock or a random source.
#![forbid(unsafe_code)]

pub mod rating;
