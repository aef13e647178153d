//! A storage in memory that fails in every way a real one can, as a seed decides.
//!
//! Tabs share a [`Disk`]; each has its own [`Faulty`] view of it. Every call waits a random number
//! of polls before it acts, so calls that nobody waits for overtake each other.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use ebb_core::store::{Backend, Held, Op, Seal, StoreError, Stored, Table, apply};

use super::fault::{Fault, Met, Plan};
use super::rng::Rng;
use super::toy::{KEYS, Toy};

/// How many states of the disk a tab may lag behind.
const LAG: usize = 10;
/// For how many reads an old view may last.
const LASTS: usize = 16;

struct State {
    held: Held,
    past: VecDeque<(u64, Rc<Held>)>,
    version: u64,
    /// Of each call that could have failed, whether it was a transaction.
    calls: Vec<bool>,
    seen: BTreeMap<u32, u64>,
    /// For how many more reads a tab sees what it saw last.
    frozen: BTreeMap<u32, usize>,
    dead: BTreeSet<u32>,
    cut: BTreeSet<(Table, String)>,
    last: Vec<Op>,
    rng: Rng,
    plan: Plan,
    met: Met,
}

/// What all tabs of a browser share.
#[derive(Clone)]
pub struct Disk(Rc<RefCell<State>>);

impl Disk {
    /// An empty disk.
    #[must_use]
    pub fn new(seed: u64, plan: Plan) -> Self {
        let mut past = VecDeque::new();
        past.push_back((0, Rc::new(Held::new())));
        Self(Rc::new(RefCell::new(State {
            held: Held::new(),
            past,
            version: 0,
            calls: Vec::new(),
            seen: BTreeMap::new(),
            frozen: BTreeMap::new(),
            dead: BTreeSet::new(),
            cut: BTreeSet::new(),
            last: Vec::new(),
            rng: Rng::new(seed),
            plan,
            met: Met::new(),
        })))
    }

    /// The view of a tab that opens now and sees the newest state.
    #[must_use]
    pub fn tab(&self, tab: u32) -> Faulty {
        let mut state = self.0.borrow_mut();
        let version = state.version;
        state.seen.insert(tab, version);
        state.dead.remove(&tab);
        Faulty {
            disk: self.clone(),
            tab,
        }
    }

    /// Does something while nothing fails.
    pub fn calmly<T>(&self, what: impl FnOnce() -> T) -> T {
        let plan = std::mem::take(&mut self.0.borrow_mut().plan);
        let done = what();
        self.0.borrow_mut().plan = plan;
        done
    }

    /// Whether the tab was killed.
    #[must_use]
    pub fn is_dead(&self, tab: u32) -> bool {
        self.0.borrow().dead.contains(&tab)
    }

    /// What is on the disk.
    #[must_use]
    pub fn held(&self) -> Held {
        self.0.borrow().held.clone()
    }

    /// Values that were cut short.
    #[must_use]
    pub fn cut(&self) -> BTreeSet<(Table, String)> {
        self.0.borrow().cut.clone()
    }

    /// Of each call that could have failed, whether that fault could have met it.
    #[must_use]
    pub fn calls(&self, fault: Fault) -> Vec<bool> {
        let commits = Fault::COMMIT.contains(&fault);
        let state = self.0.borrow();
        state
            .calls
            .iter()
            .map(|commit| *commit == commits)
            .collect()
    }

    /// What went wrong so far.
    #[must_use]
    pub fn met(&self) -> Met {
        self.0.borrow().met.clone()
    }
}

impl State {
    fn choose(&mut self, from: &[Fault]) -> Option<Fault> {
        if self.plan.at.is_none() && self.plan.percent == 0 {
            return None;
        }
        let call = self.calls.len();
        self.calls.push(from == Fault::COMMIT);
        if let Some((at, fault)) = self.plan.at {
            return (at == call && from.contains(&fault)).then_some(fault);
        }
        if !self.rng.chance(self.plan.percent) {
            return None;
        }
        let kinds: Vec<_> = from
            .iter()
            .filter(|fault| self.plan.kinds.contains(fault))
            .copied()
            .collect();
        self.rng.pick(&kinds).copied()
    }

    fn meet(&mut self, fault: Fault) {
        *self.met.entry(fault).or_default() += 1;
    }

    fn apply(&mut self, tab: u32, ops: Vec<Op>) -> Result<(), StoreError> {
        apply(&mut self.held, ops.clone())?;
        self.last = ops;
        self.version += 1;
        self.past
            .push_back((self.version, Rc::new(self.held.clone())));
        if self.past.len() > LAG {
            self.past.pop_front();
        }
        self.seen.insert(tab, self.version);
        self.frozen.remove(&tab);
        Ok(())
    }

    /// Cuts one of a person's values short; the storage's own small ones are too short to tear.
    fn tear(&mut self, ops: &mut [Op]) -> bool {
        let mut values: Vec<_> = ops
            .iter_mut()
            .filter_map(|op| match op {
                Op::Add { table, key, bytes } | Op::Put { table, key, bytes }
                    if (*table != Table::Meta || key.starts_with("manifest"))
                        && !bytes.is_empty() =>
                {
                    Some((*table, key, bytes))
                }
                _ => None,
            })
            .collect();
        let which = self.rng.below(values.len());
        let Some((table, key, bytes)) = values.get_mut(which) else {
            return false;
        };
        bytes.truncate(self.rng.below(bytes.len()));
        self.cut.insert((*table, key.clone()));
        true
    }

