//! One schedule: two tabs do what chance wants while everything fails that can.

use std::sync::{Arc, Mutex};

use ebb_core::journal::{Action, DeviceId, Journal, Record, RecordId, Stamp};
use ebb_core::store::StoreError;
use ebb_core::time::{DayBoundary, Moment};

use super::fault::{Fault, Met, Plan};
use super::faulty::Disk;
use super::oracle::{Oracle, allowed, merges};
use super::race::{Running, race, run};
use super::rng::Rng;
use super::tab::{DRAFT, Done, Step, Tab};
use super::toy::KEYS;
use super::written::Written;

const MORNING_MS: i64 = 1_764_057_600_000;
const STEPS: usize = 24;
/// The tab that only looks.
const JUDGE: u32 = 9;

/// The words that only this record, or an undone delete of it, holds.
#[must_use]
pub fn secret_of<E: Written>(record: &Record<E>) -> String {
    record.entry.words().unwrap_or_default().to_owned()
}

struct World<E: Written> {
    disk: Disk,
    rng: Rng,
    ids: Arc<Mutex<Rng>>,
    now: Arc<Mutex<i64>>,
    oracle: Oracle<E>,
    tabs: Vec<Tab<E>>,
    told: Vec<RecordId>,
    written: usize,
}

/// Runs the schedule of `seed` and says what it met.
///
/// # Errors
/// The promise that was broken.
pub fn schedule<E: Written>(seed: u64) -> Result<Met, String> {
    let mut rng = Rng::new(seed);
    let mut kinds: Vec<_> = Fault::ALL.into();
    if rng.chance(50) {
        // Few kinds at a time reach further than all of them at once.
        kinds.retain(|_| rng.chance(40));
    }
    let plan = Plan {
        percent: 1 + rng.below(12),
        kinds: kinds.into_iter().collect(),
        at: None,
    };
    let mut world = World::<E>::new(rng.next(), plan);
    for _ in 0..STEPS {
        world.turn()?;
    }
    world.end()
}

/// Runs always the same life, in which the call numbered `at` meets `fault`. Says of each call
/// whether this fault could have met it.
///
/// # Errors
/// The promise that was broken.
pub fn life<E: Written>(at: usize, fault: Fault) -> Result<Vec<bool>, String> {
    let plan = Plan {
        at: Some((at, fault)),
        ..Plan::default()
    };
    let mut world = World::<E>::new(7, plan);
    for turn in 0..40 {
        let step = match turn % 20 {
            4 => Step::Draft(b"note in the form".to_vec()),
            6 => world.change(0, 0),
            7 => world.change(0, 1),
            8 | 14 => Step::Compact(turn > 20),
            10 => Step::Switch((turn < 20).then_some(KEYS[0])),
            11 => Step::Convert(true),
            12 => world.change(0, 2),
            15 => Step::Open,
            5 | 13 | 19 => Step::HomeCache,
            _ => world.log(0),
        };
        world.go(&[(0, step)])?;
    }
    let calls = world.disk.calls(fault);
    world.end()?;
    Ok(calls)
}

impl<E: Written> World<E> {
    fn new(seed: u64, plan: Plan) -> Self {
        let mut rng = Rng::new(seed);
        let disk = Disk::new(rng.next(), plan);
        let ids = Arc::new(Mutex::new(Rng::new(rng.next())));
        let now = Arc::new(Mutex::new(MORNING_MS));
        let tabs = (0..2).map(|tab| Tab::new(disk.tab(tab), &ids, &now));
        Self {
            tabs: tabs.collect(),
            disk,
            rng,
            ids,
            now,
            oracle: Oracle::default(),
            told: Vec::new(),
            written: 0,
        }
    }

    fn turn(&mut self) -> Result<(), String> {
        let first = self.rng.below(2);
        let step = self.any_step(first);
        let mut steps = vec![(first, step)];
        // Whoever puts a lock on holds the lock over all tabs, and so do all others that write.
        let alone = |step: &Step<E>| matches!(step, Step::Switch(Some(_)));
        if self.rng.chance(30) && !alone(&steps[0].1) {
            let second = self.rng.below(2);
            let step = match self.any_step(second) {
                // Looking while another tab rewrites is what goes wrong first.
                _ if self.rng.chance(25) => Step::Open,
                // One tab prepares one action at a time.
                Step::Append(..) if second == first => Step::Draft(self.words().into_bytes()),
                step if alone(&step) => Step::Open,
                step => step,
            };
            steps.push((second, step));
        }
        self.go(&steps)
    }

