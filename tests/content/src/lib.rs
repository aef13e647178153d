//! `cargo xtask content`: what people will read, checked before they do.
//!
//! Each file is read by the same code as in the app. On top of that: a file is called like its
//! id, links lead somewhere, every language has the same files that differ in nothing but words, every
//! exercise says what to be careful with (or, with an empty list, that there is nothing), exercises
//! and lessons are neither hard nor choppy to read, and no word is in them that is not used. Instruments
//! are left as they were published. And `SOURCES.md` says what the files say.

mod files;
mod languages;
mod level;
mod readability;
mod sources;
mod spanish;
mod words;

use anyhow::{Result, bail};
use ebb_core::content::crisis::EmergencyText;
use ebb_core::content::exercise::{Exercise, ExerciseStep};
use ebb_core::content::instrument::Instrument;
use ebb_core::content::lesson::Lesson;
use ebb_core::content::{Content as _, Evidence};
use level::{Level, Measure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use words::Words;

/// The language all others follow.
const FIRST: &str = "en";
/// All content, from the project's root.
const CONTENT: &str = "core/content";
/// The app's own texts, from the project's root.
const APP: &str = "app/src/i18n";
/// What stands before the app in the first language, from the project's root.
const PAGE: &str = "app/index.html";

/// What was looked at, and what is wrong.
#[derive(Debug, Default)]
pub struct Findings {
    /// Files by language and kind.
    pub ids: BTreeMap<(String, Kind), BTreeSet<String>>,
    /// How each exercise and lesson reads, by file.
    pub measures: BTreeMap<String, Measure>,
    /// One line each.
    pub problems: Vec<String>,
}

/// The kinds of content with a folder of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What one does.
    Exercises,
    /// What one reads.
    Lessons,
    /// Questionnaires.
    Instruments,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Exercises, Self::Lessons, Self::Instruments];

    fn folder(self) -> &'static str {
        match self {
            Self::Exercises => "exercises",
            Self::Lessons => "lessons",
            Self::Instruments => "instruments",
        }
    }
}

/// What `cargo xtask content` is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// Write `SOURCES.md` as the content is now.
    pub renew: bool,
    /// Print how each file reads.
    pub measures: bool,
}

/// Checks all that people read in the project at `root` and prints what it finds.
///
/// # Errors
/// When anything is wrong, or cannot be read.
pub fn run(root: &Path, wanted: Wanted) -> Result<()> {
    let folder = root.join(CONTENT);
    let mut findings = check(&folder)?;
    for ((language, kind), ids) in &findings.ids {
        println!("{language}: {} {}", ids.len(), kind.folder());
    }
    if wanted.measures {
        for (name, measure) in &findings.measures {
            println!("{name}: {measure}");
        }
    }
    if wanted.renew {
        sources::renew(&folder)?;
    }
    findings.problems.extend(sources::check(&folder)?);
    findings
        .problems
        .extend(words::elsewhere(&root.join(APP), &folder)?);
    findings
        .problems
        .extend(words::in_file(FIRST, &root.join(PAGE), PAGE)?);
    if findings.problems.is_empty() {
        return Ok(());
    }
    for problem in &findings.problems {
        println!("{problem}");
    }
    bail!(
        "{} things are wrong in the content",
        findings.problems.len()
    )
}

/// Looks at every file below `folder`.
///
/// # Errors
/// When a file cannot be read.
pub fn check(folder: &Path) -> Result<Findings> {
    let mut findings = Findings::default();
    let mut lessons = Vec::new();
    for name in files::list(folder)? {
        let parts: Vec<&str> = name.split('/').collect();
        let [language, kind, file] = parts[..] else {
            if let [language, "emergency.json"] = parts[..]
                && let Err(problem) = emergency(language, &files::read(&folder.join(&name))?)
            {
                findings.say(&name, &problem);
            }
            continue;
        };
        let Some(kind) = Kind::ALL.into_iter().find(|k| k.folder() == kind) else {
            findings.say(&name, "no kind of content has a folder of this name");
            continue;
        };
        let Some(stem) = file.strip_suffix(".json") else {
            findings.say(&name, "this is not a .json file");
            continue;
        };
        let text = files::read(&folder.join(&name))?;
        let read = match kind {
            Kind::Exercises => exercise(language, &text).map(|(id, measure)| {
                findings.measured(&name, measure);
                id
            }),
            Kind::Instruments => Instrument::parse(&text)
                .map(|i| i.id)
                .map_err(|error| error.to_string()),
            Kind::Lessons => lesson(language, &text, &name, &mut lessons).map(|(id, measure)| {
                findings.measured(&name, measure);
                id
            }),
        };
        match read {
            Ok(id) => {
                if id != stem {
                    findings.say(&name, &format!("the file should be called {id}.json"));
                }
                let ids = findings.ids.entry((language.to_owned(), kind)).or_default();
                ids.insert(id);
            }
            Err(problem) => findings.say(&name, &problem),
        }
    }
    findings.links(&lessons);
    findings.strangers();
    languages::compare(folder, &mut findings)?;
    Ok(findings)
}

/// The id of what was read and how it reads, or what is wrong with it.
type Read = Result<(String, Option<Measure>), String>;

