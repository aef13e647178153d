//! In the place of what is not there yet: that it is not, and a greyed sample of how it will look.

use leptos::prelude::*;

/// What the sample is of. It has the shape of the thing and no words, so that nobody takes it for
/// something that was written, and nothing is read out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// Lines of a list, each with a time at its end.
    Entries,
    /// Labels with what stands under each.
    Reading,
    /// A picture with its line.
    Picture,
    /// How a craving rises and eases.
    Wave,
}

impl Sample {
    /// All of them, with their names.
    #[cfg(debug_assertions)]
    pub const ALL: [(Self, &str); 4] = [
        (Self::Entries, "entries"),
        (Self::Reading, "reading"),
        (Self::Picture, "picture"),
        (Self::Wave, "wave"),
    ];

    const fn drawn(self) -> &'static str {
        match self {
            Self::Entries => "<p><i></i><i></i></p><p><i></i><i></i></p>",
            Self::Reading => "<i></i><b></b>",
            Self::Picture => "<em></em><b></b>",
            Self::Wave => {
                r#"<svg viewBox="0 0 320 64"><path d="M4 26C40 26 48 6 84 6s70 40 232 52"/></svg>"#
            }
        }
    }
}

/// A greyed sample by itself.
pub fn sample(of: Sample) -> AnyView {
    view! { <div class="sample" aria-hidden="true" inner_html=of.drawn()></div> }.into_any()
}

/// Words over a sample.
pub fn empty(words: &'static str, of: Sample) -> AnyView {
    view! {
        <div class="empty">
            <p>{words}</p>
            {sample(of)}
        </div>
    }
    .into_any()
}
