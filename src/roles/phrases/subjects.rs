//! The subject of a verb: across incises and relative clauses, from auxiliary to participle, from one coordinated verb to the next.

use super::chunk::{Chunk, Kind, Mood};
use super::relations::{Phrases, Subject, agree, agree_in_number, have_same_number, is_plural};

/// Steps from a verb to the verb whose subject it shares.
const DEEPEST: usize = 6;
/// Chunks from "mais qui" back to the noun.
const FAR_BACK: usize = 8;

impl Phrases {
    pub(super) fn mood(&self, at: usize) -> Option<Mood> {
        self.chunks[at].verb().map(|verb| verb.mood)
    }

    /// The grammatical subject of a verb; of a participle, what it qualifies.
    pub fn subject(&self, verb: usize) -> Subject {
        self.subject_within(verb, DEEPEST)
    }

    pub(super) fn subject_within(&self, at: usize, depth: usize) -> Subject {
        let Some(verb) = self.chunks[at].verb().filter(|_| depth > 0) else { return Subject::default() };
        match verb.mood {
            Mood::Finite if verb.subject.is_some() => {
                // "pourquoi l'armée a-t-elle frappé": the noun before the verb, which the pronoun takes up.
                let incise = at > 0 && self.is(at - 1, &Kind::Comma);
                let inverted = verb.subject.is_some_and(|subject| subject > verb.first) && !incise;
                let named = inverted.then(|| self.subject_of_finite(at, depth)).filter(|named| !named.phrases.is_empty());
                named.unwrap_or(Subject { phrases: Vec::new(), pronoun: verb.subject })
            }
            Mood::Finite => self.subject_of_finite(at, depth),
            Mood::Infinitive => self.subject_of_infinitive(at, depth),
            Mood::Participle => self.qualified(at, depth),
            Mood::Gerund => self.subject_of_gerund(at, depth),
        }
    }

    pub(super) fn subject_of_finite(&self, verb: usize, depth: usize) -> Subject {
        if let Some(phrase) = self.incise(verb) {
            return Subject::of(vec![phrase]);
        }
        // "Oslo, a rappelé lundi un diplomate, a …": who says it.
        let after = (verb + 1..self.chunks.len()).find(|at| self.chunks[*at].noun().is_none());
        if let Some(next) = after.filter(|at| self.chunks.get(at + 1).is_some_and(Chunk::is_finite) && self.is_incise(verb, at + 1)) {
            return Subject::of((verb + 1..next).find(|at| self.chunks[*at].is_bare()).into_iter().collect());
        }
        if verb > 0
            && self.is(verb - 1, &Kind::Coordinator)
            && let Some(before) = self.verb_of_same_clause(verb - 1)
        {
            return self.subject_within(before, depth - 1);
        }
        let mut at = verb;
        while at > 0 {
            at -= 1;
            let chunk = &self.chunks[at];
            match &chunk.kind {
                Kind::Who => return Subject::of(self.antecedent(at, verb)),
                Kind::Mark => match self.opening_bracket(at) {
                    Some(opening) => at = opening,
                    None => break,
                },
                Kind::That | Kind::Relative | Kind::Subordinator => break,
                // "Oslo, rappelle la presse, a …", "Oslo, dit-on, a …"
                Kind::Verb(found) if found.mood == Mood::Finite && self.is_incise(at, verb) => at -= 1,
                Kind::Verb(found) if found.mood == Mood::Finite => match self.opening_of_nested(at) {
                    // "Ankara, qui poursuit une offensive, a …"
                    Some(opening) => at = opening,
                    None if self.is(verb - 1, &Kind::Comma) || self.coordinated(verb) => return self.subject_within(at, depth - 1),
                    None => break,
                },
                Kind::Noun(_) if self.may_be_subject(at, verb) => {
                    if let Some(opening) = self.enclosing_relative(at, verb) {
                        at = opening;
                        continue;
                    }
                    if let Some(agent) = self.first_of_agents(at, verb) {
                        at = agent;
                        continue;
                    }
                    return Subject::of(self.with_coordinated_before(self.before_apposition(at, verb)));
                }
                _ => {}
            }
        }
        match self.inverted(verb, at) {
            Some(phrase) => Subject::of(self.with_coordinated_after(phrase)),
            None => Subject::default(),
        }
    }

    pub(super) fn coordinated(&self, verb: usize) -> bool {
        (verb.saturating_sub(3)..verb).any(|at| self.is(at, &Kind::Coordinator))
    }

    /// A finite verb before a coordinator that is not in a clause nested more deeply.
    pub(super) fn verb_of_same_clause(&self, before: usize) -> Option<usize> {
        (0..before)
            .rev()
            .take_while(|at| !matches!(self.chunks[*at].kind, Kind::Mark))
            .find(|at| self.chunks[*at].verb().is_some_and(|v| matches!(v.mood, Mood::Finite)))
    }

