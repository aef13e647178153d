//! A sealed storage on top of a plain one.
//!
//! Every value lies in a *row* under a name that tells nothing, sealed, in a size that tells
//! little. Which rows there are, and in which version, stands in the [`manifest`](super::manifest),
//! of which the newest two are kept: a torn write leaves the one before. Whatever is not in it is
//! set aside, never shown, packed or erased, and what it lists and is not there is told.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::backend::{Backend, Op, StoreError, Stored, Table};
use super::manifest::{Form, Manifest, Whereabouts, from_row, to_row};
use super::seal::{Seal, is_sealed};

/// Where rows lie, whatever they hold.
const ROWS: Table = Table::Segments;
/// The tables that hold a person's words, in a storage without a lock.
const PLAIN: [Table; 3] = [Table::Records, Table::Segments, Table::Drafts];
/// The keys of the newest two manifests.
pub(super) const MANIFESTS: [&str; 2] = ["manifest-0", "manifest-1"];
/// Says by what the store is sealed. A tab that does not know it can write nothing.
pub(super) const SEALING: &str = "sealing";
/// The vault file, which is sealed by itself and lies open.
pub(super) const VAULT: &str = "vault";
/// How often a call looks again when another tab was quicker.
const TRIES: usize = 4;
/// So many segments, of 20 kB or less, or other values are converted in one step: few enough that a
/// page stays usable meanwhile, and enough that not all of the time goes into commits.
const SEGMENTS_A_STEP: usize = 32;
const VALUES_A_STEP: usize = 64;

type Place = (Table, String);

/// A row, and a former place, of which the version does not matter.
const SOMEWHERE_ROW: Whereabouts = Whereabouts::Row([0; 16]);
const SOMEWHERE_FORMER: Whereabouts = Whereabouts::Former([0; 16]);

/// What was found not to be as it was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Integrity {
    /// Values that are gone, damaged, or there in an older version.
    pub missing: BTreeSet<(Table, String)>,
    /// Values that the storage holds and nobody with the key has put there, by table and key of
    /// the storage.
    pub planted: BTreeSet<(Table, String)>,
    /// Whether the newest manifest could not be read: then nobody can say that nothing is missing.
    pub unchecked: bool,
    /// Whether the vault file is not the one that was kept last.
    pub other_vault: bool,
}

impl Integrity {
    /// Whether everything is as it was left.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }
}

/// How far a conversion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Whether it takes the lock off.
    pub to_plain: bool,
    /// Values converted so far.
    pub done: usize,
    /// Values to convert altogether.
    pub total: usize,
    /// Whether it is over.
    pub finished: bool,
}

/// A storage whose values only the owner of the key can read, count on and find.
pub struct Sealed<B> {
    inner: Arc<B>,
    seal: Arc<dyn Seal>,
    state: Arc<Mutex<State>>,
}

struct State {
    known: Arc<Known>,
    /// Whether that is what is stored, as far as this tab has heard.
    current: bool,
    integrity: Integrity,
    /// How many values a conversion had to do when it was first met.
    total: usize,
}

/// What changes with every commit.
#[derive(Clone, Default, PartialEq, Eq)]
struct Slots {
    /// The bytes of both manifests.
    manifests: [Option<Vec<u8>>; 2],
    /// What stands under [`SEALING`].
    sealing: Option<Vec<u8>>,
}

/// The newest manifest that a tab has read, and the bytes around it.
struct Known {
    slots: Slots,
    manifest: Manifest,
    /// Whether both manifests have to be written, because one is not what it should be.
    both: bool,
    /// Rows with this key that are in no manifest, and go with the next commit.
    orphans: Vec<String>,
}

impl Known {
    fn new(manifest: Manifest, both: bool) -> Self {
        Self {
            slots: Slots::default(),
            manifest,
            both,
            orphans: Vec::new(),
        }
    }

    /// Fails a commit when anybody has committed anything since.
    fn expect(&self) -> Vec<Op> {
        let sealing = self.slots.sealing.clone();
        let mut ops = vec![Op::expect(Table::Meta, SEALING, sealing)];
        for (key, slot) in MANIFESTS.into_iter().zip(&self.slots.manifests) {
            ops.push(Op::expect(Table::Meta, key, slot.clone()));
        }
        ops
    }
}

/// What a call does to the storage below.
struct Plan {
    /// What it begins with.
    from: Arc<Known>,
    ops: Vec<Op>,
    /// The manifest after it.
    manifest: Manifest,
}

