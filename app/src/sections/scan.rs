//! Taking a code with the camera.

use leptos::prelude::*;

use crate::components::{Problem, when};
use crate::i18n;
use crate::state::CancellableTask;
use crate::state::share::{camera_is_there, code_before_camera};

/// A button that has the camera look for a code, and meanwhile what it sees. Nothing where the
/// browser has no way to a camera.
pub fn scan(found: Callback<String>) -> AnyView {
    if !camera_is_there() {
        return ().into_any();
    }
    let texts = &i18n::more().share;
    let task = CancellableTask::new();
    let problem = RwSignal::new(None::<String>);
    let video = NodeRef::<leptos::html::Video>::new();
    let look = move |_| {
        problem.set(None);
        task.run(async move {
            let Some(video) = video.get_untracked() else {
                return;
            };
            match code_before_camera(video).await {
                Ok(text) => found.run(text),
                Err(why) => drop(problem.try_set(Some((texts.camera_problem)(why).to_owned()))),
            }
        });
    };
    let button = move || {
        view! {
            <button type="button" class="soft" on:click=look>
                {texts.camera}
            </button>
        }
        .into_any()
    };
    let looking = move || {
        view! {
            <p role="status">{texts.camera_on}</p>
            <button type="button" class="quiet" on:click=move |_| task.stop()>
                {i18n::more().lock.stop}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="scan">
            <video node_ref=video playsinline hidden=move || !task.busy() aria-label=texts.camera></video>
            {when(move || task.busy(), looking)}
            {when(move || !task.busy(), button)}
            <Problem words=problem />
        </div>
    }
    .into_any()
}