    /// A noun phrase that no preposition opens, that is no object and agrees in number.
    pub(super) fn may_be_subject(&self, at: usize, verb: usize) -> bool {
        let chunk = &self.chunks[at];
        // "Oslo, qui, lui, nie"
        let stressed =
            chunk.noun().is_some_and(|noun| noun.pronoun) && at > 0 && self.is(at - 1, &Kind::Comma) && self.is(at + 1, &Kind::Comma);
        // "les discussions entre Oslo et Lima ont repris"
        let paired = at > 1 && self.is(at - 1, &Kind::Coordinator) && self.chunks[at - 2].opens_with("entre") && {
            // "entre trois et quatre mille soldats" counts.
            let names = self.chunks[at - 2].noun().is_some_and(|noun| noun.name);
            names || at > 2 && self.chunks[at - 3].noun().is_some()
        };
        !stressed
            && !paired
            && chunk.is_bare()
            && !self.follows_verb(at)
            && !self.follows_object(at, verb)
            && agree_in_number(chunk, &self.chunks[verb])
    }

    /// "a pris le col et le village": coordinated with an object, while another phrase could be the subject.
    pub(super) fn follows_object(&self, at: usize, verb: usize) -> bool {
        at > 1
            && self.is(at - 1, &Kind::Coordinator)
            && self.chunks[at - 2].noun().is_some()
            && self.follows_verb(at - 2)
            && (at + 1..verb).any(|between| matches!(self.chunks[between].kind, Kind::Comma | Kind::Coordinator))
    }

    /// The noun phrases that a relative "qui" stands for.
    pub fn antecedent(&self, who: usize, verb: usize) -> Vec<usize> {
        let comma = who > 0 && self.is(who - 1, &Kind::Comma);
        let Some(mut last) = who.checked_sub(1 + usize::from(comma)) else { return Vec::new() };
        // "ce sont les Russes et non les Français qui"
        while last > 0 && self.chunks[self.head_of_de(last)].opens_with("non") {
            last = self.head_of_de(last).saturating_sub(1);
            last -= usize::from(last > 0 && self.is(last, &Kind::Comma));
        }
        if self.chunks[last].noun().is_none() {
            let nearest = (last.saturating_sub(FAR_BACK)..last).rev().find(|at| self.chunks[*at].is_bare());
            return nearest.into_iter().collect();
        }
        let mut found = last;
        let mut at = last;
        // Without a comma "de" may complete a common noun, which is then the antecedent.
        loop {
            // "les États-Unis et Riyad, qui parrainent": a list is plural.
            let listed = self.chunks[at].is_bare() && self.with_coordinated_before(at).len() > 1;
            let agrees = (listed || have_same_number(&self.chunks[at], &self.chunks[verb])) && !self.chunks[at].is_time();
            if agrees {
                found = at;
                let noun = self.chunks[at].noun();
                if comma || noun.is_some_and(|n| n.preposition != Some("de")) {
                    break;
                }
            }
            let links = self.chunks[at].opens_with("de") || self.chunks[at].is_time() || !agrees;
            if at == 0 || !links || self.chunks[at - 1].noun().is_none() {
                break;
            }
            at -= 1;
        }
        if is_plural(&self.chunks[verb]) { self.with_listed_before(found) } else { vec![found] }
    }

    /// Who accuses at the end of what is told, or who said it: "…, accuse Oslo", "« … », a dit Oslo".
    pub fn incise(&self, verb: usize) -> Option<usize> {
        let quoted = self.after_quote(verb);
        if verb < 2 || !self.is(verb - 1, &Kind::Comma) || !(quoted || self.object_acts(verb)) {
            return None;
        }
        // "a accusé jeudi à la tribune le président"
        let passed =
            |at: &usize| self.chunks[*at].is_time() || quoted && self.chunks[*at].noun().is_some_and(|noun| noun.preposition.is_some());
        let subject = (verb + 1..self.chunks.len()).find(|at| !passed(at)).filter(|at| self.chunks[*at].is_bare())?;
        let after = self.chunks.get(self.end_of_chain(subject, None) + 1);
        let ends = quoted || after.is_none_or(|chunk| matches!(chunk.kind, Kind::Mark | Kind::Comma));
        // "Oslo, qui se tait, a demandé une trêve" tells whom first.
        let told =
            self.verb_of_same_clause(verb - 1).is_some_and(|told| self.opening_of_nested(told).is_none() && !self.is_incise(told, verb));
        (ends && told).then_some(subject)
    }

