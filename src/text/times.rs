//! Words that name a moment, and so neither who acts or speaks nor what is done.

/// Days and months; "matin" and "soir", which go with them.
pub fn is_day_or_month(norm: &str) -> bool {
    matches!(
        norm,
        "lundi"
            | "mardi"
            | "mercredi"
            | "jeudi"
            | "vendredi"
            | "samedi"
            | "dimanche"
            | "janvier"
            | "février"
            | "mars"
            | "avril"
            | "mai"
            | "juin"
            | "juillet"
            | "août"
            | "septembre"
            | "octobre"
            | "novembre"
            | "décembre"
            | "matin"
            | "soir"
    )
}

/// Words that head a phrase of time.
pub fn is_time(norm: &str) -> bool {
    is_day_or_month(norm)
        || matches!(
            norm,
            "matinée"
                | "midi"
                | "après-midi"
                | "soirée"
                | "nuit"
                | "aube"
                | "jour"
                | "jours"
                | "journée"
                | "semaine"
                | "semaines"
                | "week-end"
                | "mois"
                | "an"
                | "ans"
                | "année"
                | "années"
                | "heure"
                | "heures"
                | "minute"
                | "minutes"
                | "hier"
                | "demain"
                | "veille"
                | "lendemain"
                | "printemps"
                | "été"
                | "automne"
                | "hiver"
                | "décennie"
                | "décennies"
                | "siècle"
                | "fin"
                | "début"
        )
}
