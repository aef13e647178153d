//! What other trackers wrote, as entries of the journal.
//!
//! Every tracker has a format of its own, and changes it. So a file is read as a table, and the
//! person says what each column is; [`guess`] fills that in for the tables of Daylio (CSV), Loop
//! Habit Tracker (`Checkmarks.csv`) and Alchohalt (JSON). A row becomes a check-in with whatever it
//! has, and a slip where a column says so. The same file brought in twice changes nothing.

use serde_json::Value;

use crate::journal::{DeviceId, RecordId};
use crate::log::{CheckIn, Entry, Journal, Record, Slip};
use crate::rating::Rating;
use crate::text::{Note, Tag};
use crate::time::{DayBoundary, LocalDay, Moment};

/// Bytes that are read at most.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// Rows that are read at most: more than one a day in a hundred years.
pub const MOST_ROWS: usize = 50_000;
const MOST_COLUMNS: usize = 200;
const MOST_TAGS: usize = 30;
/// When a row has a day and no time.
const NOON: u16 = 12 * 60;

/// Why a file is no table that can be read. Nothing has been changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// More than [`MOST_BYTES`] or [`MOST_ROWS`].
    #[error("the file is too large")]
    TooLarge,
    /// Written in another encoding than UTF-8.
    #[error("the file is not UTF-8")]
    Encoding,
    /// Neither rows with a heading nor a list of JSON objects.
    #[error("the file is no table")]
    NotATable,
}

/// A file as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedTable {
    /// What the columns are called.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// What a column is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// Not brought in.
    #[default]
    Skip,
    /// The day, as `2026-11-29`, or an instant as a number or with its time.
    Day,
    /// The day, as `29/11/2026`.
    DayMonth,
    /// The day, as `11/29/2026`.
    MonthDay,
    /// The time of day.
    Time,
    /// Mood: words of Daylio, 1 to 5, or 0 to 10.
    Mood,
    /// The strongest craving, 0 to 10.
    Craving,
    /// Words.
    Note,
    /// Several short labels in one cell.
    Tags,
    /// Something that was done or not; the column's name says what.
    Did,
    /// Whether there was a slip.
    Slip,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Skip,
        Self::Day,
        Self::DayMonth,
        Self::MonthDay,
        Self::Time,
        Self::Mood,
        Self::Craving,
        Self::Note,
        Self::Tags,
        Self::Did,
        Self::Slip,
    ];

    /// Whether it says on which day a row was.
    #[must_use]
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Day | Self::DayMonth | Self::MonthDay)
    }
}

/// Reads a file of comma-, semicolon- or tab-separated values with a heading, or of JSON: a list
/// of objects, or an object with such a list in it.
///
/// # Errors
/// [`ImportError`].
pub fn read(bytes: &[u8]) -> Result<ImportedTable, ImportError> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ImportError::Encoding)?;
    // UTF-16 without its mark is valid UTF-8 full of zeros.
    if text.contains('\0') {
        return Err(ImportError::Encoding);
    }
    let text = text.trim_start_matches('\u{feff}').trim_end();
    let table = match serde_json::from_str(text) {
        Ok(value) => of_json(value)?,
        Err(_) => of_lines(text),
    };
    if table.rows.len() > MOST_ROWS || table.head.len() > MOST_COLUMNS {
        return Err(ImportError::TooLarge);
    }
    if table.rows.is_empty() || table.head.len() < 2 {
        return Err(ImportError::NotATable);
    }
    Ok(table)
}

/// Rows of RFC 4180, by whichever separator the heading has most of.
fn of_lines(text: &str) -> ImportedTable {
    let heading = text.lines().next().unwrap_or_default();
    let count = |separator: &char| heading.matches(*separator).count();
    let separator = [',', ';', '\t'].into_iter().max_by_key(count);
    let mut lines = cells(text, separator.unwrap_or(',')).into_iter();
    let head: Vec<String> = lines.next().unwrap_or_default();
    let rows = lines.filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let rows = rows.map(|mut row| {
        row.resize(head.len(), String::new());
        row
    });
    ImportedTable {
        rows: rows.collect(),
        head,
    }
}

fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {}
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            letter if quoted => cell.push(letter),
            letter if letter == separator => line.push(std::mem::take(&mut cell)),
            '\n' => {
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            letter => cell.push(letter),
        }
    }
    line.push(cell);
    lines.push(line);
    lines
}

