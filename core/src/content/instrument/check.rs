//! What makes a questionnaire fit to be asked and scored.

use std::collections::BTreeSet;

use super::model::{Instrument, Item, Score, Wording};
use crate::content::{Checked, Content, ContentError, check_id, check_text, check_texts, ensure};

impl Content for Instrument {
    fn parse(json: &str) -> Result<Self, ContentError> {
        let instrument: Self =
            serde_json::from_str(json).map_err(|e| ContentError::Unreadable(e.to_string()))?;
        instrument.check()?;
        Ok(instrument)
    }

    fn id(&self) -> &str {
        &self.id
    }
}

impl Instrument {
    fn check(&self) -> Checked {
        check_id(&self.id)?;
        let head = "instrument";
        for (what, text) in [
            ("title", &self.title),
            ("about", &self.about),
            ("form", &self.form),
            ("scoring", &self.scoring),
            ("credit", &self.credit),
            ("lead", &self.lead),
        ] {
            check_text(head, what, text)?;
        }
        check_texts(head, "list of sources", &self.sources)?;
        ensure(
            self.wording == Wording::Published || self.wording_note.is_some(),
            head,
            "a circulating wording needs a wording_note that says what differs",
        )?;
        ensure(
            self.language.is_none() || self.wording_note.is_some(),
            head,
            "another language needs a wording_note that says why",
        )?;
        ensure(
            (1..=30).contains(&self.minutes),
            head,
            "minutes are 1 to 30",
        )?;
        if let Some(doubt) = &self.scores_doubt {
            check_text(head, "scores_doubt", doubt)?;
        }
        unique(self.scales.iter().map(|scale| &scale.id))?;
        unique(self.items.iter().map(|item| &item.id))?;
        unique(self.scores.iter().map(|score| &score.id))?;
        ensure(!self.items.is_empty(), head, "it has no items")?;
        for item in &self.items {
            self.check_item(item)?;
        }
        self.check_skips()?;
        for score in &self.scores {
            self.check_score(score)?;
        }
        self.check_door()
    }

    fn check_item(&self, item: &Item) -> Checked {
        let place = &item.id;
        check_id(place)?;
        check_text(place, "text", &item.text)?;
        if let Some(remark) = &item.remark {
            check_text(place, "remark", remark)?;
        }
        let options = self.scale(item);
        ensure(
            options.len() >= 2,
            place,
            "its scale has two answers or more",
        )?;
        let values: BTreeSet<u8> = options.iter().map(|option| option.value).collect();
        ensure(
            values.len() == options.len(),
            place,
            "two answers of its scale count the same",
        )?;
        for option in options {
            check_text(place, "label", &option.label)?;
        }
        let crisis = item.crisis_from;
        ensure(
            crisis.is_none_or(|from| values.contains(&from)),
            place,
            "crisis_from is no answer",
        )
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    fn check_skips(&self) -> Checked {
        for skip in &self.skips {
            let place = &skip.when;
            let (Some(at), Some(item)) = (self.place(place), self.item(place)) else {
                return ensure(false, place, "a skip depends on an item that is not there");
            };
            ensure(
                self.scale(item).iter().any(|o| o.value == skip.is),
                place,
                "a skip depends on an answer that is not there",
            )?;
            for id in &skip.items {
                let later = self.place(id).is_some_and(|place| place > at);
                ensure(later, id, "only a later item can be skipped")?;
                let zero = self
                    .item(id)
                    .is_some_and(|item| self.scale(item).iter().any(|o| o.value == 0));
                ensure(zero, id, "a skipped item counts 0, which its scale lacks")?;
            }
        }
        Ok(())
    }

    fn check_score(&self, score: &Score) -> Checked {
        let place = &score.id;
        check_id(place)?;
        check_text(place, "title", &score.title)?;
        check_text(place, "source", &score.source)?;
        unique(score.items.iter())?;
        ensure(!score.items.is_empty(), place, "it adds nothing up")?;
        let known = score.items.iter().all(|id| self.item(id).is_some());
        ensure(known, place, "it adds up an item that is not there")?;
        let (low, high) = self.range(score);
        if let Some(first) = score.bands.first() {
            ensure(first.from == low, place, "the first band begins too high")?;
        }
        let pairs = score.bands.iter().zip(score.bands.iter().skip(1));
        for (band, next) in pairs {
            ensure(band.from < next.from, place, "the bands do not rise")?;
        }
        for band in &score.bands {
            check_text(place, "band title", &band.title)?;
            ensure(band.from <= high, place, "a band is out of reach")?;
        }
        if let Some(change) = &score.meaningful_change {
            check_text(place, "source of the meaningful change", &change.source)?;
            ensure(
                (2..=high - low).contains(&change.points),
                place,
                "a meaningful change is 2 points or more, and within reach",
            )?;
        }
        let Some(look) = &score.look else {
            return Ok(());
        };
        check_text(place, "words of the look", &look.words)?;
        check_text(place, "source of the look", &look.source)?;
        let limits = look.from.is_some() || look.to.is_some();
        ensure(limits, place, "a look needs `from` or `to`")
    }

    fn check_door(&self) -> Checked {
        let Some(door) = &self.door else {
            return Ok(());
        };
        let place = &door.score;
        check_text(place, "source of the door", &door.source)?;
        let Some(score) = self.score(place) else {
            return ensure(false, place, "the door is no score");
        };
        let (low, high) = self.range(score);
        let reach = low < door.at_least && door.at_least <= high;
        ensure(reach, place, "the door's limit is out of reach")?;
        let firsts = self.items.iter().map(|item| &item.id);
        ensure(
            firsts.take(score.items.len()).eq(&score.items),
            place,
            "the door is made of the first items",
        )
    }
}

fn unique<'a>(ids: impl Iterator<Item = &'a String>) -> Checked {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(ContentError::DuplicateId(id.clone()));
        }
    }
    Ok(())
}
