//! What tells an outlet without naming it: addresses, accounts, credits, and everything of a page that is no content.

use super::rewriting::Edit;
use crate::counts::Record;
use crate::lang::Lang;
use crate::text::offsets::{CodePoints, Slicer};
use crate::zones::ZoneKind;
use regex::Regex;
use std::sync::LazyLock;

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)https?://[^\s<>»”\x22]+|www\.[^\s<>»”\x22]+|[\w.+-]+@[\w-]+(\.[\w-]+)+|\b[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*\.(?-i:com|net|org|info|fr|tv|news|media|eu|be|ch|ca|ru|uk|us|de|es|it|cn|ir|tr|sn|ml|example|press|live|online)\b(/[^\s<>»”\x22]*)?",
    )
    .expect("a fixed pattern")
});

static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"@\w{2,}").expect("a fixed pattern"));

static CREDIT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)(©|\bcrédits?( photo)?\s?:)[^\n;]*").expect("a fixed pattern"));

/// "Par Anne Roux", at the head of a line or after a date.
static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)(?:^|[-–—|,]\s*)[Pp]ar\s+((?:\p{Lu}[\p{L}’'-]+\s+){1,3}\p{Lu}[\p{L}’'-]+)").expect("a fixed pattern")
});

/// Edits for addresses, accounts, credits and what is no content.
pub fn edits(record: &Record, text: &str, lang: Lang) -> Vec<Edit> {
    let mut edits = outside_content(record, text);
    let points = CodePoints::new(text);
    for (pattern, by) in [
        (&CREDIT, lang.pick("[crédit]", "[credit]")),
        (&ADDRESS, lang.pick("[adresse]", "[address]")),
        (&ACCOUNT, lang.pick("[compte]", "[account]")),
    ] {
        edits.extend(pattern.find_iter(text).map(|m| Edit { start: points.at(m.start()), end: points.at(m.end()), by: by.into() }));
    }
    edits
}

/// Menus, bylines, links: each word hidden, so that their number can still be read.
fn outside_content(record: &Record, text: &str) -> Vec<Edit> {
    let slicer = Slicer::new(text);
    let hidden = |start, end| {
        let lines = slicer.slice(start, end).split_inclusive('\n').map(|line| {
            let words = vec!["…"; line.split_whitespace().count()].join(" ");
            if line.ends_with('\n') { words + "\n" } else { words }
        });
        Edit { start, end, by: lines.collect() }
    };
    record.zones.iter().filter(|zone| zone.kind == ZoneKind::Boilerplate).map(|zone| hidden(zone.start, zone.end)).collect()
}

/// Names that sign in the text itself.
pub fn signatures(text: &str) -> Vec<String> {
    const LINE: usize = 14;
    let short = text.lines().filter(|line| line.split_whitespace().count() <= LINE);
    short.flat_map(|line| BYLINE.captures_iter(line).map(|found| found[1].to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_accounts_are_found_and_prose_is_not() {
        let found =
            |text: &str| -> Vec<String> { ADDRESS.find_iter(text).chain(ACCOUNT.find_iter(text)).map(|m| m.as_str().to_owned()).collect() };
        assert_eq!(
            found("Lire sur https://www.phare.example/a?b=1 ou phare-info.fr/x."),
            ["https://www.phare.example/a?b=1", "phare-info.fr/x."]
        );
        assert_eq!(found("écrire à redaction@phare.example, suivre @lephare_fr"), ["redaction@phare.example", "@phare", "@lephare_fr"]);
        assert_eq!(found("La fin.Le début. À 11h20, M. Kos a dit non.Puis oui."), [""; 0]);
    }

    #[test]
    fn bylines_give_names() {
        assert_eq!(
            signatures("7 février 2024 - par Sami Belgarde\nTenue par Anne Roux depuis dix ans, la ville\nPar Anne Roux"),
            ["Sami Belgarde", "Anne Roux"]
        );
    }
}
