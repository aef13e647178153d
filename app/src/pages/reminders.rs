//! Reminders, which the person's own calendar rings: all of them, and one to write.

use ebb_core::journal::RecordId;
use ebb_core::log::{Action, Entry, Journal, Reminder, ReminderFor};
use ebb_core::queries::{frequent_hours, groups, prescriptions, reminders};
use ebb_core::text::{Note, Tag};
use ebb_core::time::{Moment, WallTime};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::{
    Line, NotFoundPage, Page, Problem, Sample, Word, empty, folded, list, tick_box, when,
};
use crate::sections::{once_open, reminder_times, reminder_words, weekday_chips};
use crate::state::content::want_exercises;
use crate::state::notifications::{self, Permission};
use crate::state::{save_reminders, use_journal, use_notices, use_preferences};
use crate::{i18n, words};

const HERE: &str = "/reminders";
/// How many are shown. A calendar has room for more than a list that one reads.
const MOST: usize = 50;
/// When nothing says otherwise: in the evening, when reminders were followed most.
const EVENING: u16 = 20 * 60;
/// How long before a group, and before a hard hour.
const BEFORE: u16 = 30;
const EVERY_DAY: [u8; 7] = [0, 1, 2, 3, 4, 5, 6];
const SUNDAY: u8 = 6;

/// The names of what a reminder can be for, in addresses.
const NAMES: [(ReminderFor, &str); 7] = [
    (ReminderFor::CheckIn, "check-in"),
    (ReminderFor::Questionnaire, "questionnaire"),
    (ReminderFor::Medicine, "medicine"),
    (ReminderFor::Exercise, "exercise"),
    (ReminderFor::Group, "group"),
    (ReminderFor::HardHour, "hour"),
    (ReminderFor::Other, "other"),
];

/// The screens of reminders.
#[component]
pub fn RemindersPage() -> impl IntoView {
    want_exercises();
    once_open(i18n::tools().reminders.title, |rest| match rest {
        [] => all(),
        ["new", of] => fresh(of, ""),
        ["new", of, name] => fresh(of, name),
        [root] => change(root),
        _ => nothing(),
    })
}

fn nothing() -> AnyView {
    view! { <NotFoundPage /> }.into_any()
}