    fn any_step(&mut self, tab: usize) -> Step<E> {
        if self.rng.chance(70)
            && let Some(step) = self.tabs[tab].pending.take()
        {
            return step;
        }
        match self.rng.below(100) {
            0..30 => self.log(tab),
            30..38 => self.change(tab, 0),
            38..48 => self.change(tab, 1),
            48..53 => self.change(tab, 2),
            53..60 => self.change(tab, 3),
            60..65 => Step::Draft(self.words().into_bytes()),
            65..75 => Step::Compact(false),
            75..82 => Step::Compact(true),
            82..85 => Step::Switch(
                self.rng
                    .chance(60)
                    .then(|| KEYS[self.rng.below(KEYS.len())]),
            ),
            85..90 => Step::Convert(self.rng.chance(60)),
            90..93 => Step::HomeCache,
            93..96 => Step::Listen(self.told.clone()),
            _ => Step::Open,
        }
    }

    fn words(&mut self) -> String {
        self.written += 1;
        format!("secret {} of this person", self.written)
    }

    fn prepare(&mut self, tab: usize, action: &Action<E>) -> Option<Vec<Record<E>>> {
        // Forward as a rule, and back at times.
        let ahead = i64::try_from(self.rng.below(5000)).unwrap() - 600;
        *self.now.lock().unwrap() += ahead;
        let ids = &self.ids;
        let mut stamp = Stamp {
            now: Moment::new(*self.now.lock().unwrap(), 60).unwrap(),
            device: DeviceId::new(1),
            boundary: DayBoundary::default(),
            random: &mut || u128::from(ids.lock().unwrap().next()),
        };
        self.tabs[tab].journal.prepare(action, &mut stamp).ok()
    }

    fn log(&mut self, tab: usize) -> Step<E> {
        let entry = if self.rng.chance(70) {
            E::noted(&self.words())
        } else {
            E::wordless()
        };
        self.log_this(tab, entry)
    }

    fn log_this(&mut self, tab: usize, entry: E) -> Step<E> {
        let action = Action::Log {
            entry,
            happened_at: None,
        };
        let finish = self.rng.chance(30);
        let records = self.prepare(tab, &action).unwrap_or_default();
        Step::Append(records, finish)
    }

    /// Edits, deletes, restores or rates again something that the tab knows of.
    fn change(&mut self, tab: usize, how: usize) -> Step<E> {
        let known: Vec<_> = {
            let records = self.tabs[tab].journal.records();
            let of_kind = records.filter(|r| match how {
                3 => r.entry.is_wordless(),
                2 => r.is_tombstone(),
                0 => r.entry.words().is_some(),
                _ => true,
            });
            of_kind.map(Record::root).collect()
        };
        let Some(root) = self.rng.pick(&known).copied() else {
            return self.log(tab);
        };
        let action = match how {
            0 => Action::Edit {
                root,
                entry: E::noted(&self.words()),
                happened_at: Moment::new(MORNING_MS, 60).unwrap(),
            },
            1 => Action::Delete { root },
            2 => Action::Restore { root },
            _ => return self.log_this(tab, E::belonging_to(root)),
        };
        match self.prepare(tab, &action) {
            Some(records) => Step::Append(records, false),
            None => self.log(tab),
        }
    }

    /// Does these at the same time, and then looks at what has become of everything.
    fn go(&mut self, steps: &[(usize, Step<E>)]) -> Result<(), String> {
        for (_, step) in steps {
            self.oracle.asks(step);
        }
        // What is acknowledged while it looks, a tab need not see.
        for tab in &mut self.tabs {
            tab.before = tab.journal.clone();
        }
        let done = {
            let running: Vec<Option<Running<'_, _>>> = steps
                .iter()
                .map(|(tab, step)| {
                    let call: Running<'_, _> = Box::pin(self.tabs[*tab].perform(step));
                    Some(call)
                })
                .collect();
            let of = |which: usize| u32::try_from(steps[which].0).unwrap();
            race(&mut self.rng, running, |which| self.disk.is_dead(of(which)))
        };
        let alone = steps.len() == 1;
        for ((tab, step), done) in steps.iter().zip(done) {
            match done {
                Some(Ok(done)) => self.went_well(*tab, step, done, alone)?,
                Some(Err(error)) => self.went_wrong(*tab, step, error)?,
                None => {}
            }
        }
        if self.bury() || self.rng.chance(25) {
            self.judge().map(drop)?;
        }
        Ok(())
    }

