//! The browser's random source.

use ebb_core::store::StoreError;

/// The browser gives no random bits. What needs them is not done; nothing is ever made of zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser gives no random bits")]
pub struct NoRandomness;

impl From<NoRandomness> for StoreError {
    fn from(_: NoRandomness) -> Self {
        Self::Failed
    }
}

/// 128 random bits from Web Crypto.
pub fn bits128() -> Result<u128, NoRandomness> {
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok())
        .ok_or(NoRandomness)?;
    Ok(u128::from_le_bytes(bytes))
}

/// 64 random bits from Web Crypto.
pub fn bits64() -> Result<u64, NoRandomness> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "half of the bits are wanted"
    )]
    bits128().map(|bits| bits as u64)
}

#[cfg(test)]
pub mod tests {
    use js_sys::Function;
    use wasm_bindgen::JsValue;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    /// The browser gives no random bits until what comes back is dropped.
    pub struct Without;

    impl Without {
        pub fn randomness() -> Self {
            run("Crypto.prototype.own = Crypto.prototype.getRandomValues;
                Crypto.prototype.getRandomValues = () => { throw new Error('none'); };");
            Self
        }
    }

    impl Drop for Without {
        fn drop(&mut self) {
            run("Crypto.prototype.getRandomValues = Crypto.prototype.own;");
        }
    }

    fn run(script: &str) {
        let script = Function::new_no_args(script);
        script.call0(&JsValue::UNDEFINED).unwrap();
    }

    #[wasm_bindgen_test]
    fn without_randomness_there_are_no_bits_rather_than_zeros() {
        assert_ne!(bits128().unwrap(), bits128().unwrap());
        let without = Without::randomness();
        assert_eq!(bits128(), Err(NoRandomness));
        assert_eq!(bits64(), Err(NoRandomness));
        drop(without);
        assert!(bits128().is_ok());
    }
}