fn of_json(value: Value) -> Result<ImportedTable, ImportError> {
    let list = longest_list(value, 3).ok_or(ImportError::NotATable)?;
    let mut table = ImportedTable::default();
    for value in list {
        let Value::Object(fields) = value else {
            continue;
        };
        let mut row = vec![String::new(); table.head.len()];
        for (name, value) in fields {
            let words = words_of(&value);
            match table.head.iter().position(|known| *known == name) {
                Some(at) => row[at] = words,
                None if table.head.len() < MOST_COLUMNS => {
                    table.head.push(name);
                    row.push(words);
                }
                None => {}
            }
        }
        table.rows.push(row);
    }
    for row in &mut table.rows {
        row.resize(table.head.len(), String::new());
    }
    Ok(table)
}

/// The longest list of objects in a value, at most so deep.
fn longest_list(value: Value, depth: u8) -> Option<Vec<Value>> {
    match value {
        Value::Array(list) if list.iter().any(Value::is_object) => Some(list),
        Value::Object(fields) if depth > 0 => fields
            .into_iter()
            .filter_map(|(_, value)| longest_list(value, depth - 1))
            .max_by_key(Vec::len),
        _ => None,
    }
}

fn words_of(value: &Value) -> String {
    match value {
        Value::Null | Value::Object(_) => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => {
            let words = list.iter().map(words_of).filter(|words| !words.is_empty());
            words.collect::<Vec<_>>().join(" | ")
        }
        other => other.to_string(),
    }
}

/// What the columns seem to be, by their names and what is in them.
#[must_use]
pub fn guess(table: &ImportedTable) -> Vec<Column> {
    let mut dated = false;
    let of = |at: usize, name: &str, dated: bool| match name {
        "full_date" | "date" | "day" | "ts" | "timestamp" | "fecha" | "datetime" if !dated => {
            kind_of_day(table, at)
        }
        "time" | "hora" => Column::Time,
        "mood" | "ánimo" | "humor" => Column::Mood,
        "craving" | "cravings" | "urge" | "ganas" => Column::Craving,
        "note" | "notes" | "note_title" | "nota" | "comment" | "alt" | "thought" => Column::Note,
        "activities" | "tags" | "halt" | "actividades" => Column::Tags,
        "weekday" | "date" => Column::Skip,
        "slip" | "relapse" | "recaída" => Column::Slip,
        _ if is_checkmarks(table, at) => Column::Did,
        _ => Column::Skip,
    };
    let columns = table.head.iter().enumerate().map(|(at, name)| {
        let column = of(at, name.trim().to_lowercase().as_str(), dated);
        dated |= column.is_day();
        column
    });
    columns.collect()
}

fn column(table: &ImportedTable, at: usize) -> impl Iterator<Item = &str> {
    let cells = table.rows.iter().filter_map(move |row| row.get(at));
    cells
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
}

fn kind_of_day(table: &ImportedTable, at: usize) -> Column {
    let parts = |cell: &str| three_numbers(cell);
    let mut written = column(table, at).filter_map(parts).peekable();
    if written.peek().is_none() {
        return Column::Day;
    }
    // Of 29/11 and 11/29 only one is a date; where all could be both, the months of ISO's order.
    let mut day_first = false;
    for [first, ..] in written {
        if first > 31 {
            return Column::Day;
        }
        day_first |= first > 12;
    }
    if day_first {
        Column::DayMonth
    } else {
        Column::MonthDay
    }
}

/// Whether a column has nothing but marks of Loop Habit Tracker.
fn is_checkmarks(table: &ImportedTable, at: usize) -> bool {
    let marks = [
        "YES_MANUAL",
        "YES_AUTO",
        "NO",
        "SKIP",
        "UNKNOWN",
        "0",
        "2",
        "-1",
        "3",
    ];
    let mut cells = column(table, at).peekable();
    cells.peek().is_some() && cells.all(|cell| marks.contains(&cell))
}

fn three_numbers(cell: &str) -> Option<[i32; 3]> {
    let day = cell.split(['T', ' ']).next()?;
    let mut numbers = day.split(['-', '/', '.']).map(str::parse::<i32>);
    let three = [
        numbers.next()?.ok()?,
        numbers.next()?.ok()?,
        numbers.next()?.ok()?,
    ];
    numbers.next().is_none().then_some(three)
}

