//! Who signs: a person, whose articles are no independent witnesses, or a newsroom.

/// Words of bylines that name a newsroom or an agency, not a person.
const COLLECTIVE: &str = include_str!("collective_bylines.txt");

/// True where a byline is a person's: what a newsroom or an agency signs has no one author.
pub fn is_person(author: &str) -> bool {
    let plain = crate::text::normal::sort_key(author);
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    !words.is_empty() && !COLLECTIVE.lines().filter(|line| !line.is_empty()).any(|word| words.contains(&word))
}

/// The persons of a byline: "Étienne Roubier et Hélène Marsac" is two, each of whom may sign elsewhere alone.
pub fn persons(byline: &str) -> impl Iterator<Item = &str> {
    let parts = [" et ", " and ", ",", ";", "/", "&"]
        .iter()
        .fold(vec![byline], |parts, mark| parts.into_iter().flat_map(|part| part.split(mark)).collect());
    parts.into_iter().map(str::trim).filter(|part| is_person(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_who_sign_together_are_two_persons() {
        let names = |byline| persons(byline).collect::<Vec<_>>();
        assert_eq!(names("Étienne Roubier et Hélène Marsac"), ["Étienne Roubier", "Hélène Marsac"]);
        assert_eq!(names("Solène Drivaux, avec AFP"), ["Solène Drivaux"]);
        assert!(names("Rédaction avec Agence Meridia").is_empty());
    }

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