impl<B: Backend> Sealed<B> {
    /// A sealed storage with this key; nothing is read yet.
    #[must_use]
    pub fn new(inner: Arc<B>, seal: Arc<dyn Seal>) -> Self {
        let state = State {
            known: Arc::new(Known::new(Manifest::new(Form::Settled), false)),
            current: false,
            integrity: Integrity::default(),
            total: 0,
        };
        Self {
            inner,
            seal,
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// Begins to seal a plain storage, which is to be locked against other writers meanwhile.
    /// `with` goes into the same transaction: the vault file. What is stored is brought into rows
    /// by [`convert_step`](Self::convert_step); until then it is read where it is.
    ///
    /// # Errors
    /// [`StoreError`]; then the storage is as it was.
    pub async fn begin(
        inner: Arc<B>,
        seal: Arc<dyn Seal>,
        with: Vec<Op>,
    ) -> Result<Self, StoreError> {
        let sealed = Self::begin_from(inner, seal, Form::FromPlain, None, with).await?;
        // From here on nobody adds anything plain. What came in between belongs to it, too.
        let from = sealed.known();
        let mut manifest = from.manifest.clone();
        let listed = manifest.rows.len();
        for table in PLAIN {
            let mut keys = sealed.inner.keys(table).await?;
            keys.retain(|key| !manifest.rows.contains_key(&(table, key.clone())));
            for (key, stored) in sealed.inner.read(table, &keys).await? {
                if is_sealed(&stored) {
                    continue;
                }
                let mark = sealed.seal.digest(&stored);
                let whereabouts = Whereabouts::Former(mark);
                manifest.rows.insert((table, key), whereabouts);
            }
        }
        if manifest.rows.len() > listed {
            let ops = Vec::new();
            let plan = Plan {
                from,
                ops,
                manifest,
            };
            sealed.carry_out(plan).await?;
        }
        Ok(sealed)
    }

    /// Takes over a storage that format 1 has sealed with the same key. Plain values in it are
    /// left where they are, since nobody can say who put them there.
    ///
    /// # Errors
    /// [`StoreError`]; then the storage is as it was.
    pub async fn begin_from_format_1(
        inner: Arc<B>,
        seal: Arc<dyn Seal>,
        with: Vec<Op>,
    ) -> Result<Self, StoreError> {
        let sealed = Self::new(inner.clone(), seal.clone());
        let slots = sealed.read_slots().await?;
        let opens = |slot: &Vec<u8>| sealed.seal.open("manifest", slot).is_ok();
        if slots.manifests.iter().flatten().any(opens) {
            // It only looks like format 1: somebody has changed the vault file.
            return Ok(sealed);
        }
        Self::begin_from(inner, seal, Form::FromFormat1, slots.sealing, with).await
    }

    async fn begin_from(
        inner: Arc<B>,
        seal: Arc<dyn Seal>,
        form: Form,
        sealing: Option<Vec<u8>>,
        with: Vec<Op>,
    ) -> Result<Self, StoreError> {
        let sealed = Self::new(inner, seal);
        let plain = form == Form::FromPlain;
        // After a commit of its own a tab sees everything that was there before it.
        let fence = Op::expect(Table::Meta, SEALING, sealing.clone());
        sealed.inner.commit(vec![fence]).await?;
        let mut manifest = Manifest::new(form);
        let mut ops = Vec::new();
        for table in PLAIN {
            for (key, stored) in sealed.inner.read_all(table).await? {
                // A row of this key was not written by format 1, whatever the storage says.
                let row = (!plain && table == ROWS)
                    .then(|| sealed.place_of_row(&key, &stored))
                    .flatten();
                if let Some(place) = row {
                    let mark = Whereabouts::Row(sealed.seal.mark(&stored));
                    manifest.rows.insert(place, mark);
                } else if plain != is_sealed(&stored) {
                    let mark = sealed.seal.digest(&stored);
                    manifest
                        .rows
                        .insert((table, key), Whereabouts::Former(mark));
                }
            }
        }
        for (key, stored) in sealed.inner.read_all(Table::Meta).await? {
            if is_of_the_storage(&key) {
                continue;
            }
            let place = (Table::Meta, key);
            let row = sealed.row(&place, &stored)?;
            let mark = sealed.seal.mark(&row);
            ops.push(Op::expect(place.0, &*place.1, Some(stored)));
            ops.push(Op::put(ROWS, sealed.name(&place), row));
            ops.push(Op::delete(place.0, &*place.1));
            manifest.rows.insert(place, Whereabouts::Row(mark));
        }
        sealed.start(manifest, sealing, ops, with).await?;
        Ok(sealed)
    }

    /// Begins to seal everything with another key. `with` goes into the same transaction: the
    /// vault file with the keyslots for it. This storage opens nothing any more afterwards.
    ///
    /// # Errors
    /// [`StoreError`]; then the storage is as it was. [`StoreError::Changed`] also while another
    /// conversion is under way, and when it is the same key.
    pub async fn begin_with_key(
        &self,
        seal: Arc<dyn Seal>,
        with: Vec<Op>,
    ) -> Result<Self, StoreError> {
        self.refresh().await?;
        let from = self.known();
        let mut manifest = from.manifest.clone();
        // By the same key a row would lie where the one it replaces lies.
        let same = seal.name(SEALING).into_bytes() == self.sealing_mark();
        if manifest.form != Form::Settled || same {
            return Err(StoreError::Changed);
        }
        let key = self
            .seal
            .hand_over(&*seal)
            .map_err(|_| StoreError::Locked)?;
        manifest.form = Form::FromKey(key);
        for whereabouts in manifest.rows.values_mut() {
            if let Whereabouts::Row(mark) = *whereabouts {
                *whereabouts = Whereabouts::Former(mark);
            }
        }
        let ops = from.expect();
        let sealing = from.slots.sealing.clone();
        let sealed = Self::new(self.inner.clone(), seal);
        sealed.start(manifest, sealing, ops, with).await?;
        Ok(sealed)
    }

    /// Begins to store everything plain again. The lock is gone when the conversion is over.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Changed`] while another conversion is under way.
    pub async fn begin_to_plain(&self) -> Result<(), StoreError> {
        self.refresh().await?;
        let from = self.known();
        let mut manifest = from.manifest.clone();
        match manifest.form {
            Form::ToPlain => return Ok(()),
            Form::Settled => manifest.form = Form::ToPlain,
            _ => return Err(StoreError::Changed),
        }
        let plan = Plan {
            from,
            ops: Vec::new(),
            manifest,
        };
        self.carry_out(plan).await
    }

    /// The first commit of a key: both manifests, and what says that the store is sealed by it.
    async fn start(
        &self,
        manifest: Manifest,
        sealing: Option<Vec<u8>>,
        ops: Vec<Op>,
        with: Vec<Op>,
    ) -> Result<(), StoreError> {
        let mut all = vec![Op::expect(Table::Meta, SEALING, sealing)];
        all.extend(ops);
        all.push(Op::put(Table::Meta, SEALING, self.sealing_mark()));
        let mut plan = Plan {
            from: Arc::new(Known::new(Manifest::new(Form::Settled), true)),
            ops: all,
            manifest,
        };
        self.note_vault(&mut plan.manifest, &with);
        plan.ops.extend(with);
        let (ops, known) = self.with_manifests(plan)?;
        self.inner.commit(ops).await?;
        self.remember(known);
        Ok(())
    }

    /// Brings a little more into the form that is wanted; again and again until it is finished.
    ///
    /// # Errors
    /// [`StoreError`]; try again later.
    pub async fn convert_step(&self) -> Result<Progress, StoreError> {
        self.refresh().await?;
        let known = self.known();
        let manifest = &known.manifest;
        let to_plain = manifest.form == Form::ToPlain;
        let wrong =
            |whereabouts: &Whereabouts| matches!(whereabouts, Whereabouts::Former(_)) != to_plain;
        let settled = manifest.form == Form::Settled;
        let left = manifest.rows.values().filter(|row| !settled && wrong(row));
        let left = left.count();
        let total = {
            let mut state = self.state();
            state.total = state.total.max(left);
            state.total
        };
        if left == 0 {
            if settled {
                // Nobody has begun another conversion meanwhile.
                self.inner.commit(known.expect()).await?;
            } else {
                self.finish(&known).await?;
            }
            return Ok(Progress {
                to_plain,
                done: total,
                total,
                finished: true,
            });
        }
        let mut places: Vec<Place> = Vec::new();
        for (place, whereabouts) in &manifest.rows {
            let most = match place.0 {
                Table::Segments => SEGMENTS_A_STEP,
                _ => VALUES_A_STEP,
            };
            let same = places.first().is_none_or(|first| first.0 == place.0);
            if same && places.len() < most && wrong(whereabouts) {
                places.push(place.clone());
            }
        }
        self.convert(&known, &places).await?;
        Ok(Progress {
            to_plain,
            done: total - left + places.len(),
            total,
            finished: false,
        })
    }

    /// Writes these values in the new form, reads them back, and only then drops the old form.
    async fn convert(&self, known: &Arc<Known>, places: &[Place]) -> Result<(), StoreError> {
        let manifest = &known.manifest;
        let to_plain = manifest.form == Form::ToPlain;
        let mut next = manifest.clone();
        let mut adding = known.expect();
        let mut dropping = Vec::new();
        let opener = self.opener(manifest)?;
        let mut written: BTreeMap<Place, Vec<u8>> = BTreeMap::new();
        // What is not there after a commit of one's own is gone.
        self.inner.commit(known.expect()).await?;
        let values = self.values(manifest, places).await?;
        for place in places {
            let Some(value) = values.get(place) else {
                // It stays where it is, byte for byte, and is told of.
                self.state().integrity.missing.insert(place.clone());
                next.rows.remove(place);
                continue;
            };
            let (at, bytes) = if to_plain {
                (place.clone(), value.clone())
            } else {
                ((ROWS, self.name(place)), self.row(place, value)?)
            };
            let whereabouts = if to_plain {
                Whereabouts::Former(self.seal.digest(&bytes))
            } else {
                Whereabouts::Row(self.seal.mark(&bytes))
            };
            if let Some(old) = manifest.rows.get(place) {
                let (table, key) = opener.at(place, *old);
                dropping.push(Op::delete(table, key));
            }
            adding.push(Op::put(at.0, &*at.1, bytes.clone()));
            written.insert(at, bytes);
            next.rows.insert(place.clone(), whereabouts);
        }
        if !written.is_empty() {
            self.inner.commit(adding).await?;
            for (table, keys) in by_table(written.keys().cloned()) {
                for (key, stored) in self.inner.read(table, &keys).await? {
                    let place = (table, key);
                    if written.get(&place) == Some(&stored) {
                        written.remove(&place);
                    }
                }
            }
            if !written.is_empty() {
                // Everything is still where it was.
                return Err(StoreError::Failed);
            }
        }
        let plan = Plan {
            from: known.clone(),
            ops: dropping,
            manifest: next,
        };
        self.carry_out(plan).await
    }

    async fn finish(&self, known: &Arc<Known>) -> Result<(), StoreError> {
        if known.manifest.form != Form::ToPlain {
            let mut manifest = known.manifest.clone();
            manifest.form = Form::Settled;
            let plan = Plan {
                from: known.clone(),
                ops: self.leftovers(&known.manifest).await?,
                manifest,
            };
            return self.carry_out(plan).await;
        }
        let mut ops = known.expect();
        for key in [MANIFESTS[0], MANIFESTS[1], SEALING, VAULT] {
            ops.push(Op::delete(Table::Meta, key));
        }
        // Copies that a kill has left, and rows that cannot be opened: with the key goes the last
        // chance of that.
        for (key, stored) in self.inner.read_all(ROWS).await? {
            if is_sealed(&stored) {
                ops.push(Op::delete(ROWS, key));
            }
        }
        self.inner.commit(ops).await
    }

    /// What a kill has left of values whose rows were found without it: the same value in its
    /// former place.
    async fn leftovers(&self, manifest: &Manifest) -> Result<Vec<Op>, StoreError> {
        let mut ops = Vec::new();
        let opener = self.opener(manifest)?;
        let mut former: BTreeMap<Place, Place> = BTreeMap::new();
        for place in manifest.rows.keys() {
            former.insert(opener.at(place, SOMEWHERE_FORMER), place.clone());
        }
        for (table, keys) in by_table(former.keys().cloned()) {
            let there: BTreeSet<String> = self.inner.keys(table).await?.into_iter().collect();
            let keys: Vec<_> = keys.into_iter().filter(|key| there.contains(key)).collect();
            for (key, stored) in self.inner.read(table, &keys).await? {
                let at = (table, key);
                let Some(place) = former.get(&at) else {
                    continue;
                };
                let mark = match &opener.former {
                    Some(former) => former.mark(&stored),
                    None => self.seal.digest(&stored),
                };
                let left = opener.open(place, Whereabouts::Former(mark), &stored);
                let row = self.values(manifest, std::slice::from_ref(place)).await?;
                if left.is_some() && left.as_ref() == row.get(place) {
                    ops.push(Op::delete(at.0, at.1));
                }
            }
        }
        Ok(ops)
    }

    /// Whether a conversion is under way, and whether it takes the lock off.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn converting(&self) -> Result<Option<bool>, StoreError> {
        self.refresh().await?;
        let known = self.known();
        let form = &known.manifest.form;
        Ok((*form != Form::Settled).then_some(*form == Form::ToPlain))
    }

    /// What is not as it was left, as far as has been read. Asks the storage for what it holds.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn integrity(&self) -> Result<Integrity, StoreError> {
        for _ in 0..TRIES {
            self.refresh().await?;
            let known = self.known();
            let manifest = &known.manifest;
            let opener = self.opener(manifest)?;
            let mut planted = BTreeSet::new();
            let mut gone: BTreeMap<Place, Place> = BTreeMap::new();
            for (place, whereabouts) in &manifest.rows {
                gone.insert(opener.at(place, *whereabouts), place.clone());
            }
            // What a conversion has written and not taken over yet.
            let underway: BTreeSet<Place> = match manifest.form {
                Form::Settled => BTreeSet::new(),
                Form::ToPlain => manifest.rows.keys().cloned().collect(),
                _ => manifest
                    .rows
                    .keys()
                    .map(|place| (ROWS, self.name(place)))
                    .collect(),
            };
            for table in PLAIN {
                for key in self.inner.keys(table).await? {
                    let at = (table, key);
                    if gone.remove(&at).is_none() && !underway.contains(&at) {
                        planted.insert(at);
                    }
                }
            }
            let vault = self.inner.read(Table::Meta, &[VAULT.to_owned()]).await?;
            let vault = vault.first().map(|(_, bytes)| self.seal.digest(bytes));
            if !self.is_unchanged(&known).await? {
                continue;
            }
            let mut state = self.state();
            let missing = gone
                .into_iter()
                .filter(|((table, _), _)| *table != Table::Meta);
            let missing: Vec<_> = missing.map(|(_, place)| place).collect();
            state.integrity.missing.extend(missing);
            state.integrity.planted = planted;
            state.integrity.other_vault = vault != manifest.vault;
            return Ok(state.integrity.clone());
        }
        Err(StoreError::Changed)
    }

