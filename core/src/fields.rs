//! Reading the content of an entry field by field.
//!
//! Readers and writers derived by serde weighed 17 kB (brotli) in the first download for some
//! twenty kinds that most people meet late; with these it is 12. They share one reader of a JSON
//! object and one of a text; the rest is plain code. As strict as the derived ones: an unknown,
//! missing or doubled field is refused.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// What can be read from a piece of JSON.
pub(crate) trait Read: Sized {
    fn read(json: &RawValue) -> Option<Self>;
}

/// The fields of an object that are not read yet.
pub(crate) struct Fields(Vec<(String, Box<RawValue>)>);

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader)
    }
}

impl Fields {
    pub(crate) fn of(json: &RawValue) -> Option<Self> {
        serde_json::from_str(json.get()).ok()
    }

    fn take(&mut self, name: &str) -> Option<Box<RawValue>> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(at).1)
    }

    /// A field that has to be there.
    pub(crate) fn needed<T: Read>(&mut self, name: &str) -> Option<T> {
        let json = self.take(name)?;
        T::read(&json)
    }

    /// A field that is left out when there is nothing to say.
    pub(crate) fn maybe<T: Read + Default>(&mut self, name: &str) -> Option<T> {
        match self.take(name) {
            Some(json) => T::read(&json),
            None => Some(T::default()),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: &RawValue) -> Option<Self> {
        if json.get() == "null" {
            return Some(None);
        }
        T::read(json).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: &RawValue) -> Option<Self> {
        let items: Vec<Box<RawValue>> = serde_json::from_str(json.get()).ok()?;
        items.iter().map(|item| T::read(item)).collect()
    }
}

impl Read for bool {
    fn read(json: &RawValue) -> Option<Self> {
        match json.get() {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }
}

impl Read for u8 {
    fn read(json: &RawValue) -> Option<Self> {
        u16::read(json)?.try_into().ok()
    }
}

impl Read for u16 {
    fn read(json: &RawValue) -> Option<Self> {
        // The JSON is whole already, so this takes plain digits and nothing like 1.0 or 1e2.
        json.get().parse().ok()
    }
}

impl Read for String {
    fn read(json: &RawValue) -> Option<Self> {
        serde_json::from_str(json.get()).ok()
    }
}

/// Reads types that serde can read.
macro_rules! readable_by_serde {
    ($($type:ty),*) => {
        $(impl crate::fields::Read for $type {
            fn read(json: &serde_json::value::RawValue) -> Option<Self> {
                serde_json::from_str(json.get()).ok()
            }
        })*
    };
}
pub(crate) use readable_by_serde;

/// Reads types that are a checked text.
macro_rules! readable_text {
    ($($type:ty),*) => {
        $(impl crate::fields::Read for $type {
            fn read(json: &serde_json::value::RawValue) -> Option<Self> {
                let text = <String as crate::fields::Read>::read(json)?;
                Self::try_from(text).ok()
            }
        })*
    };
}
pub(crate) use readable_text;

/// Reads a struct by its fields: those that have to be there, then those that may be left out.
macro_rules! readable {
    ($type:ident { $($needed:ident),* ; $($maybe:ident),* }) => {
        impl crate::fields::Read for $type {
            fn read(json: &serde_json::value::RawValue) -> Option<Self> {
                let mut fields = crate::fields::Fields::of(json)?;
                let read = Self {
                    $($needed: fields.needed(stringify!($needed))?,)*
                    $($maybe: fields.maybe(stringify!($maybe))?,)*
                };
                fields.is_empty().then_some(read)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let json = <Box<serde_json::value::RawValue> as serde::Deserialize>::deserialize(from)?;
                // Without a word of it: what could not be read is the person's.
                <Self as crate::fields::Read>::read(&json)
                    .ok_or_else(|| serde::de::Error::custom("not the content of this kind"))
            }
        }
    };
}
pub(crate) use readable;

/// Writes and reads the names of a choice.
macro_rules! readable_choice {
    ($type:ident { $($variant:ident = $name:literal),* }) => {
        impl crate::fields::Read for $type {
            fn read(json: &serde_json::value::RawValue) -> Option<Self> {
                let name = <String as crate::fields::Read>::read(json)?;
                match name.as_str() {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(match self {
                    $(Self::$variant => $name,)*
                })
            }
        }
    };
}
pub(crate) use readable_choice;

#[cfg(test)]
mod tests {
    use crate::log::Goal;

    fn goal(json: &str) -> bool {
        serde_json::from_str::<Goal>(json).is_ok()
    }

    #[test]
    fn an_unknown_missing_doubled_or_ill_typed_field_is_refused() {
        assert!(goal(r#"{"what":"sleep","state":"let_go"}"#));
        assert!(goal(
            r#"{"state":"open","what":"sleep","sign":null,"steps":[]}"#
        ));
        for wrong in [
            r#"{"state":"open"}"#,
            r#"{"what":"sleep"}"#,
            r#"{"what":"sleep","state":"open","more":1}"#,
            r#"{"what":"sleep","what":"eat","state":"open"}"#,
            r#"{"what":" ","state":"open"}"#,
            r#"{"what":7,"state":"open"}"#,
            r#"{"what":"sleep","state":"Open"}"#,
            r#"{"what":"sleep","state":"open","review":"2026-02-30"}"#,
            r#"{"what":"sleep","state":"open","steps":[{"what":"a","done":1}]}"#,
            r#"["sleep","open"]"#,
        ] {
            assert!(!goal(wrong), "{wrong}");
        }
    }

    #[test]
    fn the_error_does_not_quote_what_was_written() {
        let json = r#"{"what":"my secret","state":"secret"}"#;
        let error = serde_json::from_str::<Goal>(json).unwrap_err();
        assert!(!error.to_string().contains("secret"));
    }
}