    /// The subject behind its verb: "que mène Ankara", "…, a indiqué l'armée".
    pub(super) fn inverted(&self, verb: usize, opening: usize) -> Option<usize> {
        let opens =
            matches!(self.chunks[opening].kind, Kind::That | Kind::Relative | Kind::Comma | Kind::Mark) || opening == verb || verb == 0;
        // "Au-dessus du port tournent et frappent les avions"
        let fronted =
            || (0..verb).all(|at| self.is(at, &Kind::Comma) || self.are_adverbial(at..at + 1) && !self.is(at, &Kind::Coordinator));
        let passed = |at: &usize| {
            self.chunks[*at].is_time()
                || self.is(*at, &Kind::Coordinator) && self.chunks.get(*at + 1).is_some_and(Chunk::is_finite)
                || self.is(*at - 1, &Kind::Coordinator) && self.chunks[*at].is_finite()
        };
        let next = (verb + 1..self.chunks.len()).find(|at| !passed(at))?;
        let agrees = || agree_in_number(&self.chunks[next], &self.chunks[verb]);
        (self.chunks[next].is_bare() && (opens || fronted() && agrees())).then_some(next)
    }

    pub(super) fn subject_of_infinitive(&self, infinitive: usize, depth: usize) -> Subject {
        // "convoque l'ambassadeur pour protester", "avant de tirer"; but "remercie Oslo pour avoir livré".
        if self.chunks[infinitive].verb().is_some_and(|verb| match verb.preposition {
            Some("avant" | "après" | "sans") => true,
            // "les manœuvres d'Oslo pour prendre l'île" are Oslo's.
            Some("pour") => {
                let named = infinitive.checked_sub(1).and_then(|at| self.chunks[at].noun());
                verb.main == verb.first && !named.is_some_and(|noun| noun.name && noun.preposition == Some("de"))
            }
            _ => false,
        }) {
            let clause = (0..infinitive).rev().take_while(|at| !self.chunks[*at].opens_clause());
            if let Some(main) = clause.into_iter().find(|at| self.mood(*at).is_some_and(|mood| mood != Mood::Participle)) {
                return self.subject_within(main, depth - 1);
            }
        }
        let mut at = infinitive;
        while at > 0 {
            at -= 1;
            match &self.chunks[at].kind {
                Kind::Verb(_) => return self.subject_lent_by(at, infinitive, depth),
                Kind::Mark | Kind::Who | Kind::That | Kind::Relative | Kind::Subordinator => break,
                // "reproche à Oslo de mentir et à Lima, son alliée, d'armer"
                Kind::Noun(_) if self.is_second_addressee(at) => return Subject::of(vec![at]),
                // "l'empressement d'Oslo à participer", "la décision d'Oslo d'envoyer"
                Kind::Noun(noun) if at + 1 == infinitive && noun.name && noun.preposition == Some("de") => {
                    return Subject::of(vec![at]);
                }
                // "sa décision d'envoyer"
                Kind::Noun(noun)
                    if at + 1 == infinitive && !self.chunks[..at].iter().any(|c| c.verb().is_some()) && noun.preposition.is_none() =>
                {
                    return Subject::of(vec![at]);
                }
                _ => {}
            }
        }
        // "Pour soutenir Damas, Moscou a …"
        let main = (infinitive + 1..self.chunks.len()).find(|at| self.chunks[*at].is_finite());
        match main.filter(|_| at == 0) {
            Some(main) => self.subject_within(main, depth - 1),
            None => Subject::default(),
        }
    }

    /// "reproche à Oslo de mentir et à Lima d'armer": the second phrase with "à" of a verb whose object acts.
    pub(super) fn is_second_addressee(&self, at: usize) -> bool {
        let joined = at > 1 && self.chunks[at].opens_with("à") && self.is(at - 1, &Kind::Coordinator);
        joined && {
            let mut before = (0..at - 1).rev().take_while(|before| !self.chunks[*before].opens_clause());
            before.any(|verb| self.object_acts(verb) && self.chunks[verb + 1..at].iter().any(|chunk| chunk.opens_with("à")))
        }
    }

    /// Who does the infinitive that this verb governs.
    pub(super) fn subject_lent_by(&self, governor: usize, infinitive: usize, depth: usize) -> Subject {
        let verb = self.chunks[governor].verb();
        if self.object_acts(governor) && !self.is_passive(governor) {
            let between = governor + 1..infinitive;
            let object = between
                .clone()
                .find(|at| self.chunks[*at].is_bare())
                .or_else(|| between.clone().find(|at| self.chunks[*at].opens_with("à")));
            return match (object, verb.and_then(|verb| verb.clitic)) {
                (Some(object), _) => Subject::of(self.with_coordinated_after(object)),
                // "Oslo, que Lima accuse d'armer ces bandes"
                (None, None) => {
                    let relative = (0..governor).rev().find(|at| self.chunks[*at].opens_clause() || self.chunks[*at].is_finite());
                    // "Oslo, à qui Lima reproche d'armer ces bandes"
                    let addressee = relative.filter(|at| self.is(*at, &Kind::Relative)).and_then(|at| self.noun_before(at));
                    Subject::of(addressee.map(|at| vec![at]).unwrap_or_else(|| self.objects(governor)))
                }
                // "l'accuse d'avoir violé", "lui demande de cesser"
                (None, clitic) => Subject { phrases: Vec::new(), pronoun: clitic },
            };
        }
        self.subject_within(governor, depth - 1)
    }

