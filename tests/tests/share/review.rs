//! What a therapist sees.

use ebb_core::content::instrument::Instrument;
use ebb_core::log::{Entry, Journal, Shared};
use ebb_core::queries::{assignments, goals};
use ebb_core::share::review::{
    Filter, Flag, ReviewMeasure, agenda, compare, item_rows, results, timeline,
};
use ebb_core::share::{self, Category, Preset, Selection, Share, ShareError, Shares};
use ebb_core::time::LocalDay;
use ebb_tests::content::content;
use ebb_tests::weeks::Weeks;

use super::{LAST, limits, selection, shared};

#[test]
fn the_agenda_shows_what_matters_first() {
    let weeks = Weeks::new(1, LAST);
    let instruments: Vec<Instrument> = content("instruments");
    let share = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    for instruments in [&instruments[..], &[]] {
        let agenda = agenda(&share, None, instruments).unwrap();
        let Flag::Answer {
            instrument,
            item,
            value,
            ..
        } = agenda.flags[0]
        else {
            panic!("item 9 comes first");
        };
        assert_eq!((instrument, item, value), ("phq-9", "9", 1));
        assert!(matches!(agenda.flags[1], Flag::Slip { .. }));
        assert_eq!(agenda.talk.len(), 3);
        assert_eq!(agenda.triggers.len(), 5);
        assert!(!agenda.skills.is_empty());
        let known = agenda.totals.days_logged + agenda.missing.len();
        assert_eq!(known, 28);
    }
    let with = agenda(&share, None, &instruments).unwrap();
    let weights: Vec<f64> = with.changes.iter().map(|c| c.change().abs()).collect();
    assert!(weights.len() > 4, "{weights:?}");
    let phq = with.changes.iter().find(
        |shifted| matches!(&shifted.measure, ReviewMeasure::Score { instrument, score } if instrument == "phq-9" && score == "total"),
    );
    assert!(phq.is_some_and(|phq| phq.change() < 0.0));
}

#[test]
fn a_review_tells_the_latest_answer_about_not_wanting_to_live_from_none_asked() {
    let weeks = Weeks::new(1, LAST);
    let instruments: Vec<Instrument> = content("instruments");
    let mut selection = selection(&weeks, Preset::NextAppointment);
    let share = shared(&weeks, &selection);
    for instruments in [&instruments[..], &[]] {
        let agenda = agenda(&share, None, instruments).unwrap();
        let latest = agenda.latest.unwrap();
        assert_eq!((latest.instrument, latest.item), ("phq-9", "9"));
        // An earlier answer was 1: it is a flag, and the latest is told beside it.
        assert_eq!((latest.value, latest.is_crisis), (0, false));
        assert_eq!(
            latest.day,
            share.journal.get(latest.root).unwrap().local_day
        );
        assert!(matches!(agenda.flags[0], Flag::Answer { day, .. } if day < latest.day));
    }
    selection.kinds.remove(&Category::Questionnaires);
    let without = shared(&weeks, &selection);
    assert_eq!(agenda(&without, None, &instruments).unwrap().latest, None);
}

#[test]
fn a_day_without_entries_is_missing_and_never_good() {
    let weeks = Weeks::new(1, LAST);
    let mut selection = selection(&weeks, Preset::NextAppointment);
    selection.kinds = [Category::Questionnaires].into();
    let share = shared(&weeks, &selection);
    let agenda = agenda(&share, None, &[]).unwrap();
    assert_eq!(agenda.missing.len(), 27, "all but the day it was made on");
}

#[test]
fn two_shares_of_one_person_are_compared_and_another_persons_refused() {
    let mut weeks = Weeks::new(1, LAST);
    let instruments: Vec<Instrument> = content("instruments");
    let first = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    weeks.diary.log(Entry::Shared(Shared::of(
        &selection(&weeks, Preset::NextAppointment),
        1,
        Vec::new(),
    )));
    weeks.go_on(14);
    let second = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    let comparison = compare(&first, &second, &instruments).unwrap();
    assert_eq!((comparison.overlap, comparison.gap), (1, 0));
    assert!(
        comparison
            .changes
            .iter()
            .any(|c| c.measure == ReviewMeasure::CravingsPerDay)
    );
    let other = Share {
        person: share::new_person(78),
        ..second.clone()
    };
    assert_eq!(
        compare(&first, &other, &instruments),
        Err(ShareError::OtherPerson)
    );
    assert!(agenda(&other, Some(&first), &instruments).is_err());

    let mut shares = Shares::default();
    assert_eq!(shares.add(second.clone()), Ok(true));
    assert_eq!(shares.add(first.clone()), Ok(true));
    assert_eq!(shares.add(first.clone()), Ok(false));
    assert_eq!(shares.add(other), Err(ShareError::OtherPerson));
    let (newest, before) = shares.at(1).unwrap();
    assert_eq!(
        (&**newest, before.map(|share| &**share)),
        (&second, Some(&first))
    );
    assert_eq!(shares.at(0).unwrap().1, None);
    assert_eq!(shares.at(2), None);
}

#[test]
fn the_timeline_is_filtered_and_searched() {
    let weeks = Weeks::new(1, LAST);
    let share = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    let all = timeline(&share, &Filter::default());
    assert_eq!(all.len(), share.journal.entries().count());
    assert!(all.windows(2).all(|w| w[0].1.local_day >= w[1].1.local_day));
    let slips = Filter {
        kinds: [Category::Slips].into(),
        ..Filter::default()
    };
    assert_eq!(timeline(&share, &slips).len(), 1);
    let words = Filter {
        words: " OLD  friends ".into(),
        ..Filter::default()
    };
    assert_eq!(timeline(&share, &words).len(), 1);
    let stress = Filter {
        words: "stress".into(),
        ..Filter::default()
    };
    assert!(!timeline(&share, &stress).is_empty());
    let days = Filter {
        first: Some(share.last.plus(1)),
        ..Filter::default()
    };
    assert!(
        timeline(&share, &days)
            .iter()
            .all(|(_, r)| r.local_day > share.last)
    );
}

#[test]
fn questionnaires_stand_item_by_item_and_by_version() {
    let weeks = Weeks::new(1, LAST);
    let instruments: Vec<Instrument> = content("instruments");
    let share = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    let all = results(&share);
    let phq = all
        .iter()
        .find(|series| series.instrument == "phq-9")
        .unwrap();
    assert_eq!((phq.scoring, phq.results.len()), ("phq-9-2001", 2));
    let form = instruments.iter().find(|form| form.id == "phq-9");
    let rows = item_rows(phq, form);
    assert_eq!(rows[8].item, "9");
    assert_eq!(rows[8].answers, [Some(1), Some(0)]);
    assert_eq!(item_rows(phq, None).len(), 10);
    assert_eq!(goals(&share.journal).count(), 2);
    assert_eq!(assignments(&share.journal).count(), 2);
}

#[test]
fn an_empty_journal_can_be_shared_and_reviewed() {
    let day: LocalDay = LAST.parse().unwrap();
    let selection = Selection::preset(Preset::Everything, &Journal::default(), day, None);
    let now = "2026-11-24T22:00:00.000-05:00".parse().unwrap();
    let terms = share::Terms::new(share::new_person(1), "secret", now, "Private.");
    let bytes = share::bundle(&Journal::default(), &selection, &terms).unwrap();
    let share = share::read(&bytes, &limits()).unwrap();
    assert_eq!((share.entries(), share.notice.as_str()), (0, "Private."));
    let agenda = agenda(&share, None, &[]).unwrap();
    assert!(agenda.flags.is_empty() && agenda.changes.is_empty());
}
