//! Running what a browser runs at the same time, in an order that chance decides.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use super::rng::Rng;

/// A call under way, and whether its tab has been killed.
pub type Running<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Polls `running` in random order until each is done or `dead`; `None` is what was killed.
pub fn race<T>(
    rng: &mut Rng,
    mut running: Vec<Option<Running<'_, T>>>,
    dead: impl Fn(usize) -> bool,
) -> Vec<Option<T>> {
    let mut done: Vec<Option<T>> = running.iter().map(|_| None).collect();
    let mut context = Context::from_waker(Waker::noop());
    loop {
        let open: Vec<usize> = (0..running.len())
            .filter(|i| running[*i].is_some())
            .collect();
        let Some(which) = rng.pick(&open).copied() else {
            return done;
        };
        let polled = running[which]
            .as_mut()
            .map(|call| call.as_mut().poll(&mut context));
        if let Some(Poll::Ready(value)) = polled {
            done[which] = Some(value);
            running[which] = None;
        } else if dead(which) {
            running[which] = None;
        }
    }
}

/// Runs one call that cannot be killed.
pub fn run<T>(call: impl Future<Output = T>) -> T {
    let mut call = pin!(call);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = call.as_mut().poll(&mut context) {
            return value;
        }
    }
}
