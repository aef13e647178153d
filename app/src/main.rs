//! Ebb in the browser: a thin shell over `ebb_core`.

use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(|| view! { <p>"Ebb"</p> });
}
