//! What makes a lesson fit to be read.

use super::model::{Lesson, Question};
use crate::content::{
    Checked, Content, ContentError, check_evidence, check_id, check_text, check_texts, ensure,
};

/// Words in a lesson: two to four minutes at 150 to 170 words a minute, which leaves time to think.
const WORDS: std::ops::RangeInclusive<usize> = 250..=680;

impl Content for Lesson {
    fn parse(json: &str) -> Result<Self, ContentError> {
        let lesson: Self =
            serde_json::from_str(json).map_err(|e| ContentError::Unreadable(e.to_string()))?;
        lesson.check()?;
        Ok(lesson)
    }

    fn id(&self) -> &str {
        &self.id
    }
}

impl Lesson {
    fn check(&self) -> Checked {
        let head = "lesson";
        check_id(&self.id)?;
        check_id(&self.exercise)?;
        check_text(head, "title", &self.title)?;
        check_text(head, "summary", &self.summary)?;
        check_texts(head, "list of sources", &self.sources)?;
        check_evidence(head, &self.evidence)?;
        ensure((2..=4).contains(&self.minutes), head, "minutes are 2 to 4")?;
        for section in &self.sections {
            let place = &section.title;
            check_text(head, "title of a section", place)?;
            if section.emergency.is_none() || !section.text.is_empty() {
                check_texts(place, "text", &section.text)?;
            }
        }
        ensure(
            WORDS.contains(&self.words()),
            head,
            "it has 250 to 680 words",
        )?;
        let questions = self.check.len();
        ensure(
            (2..=3).contains(&questions),
            head,
            "the check has 2 or 3 questions",
        )?;
        self.check.iter().try_for_each(check_question)
    }
}

fn check_question(question: &Question) -> Checked {
    let place = &question.ask;
    check_text("check", "question", place)?;
    let choices = &question.choices;
    ensure(
        (2..=4).contains(&choices.len()),
        place,
        "it has 2 to 4 choices",
    )?;
    let fitting = choices.iter().filter(|choice| choice.fits).count();
    ensure(fitting >= 1, place, "no choice fits")?;
    ensure(fitting < choices.len(), place, "every choice fits")?;
    for choice in choices {
        check_text(place, "choice", &choice.text)?;
        check_text(place, "feedback", &choice.feedback)?;
    }
    Ok(())
}
