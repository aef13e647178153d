//! Taking things out in formats that other programs read.

pub mod csv;
pub mod fhir;
pub mod ics;
pub mod meeting_list;
