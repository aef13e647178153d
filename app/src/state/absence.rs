//! Noticing that nobody is there: too long without a touch, or out of sight.
//!
//! Phones stop timers in their pocket, so it is the time that counts and not the ticks. The tabs of
//! one browser tell each other that somebody is at one of them.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::platform::tabs::Presence;
use crate::platform::{clock, page};

const TICK: Duration = Duration::from_secs(5);
/// Between two tabs nobody is at either for less than this.
const GRACE_MS: u16 = 500;
const MINUTE_MS: i64 = 60_000;

/// After how many minutes nobody is there any more; never without a number.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Without a touch.
    pub idle: Option<u16>,
    /// Out of sight.
    pub hidden: Option<u16>,
}

/// Whether somebody was there already, or has to touch something first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Since {
    Now,
    FirstTouch,
}

/// Watches, until it is dropped.
pub struct Absence {
    ticks: Option<IntervalHandle>,
    _heard: [page::Heard; 2],
    _presence: Rc<Presence>,
}

impl Drop for Absence {
    fn drop(&mut self) {
        if let Some(ticks) = self.ticks {
            ticks.clear();
        }
    }
}

/// What is known, in milliseconds since 1970.
#[derive(Default)]
struct Seen {
    touched: Cell<Option<i64>>,
    /// Whether that was here, since the others were told.
    untold: Cell<bool>,
    /// Since when no tab is in sight.
    hidden: Cell<Option<i64>>,
}

/// Calls `gone` again and again while nobody is there by `limits`.
pub fn watch(
    since: Since,
    limits: impl Fn() -> Limits + 'static,
    gone: impl Fn() + 'static,
) -> Absence {
    let seen = Rc::new(Seen::default());
    if since == Since::Now {
        seen.touched.set(Some(clock::now().utc_ms()));
    }
    let look = {
        let seen = seen.clone();
        Rc::new(move || {
            let Some(touched) = seen.touched.get() else {
                return;
            };
            let (now, limits) = (clock::now().utc_ms(), limits());
            let idle = limits
                .idle
                .is_some_and(|minutes| now - touched >= i64::from(minutes) * MINUTE_MS);
            let hidden = limits.hidden.zip(seen.hidden.get());
            let hidden = hidden.is_some_and(|(minutes, since)| {
                now - since >= (i64::from(minutes) * MINUTE_MS).max(GRACE_MS.into())
            });
            if idle || hidden {
                gone();
            }
        })
    };
    let hide = {
        let (seen, look) = (seen.clone(), look.clone());
        move || {
            seen.hidden.set(Some(clock::now().utc_ms()));
            let look = look.clone();
            set_timeout(move || look(), Duration::from_millis(GRACE_MS.into()));
        }
    };
    let heard = {
        let (seen, hide) = (seen.clone(), hide.clone());
        move |here| {
            if here {
                if seen.touched.get().is_some() {
                    seen.touched.set(Some(clock::now().utc_ms()));
                }
                seen.hidden.set(None);
            } else if page::is_hidden() {
                hide();
            }
        }
    };
    let presence = Rc::new(Presence::join(heard));
    let touch = {
        let seen = seen.clone();
        move || {
            seen.touched.set(Some(clock::now().utc_ms()));
            seen.untold.set(true);
        }
    };
    let turn = {
        let (seen, look, presence) = (seen.clone(), look.clone(), presence.clone());
        move || {
            if page::is_hidden() {
                presence.tell(false);
                hide();
            } else {
                // Before the first picture after a sleep, and not at the next tick.
                look();
                seen.hidden.set(None);
                presence.tell(true);
            }
        }
    };
    let tick = {
        let presence = presence.clone();
        move || {
            if seen.untold.take() {
                presence.tell(true);
            }
            look();
        }
    };
    // Not an effect: it must outlive the screen that began it.
    Absence {
        ticks: set_interval_with_handle(tick, TICK).ok(),
        _heard: [page::on_every_touch(touch), page::on_return(turn)],
        _presence: presence,
    }
}
