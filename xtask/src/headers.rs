//! The response headers that every host of Ebb must send, read from `public/_headers`.
//!
//! That file is the one source: our own server sends what it says, and tests hold the sample
//! files for other hosts and the policy in the page to it.

use anyhow::{Result, bail};

/// The name of the file, in `public` and in a build.
pub const FILE: &str = "_headers";

/// The headers, in the order of the file.
///
/// Only the rule `/*` is allowed: hosts differ in how they join several rules, so that one
/// header set twice would mean different things in different places.
pub fn parse(text: &str) -> Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    for line in lines.filter(|line| !line.trim().is_empty()) {
        if !line.starts_with(char::is_whitespace) {
            if line.trim_end() != "/*" {
                bail!("{FILE} may only have the rule /*, not {line}");
            }
            continue;
        }
        let Some((name, value)) = line.trim().split_once(": ") else {
            bail!("{FILE} has a line that is no header: {line}");
        };
        headers.push((name.to_owned(), value.to_owned()));
    }
    if headers.is_empty() {
        bail!("{FILE} has no headers");
    }
    Ok(headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADERS: &str = include_str!("../../public/_headers");

    fn policy() -> String {
        let headers = parse(HEADERS).unwrap();
        let policy = headers
            .into_iter()
            .find(|(name, _)| name == "Content-Security-Policy");
        policy.unwrap().1
    }

    #[test]
    fn headers_keep_colons_in_their_values_and_comments_are_skipped() {
        let headers = parse("# why\n/*\n  A: b: c\n\n  D: e\n").unwrap();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(headers, [pair("A", "b: c"), pair("D", "e")]);
    }

    #[test]
    fn rules_that_hosts_would_read_differently_are_refused() {
        assert!(parse("/*\n  A: b\n/sw.js\n  A: c\n").is_err());
        assert!(parse("/*\n  nonsense\n").is_err());
        assert!(parse("").is_err());
    }

    #[test]
    fn the_policy_allows_nothing_inline_and_nothing_elsewhere() {
        let policy = policy();
        assert!(policy.starts_with("default-src 'none';"));
        for bad in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!policy.contains(bad), "{bad} in {policy}");
        }
    }

    #[test]
    fn the_page_carries_the_same_policy_but_for_what_only_a_header_can_say() {
        let page = include_str!("../../app/index.html");
        let in_page = policy().replace("; frame-ancestors 'none'", "");
        assert!(
            page.contains(&format!("content=\"{in_page}\"")),
            "{in_page}"
        );
    }

    #[test]
    fn the_sample_files_for_other_hosts_say_the_same() {
        let samples = [
            include_str!("../../public/hosting/nginx.conf"),
            include_str!("../../public/hosting/Caddyfile"),
        ];
        for (name, value) in parse(HEADERS).unwrap() {
            for sample in samples {
                let same = sample
                    .lines()
                    .any(|line| line.contains(&name) && line.contains(&value));
                assert!(same, "{name}: {value}\n\n{sample}");
            }
        }
    }
}