fn all() -> AnyView {
    let journal = use_journal();
    let texts = &i18n::tools().reminders;
    let kept = Memo::new(move |_| {
        journal.with(|journal| {
            let all = reminders(journal).rev();
            all.map(|(root, _, reminder)| (root, reminder.clone()))
                .collect::<Vec<_>>()
        })
    });
    let said = RwSignal::new(None::<&'static str>);
    let items = move || {
        let kept = kept.get().into_iter().take(MOST);
        kept.map(|(root, reminder)| item(root, reminder, said))
            .collect::<Vec<_>>()
    };
    let more = move || kept.with(Vec::len) > MOST;
    let together = move || {
        kept.with(|kept| {
            kept.iter()
                .filter(|(_, reminder)| !reminder.stopped)
                .count()
                > 1
        })
    };
    let save_all = move |_| {
        let taken = save_reminders(journal, None, false, i18n::tools());
        said.set(Some(if taken { texts.saved } else { texts.not_handed }));
    };
    let how: Vec<_> = texts.how_words.map(str::to_owned).into();
    view! {
        <Page title=texts.title name="reminders">
            <p class="lead">{texts.lead}</p>
            <p role="status" class="saved">{move || said.get()}</p>
            {when(move || kept.with(Vec::is_empty), move || empty(texts.none, Sample::Entries))}
            <ul class="plain stack">{items}</ul>
            {when(more, move || view! {
                <p class="hint">{(texts.more_there_are)(MOST, kept.with(Vec::len))}</p>
            }.into_any())}
            {when(together, move || view! {
                <button type="button" class="soft" on:click=save_all>
                    {texts.all}
                </button>
            }.into_any())}
            <section aria-labelledby="remind-of">
                <h2 id="remind-of">{texts.add}</h2>
                {move || list(journal.with(choices))}
            </section>
            {folded(texts.how, how)}
            {notifications_here()}
        </Page>
    }
    .into_any()
}

/// Whether reminders are shown as notifications, too: as soon as the browser lets them.
fn notifications_here() -> AnyView {
    let preferences = use_preferences();
    let texts = &i18n::tools().reminders.here;
    let problem = RwSignal::new(None::<String>);
    let asking = RwSignal::new(false);
    let wanted = move || preferences.with(|prefs| prefs.notifications);
    let want = move |wanted| preferences.choose(|prefs| prefs.notifications = wanted);
    if untrack(wanted) && notifications::permission() != Permission::Granted {
        want(false);
        problem.set(Some(texts.withdrawn.to_owned()));
    }
    let flip = move || {
        problem.set(None);
        if untrack(wanted) {
            return want(false);
        }
        asking.set(true);
        let before = notifications::permission();
        let answer = notifications::ask();
        spawn_local(async move {
            let refused = match (before, answer.await) {
                (_, Permission::Granted) => {
                    want(true);
                    None
                }
                (_, Permission::Unsupported) => Some(texts.unsupported),
                (Permission::Blocked, _) => Some(texts.blocked),
                _ => Some(texts.refused),
            };
            // Once the tick is drawn: only then is it taken back.
            tick().await;
            problem.try_set(refused.map(str::to_owned));
            asking.try_set(false);
        });
    };
    view! {
        <section class="card" aria-labelledby="remind-here">
            <h2 id="remind-here">{texts.title}</h2>
            {tick_box(
                "notifications",
                texts.tick.to_owned(),
                move || asking.get() || wanted(),
                flip,
            )}
            <p role="status">{move || asking.get().then_some(texts.asking)}</p>
            <Problem words=problem />
            <p class="hint">{texts.when}</p>
            <p class="hint">{(texts.shows)(i18n::tools().reminders.neutral)}</p>
        </section>
    }
    .into_any()
}

/// What there is to be reminded of.
fn choices(journal: &Journal) -> Vec<Line> {
    let texts = &i18n::tools().reminders;
    let line = |address: String, title: String| Line {
        href: format!("{HERE}/new/{address}"),
        title,
        ..Line::default()
    };
    let plain = |of: ReminderFor, name: &str| line(name.to_owned(), (texts.of)(of).to_owned());
    let mut lines = vec![plain(ReminderFor::CheckIn, "check-in")];
    for (hour, n) in frequent_hours(journal).into_iter().take(2) {
        let title = (texts.hard_hour)(&words::hour_words(hour), n);
        let title = (texts.named)((texts.of)(ReminderFor::HardHour), &title);
        lines.push(line(format!("hour/{hour}"), title));
    }
    for (root, _, medicine) in prescriptions(journal) {
        let title = reminder_words(ReminderFor::Medicine, Some(&medicine.name));
        lines.push(line(format!("medicine/{root}"), title));
    }
    for (root, _, group) in groups(journal) {
        let title = reminder_words(ReminderFor::Group, Some(&group.name));
        lines.push(line(format!("group/{root}"), title));
    }
    lines.push(plain(ReminderFor::Questionnaire, "questionnaire"));
    lines.push(plain(ReminderFor::Exercise, "exercise"));
    lines.push(plain(ReminderFor::Other, "other"));
    lines
}

fn item(root: RecordId, reminder: Reminder, said: RwSignal<Option<&'static str>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::tools().reminders;
    let problem = RwSignal::new(None::<String>);
    let stopped = reminder.stopped;
    let time = reminder_times(&reminder);
    let (of, name) = (reminder.of, reminder.name.clone());
    let hand_over = move |cancel: bool| {
        let taken = save_reminders(journal, Some(root), cancel, i18n::tools());
        let words = if cancel { texts.stopped } else { texts.saved };
        said.try_set(Some(if taken { words } else { texts.not_handed }));
    };
    let stop = move |_| {
        let entry = Entry::Reminder(Reminder {
            stopped: true,
            ..reminder.clone()
        });
        spawn_local(async move {
            let at = journal.with_untracked(|journal| Some(journal.get(root)?.happened_at));
            let Some(happened_at) = at else {
                return;
            };
            let action = Action::Edit {
                root,
                entry,
                happened_at,
            };
            match journal.act(action).await {
                Ok(_) => hand_over(true),
                Err(error) => drop(problem.try_set(Some(words::not_saved(error).to_owned()))),
            }
        });
    };
    let delete = move |_| {
        spawn_local(async move {
            if let Err(error) = journal.delete(root).await {
                problem.try_set(Some(words::not_saved(error).to_owned()));
            }
        });
    };
    let buttons = if stopped {
        view! {
            <button type="button" class="soft" on:click=move |_| hand_over(true)>
                {texts.take_out}
            </button>
            <button type="button" class="quiet" on:click=delete>
                {i18n::texts().common.delete}
            </button>
        }
        .into_any()
    } else {
        view! {
            <button type="button" class="soft" on:click=move |_| hand_over(false)>
                {texts.again}
            </button>
            <A href=format!("{HERE}/{root}") attr:class="button quiet">
                {texts.change}
            </A>
            <button type="button" class="quiet" on:click=stop>
                {texts.stop}
            </button>
        }
        .into_any()
    };
    view! {
        <li class="card">
            <h2 dir="auto">{move || reminder_words(of, name.as_ref())}</h2>
            <p>{time}</p>
            {stopped.then(|| view! { <p class="hint">{texts.stopped}</p> })}
            <Problem words=problem />
            <div class="row">{buttons}</div>
        </li>
    }
    .into_any()
}

/// A time of day, this many minutes before another.
fn earlier(at: u16, minutes: u16) -> WallTime {
    let day = 24 * 60;
    wall((at + day - minutes) % day)
}

fn wall(minutes: u16) -> WallTime {
    WallTime::new(minutes).unwrap_or_else(|_| wall(0))
}

/// A new one for something there is, filled in so that one more tap is enough.
fn fresh(of: &str, name: &str) -> AnyView {
    let Some((of, _)) = NAMES.into_iter().find(|(_, known)| *known == of) else {
        return nothing();
    };
    let mut reminder = Reminder {
        of,
        name: None,
        weekdays: EVERY_DAY.to_vec(),
        at: wall(EVENING),
        first: use_preferences().today_untracked(),
        says: None,
        stopped: false,
    };
    let root = name.parse::<RecordId>().ok();
    let entry = use_journal().with_untracked(|journal| {
        let record = journal.get(root?)?;
        Some(record.entry.clone())
    });
    match (of, entry) {
        (ReminderFor::Questionnaire, _) => {
            reminder.weekdays = vec![SUNDAY];
            reminder.name = suggested(name);
        }
        (ReminderFor::Exercise, _) => reminder.name = suggested(name),
        (ReminderFor::HardHour, _) => {
            if let Some(hour) = name.parse::<u16>().ok().filter(|hour| *hour < 24) {
                reminder.at = earlier(hour * 60, BEFORE);
            }
        }
        (ReminderFor::Medicine, Some(Entry::Prescription(medicine))) => {
            reminder.at = medicine.at.first().copied().unwrap_or(wall(9 * 60));
            reminder.name = Some(medicine.name);
        }
        (ReminderFor::Group, Some(Entry::Group(group))) => {
            reminder.at = earlier(group.at.minutes(), BEFORE);
            reminder.weekdays.clone_from(&group.weekdays);
            reminder.name = Some(group.name);
        }
        _ => {}
    }
    write(reminder, None)
}

/// The name of a piece of content, where the address has one.
fn suggested(name: &str) -> Option<Tag> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let known = !name.is_empty() && name.len() < Tag::LIMIT && name.chars().all(plain);
    known.then(|| Tag::suggested(name))
}

