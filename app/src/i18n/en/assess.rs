//! Questionnaires and lessons in English.

use ebb_core::content::instrument::ScoreChange;

use crate::i18n::counted;
use crate::i18n::keys::{Assess, Lessons};

pub const ASSESS: Assess = Assess {
    title: "Questionnaires",
    lead: "Short sets of questions that show you and your counselor how things change over time. No answer is wrong, and nothing leaves this device unless you share it.",
    kind: "Questionnaire",
    loading: "Loading…",
    missing: "The questionnaires could not be loaded. Your entries are safe.",
    nowhere: "There is no questionnaire at this address.",
    all: "All questionnaires",
    minutes: |minutes| format!("About {}", counted(minutes.into(), "minute", "minutes")),
    due: "Now is a good time for it.",
    any_time: "Whenever you like.",
    next: |day| format!("Next time from {day}."),
    last: |day| format!("Last done on {day}."),
    never: "Not done yet.",
    fill: "Fill it in",
    last_result: "Last result",
    to_check: "Published copies differ slightly in wording",
    other_language: "Not in your language",
    origin: "Where it comes from",
    start: "Start",
    go_on: "Continue",
    afresh: "Start over",
    too_old: "You started this more than a day ago. By now its questions would cover other days, so it starts over.",
    kept: "Each answer is saved right away. You can stop and come back within a day.",
    question: |number, of| format!("Question {number} of {of}"),
    back: "Back",
    pass_on: "Next",
    door_result: "Only the first two questions were asked then. Thoughts of not wanting to live were not asked about.",
    end_title: "That was the last question",
    end_words: "Everything is answered.",
    gaps_title: "Almost there",
    gaps_words: |n| {
        format!(
            "{} open. A result needs them all. Tap {} to go there.",
            counted(n, "question is", "questions are"),
            if n == 1 { "it" } else { "one" }
        )
    },
    if_you_like: "Only if you like:",
    finish: "See the result",
    crisis_title: "You matter. Please talk to someone now",
    crisis_words: "Such thoughts are heavy, and they can pass. You do not have to carry them alone. Call or text one of these numbers and tell them what you noted here. If you might act on a thought now, call the emergency number.",
    crisis_sos: "More help now",
    crisis_go_on: "What you answered is kept. You can go on when you like.",
    crisis_own: "Your own plan and people",
    crisis_no_plan: "You have not written a safety plan or added people yet. The numbers above work without one. You can write a plan now, or together with your counselor.",
    crisis_no_people: "There is nobody to call in your plan yet. The numbers above work all the same. You can add people to your plan or under SOS.",
    crisis_plan: "My safety plan",
    crisis_begin_plan: "Write a safety plan",
    crisis_bring: "Add to what I’ll bring up",
    crisis_brought: "It is on your list to bring up",
    crisis_note: |title, answer, day| {
        format!(
            "{title}, thoughts of not wanting to live or of hurting myself: I answered “{answer}” on {day}."
        )
    },
    next_day_ask: "Ask me tomorrow how it is",
    next_day_title: "How are you today?",
    next_day: |days| {
        let when = match days {
            1 => "Yesterday".to_owned(),
            days => format!("{days} days ago"),
        };
        format!("{when} you noted heavy thoughts in a questionnaire. How is that today?")
    },
    next_day_easier: "Easier",
    next_day_same: "About the same",
    next_day_harder: "Harder",
    next_day_never: "Do not ask me this",
    next_day_easier_said: "All right. SOS stays one tap away, whenever you want it.",
    next_day_never_said: "Ebb will not ask this again. You can turn it back on below the question in the questionnaire.",
    next_day_help: "That is a lot to carry, and you do not have to do it alone. Talk to someone today: one of these lines, one of your people, or your program.",
    unfinished: |n| format!("Not finished, {}", counted(n, "answer", "answers")),
    result: |value, high, band| match band {
        Some(band) => format!("{value} of {high}, {band}"),
        None => format!("{value} of {high}"),
    },
    band: |band, from, to| format!("In the range called “{band}”, {from} to {to}."),
    better_high: "Here a higher number means more support for your recovery.",
    no_verdict: "A number like this can start a conversation with your counselor. It isn’t a verdict or a diagnosis.",
    change: |says, before, now, day, points| {
        let numbers = format!("On {day} it was {before}, now it is {now}.");
        match says {
            ScoreChange::NotKnown => numbers,
            ScoreChange::AboutTheSame => format!(
                "{numbers} That is about the same: a change is known to mean something from {points} points on."
            ),
            ScoreChange::Lower => {
                format!(
                    "{numbers} That is lower by {points} points or more, which is known to mean something."
                )
            }
            ScoreChange::Higher => {
                format!(
                    "{numbers} That is higher by {points} points or more, which is known to mean something."
                )
            }
        }
    },
    doubt: "What is known of these sums",
    other_version: "This was filled in with another version of the form. The numbers stay as they were then, and are not compared with newer ones.",
    answers: "Your answers",
    version: |form, scoring| format!("Form {form}, scored by {scoring}."),
    pick_result: "Look at one result",
    over_time: "Over time",
    trend: |words| {
        format!(
            "{} times. From {} on {} to {} on {}. Lowest {}, highest {}.",
            words.n,
            words.first,
            words.first_day,
            words.last,
            words.last_day,
            words.low,
            words.high
        )
    },
    trend_bands: |bands| format!("Where the shading changes, a published range begins: {bands}."),
    band_from: |band, from| format!("{band} from {from}"),
    earlier_version: "Another version of the form or of its scoring, on a line of its own.",
    day: "Day",
    score: "Score",
    range: "Range",
    show_numbers: "Show the numbers",
};

pub const LESSONS: Lessons = Lessons {
    title: "Lessons",
    lead: "A few minutes each, in any order. They work offline, too.",
    kind: "Lesson",
    missing: "The lessons could not be loaded. Your entries are safe.",
    nowhere: "There is no lesson at this address.",
    all: "All lessons",
    minutes: |minutes| format!("{minutes} min"),
    read: "Read",
    count: |read, all| format!("You have read {read} of {all}."),
    next: |title| format!("Next lesson: {title}"),
    check: "A quick check",
    check_lead: "This is not a test, and nothing is scored. Tap the answer that fits.",
    exercise: "Try it out",
    exercise_lead: "The exercise that goes with this lesson:",
    mark: "I have read this",
    takeaway: "What do you take away from it?",
    takeaway_saved: "Your takeaway is saved.",
    sources: "Where this comes from",
};