    /// Says in the manifest which vault file is kept, when `ops` keep one.
    fn note_vault(&self, manifest: &mut Manifest, ops: &[Op]) {
        for op in ops {
            if let Op::Put { table, key, bytes } = op
                && is_vault(*table, key)
            {
                manifest.vault = Some(self.seal.digest(bytes));
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.state)
    }

    fn known(&self) -> Arc<Known> {
        self.state().known.clone()
    }

    fn name(&self, place: &Place) -> String {
        self.seal.name(&text_of(place))
    }

    /// What stands under [`SEALING`]: it tells keys apart, and nothing of them.
    fn sealing_mark(&self) -> Vec<u8> {
        self.seal.name(SEALING).into_bytes()
    }

    fn row(&self, place: &Place, value: &[u8]) -> Result<Vec<u8>, StoreError> {
        let row = to_row(place.0, &place.1, value);
        self.seal
            .seal(&self.name(place), &row)
            .map_err(|_| StoreError::Locked)
    }

    /// What a row is, if this key has sealed it.
    fn place_of_row(&self, name: &str, stored: &[u8]) -> Option<Place> {
        let row = self.seal.open(name, stored).ok()?;
        let (place, _) = from_row(&row)?;
        (self.name(&place) == name).then_some(place)
    }

    /// Adds the manifest to what is committed.
    fn with_manifests(&self, plan: Plan) -> Result<(Vec<Op>, Known), StoreError> {
        let Plan {
            from,
            mut ops,
            mut manifest,
        } = plan;
        let mut slots = from.slots.clone();
        for _ in 0..if from.both { 2 } else { 1 } {
            // Only who has the key could have written the largest.
            let next = manifest.counter.checked_add(1);
            manifest.counter = next.ok_or(StoreError::Failed)?;
            let which = usize::from(manifest.counter % 2 == 1);
            let sealed = self.seal.seal("manifest", &manifest.encode());
            let sealed = sealed.map_err(|_| StoreError::Locked)?;
            ops.push(Op::put(Table::Meta, MANIFESTS[which], sealed.clone()));
            slots.manifests[which] = Some(sealed);
        }
        slots.sealing = Some(self.sealing_mark());
        let known = Known {
            slots,
            manifest,
            both: false,
            orphans: Vec::new(),
        };
        Ok((ops, known))
    }

    fn remember(&self, known: Known) {
        let mut state = self.state();
        state.known = Arc::new(known);
        state.current = true;
    }

    async fn carry_out(&self, plan: Plan) -> Result<(), StoreError> {
        let mut ops = plan.from.expect();
        if plan.from.slots.sealing != Some(self.sealing_mark()) {
            // Somebody has changed it; by the manifest this is the key.
            ops.push(Op::put(Table::Meta, SEALING, self.sealing_mark()));
        }
        let orphans = plan.from.orphans.iter();
        ops.extend(orphans.map(|name| Op::delete(ROWS, &**name)));
        ops.extend(plan.ops);
        let (ops, known) = self.with_manifests(Plan { ops, ..plan })?;
        let done = self.inner.commit(ops).await;
        match done {
            Ok(()) => self.remember(known),
            // It may have been done.
            Err(_) => self.state().current = false,
        }
        done
    }

    async fn read_slots(&self) -> Result<Slots, StoreError> {
        let names = [MANIFESTS[0], MANIFESTS[1], SEALING].map(str::to_owned);
        let mut slots = Slots::default();
        for (key, bytes) in self.inner.read(Table::Meta, &names).await? {
            match MANIFESTS.iter().position(|name| *name == key) {
                Some(which) => slots.manifests[which] = Some(bytes),
                None => slots.sealing = Some(bytes),
            }
        }
        Ok(slots)
    }

    /// Whether nobody, this tab among them, has committed anything since.
    async fn is_unchanged(&self, since: &Known) -> Result<bool, StoreError> {
        Ok(self.read_slots().await? == since.slots)
    }

    /// Makes sure that this tab knows the newest manifest.
    async fn refresh(&self) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            let slots = self.read_slots().await?;
            {
                let mut state = self.state();
                state.current &= slots == state.known.slots;
                if state.current {
                    return Ok(());
                }
            }
            let [first, second] = slots.manifests.clone().map(|slot| {
                let plain = self.seal.open("manifest", &slot?).ok()?;
                Manifest::decode(&plain)
            });
            let none = first.is_none() && second.is_none();
            if none && slots.sealing.as_ref() != Some(&self.sealing_mark()) {
                // Another tab has changed the key, or taken the lock off.
                return Err(StoreError::Changed);
            }
            let counter = |manifest: &Option<Manifest>| manifest.as_ref().map(|one| one.counter);
            let (newest, other) = if counter(&first) > counter(&second) {
                (first, second)
            } else {
                (second, first)
            };
            let follows = newest
                .as_ref()
                .is_some_and(|newest| counter(&other) == newest.counter.checked_sub(1));
            let (manifest, orphans) = match newest {
                Some(newest) if follows => (newest, Vec::new()),
                base => self.recovered(base).await?,
            };
            if self.read_slots().await? != slots {
                continue;
            }
            let mut state = self.state();
            if !follows {
                state.integrity.unchecked = true;
            }
            state.known = Arc::new(Known {
                slots,
                manifest,
                both: !follows,
                orphans,
            });
            state.current = true;
            return Ok(());
        }
        Err(StoreError::Changed)
    }

    /// The manifest, as far as it follows from the rows and from an older one. A write that was
    /// torn by a kill leaves one behind; then what was added since is found by its row. Drafts
    /// are not taken from a row alone, as an older one could have been put back: the names of
    /// their rows come second.
    async fn recovered(
        &self,
        base: Option<Manifest>,
    ) -> Result<(Manifest, Vec<String>), StoreError> {
        let mut manifest = base.unwrap_or_else(|| Manifest::new(Form::Settled));
        let mut there = BTreeMap::new();
        for (name, stored) in self.inner.read_all(ROWS).await? {
            if let Some(place) = self.place_of_row(&name, &stored) {
                there.insert(place, self.seal.mark(&stored));
            }
        }
        if manifest.form == Form::ToPlain {
            // What was converted last has no row any more.
            let rows = manifest.rows.keys();
            let gone: Vec<_> = rows
                .filter(|place| !there.contains_key(place))
                .cloned()
                .collect();
            for (table, keys) in by_table(gone.into_iter()) {
                for (key, stored) in self.inner.read(table, &keys).await? {
                    let mark = self.seal.digest(&stored);
                    let whereabouts = Whereabouts::Former(mark);
                    manifest.rows.insert((table, key), whereabouts);
                }
            }
            // What was written last is plain.
            for table in [Table::Records, Table::Segments] {
                for (key, stored) in self.inner.read_all(table).await? {
                    if !is_sealed(&stored) {
                        let mark = self.seal.digest(&stored);
                        manifest
                            .rows
                            .entry((table, key))
                            .or_insert(Whereabouts::Former(mark));
                    }
                }
            }
        } else {
            for (place, whereabouts) in &mut manifest.rows {
                // And otherwise it has one, of the same words: they are read back before the
                // former place is emptied.
                if let (Whereabouts::Former(_), Some(mark)) = (&*whereabouts, there.get(place)) {
                    *whereabouts = Whereabouts::Row(*mark);
                }
            }
        }
        manifest
            .rows
            .retain(|place, whereabouts| match whereabouts {
                Whereabouts::Row(mark) => there.get(place) == Some(mark),
                Whereabouts::Former(_) => true,
            });
        let mut orphans = Vec::new();
        for (place, mark) in there {
            if place.0 != Table::Drafts {
                let row = manifest.rows.entry(place);
                row.or_insert(Whereabouts::Row(mark));
            } else if !manifest.rows.contains_key(&place) {
                orphans.push(self.name(&place));
            }
        }
        Ok((manifest, orphans))
    }

    /// The values at these places that are there as the manifest says, and can be opened.
    async fn values(
        &self,
        manifest: &Manifest,
        places: &[Place],
    ) -> Result<BTreeMap<Place, Vec<u8>>, StoreError> {
        let opener = self.opener(manifest)?;
        let mut wanted: BTreeMap<Place, Place> = BTreeMap::new();
        for place in places {
            if let Some(whereabouts) = manifest.rows.get(place) {
                wanted.insert(opener.at(place, *whereabouts), place.clone());
            }
        }
        let mut values = BTreeMap::new();
        for (table, keys) in by_table(wanted.keys().cloned()) {
            for (key, stored) in self.inner.read(table, &keys).await? {
                let Some(place) = wanted.get(&(table, key)) else {
                    continue;
                };
                let whereabouts = manifest.rows.get(place);
                if let Some(value) = whereabouts.and_then(|row| opener.open(place, *row, &stored)) {
                    values.insert(place.clone(), value);
                }
            }
        }
        Ok(values)
    }

    /// Finds and opens what the manifest lists. A former key is opened once for all of it.
    fn opener(&self, manifest: &Manifest) -> Result<Opener, StoreError> {
        let former = match &manifest.form {
            Form::FromKey(key) => Some(self.seal.former(key).map_err(|_| StoreError::Locked)?),
            _ => None,
        };
        Ok(Opener {
            seal: self.seal.clone(),
            former,
            format_1: manifest.form == Form::FromFormat1,
        })
    }

    /// What is kept at these places. What cannot be opened is told of, unless another tab has
    /// changed it meanwhile.
    async fn look(&self, places: &[Place]) -> Result<BTreeMap<Place, Vec<u8>>, StoreError> {
        if places.is_empty() {
            return Ok(BTreeMap::new());
        }
        for _ in 0..TRIES {
            self.refresh().await?;
            let known = self.known();
            let manifest = &known.manifest;
            let values = self.values(manifest, places).await?;
            let missing: Vec<_> = places
                .iter()
                .filter(|place| manifest.rows.contains_key(place) && !values.contains_key(place))
                .cloned()
                .collect();
            if missing.is_empty() {
                return Ok(values);
            }
            if self.is_unchanged(&known).await? {
                self.state().integrity.missing.extend(missing);
                return Ok(values);
            }
        }
        Err(StoreError::Changed)
    }

    /// Everything in a table, opened one after the other.
    pub(super) async fn values_of(&self, table: Table) -> Result<Values, StoreError> {
        for _ in 0..TRIES {
            self.refresh().await?;
            let known = self.known();
            let manifest = &known.manifest;
            let opener = self.opener(manifest)?;
            let mut wanted: BTreeMap<Place, (Place, Whereabouts)> = BTreeMap::new();
            for (place, whereabouts) in &manifest.rows {
                if place.0 == table {
                    let at = opener.at(place, *whereabouts);
                    wanted.insert(at, (place.clone(), *whereabouts));
                }
            }
            let mut found: BTreeMap<String, (Whereabouts, Vec<u8>)> = BTreeMap::new();
            for (of, keys) in by_table(wanted.keys().cloned()) {
                // The tail and the drafts are few beside the segments.
                let rows: Vec<Stored> = if table == Table::Segments {
                    self.inner.read_all(of).await?.collect()
                } else {
                    self.inner.read(of, &keys).await?
                };
                for (key, stored) in rows {
                    if let Some((place, whereabouts)) = wanted.get(&(of, key)) {
                        found.insert(place.1.clone(), (*whereabouts, stored));
                    }
                }
            }
            if !self.is_unchanged(&known).await? {
                continue;
            }
            let gone = wanted
                .into_values()
                .map(|(place, _)| place)
                .filter(|place| !found.contains_key(&place.1));
            self.state().integrity.missing.extend(gone);
            return Ok(Values {
                table,
                found: found.into_iter(),
                opener,
                state: self.state.clone(),
            });
        }
        Err(StoreError::Changed)
    }

    /// What `ops` come to in the storage below.
    async fn planned(&self, ops: &[Op]) -> Result<Plan, StoreError> {
        let from = self.known();
        let mut manifest = from.manifest.clone();
        let opener = self.opener(&manifest)?;
        let mut below = Vec::new();
        let expected: Vec<Place> = ops
            .iter()
            .filter_map(|op| match op {
                Op::Expect { table, key, .. } => Some((*table, key.clone())),
                _ => None,
            })
            .collect();
        let values = self.look(&expected).await?;
        for op in ops {
            let (table, key, bytes) = match op {
                Op::Clear { table } => {
                    let places: Vec<_> = manifest.rows.keys().cloned().collect();
                    for place in places.into_iter().filter(|place| place.0 == *table) {
                        drop_row(&opener, &mut manifest, &mut below, &place);
                    }
                    continue;
                }
                Op::Expect { table, key, bytes } => {
                    if is_vault(*table, key) {
                        below.push(op.clone());
                    } else if values.get(&(*table, key.clone())) != bytes.as_ref() {
                        return Err(StoreError::Changed);
                    }
                    continue;
                }
                Op::Add { table, key, bytes } | Op::Put { table, key, bytes } => {
                    (*table, key, Some(bytes))
                }
                Op::Delete { table, key } => (*table, key, None),
            };
            if is_vault(table, key) {
                self.note_vault(&mut manifest, std::slice::from_ref(op));
                below.push(op.clone());
                continue;
            }
            let place = (table, key.clone());
            // One that cannot be read any more may be written again.
            if matches!(op, Op::Add { .. })
                && manifest.rows.contains_key(&place)
                && !self.look(std::slice::from_ref(&place)).await?.is_empty()
            {
                return Err(StoreError::Taken);
            }
            drop_row(&opener, &mut manifest, &mut below, &place);
            let Some(bytes) = bytes else { continue };
            let whereabouts = if manifest.form == Form::ToPlain {
                below.push(Op::put(table, key, bytes.clone()));
                Whereabouts::Former(self.seal.digest(bytes))
            } else {
                let row = self.row(&place, bytes)?;
                let mark = self.seal.mark(&row);
                below.push(Op::put(ROWS, self.name(&place), row));
                Whereabouts::Row(mark)
            };
            manifest.rows.insert(place, whereabouts);
        }
        Ok(Plan {
            from,
            ops: below,
            manifest,
        })
    }
}

