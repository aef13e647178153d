//! Picking a file, in the words of the page: a browser's own are in the browser's language.

use leptos::prelude::*;

use crate::i18n;
use crate::platform::files::{Picked, all_picked};

/// A field for a file; its label is written by whoever shows it.
#[derive(Clone, Copy, Default)]
pub struct FileBox {
    /// What the label is for.
    pub id: &'static str,
    /// The id of the text that says what is wrong.
    pub described: Option<&'static str>,
    /// Which kinds the browser offers, all where it is not given.
    pub accept: Option<&'static str>,
    /// Whether several can be picked at once.
    pub several: bool,
}

impl FileBox {
    /// Shows the names that were `chosen`, and passes on the files that are picked.
    pub fn show(
        self,
        chosen: impl Fn() -> Option<String> + Send + Sync + 'static,
        pick: impl Fn(Vec<Picked>) + Send + Sync + 'static,
    ) -> AnyView {
        self.drawn(Signal::derive(chosen), Callback::new(pick))
    }

    fn drawn(self, chosen: Signal<Option<String>>, pick: Callback<Vec<Picked>>) -> AnyView {
        view! {
            <div class="file-box">
                <span class="button soft" aria-hidden="true">
                    {i18n::texts().common.choose_file}
                </span>
                <span class="file-name" dir="auto" aria-live="polite">
                    {move || chosen.get()}
                </span>
                <input
                    id=self.id
                    type="file"
                    accept=self.accept
                    multiple=self.several
                    aria-describedby=self.described
                    on:change:target=move |ev| pick.run(all_picked(&ev.target()))
                />
            </div>
        }
        .into_any()
    }
}
