//! What is prepared in a calm hour for a hard one: so far, the people to turn to.

mod person;

pub use person::{NotAPhone, Person, Phone};
