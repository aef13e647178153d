//! The list of a desk is made of digests, and says on every day what the shares themselves say.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::sync::LazyLock;

use ebb_core::content::instrument::Instrument;
use ebb_core::desk::{
    Caseload, CaseloadPerson, CaseloadRow, Client, ClientRecords, DeskEntry, DeskJournal,
    DeskStore, Order, Received, Week, all_of, backup, client_of, expired,
};
use ebb_core::insight::{LookBack, Span};
use ebb_core::journal::{Action, DeviceId, Record, RecordId};
use ebb_core::log::{Entry, Journal, Questionnaire, Reply, Scored};
use ebb_core::queries::{crisis_answers, due};
use ebb_core::share::review::changes;
use ebb_core::share::{self, Category, Selection, Terms};
use ebb_core::store::Memory;
use ebb_core::text::Tag;
use ebb_core::time::{DayBoundary, LocalDay, Moment};
use ebb_tests::clients::{Desk, desk_of};
use ebb_tests::content::content;
use ebb_tests::diary::{craving, noted};
use ebb_tests::sim::race::run;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};

static FORMS: LazyLock<Vec<Instrument>> = LazyLock::new(|| content("instruments"));
const DAYS: i32 = 70;

fn day(number: i32) -> LocalDay {
    "2026-08-01".parse::<LocalDay>().unwrap().plus(number)
}

fn at(number: i32) -> Moment {
    format!("{}T12:00:00.000-05:00", day(number))
        .parse()
        .unwrap()
}

/// The line as the shares have it, by what a participant's own screens count with.
fn from_shares(person: &CaseloadPerson, forms: &[Instrument], today: LocalDay) -> CaseloadRow {
    // A line of nothing, to be filled.
    let mut row = Caseload::of(&nothing())
        .rows(forms, today, Order::Name)
        .remove(0);
    row.person = person.client.person;
    person.client.name.as_str().clone_into(&mut row.name);
    row.verified = person.client.verified;
    row.signed = person.client.signer.is_some();
    let (Some(whole), Some(newest)) = (&person.whole, person.shares.last()) else {
        return row;
    };
    let journal = &whole.journal;
    let back = |last: LocalDay, days| {
        let back = LookBack::over(journal, Span::ending(last, days).unwrap(), last);
        let week = Week {
            days: back.totals.days_logged,
            cravings: back.totals.cravings.n(),
            strength: back.totals.cravings.mean(),
            per_day: back.totals.cravings_per_logged_day(),
        };
        (week, back.totals)
    };
    let made_on = newest.issued_at.local_day(DayBoundary::default());
    row.last_share = Some(newest.issued_at);
    row.silent = Some(today.days_since(made_on).max(0));
    row.week = back(whole.last, 7).0;
    row.before = back(whole.last.plus(-7), 28).0;
    row.check_ins = back(whole.last, 7).1.check_ins;
    row.slips = back(whole.last, 7).1.slips;
    let recent = whole.last.plus(-28);
    let entries = || journal.entries().map(|(_, record)| record);
    let slips = entries().filter(|one| matches!(one.entry, Entry::Slip(_)));
    row.recent_slips = slips.filter(|one| one.local_day > recent).count();
    let told = entries().filter(|one| one.entry.tells_of_the_past());
    let mut known: Vec<_> = told.map(|one| one.local_day).collect();
    known.sort_unstable();
    known.dedup();
    row.known = known.len();
    let once = entries().filter_map(|one| match &one.entry {
        Entry::Assignment(task) if task.every_weeks.is_none() => Some(task.done.is_some()),
        _ => None,
    });
    let once: Vec<bool> = once.collect();
    row.homework = (once.iter().filter(|done| **done).count(), once.len());
    let begun = |form: &&Instrument| {
        let mut all = journal.all_of::<Questionnaire>();
        all.any(|(_, _, kept)| kept.instrument == form.id)
    };
    let asked = forms.iter().filter(begun);
    let asked = asked.filter(|form| due(journal, form, today));
    row.due = asked.map(|form| form.title.clone()).collect();
    let before = person.shares.iter().rev().nth(1);
    let changes = changes(newest, before.map(AsRef::as_ref), forms).unwrap();
    let scores = changes.iter().filter(|one| one.is_score() && one.is_told());
    row.scores_changed = scores.count();
    let answers = crisis_answers(journal, forms);
    row.crisis = answers
        .filter(|one| one.is_crisis && one.day > recent)
        .count();
    row
}

