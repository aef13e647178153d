//! The words of the content: can someone with shaking hands read them, and are they kind?

use crate::content::Content;
use crate::content::exercise::{Exercise, ExerciseStep};

/// Every text of an exercise that a person reads; sources are for those who check.
fn words_of(exercise: &Exercise) -> Vec<&str> {
    let mut texts: Vec<&str> = vec![&exercise.summary, &exercise.when];
    texts.extend(exercise.cautions.iter().map(String::as_str));
    for step in &exercise.steps {
        texts.push(step.prompt());
        match step {
            ExerciseStep::Ask { if_yes, .. } => texts.push(if_yes),
            ExerciseStep::Write {
                hint: Some(hint), ..
            } => texts.push(hint),
            _ => {}
        }
    }
    texts
}

fn all() -> Vec<Exercise> {
    let files = super::content::files();
    files
        .iter()
        .map(|(_, text)| Exercise::parse(text).unwrap())
        .collect()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|w| w.trim_matches('\'').to_lowercase())
        .filter(|w| !w.is_empty())
}

fn syllables(word: &str) -> u32 {
    let vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut inside = false;
    for c in word.chars() {
        groups += u32::from(vowel(c) && !inside);
        inside = vowel(c);
    }
    if word.ends_with('e') && !word.ends_with("le") && groups > 1 {
        groups -= 1;
    }
    groups.max(1)
}

/// Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers & Chissom 1975).
fn grade(texts: &[&str]) -> f64 {
    let (mut sentences, mut count, mut sounds) = (0_u32, 0_u32, 0_u32);
    for text in texts {
        let parts = text.split(['.', '?', '!', ':']);
        sentences += u32::try_from(parts.filter(|p| words(p).next().is_some()).count()).unwrap();
        for word in words(text) {
            count += 1;
            sounds += syllables(&word);
        }
    }
    let (s, w, y) = (f64::from(sentences), f64::from(count), f64::from(sounds));
    0.39 * w / s + 11.8 * y / w - 15.59
}

#[test]
fn every_exercise_reads_at_grade_eight_or_below() {
    for exercise in all() {
        let grade = grade(&words_of(&exercise));
        assert!(grade <= 8.0, "{}: grade {grade:.1}", exercise.id);
    }
}

#[test]
fn the_grade_formula_knows_hard_text_from_easy() {
    let hard = "Individuals experiencing physiological dysregulation necessitate immediate pharmacological intervention.";
    assert!(grade(&[hard]) > 20.0);
    assert!(grade(&["Sit down. Feel your feet."]) < 2.0);
}

#[test]
fn no_sentence_runs_on() {
    for exercise in all() {
        for text in words_of(&exercise) {
            for sentence in text.split(['.', '?', '!']) {
                let length = words(sentence).count();
                assert!(length <= 24, "{}: {length} words: {sentence}", exercise.id);
            }
        }
    }
}

#[test]
fn no_word_blames_or_labels() {
    let unkind = [
        "addict",
        "abuse",
        "abuser",
        "clean",
        "dirty",
        "fail",
        "failed",
        "failure",
        "junkie",
        "must",
        "patient",
        "relapse",
        "should",
        "weak",
        "willpower",
        "wrong",
    ];
    for exercise in all() {
        for text in words_of(&exercise) {
            let found = words(text).find(|w| unkind.contains(&w.as_str()));
            // 'There are no wrong ones' is the one kind use.
            let allowed = text.contains("no wrong ones");
            assert!(
                found.is_none() || allowed,
                "{}: {found:?} in {text}",
                exercise.id
            );
        }
    }
}

#[test]
fn the_summary_is_one_sentence() {
    for exercise in all() {
        let stops = exercise.summary.matches(['.', '?', '!']).count();
        assert!(
            stops == 1 && exercise.summary.ends_with('.'),
            "{}",
            exercise.summary
        );
    }
}
