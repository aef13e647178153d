//! The data files, and what is refused in one.

use serde_json::{Value, json};

use super::{files, one};
use crate::content::{Content, ContentError, Library};
use crate::instrument::{Instrument, Rhythm, Wording};

fn sample() -> Value {
    json!({
        "id": "sample", "title": "Sample", "about": "About.", "form": "1", "scoring": "1",
        "wording": "published", "credit": "Nobody", "lead": "Lately …", "minutes": 1,
        "rhythms": ["weekly"], "sources": ["Nobody (2000)."],
        "scales": [{"id": "often", "options": [
            {"label": "Never", "value": 0}, {"label": "Often", "value": 2}]}],
        "items": [{"id": "1", "text": "Tired?", "scale": "often"},
                  {"id": "2", "text": "Sad?", "scale": "often", "crisis_from": 2}],
        "skips": [{"when": "1", "is": 0, "items": ["2"]}],
        "scores": [{"id": "total", "title": "Total", "items": ["1", "2"], "higher": "worse",
                    "bands": [{"from": 0, "title": "low"}, {"from": 2, "title": "high"}],
                    "look": {"from": 3, "words": "Worth a look.", "source": "Nobody"},
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
    for expected in ["bam", "gad-7", "pacs", "phq-9"] {
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
    for id in ["bam", "pacs"] {
        let instrument = one(id);
        assert_eq!(instrument.wording, Wording::ToBeChecked, "{id}");
        assert!(instrument.wording_note.is_some(), "{id}");
    }
    for id in ["phq-9", "gad-7"] {
        assert_eq!(one(id).wording, Wording::Published, "{id}");
    }
}

#[test]
fn each_instrument_is_asked_in_its_own_rhythm() {
    assert_eq!(one("bam").rhythms, [Rhythm::Intake, Rhythm::Monthly]);
    assert_eq!(one("pacs").rhythms, [Rhythm::Weekly]);
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
        ("/rhythms", json!([]), "it is never asked"),
        ("/wording", json!("to_be_checked"), "needs a wording_note"),
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
