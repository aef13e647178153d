//! Tests of the exercises, named after what a person would notice.
