//! Exercises being done, in English.

use crate::i18n::counted;
use crate::i18n::keys::{AloudTexts, BlocksTexts, Player};

pub const ALOUD: AloudTexts = AloudTexts {
    title: "Listen instead of reading",
    steps: "Read the steps aloud",
    tap: "You can close your eyes. When a step waits for you, a tap anywhere on it goes on.",
    how_fast: "How fast",
    slower: "Slower",
    normal: "Normal",
    faster: "Faster",
    read: "Read this lesson aloud",
    stop: "Stop reading",
    go_on: "Continue reading",
    none: "This device has no voice of its own for English, so Ebb cannot read aloud here. Voices that send the text over the internet are never used. In your device’s settings for speech you may be able to add a voice.",
    stopped: "The voice stopped. You can go on at any time.",
};

pub const PLAYER: Player = Player {
    nowhere: "This exercise is not here. It may have a new name.",
    all: "See all exercises",
    cautions: "Good to know first",
    sources: "Where this comes from",
    before: "How strong is the craving now? You can skip this.",
    cues: "Cues at each change",
    start: "Start",
    kept: "You started this earlier, and your place is saved.",
    go_on: "Pick up where you left off",
    afresh: "Start over",
    step: |step, steps| format!("Step {step} of {steps}"),
    left: |minutes| match minutes {
        0 => "Less than a minute left".to_owned(),
        minutes => format!(
            "About {} left",
            counted(usize::try_from(minutes).unwrap_or(0), "minute", "minutes")
        ),
    },
    own_pace: "At your own pace",
    round: |round, rounds| format!("{round} of {rounds}"),
    breathe: "Breathe",
    breathe_in: "Breathe in",
    hold: "Hold",
    breathe_out: "Breathe out",
    rest: "Rest",
    phase: |word, seconds| format!("{word}, {seconds}."),
    pause: "Pause",
    resume: "Resume",
    paused: "Paused",
    back: "Back",
    next: "Next",
    skip: "Skip this step",
    finish: "Finish",
    write: "Write them down, if you like",
    thing: |sense, n| format!("{sense}, {n}"),
    in_own_words: "In your own words",
    example: |words| format!("For example: {words}"),
    question: "A question",
    yes: "Yes",
    no: "No",
    look: "Look at it",
    completed: "You did it",
    stopped: "You stopped here, and that is fine",
    practised: |seconds| match seconds {
        0..60 => "You spent a moment on it. That counts.".to_owned(),
        seconds => format!(
            "You spent {} on it.",
            counted(
                usize::try_from(seconds.saturating_add(30) / 60).unwrap_or(0),
                "minute",
                "minutes"
            )
        ),
    },
    after: "How strong is the craving now? You can skip this.",
    change: |change| match change {
        ..0 => format!(
            "Down by {}. You stayed with it, and it eased.",
            change.unsigned_abs()
        ),
        0 => "The same as before. You stayed with it, and that counts.".to_owned(),
        _ => format!(
            "Up by {change}. That happens, and you did nothing wrong. Urges often grow before they fade. Try another exercise, or call someone."
        ),
    },
    note: "A note, if you like",
    note_kept: "Note",
    too_long: "Something you wrote is too long to keep. You can shorten it on this page.",
    play_on: "Continue the exercise",
    saved: "It is saved in your journal.",
    to_craving: "Back to your craving",
    to_now: "Go to Now",
    another: "Choose another exercise",
};

pub const BLOCKS: BlocksTexts = BlocksTexts {
    board: "The board of blocks",
    left: "To the left",
    right: "To the right",
    turn: "Turn",
    drop: "All the way down",
    keys: "On a keyboard: arrow keys, up to turn.",
    lines: |n| format!("Full lines: {n}."),
};