    fn went_well(
        &mut self,
        tab: usize,
        step: &Step<E>,
        done: Done<E>,
        alone: bool,
    ) -> Result<(), String> {
        self.oracle.acknowledged(step, alone);
        match (step, done) {
            (Step::Append(records, _), _) => {
                self.told = records.iter().map(|record| record.id).collect();
                for record in records {
                    self.tabs[tab].journal.absorb(record.clone());
                }
            }
            (_, Done::Opened(opened)) => {
                self.oracle
                    .looked_again(&self.tabs[tab].before, &opened.journal)?;
                self.tabs[tab].journal = opened.journal;
            }
            (_, Done::Erased(erased)) => {
                if alone {
                    let journal = &self.tabs[tab].journal;
                    self.oracle.erased(journal, &self.disk.held())?;
                }
                for id in erased {
                    self.tabs[tab].journal.forget(id);
                }
            }
            (_, Done::Converted(sealed)) if alone => {
                self.oracle.converted(&self.disk.held(), sealed)?;
            }
            (_, Done::Heard(Some(records))) => {
                let mut heard = Journal::default();
                for record in records {
                    heard.absorb(record.clone());
                    self.tabs[tab].journal.absorb(record);
                }
                self.oracle.plausible(&heard)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn went_wrong(&mut self, tab: usize, step: &Step<E>, error: StoreError) -> Result<(), String> {
        if !allowed(error) {
            return Err(format!("a step failed with {error:?}"));
        }
        match (error, step) {
            (StoreError::Taken, Step::Append(records, _)) => {
                return Oracle::<E>::taken(records, &self.disk.cut());
            }
            (_, Step::Append(..)) => self.tabs[tab].pending = Some(step.clone()),
            _ => {}
        }
        if error == StoreError::Changed {
            // The tab looks again; if it cannot, it goes on with what it has.
            let open = Step::Open;
            let call: Running<'_, _> = Box::pin(self.tabs[tab].perform(&open));
            let of = u32::try_from(tab).unwrap();
            let done = race(&mut self.rng, vec![Some(call)], |_| self.disk.is_dead(of));
            if let Some(Some(Ok(Done::Opened(opened)))) = done.into_iter().next() {
                self.oracle.plausible(&opened.journal)?;
                self.tabs[tab].journal = opened.journal;
            }
        }
        Ok(())
    }

    /// Killed tabs are opened again; at times the whole browser was killed.
    fn bury(&mut self) -> bool {
        let dead = |tab: u32| self.disk.is_dead(tab);
        if !dead(0) && !dead(1) {
            return false;
        }
        let browser = self.rng.chance(50);
        for (tab, id) in [(0, 0), (1, 1)] {
            if browser || dead(id) {
                let again = Tab::new(self.disk.tab(id), &self.ids, &self.now);
                let opened = self.disk.calmly(|| run(again.perform(&Step::Open)));
                self.tabs[tab] = again;
                if let Ok(Done::Opened(opened)) = opened {
                    self.tabs[tab].journal = opened.journal;
                }
            }
        }
        true
    }

    /// Opens everything in a tab that sees all there is.
    fn judge(&mut self) -> Result<Journal<E>, String> {
        let tab = Tab::new(self.disk.tab(JUDGE), &self.ids, &self.now);
        let (opened, draft, front) = self.disk.calmly(|| {
            let opened = run(tab.perform(&Step::Open));
            let draft = run(tab.store.draft(DRAFT));
            (opened, draft, run(tab.store.home_cache()))
        });
        let (Ok(Done::Opened(opened)), Ok(draft), Ok(front)) = (opened, draft, front) else {
            return Err("the store does not open".to_owned());
        };
        let cut = self.disk.cut();
        self.oracle.opened(&opened, &self.disk.held(), &cut)?;
        self.oracle.draft(draft, &cut)?;
        Oracle::<E>::home_cache(front.as_deref(), &opened.journal)?;
        Ok(opened.journal)
    }

    /// In the end a calm tab erases, seals and looks once more.
    fn end(mut self) -> Result<Met, String> {
        let before = self.judge()?;
        merges(&before, &self.tabs[0].journal, &self.tabs[1].journal)?;
        let mut tab = Tab::new(self.disk.tab(JUDGE), &self.ids, &self.now);
        for step in [
            Step::Open,
            Step::Compact(true),
            Step::Open,
            Step::Compact(true),
        ] {
            match self.disk.calmly(|| run(tab.perform(&step))) {
                Ok(Done::Opened(opened)) => tab.journal = opened.journal,
                Ok(Done::Erased(_)) => {
                    let kept = self.oracle.kept.clone();
                    self.oracle.erased(&kept, &self.disk.held())?;
                }
                other => return Err(format!("a calm tab met {other:?}")),
            }
        }
        for key in [Some(KEYS[0]), Some(KEYS[1]), None] {
            // What is under way comes first.
            let steps = [
                Step::Open,
                Step::Convert(true),
                Step::Open,
                Step::Switch(key),
                Step::Convert(true),
            ];
            for step in steps {
                self.oracle.asks(&step);
                let done = self.disk.calmly(|| run(tab.perform(&step)));
                done.map_err(|error| format!("a calm tab could not convert: {error}"))?;
            }
            self.oracle.converted(&self.disk.held(), key.is_some())?;
            self.judge()?;
        }
        Ok(self.disk.met())
    }
}
