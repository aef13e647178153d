//! Short names for what a module imports from its script.
//!
//! wasm-bindgen ends each of some 250 names in 16 random digits, once in the module and once in
//! the script, and nothing compresses random digits: 6 kB of the first download.

use crate::sections::{Reader, sections, write_number};
use anyhow::{Result, bail};
use std::collections::HashMap;

const IMPORT_SECTION: u8 = 2;
const FUNCTION: u8 = 0;
/// How the name of wasm-bindgen's script ends in the module.
const GLUE: &str = "_bg.js";

/// Gives the functions that `module` imports short names, in it and in `script`.
///
/// Anything unexpected is an error and not a guess: the module and its script must fit.
pub fn shorten(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let (header, sections) = sections(module)?;
    let mut short = header.to_vec();
    let mut names = HashMap::new();
    for (id, content) in sections {
        let content = if id == IMPORT_SECTION {
            renamed(content, &mut names)?
        } else {
            content.to_vec()
        };
        short.push(id);
        write_number(&mut short, content.len());
        short.extend(content);
    }
    Ok((short, replace_words(script, &names)?))
}

fn renamed(section: &[u8], names: &mut HashMap<String, String>) -> Result<Vec<u8>> {
    let mut reader = Reader::new(section);
    let count = reader.number()?;
    let mut out = Vec::new();
    write_number(&mut out, count);
    for _ in 0..count {
        let from = reader.text()?;
        let name = reader.text()?;
        if reader.byte()? != FUNCTION {
            bail!("the module imports something that is no function");
        }
        let kind = reader.number()?;
        // What comes from elsewhere, such as the loader of the parts, keeps its name.
        let next = format!("${}", names.len());
        let short = if from.ends_with(GLUE) {
            names.entry(name.to_owned()).or_insert(next).as_str()
        } else {
            name
        };
        for text in [from, short] {
            write_number(&mut out, text.len());
            out.extend(text.as_bytes());
        }
        out.push(FUNCTION);
        write_number(&mut out, kind);
    }
    Ok(out)
}

fn replace_words(script: &str, names: &HashMap<String, String>) -> Result<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(script.len());
    let mut found = 0;
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|c| is_word(c) != is_word(first))
            .unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        if let Some(short) = names.get(piece) {
            found += 1;
            out.push_str(short);
        } else if piece.starts_with('$') && piece.len() > 1 {
            bail!("the script already has a name like {piece}");
        } else {
            out.push_str(piece);
        }
        rest = after;
    }
    if found < names.len() {
        bail!("the script does not give all that the module imports");
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one import, `./app_bg.js` `__wbg_get_0123456789abcdef` of type 300, and a
    /// custom section after it.
    fn module(kind: u8) -> Vec<u8> {
        let mut imports = vec![1];
        for text in ["./app_bg.js", "__wbg_get_0123456789abcdef"] {
            imports.push(u8::try_from(text.len()).unwrap());
            imports.extend(text.as_bytes());
        }
        imports.extend([kind, 0xac, 0x02]);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([2, u8::try_from(imports.len()).unwrap()]);
        module.extend(imports);
        module.extend([0, 2, 1, b'x']);
        module
    }

    const SCRIPT: &str =
        "return {'./app_bg.js': {__wbg_get_0123456789abcdef: f}}; `${__wbg_get_0123456789abcdefg}`";

    #[test]
    fn a_name_is_shortened_on_both_sides_and_the_rest_stays() {
        let (short, script) = shorten(&module(0), SCRIPT).unwrap();
        let expected = b"\0asm\x01\0\0\0\x02\x13\x01\x0b./app_bg.js\x02$0\0\xac\x02\0\x02\x01x";
        assert_eq!(short, expected);
        assert_eq!(
            script,
            "return {'./app_bg.js': {$0: f}}; `${__wbg_get_0123456789abcdefg}`"
        );
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        assert!(shorten(&module(0), "nothing of the kind").is_err());
        assert!(shorten(&module(0), &format!("{SCRIPT} $1")).is_err());
        assert!(shorten(&module(3), SCRIPT).is_err());
        let whole = module(0);
        assert!(shorten(&whole[..whole.len() - 6], SCRIPT).is_err());
    }
}
