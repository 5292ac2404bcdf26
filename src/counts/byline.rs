//! Who signs: a person, whose articles are no independent witnesses, or a newsroom.

/// Words of bylines that name a newsroom or an agency, not a person.
const COLLECTIVE: &str = include_str!("collective_bylines.txt");

/// True where a byline is a person's: what a newsroom or an agency signs has no one author.
pub fn is_person(author: &str) -> bool {
    let plain = crate::text::normal::sort_key(author);
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    !words.is_empty() && !COLLECTIVE.lines().filter(|line| !line.is_empty()).any(|word| words.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newsrooms_and_agencies_are_no_persons() {
        for byline in ["La rédaction", "Agence Meridia", "AFP", "Rédaction avec Agence Meridia", ""] {
            assert!(!is_person(byline), "{byline}");
        }
        for byline in ["Hélène Marsac", "Étienne Roubier et Hélène Marsac"] {
            assert!(is_person(byline), "{byline}");
        }
    }
}