/// Takes a value out of the manifest and, with `below`, out of the storage.
fn drop_row(opener: &Opener, manifest: &mut Manifest, below: &mut Vec<Op>, place: &Place) {
    let Some(whereabouts) = manifest.rows.remove(place) else {
        return;
    };
    let mut delete = |(table, key): Place| below.push(Op::delete(table, key));
    delete(opener.at(place, whereabouts));
    // A conversion may have written the other form already, and not taken it over.
    match (&manifest.form, whereabouts) {
        (Form::ToPlain, Whereabouts::Row(_)) => delete(place.clone()),
        (Form::ToPlain, Whereabouts::Former(_)) | (Form::Settled, _) => {}
        (_, Whereabouts::Former(_)) => delete(opener.at(place, SOMEWHERE_ROW)),
        (_, Whereabouts::Row(_)) => delete(opener.at(place, SOMEWHERE_FORMER)),
    }
}

/// Finds and opens values, each in the form that the manifest says.
struct Opener {
    seal: Arc<dyn Seal>,
    former: Option<Arc<dyn Seal>>,
    format_1: bool,
}

impl Opener {
    /// Where the storage has a value.
    fn at(&self, place: &Place, whereabouts: Whereabouts) -> Place {
        match (whereabouts, &self.former) {
            (Whereabouts::Row(_), _) => (ROWS, self.seal.name(&text_of(place))),
            (Whereabouts::Former(_), Some(former)) => (ROWS, former.name(&text_of(place))),
            (Whereabouts::Former(_), None) => place.clone(),
        }
    }

