//! The pupil sheet: five steps, texts without marks, tables to fill in, a glossary.

use super::claims::claims;
use super::glossary::glossary;
use super::lesson::{Step, lesson};
use super::{Sheet, parts};
use crate::report::small::known;
use crate::report::voice;
use crate::report::words::counted;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Rows for the words that a group finds.
const FOUND: usize = 14;
/// Rows for disagreements.
const DISAGREEMENTS: usize = 5;

pub fn sheet(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    let texts = counted(sheet.texts.len() as u64, ("texte", "text"), ("textes", "texts"), lang);
    let outlets = outlets(sheet);
    let steps: [fn(&Sheet) -> Markup; 5] = [predict, mark, compare, who, limits];
    let total: u32 = lesson().step.iter().map(|step| step.minutes).sum();
    html! {
        header {
            p.kicker { (lang.pick("Fiche élève", "Pupil sheet")) " · " (parts::minutes(total)) }
            h1 { (lang.pick("Le mot, et celui qui le dit", "The word, and who says it")) }
            p.who {
                (lang.pick("Nom, groupe", "Name, group")) " : " span.blank {}
                (lang.pick("Classe", "Class")) " : " span.blank.short {}
                (lang.pick("Date", "Date")) " : " span.blank.short {}
            }
            p {
                @if sheet.one_event {
                    (lang.pick(
                        format!("{texts}{outlets} racontent les mêmes faits. On ne cherche pas lequel a raison : on regarde quels mots ils choisissent, et qui les dit."),
                        format!("{texts}{outlets} tell the same facts. We do not ask which is right: we look at the words they choose, and at who says them.")))
                } @else {
                    (lang.pick(
                        format!("{texts}{outlets} parlent de sujets voisins, pas forcément des mêmes faits. On ne cherche pas lequel a raison : on regarde quels mots ils choisissent, et qui les dit."),
                        format!("{texts}{outlets} speak of related subjects, not necessarily of the same facts. We do not ask which is right: we look at the words they choose, and at who says them.")))
                }
            }
        }
        @for (number, (step, body)) in lesson().step.iter().zip(steps).enumerate() {
            section.step { (heading(number + 1, step, sheet)) (body(sheet)) }
        }
        (glossary(lang))
    }
}

/// " de 3 médias"; nothing where an outlet is not known.
fn outlets(sheet: &Sheet) -> String {
    let lang = sheet.corpus.lang;
    let names: Option<BTreeSet<&str>> = sheet.texts.iter().map(|text| known(&sheet.corpus.articles[text.article].record)).collect();
    match names.map(|names| names.len()) {
        None => String::new(),
        Some(1) => lang.pick(" d'un même média", " from one outlet").into(),
        Some(n) => lang.pick(format!(" de {n} médias"), format!(" from {n} outlets")),
    }
}

fn heading(number: usize, step: &Step, sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        h2 { (number) ". " (step.title.in_lang(lang)) span.minutes { (parts::minutes(step.minutes)) } }
        p.task { (step.pupil.in_lang(lang)) }
    }
}

fn predict(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    let n = sheet.texts.len();
    html! {
        p.question { (sheet.contrast.question.in_lang(lang)) }
        table.fill {
            thead { tr {
                th { (lang.pick("Mot", "Word")) }
                th { (lang.pick(format!("Dans combien de textes sur {n}, à mon avis ?"), format!("In how many texts of {n}, do I think?"))) }
                th.wide { (lang.pick("Qui pourrait le choisir ? Pourquoi ?", "Who might choose it? Why?")) }
            } }
            tbody { @for word in parts::members(sheet) { tr { th scope="row" { (word) } td {} td {} } } }
        }
    }
}

fn mark(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        p { (lang.pick("Les sujets :", "The subjects:")) }
        (parts::subjects(sheet))
        @for text in &sheet.texts { article { h3 { (parts::name(text, lang)) } (parts::passage(text, false)) } }
        (parts::voices(lang))
        table.fill.found {
            thead { tr {
                @for column in lang.pick(["Texte", "Ligne", "Sujet n°", "Mot", "Qui le dit ?", "Si c'est un autre : qui ?"], ["Text", "Line", "Subject", "Word", "Who says it?", "If somebody else: who?"]) {
                    th { (column) }
                }
            } }
            tbody { (parts::empty_rows(FOUND, 6)) }
        }
    }
}

fn compare(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        table.fill {
            thead { tr { @for column in lang.pick(["Texte, ligne, mot", "Notre groupe", "L'outil", "Qui a raison, et pourquoi ?"], ["Text, line, word", "Our group", "The tool", "Who is right, and why?"]) { th { (column) } } } }
            tbody { (parts::empty_rows(DISAGREEMENTS, 4)) }
        }
    }
}

fn who(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        table.fill {
            thead { tr {
                th {}
                @for (letter, said) in parts::VOICES { th { (letter) " – " (voice::name(said, lang)) } }
                th.wide { (lang.pick("À qui la parole est donnée ?", "Who is given the floor?")) }
            } }
            tbody { @for text in &sheet.texts { tr { th scope="row" { (parts::name(text, lang)) } @for _ in 0..5 { td {} } } } }
        }
        p { (lang.pick("Qui est nommé dans les textes et ne parle jamais ?", "Who is named in the texts and never speaks?")) }
        (parts::writing_lines(1))
    }
}

fn limits(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        table.fill.claims {
            thead { tr { @for column in ["", lang.pick("oui", "yes"), lang.pick("non", "no"), lang.pick("Pourquoi ?", "Why?")] { th { (column) } } } }
            tbody { @for claim in claims(sheet) { tr { th scope="row" { (claim.text) } td.tick { "☐" } td.tick { "☐" } td {} } } }
        }
        p { (lang.pick("Une question que je me pose encore :", "A question that I still ask myself:")) }
        (parts::writing_lines(2))
    }
}
