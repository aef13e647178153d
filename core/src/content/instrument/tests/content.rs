//! The data files, and what is refused in one.

use serde_json::{Value, json};

use super::{files, one};
use crate::content::instrument::{Instrument, Rhythm, Wording};
use crate::content::{Content, ContentError, Library};

fn sample() -> Value {
    json!({
        "id": "sample", "title": "Sample", "about": "About.", "form": "1", "scoring": "1",
        "wording": "published", "credit": "Nobody", "lead": "Lately …", "minutes": 1,
        "rhythms": ["weekly"], "sources": ["Nobody (2000)."],
        "scales": [{"id": "often", "options": [
            {"label": "Never", "value": 0}, {"label": "Often", "value": 2}]}],
        "scores_doubt": "A sum of two.",
        "items": [{"id": "1", "text": "Tired?", "remark": "An old word.", "scale": "often"},
                  {"id": "2", "text": "Sad?", "scale": "often", "crisis_from": 2}],
        "skips": [{"when": "1", "is": 0, "items": ["2"]}],
        "scores": [{"id": "total", "title": "Total", "items": ["1", "2"], "higher": "worse",
                    "bands": [{"from": 0, "title": "low"}, {"from": 2, "title": "high"}],
                    "look": {"from": 3, "words": "Worth a look.", "source": "Nobody"},
                    "meaningful_change": {"points": 2, "source": "Nobody (2001)."},
                    "source": "Nobody (2000)."}],
        "door": {"score": "total", "at_least": 1, "source": "Nobody"}
    })
}

fn with(pointer: &str, value: Value) -> Result<Instrument, ContentError> {
    let mut json = sample();
    *json.pointer_mut(pointer).unwrap() = value;
    Instrument::parse(&json.to_string())
}

#[test]
fn every_data_file_is_a_valid_instrument_named_like_its_file() {
    let files = files();
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    for expected in ["bam", "gad-7", "pacs", "pc-ptsd-5", "phq-9"] {
        assert!(names.contains(&expected), "{expected}");
    }
    for (name, text) in &files {
        match Instrument::parse(text) {
            Ok(instrument) => assert_eq!(&instrument.id, name),
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

#[test]
fn wording_that_is_not_certain_says_so_and_what_is_open() {
    let bam = one("bam");
    assert_eq!(bam.wording, Wording::Circulating);
    assert!(bam.wording_note.is_some());
    for id in ["phq-9", "gad-7", "pacs", "pc-ptsd-5"] {
        assert_eq!(one(id).wording, Wording::Published, "{id}");
    }
}

#[test]
fn each_instrument_is_asked_in_its_own_rhythm() {
    assert_eq!(one("bam").rhythms, [Rhythm::Intake, Rhythm::Monthly]);
    assert_eq!(one("pacs").rhythms, [Rhythm::Weekly]);
    // Nobody is asked about the worst of their life by a calendar.
    assert_eq!(one("pc-ptsd-5").rhythms, []);
}

#[test]
fn a_form_is_not_named_after_a_paper_that_has_no_items() {
    assert_eq!(one("bam").form, "bam-cesate-2014");
    assert_eq!(one("pacs").form, "pacs-flannery-1999");
    assert!(one("bam").scores_doubt.is_some());
}

#[test]
fn words_that_only_the_form_uses_are_told_to_be_its_own() {
    let files = files();
    let forms = files
        .iter()
        .map(|(_, text)| Instrument::parse(text).unwrap());
    for form in forms {
        for item in &form.items {
            let text = item.text.to_lowercase();
            let judges = text.contains("(clean)") || text.contains("abuse any");
            assert!(!judges || item.remark.is_some(), "{}/{}", form.id, item.id);
        }
    }
}

#[test]
fn one_bad_instrument_takes_no_other_away() {
    let mut bad = sample();
    bad["items"] = json!([]);
    bad["id"] = json!("bad");
    let all = json!([bad, sample(), sample(), 7]).to_string();
    let library = Library::<Instrument>::parse_all(&all);
    assert_eq!(library.entries.len(), 1);
    let named: Vec<_> = library
        .problems
        .iter()
        .map(|problem| (problem.position, problem.id.as_deref()))
        .collect();
    assert_eq!(
        named,
        [
            (Some(0), Some("bad")),
            (Some(2), Some("sample")),
            (Some(3), None)
        ]
    );
    assert!(library.get("sample").is_some());
    let half = Library::<Instrument>::parse_all("[{");
    assert_eq!(half.problems[0].position, None);
}

#[test]
fn an_instrument_that_contradicts_itself_is_refused() {
    assert!(Instrument::parse(&sample().to_string()).is_ok());
    let cases = [
        ("/id", json!("No"), "the id \"No\""),
        ("/lead", json!(" "), "instrument: the lead is empty"),
        ("/sources", json!([]), "the list of sources is empty"),
        ("/wording", json!("circulating"), "needs a wording_note"),
        (
            "/items/0/scale",
            json!("no"),
            "1: its scale has two answers",
        ),
        ("/items/1/id", json!("1"), "used twice"),
        (
            "/items/1/crisis_from",
            json!(1),
            "2: crisis_from is no answer",
        ),
        ("/scales/0/options/1/value", json!(0), "count the same"),
        ("/skips/0/when", json!("9"), "not there"),
        ("/skips/0/is", json!(1), "an answer that is not there"),
        ("/skips/0/items", json!(["1"]), "only a later item"),
        (
            "/scores/0/items",
            json!(["1", "9"]),
            "an item that is not there",
        ),
        ("/scores/0/items", json!(["1", "1"]), "used twice"),
        ("/scores/0/source", json!(""), "total: the source is empty"),
        ("/scores/0/bands/0/from", json!(1), "begins too high"),
        ("/scores/0/bands/1/from", json!(0), "do not rise"),
        ("/scores/0/bands/1/from", json!(5), "out of reach"),
        ("/scores/0/look/from", json!(null), "needs `from` or `to`"),
        ("/scores/0/look/source", json!(""), "source of the look"),
        (
            "/scores/0/meaningful_change/points",
            json!(1),
            "2 points or more",
        ),
        (
            "/scores/0/meaningful_change/points",
            json!(5),
            "within reach",
        ),
        (
            "/scores/0/meaningful_change/source",
            json!(" "),
            "source of the meaningful change is empty",
        ),
        ("/items/0/remark", json!(""), "remark is empty"),
        ("/scores_doubt", json!(""), "scores_doubt is empty"),
        ("/door/score", json!("no"), "the door is no score"),
        ("/door/at_least", json!(5), "out of reach"),
        ("/door/source", json!(""), "source of the door"),
    ];
    for (pointer, value, expected) in cases {
        let message = with(pointer, value).unwrap_err().to_string();
        assert!(message.contains(expected), "{pointer}: {message}");
    }
}

#[test]
fn a_misspelt_field_is_refused() {
    let mut json = sample();
    json["lede"] = json!("Lately …");
    let error = Instrument::parse(&json.to_string()).unwrap_err();
    assert!(error.to_string().contains("lede"));
}
