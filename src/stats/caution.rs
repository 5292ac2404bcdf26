//! What a reader must know before believing a number, each with what to do about it.

use super::study::SMALLEST_DIFFERENCE;
use super::survey::{Case, Survey};
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::lexicon::validation::LEAST;

/// A caution, with its figures.
#[derive(Debug, Clone, PartialEq)]
pub enum Caution {
    /// No plan, or a contrast that it does not name.
    Exploratory {
        planned: bool,
    },
    /// Several contrasts of a plan, each at the level of the plan.
    SeveralContrasts {
        contrasts: usize,
    },
    /// Intervals know nothing of the errors of the instrument.
    InstrumentErrors,
    /// Left out for their genre: opinion, or what a plan does not name.
    OtherGenres {
        articles: usize,
        planned: bool,
    },
    OutsidePlan {
        articles: usize,
    },
    /// Asked for by name, borne by no article.
    NotMet {
        names: Vec<String>,
    },
    /// Only some zones are taken, whose words are not counted apart.
    NoRates,
    VoiceUnknown {
        articles: usize,
        of: usize,
    },
    NoText,
    Copies {
        groups: usize,
        articles: usize,
    },
    EventsUnknown {
        articles: usize,
        of: usize,
    },
    /// Articles of one group go back to few persons or texts.
    FewSources {
        group: String,
        sources: usize,
        articles: usize,
    },
    /// Sides of whose hits annotators have seen too few, with how many they saw.
    NotValidated {
        words: Vec<(String, u64)>,
    },
}

/// Of the comparison as a whole.
pub fn general(survey: &Survey) -> Vec<Caution> {
    let articles = survey.taken.len();
    let mut cautions = vec![Caution::InstrumentErrors];
    if survey.plan.is_none() {
        cautions.push(Caution::Exploratory { planned: false });
    }
    let contrasts = survey.cases.iter().filter(|case| case.primary).count();
    if contrasts > 1 {
        cautions.push(Caution::SeveralContrasts { contrasts });
    }
    if survey.other_genres > 0 {
        cautions.push(Caution::OtherGenres { articles: survey.other_genres, planned: survey.plan.is_some() });
    }
    if survey.outside_plan > 0 {
        cautions.push(Caution::OutsidePlan { articles: survey.outside_plan });
    }
    if !survey.not_met.is_empty() {
        cautions.push(Caution::NotMet { names: survey.not_met.clone() });
    }
    if !survey.view.filter.without_zones.is_empty() {
        cautions.push(Caution::NoRates);
    }
    if survey.with_voice < articles {
        cautions.push(Caution::VoiceUnknown { articles: articles - survey.with_voice, of: articles });
    }
    match &survey.copies {
        None => cautions.push(Caution::NoText),
        Some(groups) if !groups.is_empty() => {
            cautions.push(Caution::Copies { groups: groups.len(), articles: groups.iter().map(|g| g.articles.len()).sum() });
        }
        Some(_) => {}
    }
    if survey.with_event < articles {
        cautions.push(Caution::EventsUnknown { articles: articles - survey.with_event, of: articles });
    }
    cautions
}

/// Of one contrast.
pub fn of_case(case: &Case, survey: &Survey, lexicons: &[Lexicon], lang: Lang) -> Vec<Caution> {
    let lexicon = &lexicons[case.at.0];
    let contrast = &lexicon.contrasts[case.at.1];
    let mut cautions = Vec::new();
    if survey.plan.is_some() && !case.primary {
        cautions.push(Caution::Exploratory { planned: true });
    }
    for (group, figures) in survey.groups.iter().zip(&case.study.groups) {
        // Half as many sources as articles: the outlet's habit and a person's cannot be told apart.
        if figures.articles >= 4 && figures.clusters * 2 <= figures.articles {
            cautions.push(Caution::FewSources { group: group.name.clone(), sources: figures.clusters, articles: figures.articles });
        }
    }
    let validation = &survey.validations[case.at.0];
    let is_used = |side: &usize| case.study.groups.iter().any(|g| g.counts[*side] > 0.0);
    let unknown = (0..contrast.members.len()).filter(is_used).filter(|side| !validation.side(contrast, *side).is_enough());
    let words: Vec<(String, u64)> =
        unknown.map(|side| (contrast.members[side].label.in_lang(lang).into(), validation.side(contrast, side).annotated)).collect();
    if !words.is_empty() {
        cautions.push(Caution::NotValidated { words });
    }
    cautions
}

