//! Passkeys that give a secret: `WebAuthn` with its PRF extension, called by name, since the bindings
//! of it are not settled yet.

use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use zeroize::Zeroizing;

use super::random;

/// How long the browser waits for the person, in milliseconds.
const PATIENCE_MS: u32 = 120_000;
/// ES256 and RS256.
const ALGORITHMS: [i32; 2] = [-7, -257];

/// Why a passkey did not give its secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasskeyError {
    /// There is none, or the person or the device did not want to.
    #[error("the passkey was not used")]
    Refused,
    /// It cannot give a secret.
    #[error("the passkey gives no secret")]
    WithoutPrf,
}

/// Whether the browser has a way to passkeys.
pub fn is_offered() -> bool {
    let window = web_sys::window();
    window.is_some_and(|window| Reflect::has(&window, &"PublicKeyCredential".into()) == Ok(true))
}

/// Makes a passkey on the device. The name is what the device lists it under. Gives its id, in
/// base 64 for addresses.
///
/// # Errors
/// [`PasskeyError`]
pub async fn make(name: &str) -> Result<String, PasskeyError> {
    let algorithms: Array = ALGORITHMS
        .iter()
        .map(|one| object(&[("type", "public-key".into()), ("alg", (*one).into())]))
        .collect();
    let user = object(&[
        ("id", fresh()?),
        ("name", name.into()),
        ("displayName", name.into()),
    ]);
    let options = object(&[
        ("rp", object(&[("name", name.into())])),
        ("user", user),
        ("challenge", fresh()?),
        ("pubKeyCredParams", algorithms.into()),
        (
            "authenticatorSelection",
            object(&[("userVerification", "required".into())]),
        ),
        ("extensions", object(&[("prf", Object::new().into())])),
        ("timeout", PATIENCE_MS.into()),
    ]);
    let made = call("create", options).await?;
    let prf = extension(&made).and_then(|prf| Reflect::get(&prf, &"enabled".into()).ok());
    if prf.is_none_or(|enabled| enabled.is_falsy()) {
        return Err(PasskeyError::WithoutPrf);
    }
    let id = Reflect::get(&made, &"id".into()).ok();
    id.and_then(|id| id.as_string())
        .ok_or(PasskeyError::Refused)
}

/// What the passkey with this id gives for two inputs, one after the other.
///
/// # Errors
/// [`PasskeyError`]
pub async fn outputs(id: &str, inputs: &[Vec<u8>; 2]) -> Result<Zeroizing<Vec<u8>>, PasskeyError> {
    let known = object(&[("type", "public-key".into()), ("id", of_base64(id)?.into())]);
    let [first, second] = inputs.each_ref().map(|input| bytes(input));
    let eval = object(&[("first", first), ("second", second)]);
    let options = object(&[
        ("challenge", fresh()?),
        ("allowCredentials", Array::of1(&known).into()),
        ("userVerification", "required".into()),
        ("extensions", object(&[("prf", object(&[("eval", eval)]))])),
        ("timeout", PATIENCE_MS.into()),
    ]);
    let given = call("get", options).await?;
    let results = extension(&given).and_then(|prf| Reflect::get(&prf, &"results".into()).ok());
    let results = results.ok_or(PasskeyError::WithoutPrf)?;
    let mut outputs = Zeroizing::new(Vec::new());
    for which in ["first", "second"] {
        let output = Reflect::get(&results, &which.into()).ok();
        let output = output.and_then(|output| output.dyn_into::<ArrayBuffer>().ok());
        let output = output.ok_or(PasskeyError::WithoutPrf)?;
        outputs.extend_from_slice(&Uint8Array::new(&output).to_vec());
    }
    Ok(outputs)
}

/// What the PRF extension says, if the browser knows it.
fn extension(credential: &JsValue) -> Option<JsValue> {
    let ask = Reflect::get(credential, &"getClientExtensionResults".into()).ok()?;
    let results = ask.dyn_into::<Function>().ok()?.call0(credential).ok()?;
    let prf = Reflect::get(&results, &"prf".into()).ok()?;
    prf.is_object().then_some(prf)
}

async fn call(method: &str, options: JsValue) -> Result<JsValue, PasskeyError> {
    let begin = || -> Option<Promise> {
        let navigator = web_sys::window()?.navigator();
        let credentials = Reflect::get(&navigator, &"credentials".into()).ok()?;
        let method = Reflect::get(&credentials, &method.into()).ok()?;
        let options = object(&[("publicKey", options)]);
        let promise = method.dyn_into::<Function>().ok()?;
        promise.call1(&credentials, &options).ok()?.dyn_into().ok()
    };
    let promise = begin().ok_or(PasskeyError::Refused)?;
    let given = JsFuture::from(promise).await;
    given
        .ok()
        .filter(JsValue::is_object)
        .ok_or(PasskeyError::Refused)
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// Fresh random bytes: a challenge, or a name for nobody.
fn fresh() -> Result<JsValue, PasskeyError> {
    let bits = random::bits128().map_err(|_| PasskeyError::Refused)?;
    Ok(bytes(&bits.to_be_bytes()))
}

fn of_base64(id: &str) -> Result<Uint8Array, PasskeyError> {
    let text = id.replace('-', "+").replace('_', "/");
    let window = web_sys::window().ok_or(PasskeyError::Refused)?;
    let binary = window.atob(&text).map_err(|_| PasskeyError::Refused)?;
    let bytes: Option<Vec<u8>> = binary.chars().map(|one| u8::try_from(one).ok()).collect();
    Ok(Uint8Array::from(
        bytes.ok_or(PasskeyError::Refused)?.as_slice(),
    ))
}
