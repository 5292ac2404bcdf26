//! Whom a definite noun takes up from earlier in the article: "ce pays", "l'ennemi", "les deux camps", "l'armée".

use super::{Parties, Place, SENTENCES_BACK};
use crate::roles::plan::Actor;
use crate::roles::scene::Mention;
use std::ops::Range;

impl Parties<'_, '_> {
    /// "Les troupes rwandaises avancent.": what one of the last sentences begins with, and so is about.
    pub(super) fn is_topic_before(&self, words: &Range<usize>, sentence: usize) -> bool {
        const BEGINNING: usize = 3;
        let own = self.sentence_of(words.start);
        own + SENTENCES_BACK >= sentence && words.start < self.document.sentences[own].tokens.start + BEGINNING
    }

    /// "l'ennemi": the country that the article names most, the speaker and the scene of the fighting apart.
    pub(super) fn foe(&self, token: usize) -> Option<Actor> {
        let own = self.reporter(token).or(self.scene.home);
        let mut counts: Vec<(usize, Actor)> = Vec::new();
        for actor in self.scene.actors.iter().filter_map(|mention| mention.who) {
            if Some(actor) == own || self.plan.is_organisation(actor) || Some(actor) == self.scene.home {
                continue;
            }
            match counts.iter_mut().find(|(_, known)| *known == actor) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, actor)),
            }
        }
        counts.into_iter().rev().max().map(|(_, actor)| actor)
    }

    /// "À Paris, le gouvernement": whose capital opens the clause.
    pub(super) fn seat(&self, place: Place) -> Option<Actor> {
        let phrases = self.phrases(place.sentence);
        let opening =
            (0..place.phrase).rev().take_while(|at| !phrases.chunks[*at].is_finite()).find(|at| phrases.chunks[*at].opens_with("à"))?;
        self.scene.actors_in(&phrases.chunks[opening].tokens).first()?.who
    }

    /// "ce pays": the last actor named before that is no organisation.
    pub(super) fn country_before(&self, token: usize) -> Option<Actor> {
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= token);
        self.scene.actors[..last].iter().rev().filter_map(|mention| mention.who).find(|actor| !self.plan.is_organisation(*actor))
    }

    /// "les deux camps": the last two actors named before.
    pub(super) fn both_before(&self, token: usize) -> Vec<Actor> {
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= token);
        let mut both: Vec<Actor> = Vec::new();
        // Those of the clause itself are others: only earlier sentences count.
        for actor in
            self.scene.actors[..last].iter().rev().filter(|m| m.sentence != self.sentence_of(token)).filter_map(|mention| mention.who)
        {
            if !both.contains(&actor) {
                both.push(actor);
            }
            if both.len() == 2 {
                break;
            }
        }
        both
    }

    /// "l'armée" after "l'armée turque": the actor last named with the same noun.
    pub(super) fn named_before(&self, head: usize) -> Option<Actor> {
        const WITHIN: usize = 3;
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= head);
        let noun = self.norm(head);
        let beside = |start: usize| (start.saturating_sub(WITHIN)..start).any(|token| self.norm(token) == noun);
        self.scene.actors[..last].iter().rev().find(|mention| mention.who.is_some() && beside(mention.tokens.start))?.who
    }

    /// "le royaume": of the states named last, in one sentence, the only one, else the one at home, else the first.
    pub(super) fn state_before(&self, sentence: usize, token: usize) -> Option<Actor> {
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= token);
        let state = |mention: &&Mention| mention.who.is_some_and(|actor| !self.plan.is_organisation(actor));
        let nearest = self.scene.actors[..last].iter().rev().find(state)?.sentence;
        let named = self.scene.actors[..last].iter().rev().take_while(|mention| mention.sentence >= nearest).filter(state);
        let named: Vec<Actor> = named.filter_map(|mention| mention.who).collect();
        let first = named.last().copied().filter(|_| nearest + SENTENCES_BACK >= sentence)?;
        self.scene.home.filter(|home| named.contains(home)).or(Some(first))
    }

    /// "le mouvement": the organisation named last, none where it is one without a part.
    pub(super) fn body_before(&self, sentence: usize, token: usize) -> Option<Actor> {
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= token);
        let body = |mention: &&Mention| mention.who.is_none_or(|actor| self.plan.is_organisation(actor));
        let near = |mention: &&Mention| mention.sentence + SENTENCES_BACK >= sentence;
        self.scene.actors[..last].iter().rev().take_while(near).find(body)?.who
    }

    /// "la première … la seconde": the only two that the sentence, or the one before, named before a token; as they came.
    pub(super) fn two_before(&self, sentence: usize, token: usize) -> Vec<Actor> {
        let last = self.scene.actors.partition_point(|mention| mention.tokens.end <= token);
        let near = self.scene.actors[..last].iter().rev().take_while(|mention| mention.sentence + 1 >= sentence);
        let mut named: Vec<Actor> = Vec::new();
        for actor in near.filter_map(|mention| mention.who) {
            named.retain(|other| *other != actor);
            named.insert(0, actor);
        }
        if named.len() == 2 { named } else { Vec::new() }
    }
}
