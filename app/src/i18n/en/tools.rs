//! Reminders, if-then plans and finding in English.

use ebb_core::import::{Column, ImportError};
use ebb_core::log::ReminderFor;

use crate::i18n::counted;
use crate::i18n::keys::{
    Ask, Asked, DayTexts, Find, Harder, IfThenTexts, ImportTexts, KeepsakeWords, Keepsakes,
    Meetings, MessageTexts, NotificationTexts, ReductionTexts, Reminders, Tools, TrialTexts,
};
use crate::platform::capture::CaptureError;
use crate::platform::sound::RecordingError;

/// The texts of screens that come last.
pub static TOOLS: Tools = Tools {
    reminders: Reminders {
        title: "Reminders",
        lead: "Your phone’s own calendar can remind you, even when Ebb is closed. Ebb makes a small file. Open it once, and the reminder is in your calendar. Nothing is sent anywhere.",
        none: "There are no reminders yet.",
        add: "Remind me of",
        of: |of| match of {
            ReminderFor::CheckIn => "Checking in",
            ReminderFor::Questionnaire => "A questionnaire",
            ReminderFor::Medicine => "Medication",
            ReminderFor::Exercise => "An exercise",
            ReminderFor::Group => "A group",
            ReminderFor::HardHour => "A hard hour",
            ReminderFor::Other => "Something else",
        },
        named: |of, name| format!("{of}: {name}"),
        hard_hour: |hour, n| format!("{hour}, when {n} of your cravings came"),
        what: "What it is for",
        days: "On which days",
        no_days: "Please choose at least one day.",
        every_day: "Every day",
        at: "At what time",
        no_time: "Please choose a time.",
        says: "What your calendar will show",
        says_hint: |neutral| {
            format!("Others may see your calendar. If you leave this blank, it says “{neutral}”.")
        },
        neutral: "Time for me",
        save: "Save and add to my calendar",
        saved: "Saved. Open the file to put it in your calendar.",
        not_handed: "It is saved here, but your browser did not take the file. You can try again in the list.",
        again: "Calendar file",
        all: "All of them in one file",
        change: "Change",
        stop: "Stop",
        stopped: "Stopped. Your calendar may still have it: open the file to take it out there.",
        take_out: "File to take it out",
        how: "Changing it or taking it out",
        how_words: [
            "Change a reminder here and open its new file: your calendar puts it in the place of the old one.",
            "Stop it here and open the file that comes with it: your calendar takes it out.",
            "Some calendars ask first, and some only add. If the old one stays, delete it there by hand.",
            "A reminder rings by the clock where you are, also when you travel. Your calendar app must be allowed to show notifications.",
        ],
        more_there_are: |shown, all| {
            format!("The newest {shown} of {all} are shown. The file has all of them.")
        },
        file: "reminder.ics",
        here: NotificationTexts {
            title: "While Ebb is open",
            tick: "Also show my reminders as notifications on this device",
            asking: "Your browser is asking you now. Nothing is shown until you allow it.",
            when: "A notification can only come while Ebb is open in a tab and not locked, and a phone may hold it back while you use another app. At any other time, it is your calendar that reminds you. On an iPhone or iPad, this works only if you open Ebb from your home screen.",
            shows: |neutral| {
                format!(
                    "It shows what your calendar shows: “{neutral}”, unless you wrote something else. If you have set up a lock, it always says just “{neutral}”. Your browser adds the address of this site, and your device may keep a list of its notifications."
                )
            },
            refused: "Your browser did not get your permission to show notifications, so this stays off.",
            blocked: "Your browser blocks notifications from this site, so this stays off until you allow them in its settings and check the box again.",
            unsupported: "This browser cannot show notifications here, so this stays off; on an iPhone or iPad it can once Ebb is on your home screen.",
            withdrawn: "Your browser no longer lets this site show notifications, so this was turned off.",
        },
    },
    if_then: IfThenTexts {
        title: "If-then plans",
        lead: "Decide now what you will do when a hard moment comes. Pick one of each: it takes less than a minute. Ebb shows the plan when that moment is there.",
        none: "There are no if-then plans yet.",
        add: "Make a plan",
        when: "If this happens…",
        when_hint: "What came most often in your own journal stands first.",
        triggers: "This sets off a craving",
        hours: "This time of day comes",
        places: "I am here",
        company: "I am with",
        then: "…then I will",
        exercises: "Do this",
        call: "Call",
        go: "Go to",
        words: "Or in my own words",
        needs_both: "Please pick one thing for “if” and one for “then.”",
        save: "Save this plan",
        uses: |n| format!("Used {}.", counted(n, "time", "times")),
        weaker: |weaker, rated| {
            format!("Within the hour after, the craving was weaker in {weaker} of {rated}.")
        },
        note: "Cravings also fade by themselves, so this does not show what the plan did.",
    },
    trial: TrialTexts {
        title: "Which helps me more?",
        lead: [
            "Pick two exercises. After you save a craving, one tap lets chance pick one of the two. In the end Ebb tells you whether one of them did more for you.",
            "Nothing is held back. You can always do something else, or nothing, and help now is where it always is. What counts is what was picked, so doing something else spoils nothing.",
            "Ebb tells the result when the trial is over, and not before 30 days have passed. Early numbers can mislead.",
        ],
        new: "Start a trial",
        first: "One exercise",
        second: "The other exercise",
        cravings: "For how many cravings",
        cravings_hint: "More cravings give a clearer answer. You can stop at any time.",
        start: "Start",
        needs_both: "Please pick two exercises.",
        same: "These are the same. Please pick two different exercises.",
        runs: "Running now",
        two: |a, b| format!("{a} or {b}"),
        so_far: |drawn, of| format!("{drawn} of {of} cravings"),
        how: "Save a craving as always. For ten minutes after that you see “Pick one for me.” Later, rate the craving again: that is what the result is made of.",
        stop: "Stop this trial",
        stop_question: "Stop this trial?",
        stop_detail: "No more exercises will be picked. What is here so far is kept, and Ebb tells the result if there is enough.",
        stop_no: "Keep it going",
        past: "Trials that are over",
        last_hour: "The last craving can still be rated. Look again in an hour.",
        too_few: |[a, b], (of_a, of_b), needed| {
            format!(
                "Not enough yet to tell. It takes {needed} cravings rated again on each side. There are {of_a} for {a} and {of_b} for {b}."
            )
        },
        too_early: |day| format!("Not yet. Ebb tells the result from {day} on."),
        more: |more, other, points| {
            format!("{more} helped more: cravings ended {points} points lower than with {other}.")
        },
        no_more: "Neither one clearly helped more.",
        favors: |points, exercise| format!("{points} points in favor of {exercise}"),
        no_difference: "no difference",
        between: |low, high| {
            format!(
                "The true difference most likely lies between {low} and {high}. Such a range is right 8 times out of 10."
            )
        },
        rests_on: |[a, b], (of_a, of_b)| {
            format!(
                "From {} when {a} was picked and {} when {b} was picked, rated again within the hour.",
                counted(of_a, "craving", "cravings"),
                counted(of_b, "craving", "cravings")
            )
        },
        note: "This is about you and these weeks. The other exercise is still a good one to have.",
        pick: "Pick one for me",
        pick_hint: "For your trial. You can still do anything else.",
        picked: |exercise| format!("Chance picked: {exercise}"),
        begin: |exercise| format!("Go to {exercise}"),
        or_not: "Something else is fine too. It still counts.",
        draw: "Picked by chance",
    },
    find: Find {
        title: "Find",
        words: "Words",
        kind: "What kind",
        any_kind: "Any kind",
        first: "From",
        last: "To",
        least: "Craving at least",
        any_strength: "Any strength",
        search: "Find",
        found: |n| format!("{} found.", counted(n, "entry", "entries")),
        none: "Nothing was found. Try fewer words or more days.",
        more: "Show more",
        back: "All entries, day by day",
    },
    import: ImportTexts {
        title: "Bring in from another app",
        lead: "If you kept notes in another app, export them there as CSV or JSON and pick the file here. It is read on this device only. You see what would come before anything is added, and you can take it back.",
        file: "The file",
        problem: |error| match error {
            ImportError::TooLarge => "This file is too large to bring in. Nothing was changed.",
            ImportError::Encoding => {
                "The letters in this file are stored in a way Ebb cannot read. Export it again and choose UTF-8, or save it from a spreadsheet as “CSV UTF-8.” Nothing was changed."
            }
            _ => {
                "This file is not a table Ebb can read. It needs a line with headings and a line for each entry, or a list in JSON. Nothing was changed."
            }
        },
        columns: "What is in each column?",
        columns_words: "Ebb made a guess. Change what is wrong, and leave out what you do not want.",
        column: |column| match column {
            Column::Skip => "Leave it out",
            Column::Day => "Date, such as 2026-11-29",
            Column::DayMonth => "Date with the day first: 29/11/2026",
            Column::MonthDay => "Date with the month first: 11/29/2026",
            Column::Time => "Time of day",
            Column::Mood => "Mood",
            Column::Craving => "Strongest craving, 0 to 10",
            Column::Note => "Notes",
            Column::Tags => "Things I did, several in one cell",
            Column::Did => "Something I did: yes or no",
            Column::Slip => "A slip: yes or no",
        },
        preview: "What would come",
        no_day: "Say which column has the date.",
        would: |n| format!("{} would be added.", counted(n, "entry", "entries")),
        days: |first, last| format!("From {first} to {last}."),
        already: |n| format!("{} already here.", counted(n, "entry is", "entries are")),
        left_out: |n| {
            format!(
                "{} left out: no date that can be read, a day still to come, or nothing in it.",
                counted(n, "line is", "lines are")
            )
        },
        bring: "Add them",
        done: |n| format!("{} added.", counted(n, "entry was", "entries were")),
        taken_back: "They were taken back.",
    },
    harder: Harder {
        title: "Harder evenings",
        told: |marked, hard, [low, high, usual]| {
            format!(
                "Before each past evening, Ebb looked only at what was known by 5 PM and marked {marked} as harder. {hard} of them were. Of 100 evenings like these, {low} to {high} may be hard; of 100 of all your evenings, {usual} were."
            )
        },
        today: "This evening is like the ones it marks. It may go well all the same. What or who could you have close by?",
        not_today: "This evening is not like the ones it marks. That is no promise.",
        what: "Hard means a craving of 6 or more, or a slip, after 5 PM. Only your own evenings are used: the weekday, the evening before, how sure you were, your sleep, and whether a craving came earlier in the day.",
    },
    day: DayTexts {
        title: "A day with a shape",
        lead: "Say in the morning what you want of the day, and look back in the evening. Each takes half a minute. Leave out any half and any day you like: nothing is counted.",
        whole: Asked {
            title: "Day",
            lead: "",
            asks: [
                Ask::new("Today I want to", ""),
                Ask::new("In a sentence", ""),
                Ask::new("How did it go?", "Any answer is fine."),
                Ask::new("Something that helped or was good", ""),
                Ask::new("What tomorrow needs", ""),
                Ask::new(
                    "How much I used today",
                    "In the unit of your plan for using less. 0 is an answer too. Leave it blank if you would rather not say.",
                ),
            ],
        },
        morning: ["This morning", "Pick one thing or a few. Small is fine."],
        evening: ["This evening", "One answer is enough."],
        no_morning: "No intention yet.",
        no_evening: "Not looked back on yet.",
        set: "Set an intention for today",
        look_back: "Look back on the day",
        change: "Change",
    },
    reduction: ReductionTexts {
        plan: Asked {
            title: "A plan for using less",
            lead: "For people who agreed on this with their clinician. Write the steps down with their dates, note in the evening what you used, and see both side by side.",
            asks: [
                Ask::new("What I want to use less of", ""),
                Ask::new("What I count", "For example: drinks, cigarettes, uses."),
                Ask::rows(
                    "The steps",
                    "What you agreed on for seven days. Leave a number blank if it has no limit.",
                    &[
                        "From",
                        "At most so many",
                        "On at most so many days (0 to 7)",
                    ],
                ),
                Ask::new("Agreed with", ""),
                Ask::new(
                    "What else we agreed on",
                    "For example: whom to call if it gets hard.",
                ),
            ],
        },
        caution: "Please do not do this alone. Cutting down or stopping alcohol or sedatives too fast can be dangerous when your body is used to them. If you shake, sweat, see or hear things that are not there, or have a seizure, get emergency help right away.",
        step: |day, limits| format!("From {day}: at most {}", limits.join(", ")),
        units: |n, unit| format!("{n} {unit}"),
        days: |n| counted(n, "day", "days"),
        no_limits: |day| format!("From {day}: no limit"),
        noted: "Seven days at a time",
        none_noted: "Nothing is noted yet. You can note what you used when you look back on a day.",
        span: |last| format!("Seven days up to {last}"),
        told: |units, days, noted| {
            format!("{units} on {days}; {} noted", counted(noted, "day", "days"))
        },
        planned: |limits| format!("Plan: at most {limits}"),
        note_today: "Note what I used today",
    },
    meetings: Meetings {
        title: "My meetings",
        lead: "Meetings you go to or may want to go to, with the days and how to get there.",
        none: "No meetings yet. Add one, or open a list that someone gave you.",
        add: "Add a meeting",
        next: |when| format!("Next: {when}"),
        way: "How to get there:",
        hand_on: "Give this list to someone",
        hand_on_words: "The file has the names, days, times, and places of these meetings, and nothing about you. It opens in any spreadsheet.",
        save: "Save the list as a file",
        saved: "The file was saved.",
        not_saved: "Your browser did not take the file.",
        take_in: "Open a list",
        take_in_words: "A clinic or a friend may give you a file with meetings. You choose which ones to add.",
        file: "The file with meetings",
        not_a_list: "This file is not a list of meetings. It needs columns called name, days, and time. Nothing was changed.",
        already: |n| {
            format!(
                "{} on your list already.",
                counted(n, "meeting is", "meetings are")
            )
        },
        left_out: |n| {
            format!(
                "{} left out: no name, or no day or time that can be read.",
                counted(n, "line is", "lines are")
            )
        },
        bring: "Add these meetings",
        nothing_new: "There is nothing new in this list.",
        done: |n| format!("{} added.", counted(n, "meeting was", "meetings were")),
        taken_back: "They were taken back.",
    },
    keepsakes: Keepsakes {
        title: "Things to live for",
        lead: "Pictures of people, places or animals you want to be here for, and messages to yourself in your own voice. You choose where Ebb shows them.",
        none: "No picture yet.",
        full: |most| format!("Ebb keeps up to {most} pictures. Delete one to add another."),
        add: "Add a picture",
        add_words: "Ebb keeps a small copy without the place and time that cameras write into pictures. It is locked and backed up like everything else, and you share it only if you choose “Things to live for” when you share. Please pick one without drugs or drinks in it.",
        file: "The picture",
        chosen: "The picture you chose",
        line: "A line under it, if you like",
        keep: "Keep it",
        needs_one: "Please choose a picture first.",
        too_large: "This file is too large. Pick a picture of less than 40 MB. Nothing was changed.",
        unreadable: "Your browser cannot read this file as a picture. It may be damaged or of a kind it does not know. Nothing was changed.",
        after_craving: "Show it after a craving",
        in_help: "Show it under “Help now,” where others may see it",
        picture: "Picture",
        recording: "Voice message",
        mine: KeepsakeWords {
            picture: "A picture of mine",
            play: "Play my message",
        },
        shared: KeepsakeWords {
            picture: "A picture",
            play: "Play the message",
        },
        message: MessageTexts {
            title: "A message to yourself",
            words: "On a good day, say what you would like to hear on a hard one. It can take up to a minute. The recording stays on this device, locked and backed up like everything else, and you share it only if you choose “Things to live for” when you share.",
            record: "Record a message",
            asking: "Your browser may ask if Ebb can use the microphone.",
            recording: "Recording. Start whenever you are ready.",
            time: |now, most| format!("{now} of {most}"),
            cancel: "Cancel",
            recorded: "Recorded. Listen to it before you keep it, if you like.",
            full_length: "The recording stopped because a message cannot be longer than this. You can keep it, or record it again and make it a little shorter.",
            line: "A line to go with it, if you like",
            keep: "Keep this message",
            again: "Record again",
            full: |most| format!("Ebb keeps up to {most} messages. Delete one to record another."),
            unsupported: "This browser cannot record sound. A newer version or another browser can. Everything else on this page works as usual.",
            problem: |why| match why {
                RecordingError::Capture(CaptureError::Refused) => {
                    "Ebb was not allowed to use the microphone. You can allow it in the browser’s settings and try again. Nothing was lost."
                }
                RecordingError::Capture(CaptureError::Missing) => {
                    "No microphone was found, or another app is using it. Please check, then try again. Nothing was lost."
                }
                RecordingError::Unreadable => {
                    "The recording did not work. Please try again. Nothing else was changed."
                }
            },
            not_played: "This browser cannot play the message. The browser that recorded it can.",
            after_craving: "Offer it after a craving",
            in_help: "Offer it under “Help now,” where others may hear it",
        },
    },
};