    fn open(&self, place: &Place, whereabouts: Whereabouts, stored: &[u8]) -> Option<Vec<u8>> {
        match whereabouts {
            Whereabouts::Row(mark) => opened_row(&*self.seal, place, mark, stored),
            Whereabouts::Former(mark) => match &self.former {
                Some(former) => opened_row(&**former, place, mark, stored),
                None if self.seal.digest(stored) != mark => None,
                None if self.format_1 => self.seal.open(&text_of(place), stored).ok(),
                None => Some(stored.to_vec()),
            },
        }
    }
}

/// Values that are opened when they are asked for, so that they are not in memory twice.
pub(super) struct Values {
    table: Table,
    found: std::collections::btree_map::IntoIter<String, (Whereabouts, Vec<u8>)>,
    opener: Opener,
    state: Arc<Mutex<State>>,
}

impl Iterator for Values {
    type Item = Stored;

    fn next(&mut self) -> Option<Stored> {
        loop {
            let (key, (whereabouts, stored)) = self.found.next()?;
            let place = (self.table, key);
            match self.opener.open(&place, whereabouts, &stored) {
                Some(value) => return Some((place.1, value)),
                None => locked(&self.state).integrity.missing.insert(place),
            };
        }
    }
}

fn opened_row(seal: &dyn Seal, place: &Place, mark: [u8; 16], stored: &[u8]) -> Option<Vec<u8>> {
    if seal.mark(stored) != mark {
        return None;
    }
    let row = seal.open(&seal.name(&text_of(place)), stored).ok()?;
    let (of, value) = from_row(&row)?;
    (of == *place).then_some(value)
}

