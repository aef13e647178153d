//! Telling the other tabs what happened in this one.

use ebb_core::journal::RecordId;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// News for the other tabs. It names records and never carries what they say.
#[derive(Debug)]
pub enum News {
    /// These records are in the store now.
    Stored(Vec<RecordId>),
    /// The store is another now: everything was deleted, or a lock was put on or taken off.
    Anew,
    /// The person has locked Ebb.
    Locked,
}

const ANEW: &str = "anew";
const LOCKED: &str = "locked";

impl News {
    /// In words: one for anew, or the ids.
    fn text(&self) -> String {
        match self {
            Self::Stored(ids) => {
                let ids: Vec<_> = ids.iter().map(RecordId::to_string).collect();
                ids.join(" ")
            }
            Self::Anew => ANEW.to_owned(),
            Self::Locked => LOCKED.to_owned(),
        }
    }

    /// Nothing of what another build may say in other words.
    fn of_text(text: &str) -> Option<Self> {
        match text {
            ANEW => return Some(Self::Anew),
            LOCKED => return Some(Self::Locked),
            _ => {}
        }
        let ids: Result<Vec<_>, _> = text.split(' ').map(str::parse).collect();
        ids.ok().map(Self::Stored)
    }
}

/// The channel between tabs; silent where the browser has none.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
}

impl Tabs {
    /// Joins the channel. `hear` is called with what other tabs tell, as long as the page lives.
    pub fn join(hear: impl Fn(News) + 'static) -> Self {
        let channel = BroadcastChannel::new("ebb").ok();
        if let Some(channel) = &channel {
            let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let text = event.data().as_string().unwrap_or_default();
                if let Some(news) = News::of_text(&text) {
                    hear(news);
                }
            });
            channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            on_message.forget();
        }
        Self { channel }
    }

    /// Tells the other tabs.
    pub fn tell(&self, news: &News) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&news.text().into());
        }
    }
}

/// Telling the other tabs whether somebody is at this one.
pub struct Presence {
    channel: Option<BroadcastChannel>,
    _hear: Closure<dyn Fn(MessageEvent)>,
}

impl Presence {
    /// `hear` is called when another tab tells that somebody is there, or has left it, until this is
    /// dropped.
    pub fn join(hear: impl Fn(bool) + 'static) -> Self {
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(here) = event.data().as_bool() {
                hear(here);
            }
        });
        let channel = BroadcastChannel::new("ebb-here").ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        }
        Self {
            channel,
            _hear: hear,
        }
    }

    /// Tells the other tabs.
    pub fn tell(&self, here: bool) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&here.into());
        }
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