fn change(root: &str) -> AnyView {
    let found = root.parse().ok().and_then(|root: RecordId| {
        use_journal().with_untracked(|journal| {
            let record = journal.get(root)?;
            match &record.entry {
                Entry::Reminder(reminder) => Some((reminder.clone(), root, record.happened_at)),
                _ => None,
            }
        })
    });
    found.map_or_else(nothing, |(reminder, root, at)| {
        write(reminder, Some((root, at)))
    })
}

/// The form: days, time, and what the calendar shows.
fn write(start: Reminder, root: Option<(RecordId, Moment)>) -> AnyView {
    let (journal, notices) = (use_journal(), use_notices());
    let texts = &i18n::tools().reminders;
    let at = RwSignal::new(start.at.to_string());
    let days = RwSignal::new(start.weekdays.clone());
    let says = start.says.as_ref().map_or("", Note::as_str).to_owned();
    let says = RwSignal::new(says);
    let (of, name) = (start.of, start.name.clone());
    let own = name.as_ref().filter(|name| name.suggestion().is_none());
    let own = RwSignal::new(own.map_or("", Tag::as_str).to_owned());
    let problem = RwSignal::new(None::<String>);
    let navigate = use_navigate();
    let title_now = move || reminder_words(of, name.as_ref());
    let is_own = of == ReminderFor::Other;
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let mut reminder = Reminder {
            weekdays: days.get_untracked(),
            ..start.clone()
        };
        if let Err(words) = read(&mut reminder, at, says, is_own.then_some(own)) {
            problem.set(Some(words));
            return;
        }
        let entry = Entry::Reminder(reminder);
        let action = match root {
            Some((root, happened_at)) => Action::Edit {
                root,
                entry,
                happened_at,
            },
            None => Action::Log {
                entry,
                happened_at: None,
            },
        };
        let navigate = navigate.clone();
        spawn_local(async move {
            match journal.act(action).await {
                Ok(root) => {
                    let taken = save_reminders(journal, Some(root), false, i18n::tools());
                    notices.say(if taken { texts.saved } else { texts.not_handed });
                    navigate(HERE, NavigateOptions::default());
                }
                Err(error) => drop(problem.try_set(Some(words::not_saved(error).to_owned()))),
            }
        });
    };
    view! {
        <Page title=Signal::derive(title_now) name="reminder">
            <form on:submit=save novalidate>
                {is_own
                    .then(|| {
                        view! {
                            <Word
                                label=texts.what
                                id="remind-what"
                                value=own
                                write=move |text| own.set(text)
                            />
                        }
                    })}
                {weekday_chips("remind-days", days)}
                <Word
                    label=texts.at
                    id="remind-at"
                    kind="time"
                    value=at
                    write=move |text| at.set(text)
                />
                <Word
                    label=texts.says
                    id="remind-says"
                    value=says
                    write=move |text| says.set(text)
                />
                <p class="hint">{(texts.says_hint)(texts.neutral)}</p>
                <div class="save-bar">
                    <Problem words=problem />
                    <button type="submit" class="main">
                        {texts.save}
                    </button>
                </div>
            </form>
            <p class="aside">
                <A href=HERE>{texts.title}</A>
            </p>
        </Page>
    }
    .into_any()
}

/// Reads what was typed into the reminder, or says what is wrong with it.
fn read(
    reminder: &mut Reminder,
    at: RwSignal<String>,
    says: RwSignal<String>,
    own: Option<RwSignal<String>>,
) -> Result<(), String> {
    let texts = &i18n::tools().reminders;
    let problems = &i18n::texts().problems;
    if reminder.weekdays.is_empty() {
        return Err(texts.no_days.to_owned());
    }
    let time = at.with_untracked(|at| at.parse());
    reminder.at = time.map_err(|_| texts.no_time.to_owned())?;
    let said = says.with_untracked(|says| Note::from_field(says));
    reminder.says = said.map_err(|error| problems.text(error))?;
    if let Some(own) = own {
        let name = own.get_untracked();
        reminder.name = if name.trim().is_empty() {
            None
        } else {
            Some(Tag::own(&name).map_err(|error| problems.text(error))?)
        };
    }
    Ok(())
}