/// A desk with somebody who shared nothing.
fn nothing() -> DeskJournal {
    let mut desk = Desk::at(at(0));
    desk.act(&log(DeskEntry::Client(Client {
        person: share::new_person(1),
        name: Tag::own("Nobody").unwrap(),
        signer: None,
        reply: None,
        verified: false,
    })));
    desk.journal
}

fn log(entry: DeskEntry) -> Action<DeskEntry> {
    Action::Log {
        entry,
        happened_at: None,
    }
}

fn people(desk: &DeskJournal) -> Vec<CaseloadPerson> {
    let all = ClientRecords::all(desk);
    all.iter()
        .map(|one| CaseloadPerson::read(desk, one).unwrap())
        .collect()
}

/// What is kept and read back has the lines that the shares have, on any day.
fn agrees(caseload: &Caseload, desk: &DeskJournal, days: &[i32], forms: &[Instrument]) {
    let kept = Caseload::kept(&caseload.to_keep(desk).unwrap()).unwrap();
    assert_eq!(kept, *caseload);
    let people = people(desk);
    let unreadable: usize = people.iter().map(|one| one.unreadable).sum();
    assert_eq!(kept.unreadable(), unreadable);
    for today in days.iter().map(|number| day(*number)) {
        assert_eq!(kept.has_expired(today), !expired(desk, today).is_empty());
        let mut rows = kept.rows(forms, today, Order::Name);
        rows.sort_by_key(|row| row.person);
        let expected: Vec<_> = people
            .iter()
            .map(|one| from_shares(one, forms, today))
            .collect();
        assert_eq!(rows, expected);
    }
}

fn bring_up_to_date(caseload: &mut Caseload, desk: &DeskJournal) {
    for records in caseload.outdated(desk) {
        caseload.update(desk, records);
    }
}

fn questionnaire() -> impl Strategy<Value = Entry> {
    let answers = vec((select(vec!["1", "2", "9", "x"]), 0..4_u8), 0..4);
    let form = select(FORMS.iter().map(|form| &form.id).collect::<Vec<_>>());
    (form, answers, of(0..30_u16), 0..8).prop_map(|(id, answers, score, odd)| {
        let form = FORMS.iter().find(|form| form.id == *id).unwrap();
        let answers = answers.into_iter().map(|(item, value)| Reply {
            item: item.to_owned(),
            value,
        });
        let scores = form.scores.iter().zip(score).map(|(score, value)| Scored {
            score: score.id.clone(),
            value,
        });
        let other = |name: &str, which| if odd == which { "other" } else { name }.to_owned();
        Entry::Questionnaire(Questionnaire {
            instrument: other(id, 0),
            form: other(&form.form, 1),
            scoring: other(&form.scoring, 2),
            answers: answers.collect(),
            scores: scores.collect(),
        })
    })
}

fn assignment() -> impl Strategy<Value = Entry> {
    let form = select(FORMS.iter().map(|form| &form.id).collect::<Vec<_>>());
    (form, of(1..4_u8), any::<bool>()).prop_map(|(id, every, done)| {
        let mut task = serde_json::json!({"what": "Fill it in", "instrument": id});
        if let Some(weeks) = every {
            task["every_weeks"] = weeks.into();
        }
        if done {
            task["done"] = day(DAYS / 2).to_string().into();
        }
        serde_json::from_value(serde_json::json!({ "assignment": task })).unwrap()
    })
}

fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![
        4 => (0..=10_u8).prop_map(craving),
        2 => Just(noted("A day")),
        1 => Just(serde_json::from_str(r#"{"slip":{}}"#).unwrap()),
        3 => questionnaire(),
        1 => assignment(),
    ]
}

/// A share of some days, made some days later, that may be kept for a while.
#[derive(Clone, Debug)]
struct Made {
    person: u128,
    days: (i32, i32),
    later: i32,
    keep: Option<i32>,
}

fn made() -> impl Strategy<Value = Made> {
    let days = (0..DAYS, 0..DAYS).prop_map(|(one, other)| (one.min(other), one.max(other)));
    (0..2_u128, days, 0..4, of(0..DAYS)).prop_map(|(person, days, later, keep)| Made {
        person,
        days,
        later,
        keep,
    })
}

#[derive(Clone, Debug)]
enum Step {
    Take(Made),
    /// A share that no reader can read again.
    Spoil(Index),
    Rename(Index),
    Verify(Index),
    Delete(Index),
    /// The last delete is undone.
    Undo,
    Expire(i32),
    Erase(Index),
    /// A backup of this moment is brought in by another desk.
    Restore,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => made().prop_map(Step::Take),
        1 => any::<Index>().prop_map(Step::Spoil),
        1 => any::<Index>().prop_map(Step::Rename),
        1 => any::<Index>().prop_map(Step::Verify),
        2 => any::<Index>().prop_map(Step::Delete),
        1 => Just(Step::Undo),
        1 => (0..2 * DAYS).prop_map(Step::Expire),
        1 => any::<Index>().prop_map(Step::Erase),
        1 => Just(Step::Restore),
    ]
}

type Lives = [Vec<(i32, Entry)>; 2];

fn bundle(lives: &Lives, made: &Made) -> Vec<u8> {
    let life = &lives[usize::try_from(made.person).unwrap()];
    let records = life.iter().enumerate().map(|(number, (day_of, entry))| {
        let happened_at = at(*day_of);
        let random = u128::try_from(number).unwrap() + (1 << 40);
        Record {
            id: RecordId::next(None, happened_at.utc_ms(), random),
            device: DeviceId::new(1),
            written_at: happened_at,
            happened_at,
            local_day: day(*day_of),
            replaces: None,
            entry: entry.clone(),
        }
    });
    let journal: Journal = records.collect();
    let selection = Selection {
        first: day(made.days.0),
        last: day(made.days.1),
        kinds: Category::ALL.into(),
        without: std::collections::BTreeSet::new(),
        notes: true,
        names: true,
        tell_left_out: false,
    };
    let person = share::new_person(made.person + 1);
    let mut terms = Terms::new(person, "secret", at(made.days.1 + made.later), "Private.");
    terms.expires = made.keep.map(|days| day(DAYS + days));
    share::bundle(&journal, &selection, &terms).unwrap()
}

struct World {
    desk: Desk,
    lives: Lives,
    deleted: Vec<RecordId>,
}

impl World {
    fn go(&mut self, step: &Step) {
        match step {
            // What is refused changes nothing.
            Step::Take(made) => drop(self.desk.take(&bundle(&self.lives, made))),
            Step::Spoil(which) => {
                let Some(client) = self.pick(*which) else {
                    return;
                };
                self.desk.act(&log(DeskEntry::Received(Received {
                    person: client.person,
                    issued_at: self.desk.now,
                    expires: None,
                    bundle: "{".to_owned(),
                })));
            }
            Step::Rename(which) => self.change(*which, |one| one.name = Tag::own("M. R.").unwrap()),
            Step::Verify(which) => self.change(*which, |one| one.verified = !one.verified),
            Step::Delete(which) => {
                let all = self.desk.journal.all_of::<Received>();
                let all: Vec<_> = all.map(|(root, _, _)| root).collect();
                self.delete(all.get(which.index(all.len() + 1)).copied());
            }
            Step::Undo => {
                if let Some(root) = self.deleted.pop() {
                    self.desk.act(&Action::Restore { root });
                }
            }
            Step::Expire(number) => self.delete(expired(&self.desk.journal, day(*number))),
            Step::Erase(which) => {
                if let Some(client) = self.pick(*which) {
                    self.delete(all_of(&self.desk.journal, client.person));
                    self.deleted.clear();
                }
            }
            Step::Restore => {
                let bundle = backup::bundle(&self.desk.journal, self.desk.now).unwrap();
                let records = backup::read(&bundle).unwrap();
                self.desk.journal = records.into_iter().collect();
                self.deleted.clear();
            }
        }
    }

