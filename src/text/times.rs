//! Words that name a moment, and so neither who acts or speaks nor what is done.

/// Days and months; "matin" and "soir", which go with them.
pub const DAYS_AND_MONTHS: [&str; 21] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "matin",
    "soir",
];

/// What else heads a phrase of time.
pub const MOMENTS: [&str; 34] = [
    "matinée",
    "midi",
    "après-midi",
    "soirée",
    "nuit",
    "aube",
    "jour",
    "jours",
    "journée",
    "semaine",
    "semaines",
    "week-end",
    "mois",
    "an",
    "ans",
    "année",
    "années",
    "heure",
    "heures",
    "minute",
    "minutes",
    "hier",
    "demain",
    "veille",
    "lendemain",
    "printemps",
    "été",
    "automne",
    "hiver",
    "décennie",
    "décennies",
    "siècle",
    "fin",
    "début",
];

pub fn is_day_or_month(norm: &str) -> bool {
    DAYS_AND_MONTHS.contains(&norm)
}
