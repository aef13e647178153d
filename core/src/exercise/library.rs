//! All exercises of one language, read from one file.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::check::ExerciseError;
use super::model::Exercise;

/// The exercises that could be read, and what was wrong with the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// In the order of the file.
    pub exercises: Vec<Exercise>,
    /// Empty when all is well.
    pub problems: Vec<Problem>,
}

/// One exercise of the file that was quarantined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its place in the file, from 0; `None` when the file as a whole could not be read.
    pub position: Option<usize>,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// What is wrong.
    pub error: ExerciseError,
}

impl Library {
    /// The exercise with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|e| e.id == id)
    }
}

/// What a broken exercise can still be called by.
#[derive(Deserialize)]
struct Named {
    id: String,
}

/// Reads a JSON array of exercises.
///
/// One bad exercise never takes the others away: it is reported in [`Library::problems`] and the
/// rest load. Of two with the same id the first is kept.
#[must_use]
pub fn parse_all(json: &str) -> Library {
    let mut library = Library::default();
    // Each entry as its own text, so that one bad entry stays alone and one reader reads all.
    let entries: Vec<&RawValue> = match serde_json::from_str(json) {
        Ok(entries) => entries,
        Err(error) => {
            let error = ExerciseError::Unreadable(error.to_string());
            library.problems.push(Problem {
                position: None,
                id: None,
                error,
            });
            return library;
        }
    };
    let mut ids = BTreeSet::new();
    for (position, entry) in entries.into_iter().enumerate() {
        match read(entry.get(), &mut ids) {
            Ok(exercise) => library.exercises.push(exercise),
            Err(error) => library.problems.push(Problem {
                position: Some(position),
                id: serde_json::from_str(entry.get())
                    .ok()
                    .map(|Named { id }| id),
                error,
            }),
        }
    }
    library
}

fn read(entry: &str, ids: &mut BTreeSet<String>) -> Result<Exercise, ExerciseError> {
    let exercise = Exercise::parse(entry)?;
    if ids.insert(exercise.id.clone()) {
        Ok(exercise)
    } else {
        Err(ExerciseError::DuplicateId(exercise.id))
    }
}
