//! A seal that keeps nothing secret but notices damage and other places, as a real one does.

use std::sync::Arc;

use ebb_core::store::{Locked, Mark, SEALED, Seal, Unsealable};

/// Sums and scrambles.
pub struct Toy(pub u8);

impl Seal for Toy {
    fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, Locked> {
        let mut sealed = vec![SEALED];
        sealed.extend(self.sum(place, plain).to_be_bytes());
        sealed.extend(plain.iter().map(|byte| byte ^ self.0));
        Ok(sealed)
    }

    fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, Unsealable> {
        let (head, body) = sealed.split_at_checked(9).ok_or(Unsealable::Damaged)?;
        let plain: Vec<u8> = body.iter().map(|byte| byte ^ self.0).collect();
        if head[1..] == self.sum(place, &plain).to_be_bytes() {
            Ok(plain)
        } else {
            Err(Unsealable::Damaged)
        }
    }

    fn name(&self, place: &str) -> String {
        let [one, other] = [1, 2].map(|part| self.sum(place, &[part]));
        format!("{one:016x}{other:016x}")
    }

    fn mark(&self, sealed: &[u8]) -> Mark {
        self.digest(sealed)
    }

    fn digest(&self, bytes: &[u8]) -> Mark {
        let [one, other] = ["a", "b"].map(|part| self.sum(part, bytes));
        (u128::from(one) << 64 | u128::from(other)).to_be_bytes()
    }

    fn hand_over(&self, to: &dyn Seal) -> Result<Vec<u8>, Locked> {
        to.seal("former", &[self.0])
    }

    fn former(&self, key: &[u8]) -> Result<Arc<dyn Seal>, Unsealable> {
        let key = self.open("former", key)?;
        Ok(Arc::new(Self(key[0])))
    }
}

impl Toy {
    /// FNV-1a over all of it.
    fn sum(&self, place: &str, plain: &[u8]) -> u64 {
        let all = place
            .bytes()
            .chain([0, self.0])
            .chain(plain.iter().copied());
        all.fold(0xCBF2_9CE4_8422_2325, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        })
    }
}

/// The keys that the simulation seals with.
pub const KEYS: [u8; 3] = [0xA5, 0x5A, 0x77];

/// An all-zero scramble would leave plain text; this one never does.
#[must_use]
pub fn toy() -> Arc<dyn Seal> {
    Arc::new(Toy(KEYS[0]))
}