/// The clock where the person is, and who brings in.
pub struct Here<'a> {
    /// Now. What is later is left out.
    pub now: Moment,
    /// The device.
    pub device: DeviceId,
    /// When the person's day ends.
    pub boundary: DayBoundary,
    /// The moment of a day and a minute on the wall.
    pub wall: &'a dyn Fn(LocalDay, u16) -> Option<Moment>,
    /// The moment of an instant, in ms since 1970 UTC.
    pub at: &'a dyn Fn(i64) -> Option<Moment>,
}

/// What a table would bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Import {
    /// The records to append, all of them or none.
    pub records: Vec<Record>,
    /// Entries that are here already.
    pub already_here: usize,
    /// Rows without a day that can be read, of a day to come, or with nothing in them.
    pub left_out: usize,
    /// The first and the last day of what is new.
    pub days: Option<(LocalDay, LocalDay)>,
}

/// Makes records of a table. Each has an id that follows from its row, so that a row that is here
/// stays one; what was taken back can be brought in again.
#[must_use]
pub fn import(
    table: &ImportedTable,
    columns: &[Column],
    here: &Here<'_>,
    journal: &Journal,
) -> Import {
    let mut import = Import::default();
    let scales = scales(table, columns);
    for row in &table.rows {
        let Some(at) = moment(row, columns, here).filter(|at| at.utc_ms() <= here.now.utc_ms())
        else {
            import.left_out += 1;
            continue;
        };
        let entries = entries(table, row, columns, &scales);
        import.left_out += usize::from(entries.is_empty());
        for entry in entries {
            import.take(entry, at, here, journal);
        }
    }
    import
}

impl Import {
    fn take(&mut self, entry: Entry, at: Moment, here: &Here<'_>, journal: &Journal) {
        let words = serde_json::to_string(&entry).unwrap_or_default();
        // Taken back as often as this, and then brought in again.
        for round in 0..u8::MAX {
            let seed = format!("{round} {at} {words}");
            let id = RecordId::next(None, at.utc_ms(), digest(seed.as_bytes()));
            if journal.is_deleted(id) {
                continue;
            }
            let known = self
                .records
                .iter()
                .rev()
                .take(8)
                .any(|record| record.id == id);
            if known || journal.record(id).is_some() {
                self.already_here += 1;
                return;
            }
            let day = at.local_day(here.boundary);
            let (first, last) = self.days.unwrap_or((day, day));
            self.days = Some((first.min(day), last.max(day)));
            self.records.push(Record {
                id,
                device: here.device,
                written_at: here.now,
                happened_at: at,
                local_day: day,
                replaces: None,
                entry,
            });
            return;
        }
    }
}

/// FNV-1a of 128 bits: enough to tell rows apart, and no secret.
fn digest(bytes: &[u8]) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mixed = |hash: u128, byte: &u8| (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
    bytes.iter().fold(BASIS, mixed)
}

fn moment(row: &[String], columns: &[Column], here: &Here<'_>) -> Option<Moment> {
    let cells = || row.iter().map(|cell| cell.trim()).zip(columns);
    let (cell, column) = cells().find(|(_, column)| column.is_day())?;
    let time = cells().find(|(_, column)| **column == Column::Time);
    if let Ok(number) = cell.parse::<i64>() {
        // Seconds until the year 5138, milliseconds from 1973 on.
        let ms = if number.abs() < 100_000_000_000 {
            number * 1000
        } else {
            number
        };
        return (here.at)(ms);
    }
    if let Ok(moment) = cell.parse::<Moment>() {
        return Some(moment);
    }
    let [a, b, c] = three_numbers(cell)?;
    let (year, month, day) = match column {
        Column::DayMonth => (c, b, a),
        Column::MonthDay => (c, a, b),
        _ => (a, b, c),
    };
    let day = LocalDay::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    let beside = cell.split_once(['T', ' ']).map(|(_, time)| time);
    let time = time.map(|(time, _)| time).or(beside).and_then(minute_of);
    (here.wall)(day, time.unwrap_or(NOON))
}

