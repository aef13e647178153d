//! The icons: one set, of one stroke (`--stroke` in `styles/tokens.css`), each drawn in 24 by 24.
//!
//! The drawings stand in the page once, in a sprite, and are used from there. An image in a sheet or a
//! file would be a document of its own, see `wave.rs`.

use leptos::prelude::*;

macro_rules! icons {
    ($($icon:ident, $id:literal, $drawing:literal;)*) => {
        /// One of the set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon {
            $($icon,)*
        }

        impl Icon {
            /// All of them, with their names.
            #[cfg(debug_assertions)]
            pub const ALL: &[(Self, &str)] = &[$((Self::$icon, $id)),*];

            const fn id(self) -> &'static str {
                match self {
                    $(Self::$icon => $id,)*
                }
            }
        }

        const SPRITE: &str = concat!(
            "<svg>",
            $("<g id=\"icon-", $id, "\">", $drawing, "</g>",)*
            "</svg>",
        );
    };
}

icons! {
    Now, "now", r#"<path d="M2 15c3.5 0 4-6 7.5-6s4.5 6 12.5 6"/><path d="M4 20h16" opacity=".5"/>"#;
    Exercises, "exercises", r#"<circle cx="12" cy="12" r="9" opacity=".5"/><circle cx="12" cy="12" r="4.5"/>"#;
    Programme, "programme", r#"<path d="M5 5h14v15H5zM5 10h14M9 3v4M15 3v4" opacity=".6"/><path d="M9 15l2 2 4-4"/>"#;
    Insight, "insight", r#"<path d="M3 18c3 0 4-12 7-12s3 8 6 8 3-4 5-4"/><path d="M3 21h18" opacity=".5"/>"#;
    Gear, "gear", r#"<circle cx="12" cy="12" r="3.2"/><path d="M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M5.6 18.4l1.8-1.8M16.6 7.4l1.8-1.8"/>"#;
    Door, "door", r#"<path d="M14 4H6v16h8M11 12h9M17 9l3 3-3 3"/>"#;
    Share, "share", r#"<path d="M8 9H5v12h14V9h-3M12 3v12M8 7l4-4 4 4"/>"#;
    Plus, "plus", r#"<rect x="4" y="4" width="16" height="16" rx="4"/><path d="M12 8v8M8 12h8"/>"#;
    Dots, "dots", r#"<path d="M12 5h.01M12 12h.01M12 19h.01"/>"#;
    Phone, "phone", r#"<rect x="6" y="2" width="12" height="20" rx="3"/><path d="M12 7v7M9 11l3 3 3-3M10 18h4"/>"#;
    Tick, "tick", r#"<circle cx="12" cy="12" r="9"/><path d="M8 12l3 3 5-6"/>"#;
}

/// The drawings, once in a page.
pub fn sprite() -> AnyView {
    view! { <div hidden inner_html=SPRITE></div> }.into_any()
}

/// A sign beside the words that say what it means.
pub fn icon(icon: Icon) -> AnyView {
    let parts = [
        r##"<svg viewBox="0 0 24 24"><use href="#icon-"##,
        icon.id(),
        r#""/></svg>"#,
    ];
    let used = parts.concat();
    view! { <span class="icon" aria-hidden="true" inner_html=used></span> }.into_any()
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn the_first_screens_have_the_door_of_the_set() {
        let (_, rest) = SPRITE.split_once("<g id=\"icon-door\">").unwrap();
        let (door, _) = rest.split_once("</g>").unwrap();
        let door = format!(
            "<span class=\"icon\" aria-hidden=\"true\"><svg viewBox=\"0 0 24 24\">{door}</svg></span>"
        );
        for first in [
            include_str!("../../index.html"),
            include_str!("../i18n/es/first.html"),
        ] {
            assert!(first.contains(&door));
        }
    }

    #[wasm_bindgen_test]
    fn no_icon_has_a_stroke_or_a_colour_of_its_own() {
        for own in ["stroke", "fill", "style", "class", "transform"] {
            assert!(!SPRITE.contains(own), "{own}");
        }
    }
}
