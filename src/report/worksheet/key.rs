//! The teacher's key: timing, the tool's answers, objections to expect, limits, sources.

use super::claims::{claims, verdict};
use super::lesson::lesson;
use super::{Sheet, Text, parts};
use crate::lexicon::validation::Validation;
use crate::report::words::{day, listed, quoted};
use crate::report::{findings, voice};
use maud::{Markup, html};
use std::collections::BTreeSet;

pub fn key(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        header {
            p.kicker { (lang.pick("Corrigé pour l'enseignant – ne pas distribuer avant la fin", "Teacher's key – do not hand out before the end")) }
            h1 { (lang.pick("Le mot, et celui qui le dit", "The word, and who says it")) }
            p { (lang.pick(
                "But : voir qu'un mot est un choix, distinguer celui qui le dit de celui qui le cite, et savoir ce qu'un petit nombre de textes ne permet pas de conclure. Matériel : une fiche par élève, ce corrigé projeté à la troisième étape.",
                "Aim: to see that a word is a choice, to tell who says it from who quotes it, and to know what a few texts do not allow us to conclude. Material: one sheet a pupil, this key on the screen in the third step.")) }
        }
        (timing(sheet))
        section { h2 { (lang.pick("Étape 1 – ce que les textes emploient", "Step 1 – what the texts use")) } (used(sheet)) }
        section {
            h2 { (lang.pick("Étapes 2 et 3 – ce que l'outil relève", "Steps 2 and 3 – what the tool finds")) }
            p.voices { @for (_, said) in parts::VOICES { mark class=(voice::class(Some(said))) { (voice::name(said, lang)) } " " } }
            (parts::subjects(sheet))
            @for text in &sheet.texts { article { h3 { (parts::name(text, lang)) } (parts::passage(text, true)) (answers(text, sheet)) } }
        }
        section { h2 { (lang.pick("Étape 4 – qui le dit", "Step 4 – who says it")) } (who(sheet)) }
        section { h2 { (lang.pick("Étape 5 – ce qu'on peut dire", "Step 5 – what we can say")) } (judged(sheet)) }
        section {
            h2 { (lang.pick("Objections à prévoir", "Objections to expect")) }
            dl.objections { @for objection in &lesson().objection { dt { (objection.says.in_lang(lang)) } dd { (objection.answer.in_lang(lang)) } } }
        }
        section { h2 { (lang.pick("Limites de l'outil", "Limits of the tool")) } (limits(sheet)) }
        section { h2 { (lang.pick("D'où viennent les textes", "Where the texts come from")) } (sources(sheet)) }
    }
}

fn timing(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    let mut begins = 0;
    html! {
        table.timing {
            thead { tr { @for column in lang.pick(["Minutes", "Étape", "Conduite"], ["Minutes", "Step", "How"]) { th { (column) } } } }
            tbody { @for step in &lesson().step { tr {
                td.number { (begins) "–" ({ begins += step.minutes; begins }) }
                th scope="row" { (step.title.in_lang(lang)) }
                td { (step.teacher.in_lang(lang)) }
            } } }
        }
    }
}

/// Each word of the contrast with its texts.
fn used(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        ul { @for (side, word) in parts::members(sheet).iter().enumerate() {
            @let texts: Vec<String> = sheet.texts.iter().filter(|t| t.choices.iter().any(|(s, _)| *s == side)).map(|t| t.letter.to_string()).collect();
            li { (word) (lang.pick("\u{a0}: ", ": "))
                @if texts.is_empty() { (lang.pick("aucun de ces textes", "none of these texts")) } @else { (lang.pick("texte ", "text ")) (listed(&texts, lang)) }
            }
        } }
        p.note { (sheet.contrast.caution.in_lang(lang)) }
    }
}

fn answers(text: &Text, sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        @if text.answers.is_empty() { p.note { (lang.pick("Rien de relevé ici.", "Nothing found here.")) } } @else {
            table.answers {
                thead { tr { @for column in lang.pick(["Ligne", "Sujet", "Mot", "Qui le dit", "Nommé ainsi"], ["Line", "Subject", "Word", "Who says it", "Named as"]) { th { (column) } } } }
                tbody { @for answer in &text.answers { tr {
                    td.number { (answer.line) }
                    td.number { (answer.subject + 1) }
                    td { (quoted(&answer.hit.text, lang)) @if answer.hit.negated { " " small { (lang.pick("phrase négative", "negative sentence")) } } }
                    td { @if let Some(said) = answer.hit.voice { (voice::name(said, lang)) } @else { (lang.pick("non mesuré", "not measured")) } }
                    td { @if let Some(source) = &answer.hit.source { (quoted(&source.text, lang)) } }
                } } }
            }
        }
    }
}