    fn pick(&self, which: Index) -> Option<Client> {
        let all = self.desk.journal.all_of::<Client>();
        let all: Vec<_> = all.map(|(_, _, client)| client.clone()).collect();
        (!all.is_empty()).then(|| which.get(&all).clone())
    }

    fn change(&mut self, which: Index, change: impl FnOnce(&mut Client)) {
        let Some(mut client) = self.pick(which) else {
            return;
        };
        change(&mut client);
        let (root, _) = client_of(&self.desk.journal, client.person).unwrap();
        let happened_at = self.desk.journal.get(root).unwrap().happened_at;
        self.desk.act(&Action::Edit {
            root,
            entry: DeskEntry::Client(client),
            happened_at,
        });
    }

    fn delete(&mut self, roots: impl IntoIterator<Item = RecordId>) {
        for root in roots {
            self.desk.act(&Action::Delete { root });
            self.deleted.push(root);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_list_says_on_every_day_what_the_shares_say(
        lives in [vec((0..DAYS, entry()), 0..40), vec((0..DAYS, entry()), 0..40)],
        steps in vec(step(), 1..12),
        days in vec(0..3 * DAYS, 3),
        from in 0..8_usize,
    ) {
        let mut world = World { desk: Desk::at(at(DAYS)), lives, deleted: Vec::new() };
        let forms = &FORMS[from.min(FORMS.len())..];
        let mut caseload = Caseload::default();
        for step in &steps {
            world.go(step);
            bring_up_to_date(&mut caseload, &world.desk.journal);
            prop_assert_eq!(&caseload, &Caseload::of(&world.desk.journal));
        }
        agrees(&caseload, &world.desk.journal, &days, forms);
    }
}

#[test]
fn the_list_of_a_full_caseload_says_what_the_shares_say() {
    let desk = desk_of(6);
    let caseload = Caseload::of(&desk.journal);
    agrees(&caseload, &desk.journal, &[0, 88, 89, 130, 400], &FORMS);
}

#[test]
fn what_was_kept_of_other_shares_or_by_another_version_is_made_anew() {
    let mut desk = desk_of(2);
    let before = Caseload::of(&desk.journal);
    let bytes = before.to_keep(&desk.journal).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let newer = text.replacen("{\"v\":1,", "{\"v\":2,", 1);
    assert_eq!(Caseload::kept(newer.as_bytes()), None);
    assert_eq!(Caseload::kept(&bytes[..bytes.len() - 1]), None);
    assert_eq!(Caseload::kept(b"\xff"), None);

    let (root, _, _) = desk.journal.all_of::<Received>().next().unwrap();
    desk.act(&Action::Delete { root });
    assert_eq!(before.to_keep(&desk.journal), None);
    let mut kept = Caseload::kept(&bytes).unwrap();
    assert_eq!(kept.outdated(&desk.journal).len(), 1);
    bring_up_to_date(&mut kept, &desk.journal);
    assert_eq!(kept, Caseload::of(&desk.journal));
}

#[test]
fn a_list_that_is_kept_goes_with_what_was_erased_and_with_every_other_change() {
    let mut desk = desk_of(2);
    let ids = std::sync::atomic::AtomicU64::new(0);
    let fresh = move || {
        let number = ids.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Some(RecordId::next(None, 1, u128::from(number)))
    };
    let store = DeskStore::<Memory>::new(Memory::default(), fresh);
    let keep = |desk: &DeskJournal| {
        let caseload = Caseload::of(desk);
        let kept = caseload.to_keep(desk);
        assert_eq!(
            run(store.keep_home_cache(|knows| kept.filter(|_| knows(desk)))),
            Ok(true)
        );
        assert_eq!(kept_list(&store), Some(caseload));
    };
    run(store.open()).unwrap();
    let all: Vec<_> = desk.journal.records().cloned().collect();
    run(store.append(&all, None)).unwrap();
    keep(&desk.journal);

    // A note is in no line, and in the store.
    let person = people(&desk.journal)[0].client.person;
    let known: Vec<_> = desk.journal.records().map(|one| one.id).collect();
    let words = ebb_core::text::Note::new("Ask about the new job").unwrap();
    desk.act(&log(DeskEntry::Note(ebb_core::desk::DeskNote {
        person,
        words,
    })));
    for root in all_of(&desk.journal, person) {
        desk.act(&Action::Delete { root });
    }
    let new = desk
        .journal
        .records()
        .filter(|one| !known.contains(&one.id));
    let new: Vec<_> = new.cloned().collect();
    run(store.append(&new, None)).unwrap();
    assert_eq!(kept_list(&store), None);
    keep(&desk.journal);

    run(store.compact(&desk.journal, false)).unwrap();
    assert_eq!(kept_list(&store), None);
}

fn kept_list(store: &DeskStore<Memory>) -> Option<Caseload> {
    Caseload::kept(&run(store.home_cache()).unwrap()?)
}

/// Should it have to change, so has the version: an older build's digests would be taken for right.
#[test]
fn what_a_digest_holds_and_how_it_counts_has_the_version_that_it_says() {
    let read = |json| serde_json::from_str::<Entry>(json).unwrap();
    let life = vec![
        (3, craving(7)),
        (3, craving(4)),
        (4, noted("A day")),
        (5, read(r#"{"slip":{}}"#)),
        (
            5,
            read(r#"{"assignment":{"what":"Walk","done":"2026-08-05"}}"#),
        ),
        (5, read(EVERY_TWO_WEEKS)),
        (6, read(ANSWERED)),
    ];
    let lives = [life, Vec::new()];
    let made = Made {
        person: 0,
        days: (0, 9),
        later: 1,
        keep: Some(30),
    };
    let mut desk = Desk::at(at(DAYS));
    desk.take(&bundle(&lives, &made)).unwrap();
    let kept = Caseload::of(&desk.journal).to_keep(&desk.journal).unwrap();
    assert_eq!(String::from_utf8(kept).unwrap(), FROZEN);
}

const EVERY_TWO_WEEKS: &str =
    r#"{"assignment":{"what":"PHQ-9","instrument":"phq-9","every_weeks":2}}"#;
const ANSWERED: &str = concat!(
    r#"{"questionnaire":{"instrument":"phq-9","form":"f","scoring":"s","#,
    r#""answers":[{"item":"9","value":1}],"scores":[{"score":"total","value":8}]}}"#,
);
const FROZEN: &str = concat!(
    r#"{"v":1,"people":[{"of":{"person":"00000000000000000000000001","#,
    r#""root":"01M4KC3NM00000000000000001","version":"01M4KC3NM00000000000000001","#,
    r#""shares":["01M4KC3NM10000000000000002"]},"name":"Person 0001","verified":false,"#,
    r#""signed":false,"expires":"2026-11-09","unreadable":0,"told":{"#,
    r#""last_share":"2026-08-11T12:00:00.000-05:00","known":4,"#,
    r#""week":{"days":3,"cravings":2,"sum":11},"before":{"days":0,"cravings":0,"sum":0},"#,
    r#""check_ins":1,"slips":1,"recent_slips":1,"homework":[1,1],"#,
    r#""forms":{"phq-9":{"last":"2026-08-07","assigned":14}},"#,
    r#""answers":[{"instrument":"phq-9","form":"f","scoring":"s","#,
    r#""answers":[{"item":"9","value":1}]}],"#,
    r#""scores":[{"instrument":"phq-9","form":"f","scoring":"s","answers":[],"#,
    r#""scores":[{"score":"total","value":8}]}],"earlier_scores":null}}]}"#,
);
