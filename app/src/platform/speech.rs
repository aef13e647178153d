//! Reading aloud with a voice of the device. A voice that the browser gets over the network is never
//! used: it would send out what is read.

use std::cell::RefCell;

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::page::{Heard, on_leaving};

/// How fast a voice reads, kept for the next visit. Apart from the other preferences, which are in
/// the first download.
const KEY: &str = "ebb.voice";

/// How fast a voice reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Three quarters of the voice's own.
    Slow,
    /// The voice's own.
    Normal,
    /// A quarter faster.
    Fast,
}

impl Pace {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    const fn name(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::Normal => "normal",
            Self::Fast => "fast",
        }
    }

    const fn rate(self) -> f32 {
        match self {
            Self::Slow => 0.75,
            Self::Normal => 1.0,
            Self::Fast => 1.25,
        }
    }
}

/// The pace that was chosen; none where nothing is to be read aloud.
pub fn kept() -> Option<Pace> {
    let name = LocalStorage::raw().get_item(KEY).ok().flatten()?;
    Pace::ALL.into_iter().find(|pace| pace.name() == name)
}

/// Keeps the pace. False when the browser does not let it.
pub fn keep(pace: Option<Pace>) -> bool {
    let storage = LocalStorage::raw();
    let kept = match pace {
        Some(pace) => storage.set_item(KEY, pace.name()),
        None => storage.remove_item(KEY),
    };
    kept.is_ok()
}

/// What speaks. Missing in some browsers, whatever the bindings say.
fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let found = Reflect::get(&window, &"speechSynthesis".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// A voice of the device for a language, given as BCP 47 tag such as `es`.
fn local_voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis()?.get_voices();
    let mut voices = voices.iter().map(JsCast::unchecked_into);
    voices.find(|voice: &SpeechSynthesisVoice| {
        // Android writes es_US.
        let tag = voice.lang();
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        voice.local_service() && primary.eq_ignore_ascii_case(language)
    })
}

/// Whether the device has a voice for a language.
pub fn has_voice(language: &str) -> bool {
    local_voice(language).is_some()
}

/// Calls `look` each time the list of voices changes, as most browsers have none at first; until
/// what it gives is dropped.
#[must_use]
pub fn on_voices(look: impl Fn() + 'static) -> Heard {
    Heard::of(synthesis(), &["voiceschanged"], look)
}

/// Falls silent when the page goes, as browsers do not all do by themselves: whoever leaves at once
/// must not be heard any longer.
#[must_use]
pub fn silent_with_page() -> Heard {
    on_leaving(stop)
}

/// What is being said, with what waits for its end: browsers forget an utterance nobody holds.
struct Said {
    utterance: SpeechSynthesisUtterance,
    _ended: Closure<dyn FnMut(Event)>,
}

thread_local! {
    static SAID: RefCell<Option<Said>> = const { RefCell::new(None) };
}

/// Says `text` in place of what is being said. `ended` is told once whether all of it was said; not
/// at all when something else is said, or [`stop`] is called, before that. False where there is no
/// voice of the device.
pub fn say(text: &str, language: &str, pace: Pace, ended: impl FnOnce(bool) + 'static) -> bool {
    stop();
    let (Some(synthesis), Some(voice)) = (synthesis(), local_voice(language)) else {
        return false;
    };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else {
        return false;
    };
    utterance.set_voice(Some(&voice));
    utterance.set_lang(&voice.lang());
    utterance.set_rate(pace.rate());
    let mut ended = Some(ended);
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Some(ended) = ended.take() {
            ended(event.type_() == "end");
        }
    });
    utterance.set_onend(Some(heard.as_ref().unchecked_ref()));
    utterance.set_onerror(Some(heard.as_ref().unchecked_ref()));
    synthesis.speak(&utterance);
    SAID.set(Some(Said {
        utterance,
        _ended: heard,
    }));
    true
}

/// Whether something is being said.
pub fn is_speaking() -> bool {
    synthesis().is_some_and(|synthesis| synthesis.speaking() || synthesis.pending())
}

/// Says nothing any more.
pub fn stop() {
    // Nobody is told of the end of what was broken off.
    if let Some(said) = SAID.take() {
        said.utterance.set_onend(None);
        said.utterance.set_onerror(None);
        if let Some(synthesis) = synthesis() {
            synthesis.cancel();
        }
        // It may be called from within the closure it holds, which must outlive the call.
        leptos::prelude::queue_microtask(move || drop(said));
    }
}