    fn commit(&mut self, tab: u32, mut ops: Vec<Op>) -> Result<(), StoreError> {
        let rewriting = ops
            .iter()
            .any(|op| matches!(op, Op::Put { key, .. } if is_generation(key)));
        let Some(fault) = self.choose(&Fault::COMMIT) else {
            return self.apply(tab, ops);
        };
        if fault == Fault::Rotten && !rewriting {
            return self.apply(tab, ops);
        }
        let cut = match fault {
            Fault::CrashTorn | Fault::Torn | Fault::Rotten => {
                let before = self.cut.clone();
                let cut = self.tear(&mut ops);
                Some((cut, before))
            }
            _ => None,
        };
        self.meet(fault);
        let done = match fault {
            Fault::CrashLost | Fault::Failed | Fault::Full => Ok(()),
            Fault::CrashReplayed => {
                let before = self.last.clone();
                if self.apply(tab, ops.clone()).is_ok() {
                    self.replay(tab, before);
                    self.replay(tab, ops);
                }
                Ok(())
            }
            Fault::Twice => {
                self.apply(tab, ops.clone())?;
                self.apply(tab, ops)
            }
            _ => self.apply(tab, ops),
        };
        if let (Err(_), Some((_, before))) = (done, cut) {
            self.cut = before;
        }
        match fault {
            Fault::CrashLost | Fault::CrashKept | Fault::CrashTorn | Fault::CrashReplayed => {
                self.dead.insert(tab);
                Ok(())
            }
            Fault::Full => Err(StoreError::Full),
            Fault::Twice | Fault::Rotten => done,
            _ => Err(done.err().unwrap_or(StoreError::Failed)),
        }
    }

    /// Carries out again what was carried out before, as a database does with its log.
    fn replay(&mut self, tab: u32, ops: Vec<Op>) {
        let again = ops
            .into_iter()
            .filter_map(|op| match op {
                Op::Add { table, key, bytes } => Some(Op::Put { table, key, bytes }),
                Op::Expect { .. } => None,
                other => Some(other),
            })
            .collect();
        let _ = self.apply(tab, again);
    }

    fn view(&mut self, tab: u32) -> Result<Rc<Held>, StoreError> {
        let mut fault = self.choose(&[Fault::CrashReading, Fault::ReadFailed, Fault::Stale]);
        // An old view does harm only when it lasts.
        let may_lag = self.plan.percent > 0 && self.plan.kinds.contains(&Fault::Stale);
        let frozen = self.frozen.get(&tab).copied().unwrap_or_default();
        if fault.is_none() && may_lag && (frozen > 0 || self.rng.chance(15)) {
            fault = Some(Fault::Stale);
        }
        let seen = self.seen.get(&tab).copied().unwrap_or_default();
        let from = self.past.iter().filter(|(version, _)| *version >= seen);
        let mut views: Vec<_> = from.cloned().collect();
        match fault {
            Some(Fault::CrashReading) => {
                self.meet(Fault::CrashReading);
                self.dead.insert(tab);
            }
            Some(Fault::ReadFailed) => {
                self.meet(Fault::ReadFailed);
                return Err(StoreError::Failed);
            }
            Some(Fault::Stale) => {
                if views.len() > 1 {
                    self.meet(Fault::Stale);
                }
                let lasts = frozen.checked_sub(1).unwrap_or(self.rng.below(LASTS));
                self.frozen.insert(tab, lasts);
                views.truncate(1);
            }
            _ => {}
        }
        let (version, held) = views.pop().ok_or(StoreError::Failed)?;
        self.seen.insert(tab, version);
        Ok(held)
    }
}

/// Whether this is where the generation stands, plain or sealed.
fn is_generation(key: &str) -> bool {
    let mut names = KEYS.map(|seal| Toy(seal).name("meta/turn")).into_iter();
    key == "turn" || names.any(|name| name == key)
}

/// One tab's view of a [`Disk`].
pub struct Faulty {
    disk: Disk,
    tab: u32,
}

impl Faulty {
    /// Lets others go first, as often as chance wants.
    async fn pause(&self) {
        let mut polls = self.disk.0.borrow_mut().rng.below(3);
        poll_fn(move |_| {
            if polls == 0 {
                return Poll::Ready(());
            }
            polls -= 1;
            Poll::Pending
        })
        .await;
    }

    async fn view(&self) -> Result<Rc<Held>, StoreError> {
        self.pause().await;
        let held = self.disk.0.borrow_mut().view(self.tab);
        self.die_if_dead().await;
        held
    }

    async fn die_if_dead(&self) {
        if self.disk.is_dead(self.tab) {
            std::future::pending::<()>().await;
        }
    }
}

impl Backend for Faulty {
    async fn read_all(&self, table: Table) -> Result<impl Iterator<Item = Stored>, StoreError> {
        let held = self.view().await?;
        let of = held.iter().filter(|((of, _), _)| *of == table);
        let all: Vec<Stored> = of
            .map(|((_, key), bytes)| (key.clone(), bytes.clone()))
            .collect();
        Ok(all.into_iter())
    }

    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Stored>, StoreError> {
        let held = self.view().await?;
        let found = keys.iter().filter_map(|key| {
            let bytes = held.get(&(table, key.clone()))?;
            Some((key.clone(), bytes.clone()))
        });
        Ok(found.collect())
    }

    async fn keys(&self, table: Table) -> Result<Vec<String>, StoreError> {
        let held = self.view().await?;
        let of = held.keys().filter(|(of, _)| *of == table);
        Ok(of.map(|(_, key)| key.clone()).collect())
    }

    async fn commit(&self, ops: Vec<Op>) -> Result<(), StoreError> {
        self.pause().await;
        let done = self.disk.0.borrow_mut().commit(self.tab, ops);
        self.die_if_dead().await;
        self.pause().await;
        done
    }
}