fn who(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! {
        table.answers {
            thead { tr { th {} @for (_, said) in parts::VOICES { th { (voice::name(said, lang)) } } th { (lang.pick("À qui la parole est donnée", "Who is given the floor")) } } }
            tbody { @for text in &sheet.texts { tr {
                th scope="row" { (parts::name(text, lang)) }
                @for (_, said) in parts::VOICES { td.number { (sheet.count(text, said)) } }
                td { (speakers(text, sheet)) }
            } } }
        }
        p.note { (lang.pick(
            "Seuls sont nommés ceux qui disent l'un des mots relevés ; d'autres parlent peut-être dans le texte.",
            "Only those who say one of the words found are named; others may speak in the text.")) }
    }
}

/// Those who say the words found, as the text names them.
fn speakers(text: &Text, sheet: &Sheet) -> String {
    let lang = sheet.corpus.lang;
    let named: BTreeSet<String> =
        text.answers.iter().filter_map(|answer| answer.hit.source.as_ref()).map(|source| quoted(&source.text, lang)).collect();
    match named.is_empty() {
        true => lang.pick("personne de nommé", "nobody named").into(),
        false => listed(&named.into_iter().collect::<Vec<_>>(), lang),
    }
}

fn judged(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    html! { ol.judged { @for claim in claims(sheet) {
        li { (claim.text) br; b { (verdict(claim.holds, lang)) ". " } (claim.why) }
    } } }
}

fn limits(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    let validation = sheet.corpus.lexicons.iter().find(|l| l.contrasts.iter().any(|c| c.id == sheet.contrast.id)).map(Validation::of);
    html! {
        ul {
            @for limit in &lesson().limit { li { (limit.text.in_lang(lang)) } }
            @if let Some(validation) = validation {
                @if (0..sheet.contrast.members.len()).any(|side| validation.side(sheet.contrast, side).is_enough()) {
                    li { (findings::annotated(&validation, lang)) (lang.pick(" ; ce ne sont pas forcément ceux de cette fiche :", "; they are not necessarily those of this sheet:")) }
                }
                @for (side, word) in parts::members(sheet).iter().enumerate() {
                    @let known = validation.side(sheet.contrast, side);
                    li { (word) (lang.pick("\u{a0}: ", ": "))
                        @if known.is_enough() { (findings::accuracy(known, lang)) "." }
                        @else { (lang.pick("trop peu de passages annotés pour dire à quel point l'outil se trompe.", "too few annotated passages to say how often the tool errs.")) }
                    }
                }
            }
        }
    }
}

fn sources(sheet: &Sheet) -> Markup {
    let lang = sheet.corpus.lang;
    let unknown = || lang.pick("inconnu", "unknown");
    html! {
        p { (lang.pick(
            "À donner aux élèves à la quatrième étape : un passage se cite avec sa source. Les passages sont courts ; pour plus, ouvrez l'article.",
            "To be given to pupils in the fourth step: a passage is quoted with its source. The passages are short; for more, open the article.")) }
        table.answers {
            thead { tr { @for column in lang.pick(["", "Média", "Titre", "Auteur", "Date"], ["", "Outlet", "Title", "Author", "Date"]) { th { (column) } } } }
            tbody { @for text in &sheet.texts {
                @let record = &sheet.corpus.articles[text.article].record;
                tr {
                    th scope="row" { (parts::name(text, lang)) }
                    td { (record.outlet.as_deref().unwrap_or(unknown())) }
                    td { (record.title.as_deref().unwrap_or(lang.pick("(sans titre)", "(no title)"))) @if record.title.is_none() { br; small { (record.id) } } @if let Some(url) = &record.url { br; small { (url) } } }
                    td { (record.author.as_deref().unwrap_or(unknown())) }
                    td { (record.date.as_deref().map_or(unknown().to_owned(), |date| day(date, lang))) }
                }
            } }
        }
        p.note { (lang.pick(
            format!("Comment les passages ont été choisis : parmi tous les faits et tous les contrastes, le couple où les passages montrent au moins deux mots, dans au moins deux médias, dits par l'article lui-même et par d'autres ; un passage par article, de {} mots au plus, en phrases entières qui se suivent, sans titre ni texte d'opinion ; un article par média d'abord. Les textes sont rangés par empreinte numérique, pour que leur ordre ne dise rien.", sheet.most_words),
            format!("How the passages were chosen: of all events and contrasts, the pair whose passages show two words at least, in two outlets at least, said by the article itself and by others; one passage an article, of {} words at most, whole sentences in a row, no headline, no opinion; one article an outlet first. The texts stand in the order of their digests, so that it tells nothing.", sheet.most_words))) }
        p.note { "cadrage " (env!("CARGO_PKG_VERSION")) (lang.pick(" ; lexiques ", "; lexicons "))
            (listed(&sheet.corpus.lexicons.iter().map(|l| format!("{} {}", quoted(&l.identity.id, lang), l.identity.version)).collect::<Vec<_>>(), lang)) "." }
    }
}
