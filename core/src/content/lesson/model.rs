//! What a lesson is made of.

use serde::Deserialize;

use crate::content::Evidence;
use crate::content::crisis::EmergencyId;

/// One lesson, as its content file holds it. Get one through
/// [`Content::parse`](crate::content::Content::parse), which checks it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Lesson {
    /// Kebab-case name that never changes.
    pub id: String,
    /// Its place in the order of reading; lessons need not be read in order.
    pub order: u16,
    /// What it is called.
    pub title: String,
    /// One sentence about what it is good for.
    pub summary: String,
    /// About how long it takes to read, 2 to 4 minutes.
    pub minutes: u16,
    /// The text.
    pub sections: Vec<Section>,
    /// The check of understanding, two or three questions.
    pub check: Vec<Question>,
    /// The id of the exercise that belongs to it.
    pub exercise: String,
    /// What is known of it as an app, from studies. The field is required, the list may be empty.
    pub evidence: Evidence,
    /// Where what it says is published. Never empty.
    pub sources: Vec<String>,
}

/// A part of a lesson under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The paragraphs. May be empty where an emergency text stands in the section.
    pub text: Vec<String>,
    /// The emergency whose text follows the paragraphs, the same as on every other screen.
    #[serde(default)]
    pub emergency: Option<EmergencyId>,
}

/// A question of the check.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Question {
    /// The question.
    pub ask: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// One choice, with something kind to say about it whether it fits or not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Choice {
    /// The words.
    pub text: String,
    /// Whether the lesson says so.
    #[serde(default)]
    pub fits: bool,
    /// What to say when it is chosen.
    pub feedback: String,
}

/// Puts lessons into the order of reading; files come in the order of their names.
pub fn sort(lessons: &mut [Lesson]) {
    lessons.sort_by_key(|lesson| lesson.order);
}

impl Lesson {
    /// Words of the text, without headings, check and sources.
    #[must_use]
    pub fn words(&self) -> usize {
        self.sections
            .iter()
            .flat_map(|section| &section.text)
            .map(|text| text.split_whitespace().count())
            .sum()
    }
}
