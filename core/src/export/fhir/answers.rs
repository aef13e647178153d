//! Questionnaires.

use serde_json::{Value, json};

use super::{Writer, codes};
use crate::content::instrument::{Instrument, present_form};
use crate::log::{Questionnaire, Record, Reply};

impl Writer<'_> {
    pub(super) fn questionnaire(&mut self, record: &Record, kept: &Questionnaire) {
        let forms = self.source.instruments;
        let form = forms
            .iter()
            .find(|form| form.id == kept.instrument && form.form == present_form(&kept.form));
        let items: Vec<Value> = kept
            .answers
            .iter()
            .map(|reply| item(kept, reply, form))
            .collect();
        let status = if kept.is_finished() {
            "completed"
        } else {
            "in-progress"
        };
        let mut response = json!({
            "resourceType": "QuestionnaireResponse",
            "questionnaire": format!("urn:x-ebb:questionnaire:{}|{}", kept.instrument, kept.form),
            "status": status,
            "subject": { "reference": self.patient },
            "authored": record.happened_at.to_string(),
        });
        // An empty list is no valid FHIR.
        if !items.is_empty() {
            response["item"] = items.into();
        }
        let response = self.add(response);
        for scored in &kept.scores {
            let known = form.and_then(|form| form.score(&scored.score));
            let title = known.map_or(scored.score.as_str(), |score| score.title.as_str());
            let named = form.map_or(kept.instrument.as_str(), |form| form.title.as_str());
            let loinc = codes::score(&kept.instrument, &scored.score);
            let code = format!("{}/{}", kept.instrument, scored.score);
            let text = format!("{named}: {title} ({})", kept.scoring);
            let code = codes::concept(loinc, codes::QUESTION, &code, &text);
            self.observe(
                record,
                &code,
                &json!({
                    "valueQuantity": codes::points(scored.value),
                    "derivedFrom": [{ "reference": response }],
                }),
            );
        }
        for reply in &kept.answers {
            if let Some(loinc) = codes::item(&kept.instrument, &reply.item) {
                let code = codes::concept(Some(loinc), "", "", &question(reply, form));
                self.observe(
                    record,
                    &code,
                    &json!({
                        "valueCodeableConcept": { "coding": [coding(kept, reply, form)] },
                        "derivedFrom": [{ "reference": response }],
                    }),
                );
            }
        }
    }
}

fn question(reply: &Reply, form: Option<&Instrument>) -> String {
    let item = form.and_then(|form| form.item(&reply.item));
    item.map_or_else(|| reply.item.clone(), |item| item.text.clone())
}

fn item(kept: &Questionnaire, reply: &Reply, form: Option<&Instrument>) -> Value {
    json!({
        "linkId": reply.item,
        "text": question(reply, form),
        "answer": [{ "valueCoding": coding(kept, reply, form) }],
    })
}

fn coding(kept: &Questionnaire, reply: &Reply, form: Option<&Instrument>) -> Value {
    let options = form.and_then(|form| Some(form.scale(form.item(&reply.item)?)));
    let option = options.and_then(|all| all.iter().find(|option| option.value == reply.value));
    let display = option.map_or_else(|| reply.value.to_string(), |option| option.label.clone());
    if let Some(loinc) = codes::answer(&kept.instrument, &reply.item, reply.value) {
        return json!({ "system": codes::LOINC, "code": loinc, "display": display });
    }
    let code = reply.value.to_string();
    json!({ "system": codes::ANSWER, "code": code, "display": display })
}
