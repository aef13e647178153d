//! Content that comes over the network: what is shown until it is there, and when it did not come.

use ebb_core::content::{Content, Library};
use leptos::prelude::*;

use crate::components::{loading, not_there};
use crate::state::Loaded;
use crate::state::content::ContentResource;

/// What `view` makes of content, once it is there; a second try when it did not come.
pub fn shelved<T: Content + Send + Sync + 'static>(
    resource: &'static ContentResource<T>,
    missing: &'static str,
    view: impl Fn(&Library<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    (move || match resource.read(&view) {
        Loaded::Ready(view) => view,
        Loaded::Waiting => loading(),
        Loaded::Missing => not_there(missing, Callback::new(move |()| resource.fetch())),
    })
    .into_any()
}