fn exercise(language: &str, text: &str) -> Read {
    let exercise = Exercise::parse(text).map_err(|error| error.to_string())?;
    let fields: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(text).map_err(|error| error.to_string())?;
    if !fields.contains_key("cautions") {
        return Err("the field `cautions` is missing; write [] if there are none".into());
    }
    let mut texts = vec![exercise.summary.as_str(), exercise.when.as_str()];
    texts.extend(exercise.cautions.iter().map(String::as_str));
    let mut headings = vec![exercise.title.as_str()];
    for step in &exercise.steps {
        texts.push(step.prompt());
        match step {
            ExerciseStep::Ask { if_yes, .. } => texts.push(if_yes),
            ExerciseStep::Write {
                hint: Some(hint), ..
            } => texts.push(hint),
            ExerciseStep::Guide {
                title: Some(title), ..
            } => headings.push(title),
            ExerciseStep::Count { label, .. } => headings.push(label),
            _ => {}
        }
    }
    headings.extend(found(&exercise.evidence));
    words(language, texts.iter().chain(&headings))?;
    let measure = level(language, Kind::Exercises, &texts)?;
    Ok((exercise.id, measure))
}

/// Whether each emergency text is easy enough to be followed by somebody who is afraid.
fn emergency(language: &str, text: &str) -> Result<(), String> {
    let emergencies: Vec<EmergencyText> =
        serde_json::from_str(text).map_err(|error| error.to_string())?;
    for one in emergencies {
        let lead = one.lead.iter();
        let texts: Vec<&str> = lead
            .chain(one.signs.iter())
            .chain(one.steps.iter())
            .map(|text| &**text)
            .collect();
        words(language, texts.iter())
            // As easy as an exercise.
            .and_then(|()| level(language, Kind::Exercises, &texts))
            .map_err(|problem| format!("{}: {problem}", one.id.name()))?;
    }
    Ok(())
}

/// What the studies found, in words.
fn found(evidence: &Evidence) -> impl Iterator<Item = &str> {
    let studies = evidence.studies().iter();
    studies.flat_map(|study| [study.measured.as_str(), study.effect.as_str()])
}

/// Whether texts have only words that are used in the language.
fn words<'a>(language: &str, mut texts: impl Iterator<Item = &'a &'a str>) -> Result<(), String> {
    Words::of(language).map_or(Ok(()), |words| texts.try_for_each(|text| words.check(text)))
}

/// How texts read, if that can be told in the language; an error when they are not easy, or choppy.
fn level(language: &str, kind: Kind, texts: &[&str]) -> Result<Option<Measure>, String> {
    let Some(level) = Level::of(language) else {
        return Ok(None);
    };
    let measure = level.measure(texts);
    level.check(measure, kind)?;
    Ok(Some(measure))
}

/// A lesson's file, order and exercise, for what can only be checked when all are read.
type Linked = (String, Lesson);

fn lesson(language: &str, text: &str, name: &str, lessons: &mut Vec<Linked>) -> Read {
    let lesson = Lesson::parse(text).map_err(|error| error.to_string())?;
    // What is read in one go. Questions and choices are short by nature, and only checked for words.
    let mut prose = vec![lesson.summary.as_str()];
    prose.extend(
        lesson
            .sections
            .iter()
            .flat_map(|s| &s.text)
            .map(String::as_str),
    );
    let mut others = vec![lesson.title.as_str()];
    others.extend(lesson.sections.iter().map(|s| s.title.as_str()));
    for question in &lesson.check {
        others.push(&question.ask);
        for choice in &question.choices {
            others.extend([choice.text.as_str(), choice.feedback.as_str()]);
        }
    }
    others.extend(found(&lesson.evidence));
    words(language, prose.iter().chain(&others))?;
    let measure = level(language, Kind::Lessons, &prose)?;
    let id = lesson.id.clone();
    lessons.push((name.to_owned(), lesson));
    Ok((id, measure))
}

impl Findings {
    fn say(&mut self, name: &str, problem: &str) {
        self.problems.push(format!("{name}: {problem}"));
    }

    fn measured(&mut self, name: &str, measure: Option<Measure>) {
        self.measures
            .extend(measure.map(|measure| (name.to_owned(), measure)));
    }

    fn has(&self, language: &str, kind: Kind, id: &str) -> bool {
        let ids = self.ids.get(&(language.to_owned(), kind));
        ids.is_some_and(|ids| ids.contains(id))
    }

    fn links(&mut self, lessons: &[Linked]) {
        let mut places = BTreeMap::new();
        for (name, lesson) in lessons {
            let language = name.split('/').next().unwrap_or_default();
            if !self.has(language, Kind::Exercises, &lesson.exercise) {
                let problem = format!("there is no exercise {}", lesson.exercise);
                self.say(name, &problem);
            }
            if let Some(other) = places.insert((language, lesson.order), name) {
                self.say(name, &format!("it has the same order as {other}"));
            }
        }
    }

    /// An id that English has not is a slip of the keyboard: records point to ids.
    fn strangers(&mut self) {
        let unknown: Vec<String> = self
            .ids
            .iter()
            .flat_map(|((language, kind), ids)| ids.iter().map(move |id| (language, kind, id)))
            .filter(|(_, kind, id)| !self.has(FIRST, **kind, id))
            .map(|(language, kind, id)| {
                format!(
                    "{language}/{}/{id}.json: {FIRST} has none of this id",
                    kind.folder()
                )
            })
            .collect();
        self.problems.extend(unknown);
    }
}

#[cfg(test)]
mod tests;
