//! What stands over the page until it is answered or closed: the one kind of dialog.

use leptos::html::Dialog;
use leptos::prelude::*;

/// A dialog, closed at first.
#[derive(Clone, Copy)]
pub struct Modal(NodeRef<Dialog>);

impl Modal {
    pub fn new() -> Self {
        Self(NodeRef::new())
    }

    pub fn open(self) {
        if let Some(dialog) = self.0.get_untracked() {
            // It fails only when it is open already.
            let _ = dialog.show_modal();
        }
    }

    pub fn close(self) {
        if let Some(dialog) = self.0.get_untracked() {
            dialog.close();
        }
    }

    /// Puts it into the page, with a heading, what is read out with that, and what else is in it.
    /// `name` begins its ids and is its class.
    pub fn show(
        self,
        name: &'static str,
        title: &'static str,
        lead: AnyView,
        inside: AnyView,
    ) -> AnyView {
        let id = |part| format!("{name}-{part}");
        view! {
            <dialog
                node_ref=self.0
                class=name
                aria-labelledby=id("title")
                aria-describedby=id("lead")
            >
                <h2 id=id("title")>{title}</h2>
                <p id=id("lead")>{lead}</p>
                {inside}
            </dialog>
        }
        .into_any()
    }
}