impl Caution {
    /// For machines.
    pub fn id(&self) -> &'static str {
        match self {
            Caution::Exploratory { .. } => "exploratory",
            Caution::SeveralContrasts { .. } => "several_contrasts",
            Caution::InstrumentErrors => "instrument_errors",
            Caution::OtherGenres { .. } => "other_genres",
            Caution::OutsidePlan { .. } => "outside_plan",
            Caution::VoiceUnknown { .. } => "voice_unknown",
            Caution::NotMet { .. } => "not_met",
            Caution::NoRates => "no_rates",
            Caution::NoText => "no_text",
            Caution::Copies { .. } => "copies",
            Caution::EventsUnknown { .. } => "events_unknown",
            Caution::FewSources { .. } => "few_sources",
            Caution::NotValidated { .. } => "not_validated",
        }
    }

    /// In words, with advice.
    pub fn message(&self, lang: Lang) -> String {
        let points = 100.0 * SMALLEST_DIFFERENCE;
        let plural = |n: usize, one: &'static str, many: &'static str| if n < 2 { one } else { many };
        match self {
            Caution::Exploratory { planned: false } => lang.pick(
                "Exploratoire : aucun plan n'a été écrit avant de regarder les nombres. Sur beaucoup de comparaisons, une sur vingt semble établie par pur hasard. Écrivez un plan (--plan), puis refaites la mesure sur d'autres articles.".into(),
                "Exploratory: no plan was written before looking at the numbers. Of many comparisons, one in twenty seems established by mere chance. Write a plan (--plan), then measure other articles.".into(),
            ),
            Caution::Exploratory { planned: true } => lang.pick(
                "Exploratoire : le plan ne nomme pas ce contraste. Prenez-le comme une piste, à vérifier sur d'autres articles.".into(),
                "Exploratory: the plan does not name this contrast. Take it as a lead, to be checked on other articles.".into(),
            ),
            Caution::SeveralContrasts { contrasts } => lang.pick(
                format!("Le plan nomme {contrasts} contrastes : chacun est corrigé pour ses propres comparaisons, non pour le nombre de contrastes. Dites combien vous en avez regardé quand vous en citez un."),
                format!("The plan names {contrasts} contrasts: each is corrected for its own comparisons, not for the number of contrasts. When you quote one, say how many you looked at."),
            ),
            Caution::InstrumentErrors => lang.pick(
                format!("Les intervalles disent ce que changerait un autre choix d'articles, non les erreurs de l'instrument. Une différence de moins de {points} points n'est donc jamais mise en phrase : lisez les passages."),
                format!("Intervals say what another choice of articles would change, not the errors of the instrument. A difference of less than {points} points is therefore never put into a sentence: read the passages."),
            ),
            Caution::OtherGenres { articles, planned: false } => lang.pick(
                format!("{articles} {} de côté : une opinion parle au nom de son auteur. Pour comparer des opinions entre elles, écrivez genres = [\"opinion\"] dans un plan.", plural(*articles, "texte d'opinion est laissé", "textes d'opinion sont laissés")),
                format!("{articles} {} left out: an opinion speaks for its author. To compare opinions among themselves, write genres = [\"opinion\"] in a plan.", if *articles == 1 { "opinion piece is" } else { "opinion pieces are" }),
            ),
            Caution::OtherGenres { articles, planned: true } => lang.pick(
                format!("{articles} {} de côté : opinion, ou genre que le plan ne prend pas. Vérifiez que c'est bien voulu.", plural(*articles, "article est laissé", "articles sont laissés")),
                format!("{articles} {} left out: opinion, or a genre that the plan does not take. Check that this is meant.", if *articles == 1 { "article is" } else { "articles are" }),
            ),
            Caution::OutsidePlan { articles } => lang.pick(
                format!("{articles} {} hors du plan (média, période ou événement). Vérifiez que c'est bien voulu.", plural(*articles, "article reste", "articles restent")),
                format!("{articles} {} outside the plan (outlet, period or event). Check that this is meant.", if *articles == 1 { "article is" } else { "articles are" }),
            ),
            Caution::NotMet { names } => lang.pick(
                format!("Aucun article ne porte {} {} : vérifiez l'orthographe dans le plan ou dans le tableau des événements.", plural(names.len(), "ce nom :", "ces noms :"), names.join(", ")),
                format!("No article bears {} {}: check the spelling in the plan or in the table of events.", if names.len() == 1 { "this name:" } else { "these names:" }, names.join(", ")),
            ),
            Caution::NoRates => lang.pick(
                "Le plan ne prend que certaines zones, dont les mots ne sont pas comptés à part : pas de fréquence pour 1\u{202f}000 mots. Lisez les parts et les articles concernés.".into(),
                "The plan takes some zones only, whose words are not counted apart: no rate per 1,000 words. Read the shares and the articles concerned.".into(),
            ),
            Caution::VoiceUnknown { articles, of } => lang.pick(
                format!("Pour {articles} {} sur {of}, on ne sait pas qui parle : leurs citations comptent aussi. Lisez les phrases avant de conclure.", plural(*articles, "article", "articles")),
                format!("For {articles} of {of} articles it is not known who speaks: their quotations count too. Read the sentences before you conclude."),
            ),
            Caution::NoText => lang.pick(
                "Il manque des textes : les dépêches reprises par plusieurs médias n'ont pas été cherchées. Donnez les articles avec --articles DOSSIER, ou refaites le relevé avec --with-text.".into(),
                "Texts are missing: dispatches that several outlets reprint were not looked for. Give the articles with --articles FOLDER, or score again with --with-text.".into(),
            ),
            Caution::Copies { groups, articles } => lang.pick(
                format!("{articles} articles reprennent en partie le même texte, en {groups} {}. Chaque groupe compte pour un seul article, partagé entre ceux qui le publient. Lisez-les côte à côte : que change chacun ?", plural(*groups, "groupe", "groupes")),
                format!("{articles} articles share text, in {groups} {}. Each group counts as one article, divided among those that publish it. Read them side by side: what does each change?", if *groups == 1 { "group" } else { "groups" }),
            ),
            Caution::EventsUnknown { articles, of } => lang.pick(
                format!("Pour {articles} {} sur {of}, l'événement n'est pas connu : des médias qui parlent d'autre chose emploient d'autres mots. « cadrage events » propose des événements à corriger.", plural(*articles, "article", "articles")),
                format!("For {articles} of {of} articles the event is not known: outlets that speak of other things use other words. “cadrage events” proposes events for you to correct."),
            ),
            Caution::FewSources { group, sources, articles } => lang.pick(
                format!("{group} : {articles} articles, mais {sources} {} seulement. Ce peut être l'habitude d'une personne plutôt que du média, et l'intervalle est alors trop étroit. Regardez qui signe, et comparez par auteur (--by author).", plural(*sources, "signature ou texte d'origine", "signatures ou textes d'origine")),
                format!("{group}: {articles} articles, but {sources} {} only. It may be one person's habit rather than the outlet's, and the interval is then too narrow. See who signs, and compare by author (--by author).", if *sources == 1 { "byline or original text" } else { "bylines or original texts" }),
            ),
            Caution::NotValidated { words } => {
                let all = |open: &str, close: &str| words.iter().map(|(w, n)| format!("{open}{w}{close} ({n})")).collect::<Vec<_>>().join(", ");
                lang.pick(
                    format!("Non validé : {}. Entre parenthèses, les passages que des annotateurs ont relevés ; il en faut {LEAST}. Lisez chaque passage avant de conclure.", all("«\u{a0}", "\u{a0}»")),
                    format!("Not validated: {}. In brackets, the passages that annotators found; {LEAST} are needed. Read every passage before you conclude.", all("“", "”")),
                )
            }
        }
    }
}