/// `23:54`, `23:54:10` or `11:54 pm` as minutes after midnight.
fn minute_of(text: &str) -> Option<u16> {
    let text = text
        .trim()
        .to_lowercase()
        .replace(['.', '\u{202f}', '\u{a0}'], " ");
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != ':');
    let (time, half) = text.split_at(digits.unwrap_or(text.len()));
    let mut parts = time.split(':').map(|part| part.parse::<u16>().ok());
    let (mut hour, minute) = (parts.next()??, parts.next()??);
    let half: String = half.chars().filter(char::is_ascii_alphabetic).collect();
    match half.as_str() {
        "pm" if hour < 12 => hour += 12,
        "am" if hour == 12 => hour = 0,
        _ => {}
    }
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// For each column the highest number in it.
fn scales(table: &ImportedTable, columns: &[Column]) -> Vec<f64> {
    let highest = |at: usize| {
        let numbers = column(table, at).filter_map(|cell| cell.parse::<f64>().ok());
        numbers.fold(0.0, f64::max)
    };
    let scales = columns.iter().enumerate().map(|(at, column)| match column {
        Column::Mood => highest(at),
        _ => 0.0,
    });
    scales.collect()
}

/// What one row says.
fn entries(
    table: &ImportedTable,
    row: &[String],
    columns: &[Column],
    scales: &[f64],
) -> Vec<Entry> {
    let mut check_in = CheckIn::default();
    let (mut notes, mut slip) = (Vec::new(), false);
    for (at, (cell, column)) in row.iter().zip(columns).enumerate() {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        match column {
            Column::Mood => {
                let highest = scales.get(at).copied().unwrap_or_default();
                check_in.mood = check_in.mood.or_else(|| mood(cell, highest));
            }
            Column::Craving => {
                let rated = cell.parse::<f64>().ok().and_then(rating);
                check_in.craving_strongest = check_in.craving_strongest.max(rated);
            }
            Column::Note => notes.push(cell),
            Column::Tags => cell
                .split(['|', ',', ';'])
                .for_each(|tag| add(&mut check_in, tag)),
            Column::Did if is_yes(cell) => {
                add(&mut check_in, table.head.get(at).map_or("", String::as_str));
            }
            Column::Slip => slip |= is_yes(cell),
            _ => {}
        }
    }
    let note: String = notes.join("\n").chars().take(Note::LIMIT).collect();
    check_in.note = Note::new(note).ok();
    let mut entries = Vec::new();
    if check_in != CheckIn::default() {
        entries.push(Entry::CheckIn(check_in));
    }
    if slip {
        entries.push(Entry::Slip(Slip::default()));
    }
    entries
}

fn add(check_in: &mut CheckIn, words: &str) {
    let words: String = words
        .trim()
        .trim_start_matches('#')
        .chars()
        .take(Tag::LIMIT)
        .collect();
    if let Ok(tag) = Tag::own(&words)
        && check_in.skills.len() < MOST_TAGS
        && !check_in.skills.contains(&tag)
    {
        check_in.skills.push(tag);
    }
}

fn is_yes(cell: &str) -> bool {
    let cell = cell.to_lowercase();
    let words = ["yes", "yes_manual", "yes_auto", "true", "x", "sí", "si"];
    words.contains(&cell.as_str()) || cell.parse::<f64>().is_ok_and(|number| number > 0.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 0 and 10"
)]
fn rating(number: f64) -> Option<Rating> {
    let in_range = (0.0..=10.0).contains(&number);
    in_range
        .then(|| Rating::new(number.round() as u8).ok())
        .flatten()
}

/// Mood from 0 to 10: the five words that Daylio begins with, five steps, or as it is.
fn mood(cell: &str, highest: f64) -> Option<Rating> {
    let five = match cell.to_lowercase().as_str() {
        "rad" => Some(5.0),
        "good" => Some(4.0),
        "meh" => Some(3.0),
        "bad" => Some(2.0),
        "awful" => Some(1.0),
        _ => None,
    };
    let number = cell.parse::<f64>().ok();
    let stretched = |five: f64| (five - 1.0).max(0.0) * 2.5;
    match (five, number) {
        (Some(five), _) => rating(stretched(five)),
        (None, Some(number)) if highest <= 5.0 => rating(stretched(number)),
        (None, Some(number)) => rating(number),
        (None, None) => None,
    }
}
