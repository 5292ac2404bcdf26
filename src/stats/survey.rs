//! A whole comparison: which articles, set side by side how, with every contrast and every pole.

use super::filter::{Filter, Voices};
use super::groups::{By, Group, Grouping, group_by};
use super::material::{Copies, Material, View, Witness, contrasts};
use super::plan::{Plan, takes_genre};
use super::rates::{self, PoleRate};
use super::robustness::{self, Row};
use super::study::{ContrastStudy, Rules, study};
use crate::counts::Record;
use crate::counts::choices::choices;
use crate::lexicon::Lexicon;
use crate::lexicon::validation::Validation;
use crate::links::{Content, CopyGroup, copies};
use crate::text::offsets::Slicer;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// An article to compare, with its text where it is at hand.
#[derive(Clone, Copy)]
pub struct Input<'r> {
    pub record: &'r Record<'r>,
    pub text: Option<&'r str>,
}

/// What is asked for.
#[derive(Default)]
pub struct Request<'p> {
    /// None: articles side by side while they are few, else outlets.
    pub by: Option<By>,
    /// Whose words; a plan says it otherwise.
    pub voices: Option<Voices>,
    pub seed: Option<u64>,
    pub plan: Option<&'p Plan>,
    /// By id of the article: events that stand in a file, before those of the records.
    pub events: Option<&'p BTreeMap<String, String>>,
}

/// A contrast with what it says and whether that lasts.
pub struct Case {
    /// Lexicon and contrast.
    pub at: (usize, usize),
    pub study: ContrastStudy,
    /// Named by the plan.
    pub primary: bool,
    /// Whether its findings last, seen otherwise.
    pub robustness: Vec<Row>,
    /// Where shared texts are among the choices: the same with copies counted in the other way.
    pub otherwise: Option<(Copies, ContrastStudy)>,
}

/// A comparison with everything it says.
pub struct Survey {
    pub by: By,
    /// Indices into the input, in order: the articles that are compared.
    pub taken: Vec<usize>,
    /// Left out for their genre; left out by the plan.
    pub other_genres: usize,
    pub outside_plan: usize,
    /// Articles by index into `taken`.
    pub groups: Vec<Group>,
    pub rules: Rules,
    pub view: View,
    pub plan: Option<String>,
    /// Outlets and events that the plan names and no article has; ids of the table of events that no article has.
    pub not_met: Vec<String>,
    /// By lexicon: how right annotators found it.
    pub validations: Vec<Validation>,
    pub cases: Vec<Case>,
    /// Lexicon, axis and pole, with its rate in each group.
    pub poles: Vec<((usize, usize, usize), Vec<PoleRate>)>,
    /// Articles by index into `taken`; None where a text is missing, so that copies could not be looked for.
    pub copies: Option<Vec<CopyGroup>>,
    /// Articles whose event is known; articles of which it is known who says each word.
    pub with_event: usize,
    pub with_voice: usize,
}

/// Compares articles.
pub fn survey(input: &[Input], lexicons: &[Lexicon], request: &Request) -> Survey {
    let event_of = |record: &Record| request.events.and_then(|e| e.get(&record.id).cloned()).or_else(|| record.event.clone());
    let in_plan = |record: &Record| request.plan.is_none_or(|plan| plan.takes(record, event_of(record).as_deref()));
    let (mut taken, mut other_genres, mut outside_plan) = (Vec::new(), 0, 0);
    for (at, article) in input.iter().enumerate() {
        match (takes_genre(request.plan, article.record.genre), in_plan(article.record)) {
            (_, false) => outside_plan += 1,
            (false, true) => other_genres += 1,
            (true, true) => taken.push(at),
        }
    }
    if taken.is_empty() && request.plan.is_none() {
        // Nothing but opinion: it is not left out of anything.
        (taken, other_genres) = ((0..input.len()).collect(), 0);
    }
    let articles: Vec<Input> = taken.iter().map(|at| input[*at]).collect();
    let by = request.by.unwrap_or(match Grouping::for_articles(articles.len()) {
        Grouping::Articles => By::Article,
        Grouping::Outlets => By::Outlet,
    });
    let copies = near_copies(&articles);
    let numbers = copies.as_ref().map_or_else(|| vec![None; articles.len()], |groups| copies::numbers(groups, articles.len()));
    let witnesses: Vec<Witness> =
        articles.iter().zip(numbers).map(|(a, copies)| witness(a, event_of(a.record), copies, lexicons)).collect();
    let records: Vec<&Record> = articles.iter().map(|a| a.record).collect();
    let groups = group_by(&records, by, |at| witnesses[at].event.as_deref());
    let (rules, view) = (rules(request), view(request));
    let material = Material { witnesses, groups, by };
    Survey {
        by,
        not_met: not_met(input, request, event_of),
        other_genres,
        outside_plan,
        validations: lexicons.iter().map(Validation::of).collect(),
        cases: cases(&material, lexicons, &view, &rules, request.plan),
        poles: poles(&material, lexicons, &view, &rules),
        copies,
        with_event: material.witnesses.iter().filter(|w| w.event.is_some()).count(),
        with_voice: records.iter().filter(|r| r.tokens_by_voice.is_some()).count(),
        groups: material.groups,
        plan: request.plan.map(|plan| plan.digest.clone()),
        taken,
        rules,
        view,
    }
}