    pub(super) fn subject_of_gerund(&self, gerund: usize, depth: usize) -> Subject {
        let with_en = self.chunks[gerund].verb().is_some_and(|verb| verb.preposition.is_some());
        if !with_en && gerund > 0 && self.chunks[gerund - 1].noun().is_some() {
            return Subject::of(vec![self.head_of_chain(gerund - 1)]);
        }
        // "Oslo, en armant les uns, et Lima, en armant les autres, prolongent": each of the noun it is set beside.
        let beside = (gerund > 1 && self.is(gerund - 1, &Kind::Comma)).then(|| self.head_of_chain(gerund - 2));
        if let Some(noun) = beside.filter(|at| self.chunks[*at].is_bare() && !self.chunks[..*at].iter().any(Chunk::is_finite)) {
            return Subject::of(self.with_coordinated_before(noun));
        }
        let main = (0..gerund)
            .rev()
            .take_while(|at| !matches!(self.chunks[*at].kind, Kind::Mark))
            .find(|at| self.mood(*at).is_some_and(|mood| mood != Mood::Gerund))
            .or_else(|| (gerund + 1..self.chunks.len()).find(|at| self.chunks[*at].is_finite()));
        main.map(|main| self.subject_within(main, depth - 1)).unwrap_or_default()
    }

    /// What a participle without auxiliary qualifies; in a chain of verbs, the subject of the first.
    pub(super) fn qualified(&self, participle: usize, depth: usize) -> Subject {
        let comma = participle > 0 && self.is(participle - 1, &Kind::Comma);
        let before = participle.checked_sub(1 + usize::from(comma));
        match before.map(|at| (at, &self.chunks[at].kind)) {
            // "Dans la nuit, soutenues par Moscou, les troupes ont …", "Alors que la ville brûle, accusé par Oslo, il …"
            Some((at, Kind::Noun(_))) if comma && self.is_fronted(at, participle) => self.of_next_clause(participle, depth),
            Some((at, Kind::Noun(_))) => {
                let last = self.past_adverbials(at);
                let found = self.agreeing(last, participle);
                let is_name = |at: &usize| self.chunks[*at].noun().is_some_and(|noun| noun.name);
                // "un Suédois et deux Chiliens enlevés"
                match found.filter(|at| is_name(at) && self.chunks[*at].is_bare() && is_plural(&self.chunks[participle])) {
                    Some(at) => Subject::of(self.with_coordinated_before(at).into_iter().filter(is_name).collect()),
                    None => Subject::of(found.into_iter().collect()),
                }
            }
            // "soutenus et armés par", "a frappé le port et envoyé des troupes"
            Some((at, Kind::Coordinator)) if at > 0 => {
                let earlier = (0..at).rev().take_while(|b| !self.chunks[*b].opens_clause()).find(|b| self.chunks[*b].verb().is_some());
                earlier.map(|earlier| self.subject_within(earlier, depth - 1)).unwrap_or_default()
            }
            // "Soutenues par Moscou, les troupes ont …"
            None | Some((_, Kind::Mark | Kind::Comma | Kind::Subordinator)) => self.of_next_clause(participle, depth),
            _ => Subject::default(),
        }
    }

    fn of_next_clause(&self, participle: usize, depth: usize) -> Subject {
        let main = (participle + 1..self.chunks.len()).find(|at| self.chunks[*at].is_finite() && self.opening_of_nested(*at).is_none());
        main.map(|main| self.subject_within(main, depth - 1)).unwrap_or_default()
    }

    /// Of the nouns of a chain, the nearest that agrees with the participle.
    pub(super) fn agreeing(&self, last: usize, participle: usize) -> Option<usize> {
        let features = self.chunks[participle].verb()?.features;
        let mut at = last;
        loop {
            let noun = self.chunks[at].noun()?;
            if agree(noun.features, features) && !noun.time {
                return Some(at);
            }
            if at == 0 || noun.preposition.is_none() || self.chunks[at - 1].noun().is_none() {
                return Some(last);
            }
            at -= 1;
        }
    }
}
