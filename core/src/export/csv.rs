//! One row per entry, for a spreadsheet.
//!
//! RFC 4180: comma, CRLF, every cell in quotes; in front the byte order mark by which spreadsheets
//! know UTF-8. Columns are named by the fields of the journal's format (`FORMAT.md`), such as
//! `craving.intensity`; instants are ISO 8601 with offset. Lists of tags stand in one cell, one a
//! line; answers and scores in a column each. A cell that a spreadsheet could take for a formula
//! begins with an apostrophe, and so does one that began with an apostrophe.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::log::{Journal, Record};
use crate::share::Category;

/// More columns than this are told in one: a file from elsewhere could name millions.
const COLUMNS: usize = 300;
const MORE: &str = "more";
const FIXED: [&str; 3] = ["happened_at", "local_day", "kind"];

/// Writes every entry of a journal, oldest first, each with what belongs to it behind it. What the
/// journal keeps about sharing, keys among it, is not in it, and neither are things to live for: no
/// spreadsheet shows them. `notice` stands at the end of each row.
#[must_use]
pub fn csv(journal: &Journal, notice: &str) -> String {
    let mut columns = BTreeMap::new();
    let mut rows = Vec::new();
    for (root, record) in journal.entries() {
        let family = std::iter::once(record).chain(journal.children(root).map(|(_, child)| child));
        let told = |record: &&Record| {
            Category::of(&record.entry).is_some_and(|kind| kind != Category::Keepsakes)
        };
        for record in family.filter(told) {
            rows.push(Row::of(record, &mut columns));
        }
    }
    let mut names: Vec<&String> = columns.keys().collect();
    names.sort_by_key(|name| columns.get(*name));
    let any_more = rows.iter().any(|row| !row.more.is_empty());
    let mut text = String::from('\u{feff}');
    let header = FIXED
        .into_iter()
        .chain(names.iter().map(|name| name.as_str()));
    let header = header.chain(any_more.then_some(MORE)).chain(["notice"]);
    line(&mut text, header);
    for row in &rows {
        let fixed = row.fixed.iter().map(String::as_str);
        let cells = (0..names.len()).map(|at| row.cells.get(&at).map_or("", String::as_str));
        let more = any_more.then_some(row.more.as_str());
        line(&mut text, fixed.chain(cells).chain(more).chain([notice]));
    }
    text
}

struct Row {
    fixed: [String; 3],
    cells: BTreeMap<usize, String>,
    more: String,
}

impl Row {
    fn of(record: &Record, columns: &mut BTreeMap<String, usize>) -> Self {
        let mut row = Self {
            fixed: [
                record.happened_at.to_string(),
                record.local_day.to_string(),
                record.entry.kind().to_owned(),
            ],
            cells: BTreeMap::new(),
            more: String::new(),
        };
        if let Ok(Value::Object(entry)) = serde_json::to_value(&record.entry) {
            for (kind, content) in &entry {
                row.take(kind, content, columns);
            }
        }
        row
    }

    fn take(&mut self, path: &str, value: &Value, columns: &mut BTreeMap<String, usize>) {
        match value {
            Value::Null => {}
            Value::Bool(yes) => self.put(path, &yes.to_string(), columns),
            Value::Number(number) => self.put(path, &number.to_string(), columns),
            Value::String(text) => self.put(path, text, columns),
            Value::Object(fields) => {
                for (name, value) in fields {
                    self.take(&format!("{path}.{name}"), value, columns);
                }
            }
            Value::Array(list) => self.take_list(path, list, columns),
        }
    }

    fn take_list(&mut self, path: &str, list: &[Value], columns: &mut BTreeMap<String, usize>) {
        let lines: Option<Vec<&str>> = list
            .iter()
            .map(|value| value.as_str().filter(|text| !text.contains(['\n', '\r'])))
            .collect();
        if let Some(lines) = lines {
            return self.put(path, &lines.join("\n"), columns);
        }
        for (number, value) in list.iter().enumerate() {
            let named = ["item", "score", "id"].iter().find_map(|key| {
                let name = value.get(key)?.as_str()?;
                Some((name, value.get("value")?))
            });
            match named {
                Some((name, value)) => self.take(&format!("{path}.{name}"), value, columns),
                None => self.take(&format!("{path}.{}", number + 1), value, columns),
            }
        }
    }

    fn put(&mut self, path: &str, text: &str, columns: &mut BTreeMap<String, usize>) {
        let next = columns.len();
        let at = match columns.get(path) {
            Some(at) => Some(*at),
            None if next < COLUMNS => {
                columns.insert(path.to_owned(), next);
                Some(next)
            }
            None => None,
        };
        match at {
            // The same name twice is no reason to lose one.
            Some(at) if !self.cells.contains_key(&at) => {
                self.cells.insert(at, text.to_owned());
            }
            _ => {
                for part in [path, "=", text, "\n"] {
                    self.more.push_str(part);
                }
            }
        }
    }
}

pub(crate) fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (number, cell) in cells.enumerate() {
        if number > 0 {
            text.push(',');
        }
        text.push('"');
        // What spreadsheets take for the beginning of a formula (OWASP, CSV injection).
        if cell.trim_start().starts_with(['=', '+', '-', '@', '\''])
            || cell.starts_with(['\t', '\r'])
        {
            text.push('\'');
        }
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_line(cells: &[&str]) -> String {
        let mut text = String::new();
        line(&mut text, cells.iter().copied());
        text
    }

    #[test]
    fn quotes_are_doubled_and_formulas_are_words() {
        assert_eq!(
            one_line(&["a \"b\", c", "=1+1", " @x", "'x", "-5", "5"]),
            "\"a \"\"b\"\", c\",\"'=1+1\",\"' @x\",\"''x\",\"'-5\",\"5\"\r\n"
        );
        assert_eq!(
            one_line(&["\tx", "two\nlines"]),
            "\"'\tx\",\"two\nlines\"\r\n"
        );
    }

    #[test]
    fn an_empty_journal_has_a_header_only() {
        let text = csv(&Journal::default(), "Private.");
        assert_eq!(
            text,
            "\u{feff}\"happened_at\",\"local_day\",\"kind\",\"notice\"\r\n"
        );
    }
}