fn rules(request: &Request) -> Rules {
    let rules = request.plan.map(Plan::rules).unwrap_or_default();
    Rules { seed: request.seed.unwrap_or(rules.seed), ..rules }
}

fn view(request: &Request) -> View {
    let planned = request.plan.map(|plan| plan.written.voice);
    let voices = planned.or(request.voices).unwrap_or_default();
    let without_zones = request.plan.map(Plan::without_zones).unwrap_or_default();
    View {
        filter: Filter { voices, without_zones, ..Filter::default() },
        copies: request.plan.map(|plan| plan.written.copies).unwrap_or_default(),
        ..View::default()
    }
}

/// Groups of near-copies, where every text is at hand.
pub(super) fn near_copies(articles: &[Input]) -> Option<Vec<CopyGroup>> {
    let contents: Option<Vec<Content>> = articles.par_iter().map(|a| Some(Content::new(a.record, a.text?))).collect();
    contents.map(|contents| copies::groups(&contents))
}

fn witness<'r>(article: &Input<'r>, event: Option<String>, copies: Option<usize>, lexicons: &[Lexicon]) -> Witness<'r> {
    let slicer = article.text.map(Slicer::new);
    let of = |(l, c): (usize, usize)| choices(article.record, &lexicons[l].contrasts[c], slicer.as_ref());
    let choices = contrasts(lexicons).into_iter().map(of).collect();
    Witness { record: article.record, choices, event, copies, text: article.text }
}

fn cases(material: &Material, lexicons: &[Lexicon], view: &View, rules: &Rules, plan: Option<&Plan>) -> Vec<Case> {
    let case = |(number, (l, c)): (usize, (usize, usize))| {
        let sides = lexicons[l].contrasts[c].members.len();
        let study = study(material, number, sides, view, rules);
        let robustness = robustness::table(material, number, sides, view, rules, &study.findings(rules));
        let otherwise =
            otherwise(material, number, view).map(|view| (view.copies, super::study::study(material, number, sides, &view, rules)));
        Case { at: (l, c), robustness, otherwise, study, primary: plan.is_some_and(|plan| plan.contrasts.contains(&(l, c))) }
    };
    contrasts(lexicons).into_iter().enumerate().map(case).collect()
}

/// The view with copies counted in the other way, where any article that chooses is one.
fn otherwise(material: &Material, contrast: usize, view: &View) -> Option<View> {
    let is_copy = |article: &usize| !material.witnesses[*article].choices[contrast].is_empty() && material.copies_of(*article) > 1;
    let copies = if view.copies == Copies::AsFound { Copies::Once } else { Copies::AsFound };
    material.groups.iter().flat_map(|g| &g.articles).any(is_copy).then(|| View { copies, ..view.clone() })
}

/// Names that were asked for and that no article bears: a slip of the pen would otherwise leave articles out without a word.
fn not_met<'r>(input: &[Input<'r>], request: &Request, event_of: impl Fn(&'r Record<'r>) -> Option<String>) -> Vec<String> {
    let mut names = Vec::new();
    if let Some(plan) = request.plan {
        let events: BTreeSet<String> = input.iter().filter_map(|a| event_of(a.record)).collect();
        let outlets: BTreeSet<&str> = input.iter().filter_map(|a| a.record.outlet.as_deref()).collect();
        names.extend(plan.written.outlets.iter().filter(|o| !outlets.contains(&***o)).cloned());
        names.extend(plan.written.events.iter().filter(|e| !events.contains(*e)).cloned());
    }
    let ids: BTreeSet<&str> = input.iter().map(|a| &*a.record.id).collect();
    names.extend(request.events.into_iter().flat_map(BTreeMap::keys).filter(|id| !ids.contains(&***id)).cloned());
    names
}

fn poles(material: &Material, lexicons: &[Lexicon], view: &View, rules: &Rules) -> Vec<((usize, usize, usize), Vec<PoleRate>)> {
    let mut poles = Vec::new();
    for (l, lexicon) in lexicons.iter().enumerate() {
        for (a, axis) in lexicon.axes.iter().enumerate() {
            poles.extend((0..axis.poles.len()).map(|p| ((l, a, p), rates::of_pole(material, lexicon, a, p, view, rules.least))));
        }
    }
    poles
}
