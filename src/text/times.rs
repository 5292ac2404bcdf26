//! Words that name a moment, and so neither who acts or speaks nor what is done.

const DAYS_AND_MONTHS: &str = "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
const OTHERS: &str = "matin matinée midi après-midi soir soirée nuit aube jour jours journée semaine semaines week-end mois an ans année années heure heures minute minutes hier demain veille lendemain printemps été automne hiver décennie décennies siècle fin début";

/// Days and months; "matin" and "soir", which go with them.
pub fn is_day_or_month(norm: &str) -> bool {
    matches!(norm, "matin" | "soir") || is_among(DAYS_AND_MONTHS, norm)
}

/// Words that head a phrase of time.
pub fn is_time(norm: &str) -> bool {
    is_among(DAYS_AND_MONTHS, norm) || is_among(OTHERS, norm)
}

fn is_among(words: &str, norm: &str) -> bool {
    words.split(' ').any(|word| word == norm)
}
