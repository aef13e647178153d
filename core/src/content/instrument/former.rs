//! Names that forms had before.
//!
//! A form is named after where its wording comes from, and two names turned out to be wrong. Items,
//! answers and scoring stayed what they were, so what was kept under the old name is still an answer
//! to the present form: it opens, is scored and stands on the same line. The kept record is never
//! rewritten.

/// Former name, present name.
const FORMER: [(&str, &str); 2] = [
    // Cacciola et al. 2013 has no appendix of items and counted continuous days. The items with
    // bands of days are those of the manual by the Philadelphia CESATE.
    ("bam-2013-bands", "bam-cesate-2014"),
    // 'Past week' is the wording of the PhenX protocol; the items as published say 'this period',
    // which is the past week in both.
    ("pacs-1999", "pacs-flannery-1999"),
];

/// The present name of a form, whatever its name was when it was filled in.
///
/// ```
/// use ebb_core::content::instrument::present_form;
///
/// assert_eq!(present_form("bam-2013-bands"), "bam-cesate-2014");
/// assert_eq!(present_form("phq-9-1999"), "phq-9-1999");
/// ```
#[must_use]
pub fn present_form(form: &str) -> &str {
    let known = FORMER.iter().find(|(former, _)| *former == form);
    known.map_or(form, |(_, present)| present)
}