fn text_of((table, key): &Place) -> String {
    [table.name(), "/", key].concat()
}

fn is_vault(table: Table, key: &str) -> bool {
    (table, key) == (Table::Meta, VAULT)
}

/// Whether a small value belongs to the sealed storage itself.
fn is_of_the_storage(key: &str) -> bool {
    MANIFESTS.contains(&key) || [SEALING, VAULT].contains(&key)
}

fn by_table(places: impl Iterator<Item = Place>) -> BTreeMap<Table, Vec<String>> {
    let mut tables: BTreeMap<Table, Vec<String>> = BTreeMap::new();
    for (table, key) in places {
        tables.entry(table).or_default().push(key);
    }
    tables
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    // Nothing that holds it can be left half-done.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<B: Backend> Backend for Sealed<B> {
    async fn read_all(&self, table: Table) -> Result<impl Iterator<Item = Stored>, StoreError> {
        self.values_of(table).await
    }

    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Stored>, StoreError> {
        let vault = keys.iter().filter(|key| is_vault(table, key));
        let vault: Vec<String> = vault.cloned().collect();
        let places: Vec<Place> = keys.iter().map(|key| (table, key.clone())).collect();
        let values = self.look(&places).await?;
        let mut found: Vec<Stored> = values
            .into_iter()
            .map(|((_, key), value)| (key, value))
            .collect();
        if !vault.is_empty() {
            found.extend(self.inner.read(table, &vault).await?);
        }
        Ok(found)
    }

    async fn keys(&self, table: Table) -> Result<Vec<String>, StoreError> {
        self.refresh().await?;
        let state = self.state();
        let places = state.known.manifest.rows.keys();
        let of = places.filter(|place| place.0 == table);
        Ok(of.map(|(_, key)| key.clone()).collect())
    }

    async fn commit(&self, ops: Vec<Op>) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            self.refresh().await?;
            let plan = self.planned(&ops).await?;
            match self.carry_out(plan).await {
                // Another tab was quicker: with what it has done it may still be possible.
                Err(StoreError::Changed) => {}
                done => return done,
            }
        }
        Err(StoreError::Changed)
    }

    async fn yield_now(&self) {
        self.inner.yield_now().await;
    }
}
