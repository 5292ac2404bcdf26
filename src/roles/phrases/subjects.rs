//! The subject of a verb: across incises and relative clauses, from auxiliary to participle, from one coordinated verb to the next.

use super::chunk::{Chunk, Kind, Mood};
use super::relations::{Phrases, Subject, agree, agree_in_number, have_same_number, is_plural};

/// Steps from a verb to the verb whose subject it shares.
const DEEPEST: usize = 6;
/// Chunks from "mais qui" back to the noun.
const FAR_BACK: usize = 8;
/// Chunks that an aside in brackets may take.
const ASIDE: usize = 14;

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

    /// "Oslo, qui livre à l'une ou l'autre, a appelé": the word that opens the relative clause in which a phrase stands.
    fn enclosing_relative(&self, phrase: usize, verb: usize) -> Option<usize> {
        if !self.is(verb - 1, &Kind::Comma) {
            return None;
        }
        // "Oslo, que la presse dit affaiblie, a …": a verb that looks like a noun.
        let described = (phrase + 1..verb).any(|at| self.mood(at) == Some(Mood::Participle));
        let mut has_verb = false;
        for at in (0..phrase).rev() {
            match &self.chunks[at].kind {
                Kind::Who | Kind::Relative => return Some(at).filter(|_| has_verb),
                Kind::That if at > 1 && self.is(at - 1, &Kind::Comma) && self.chunks[at - 2].noun().is_some() => {
                    return Some(at).filter(|_| has_verb || described);
                }
                Kind::Comma | Kind::Mark | Kind::That | Kind::Subordinator => return None,
                Kind::Verb(found) => has_verb |= found.mood == Mood::Finite,
                _ => {}
            }
        }
        None
    }

    /// "Oslo, appuyé par le Chili, le Pérou et Lima, a tiré": the first of a list that "par" opens, from its last.
    fn first_of_agents(&self, last: usize, verb: usize) -> Option<usize> {
        let closed = last > 1 && self.is(last - 1, &Kind::Coordinator) && self.is(verb - 1, &Kind::Comma);
        let mut at = last;
        while closed && at > 1 && (self.is(at - 1, &Kind::Coordinator) || self.is(at - 1, &Kind::Comma)) {
            at = self.head_of_chain(at - 2);
            if self.chunks[at].opens_with("par") || self.chunks[at].opens_with("avec") {
                return Some(at);
            }
            if !self.chunks[at].is_bare() {
                return None;
            }
        }
        None
    }

    /// The noun before the aside that a comma closes: "Oslo, qui arme ces bandes, et Lima", "Oslo, armé par Quito, et Lima".
    fn before_aside(&self, comma: usize) -> Option<usize> {
        let within = |at: &usize| self.chunks[*at].noun().is_some() || self.mood(*at) == Some(Mood::Participle);
        let opening = (0..comma).rev().find(|at| !within(at)).filter(|at| self.is(*at, &Kind::Comma));
        if let Some(opening) = opening.filter(|at| self.mood(at + 1) == Some(Mood::Participle)) {
            return self.noun_before(opening + 1);
        }
        let stops = |at: &usize| !matches!(self.chunks[*at].kind, Kind::Mark | Kind::That | Kind::Relative | Kind::Subordinator);
        let who = (0..comma).rev().take_while(stops).find(|at| self.is(*at, &Kind::Who))?;
        who.checked_sub(1).filter(|before| self.is(*before, &Kind::Comma))?;
        self.noun_before(who)
    }

    pub(super) fn coordinated(&self, verb: usize) -> bool {
        (verb.saturating_sub(3)..verb).any(|at| self.is(at, &Kind::Coordinator))
    }

    /// "(…)": where the bracket opens that closes at `at`.
    pub(super) fn opening_bracket(&self, at: usize) -> Option<usize> {
        // Two marks in one sentence without a finite verb between them enclose an aside.
        let opening = (0..at).rev().find(|before| self.is(*before, &Kind::Mark))?;
        (at - opening < ASIDE && !self.chunks[opening..at].iter().any(|c| matches!(c.kind, Kind::That))).then_some(opening)
    }

    /// A finite verb before a coordinator that is not in a clause nested more deeply.
    pub(super) fn verb_of_same_clause(&self, before: usize) -> Option<usize> {
        (0..before)
            .rev()
            .take_while(|at| !matches!(self.chunks[*at].kind, Kind::Mark))
            .find(|at| self.chunks[*at].verb().is_some_and(|v| matches!(v.mood, Mood::Finite)))
    }

    /// The word that opens the relative clause of this finite verb.
    pub(super) fn opening_of_nested(&self, finite: usize) -> Option<usize> {
        for at in (0..finite).rev() {
            match &self.chunks[at].kind {
                Kind::Who | Kind::Relative => return Some(at),
                Kind::That => return self.noun_before(at).map(|_| at),
                Kind::Subordinator => return Some(at),
                Kind::Mark => return None,
                Kind::Verb(verb) if verb.mood == Mood::Finite => return None,
                _ => {}
            }
        }
        None
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

    /// "La Turquie, voisine de l'Irak, a …": from the apposition to what it stands beside.
    pub(super) fn before_apposition(&self, at: usize, verb: usize) -> usize {
        if at < 2 || !self.is(at - 1, &Kind::Comma) || !self.is(verb - 1, &Kind::Comma) {
            return at;
        }
        let head = self.head_of_chain(at - 2);
        if self.chunks[head].is_bare() && !self.follows_verb(head) { head } else { at }
    }

    /// "X et Y", "X, Y et Z": the others, from the last back to the first.
    pub fn with_coordinated_before(&self, last: usize) -> Vec<usize> {
        let mut phrases = vec![last];
        let mut at = last;
        let mut listed = false;
        while at > 1
            && let Some(coordinator) = self.coordinator_before(at).or((at - 1..at).find(|comma| listed && self.is(*comma, &Kind::Comma)))
            && coordinator > 0
        {
            let mut before = coordinator - 1;
            if self.is(before, &Kind::Comma) && before > 0 {
                before = self.before_aside(before).unwrap_or(before - 1);
            }
            let head = self.head_of_chain(before);
            if !self.chunks[head].is_bare() || self.follows_verb(head) {
                break;
            }
            phrases.push(head);
            at = head;
            listed = true;
        }
        phrases.reverse();
        phrases
    }

    /// The same, where one preposition may open the list or each of its phrases: "par Oslo, Quito et Lima, qui …", "à Oslo et à Lima, garants de …".
    pub fn with_listed_before(&self, last: usize) -> Vec<usize> {
        let mut phrases = self.with_coordinated_before(last);
        let Some(wanted) = self.chunks[last].noun().filter(|noun| !noun.pronoun).map(|noun| noun.preposition) else { return phrases };
        while let Some(first) = phrases.first().copied()
            && first > 1
            && (self.is(first - 1, &Kind::Coordinator) || phrases.len() > 1 && self.is(first - 1, &Kind::Comma))
            && let Some(noun) = self.chunks[first - 2].noun().filter(|noun| !noun.time && noun.preposition.is_some())
            && (noun.preposition == wanted || wanted.is_none() && self.follows_verb(first - 2))
        {
            phrases.insert(0, first - 2);
            if wanted.is_none() {
                break;
            }
        }
        phrases
    }

    /// Subjects that stand behind the object: "Oslo condamne ce raid, de même que Lima", "Oslo livre des chars ; Lima, des canons".
    pub fn further_subjects(&self, verb: usize, known: &[usize]) -> Vec<usize> {
        let mut found = Vec::new();
        let name = |at: usize| self.chunks.get(at).and_then(Chunk::noun).is_some_and(|noun| noun.name && noun.preposition.is_none());
        let objects = self.objects(verb);
        let Some(last) = objects.last().copied().filter(|at| *at > verb && known.iter().all(|subject| *subject < verb)) else {
            return found;
        };
        let mut end = self.end_of_chain(last, None) + 1;
        while end + 1 < self.chunks.len() {
            let cut = matches!(self.chunks[end].kind, Kind::Comma | Kind::Mark);
            let joined = end + usize::from(cut);
            let first = joined + usize::from(self.is(joined, &Kind::Coordinator));
            if !name(first) || objects.contains(&first) {
                break;
            }
            let closes = |at: usize| self.chunks.get(at).is_none_or(|chunk| matches!(chunk.kind, Kind::Mark | Kind::Comma));
            if cut && first > joined && closes(first + 1) {
                found.push(first);
                break;
            }
            // The object of the verb that is left out.
            let object = first + 1 + usize::from(self.is(first + 1, &Kind::Comma));
            let determined = self
                .chunks
                .get(object)
                .and_then(Chunk::noun)
                .is_some_and(|noun| (noun.determiner.is_some() || noun.pronoun) && !noun.time && noun.preposition.is_none());
            if !determined {
                break;
            }
            let after = self.end_of_chain(object, None) + 1;
            if !(closes(after) || self.is(after, &Kind::Coordinator)) || self.chunks.get(after + 1).is_some_and(|c| c.verb().is_some()) {
                break;
            }
            found.push(first);
            end = after;
        }
        found
    }

    /// "Oslo et Lima", "Oslo et, dans une moindre mesure, Lima"
    fn coordinator_before(&self, phrase: usize) -> Option<usize> {
        let before = phrase.checked_sub(1)?;
        if self.is(before, &Kind::Coordinator) {
            return Some(before);
        }
        let comma = (0..before)
            .rev()
            .find(|at| !self.are_adverbial(*at..*at + 1))
            .filter(|at| self.is(before, &Kind::Comma) && self.is(*at, &Kind::Comma))?;
        comma.checked_sub(1).filter(|at| comma + 1 < before && self.is(*at, &Kind::Coordinator))
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

    /// True for who says it, set off by commas between a subject and its verb: nothing but the speaker stands in it.
    fn is_incise(&self, saying: usize, verb: usize) -> bool {
        let closed = saying > 1 && self.is(saying - 1, &Kind::Comma) && self.is(verb - 1, &Kind::Comma);
        let inverted = self.chunks[saying].verb().is_some_and(|v| v.subject.is_some_and(|subject| subject > v.first));
        let speaker = || self.chunks[saying + 1].is_bare() && self.chunks[saying].verb().is_some_and(|v| v.subject.is_none());
        let within = |at: usize| self.chunks[at].noun().is_some() || self.mood(at) == Some(Mood::Participle);
        let nouns = closed && (saying + 1..verb - 1).all(within);
        nouns && self.chunks[saying - 2].noun().is_some() && (inverted || speaker())
    }

    /// Who accuses at the end of what is told, or who said it: "…, accuse Oslo", "« … », a dit Oslo".
    pub fn incise(&self, verb: usize) -> Option<usize> {
        let aside = verb > 1 && self.is(verb - 1, &Kind::Comma) && (self.object_acts[verb] || self.after_quote[verb]);
        // "a accusé jeudi à la tribune le président"
        let passed = |at: &usize| {
            self.chunks[*at].is_time() || self.after_quote[verb] && self.chunks[*at].noun().is_some_and(|noun| noun.preposition.is_some())
        };
        let subject = (verb + 1..self.chunks.len()).find(|at| !passed(at)).filter(|at| aside && self.chunks[*at].is_bare())?;
        let after = self.chunks.get(self.end_of_chain(subject, None) + 1);
        let ends = self.after_quote[verb] || after.is_none_or(|chunk| matches!(chunk.kind, Kind::Mark | Kind::Comma));
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
            before.any(|verb| self.object_acts[verb] && self.chunks[verb + 1..at].iter().any(|chunk| chunk.opens_with("à")))
        }
    }

    /// Who does the infinitive that this verb governs.
    pub(super) fn subject_lent_by(&self, governor: usize, infinitive: usize, depth: usize) -> Subject {
        let verb = self.chunks[governor].verb();
        if self.object_acts[governor] && !self.is_passive(governor) {
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

    /// True for a noun before the comma of a participle that it does not qualify: it says when or where the sentence begins, or belongs to a
    /// clause that opens the sentence and does not agree; another subject stands behind the participle's own comma.
    fn is_fronted(&self, noun: usize, participle: usize) -> bool {
        let closing = (participle + 1..self.chunks.len()).find(|at| self.is(*at, &Kind::Comma));
        let subject_follows = closing.is_some_and(|at| at + 1 < self.chunks.len() && self.list_begins_clause(at + 1));
        if !subject_follows {
            return false;
        }
        let head = self.head_of_chain(noun);
        let adverbial = self.chunks[head].is_time() || self.chunks[head].noun().is_some_and(|noun| noun.preposition.is_some());
        let agrees = || {
            let features = self.chunks[participle].verb().map(|verb| verb.features).unwrap_or_default();
            (head..=noun).any(|at| self.chunks[at].noun().is_some_and(|noun| agree(noun.features, features)))
        };
        if head == 0 {
            return adverbial;
        }
        let clause = self.chunks[..head].iter().rposition(Chunk::opens_clause);
        let opens = clause.is_some_and(|at| {
            matches!(self.chunks[at].kind, Kind::That | Kind::Subordinator) && self.chunks[..at].iter().all(|chunk| chunk.verb().is_none())
        });
        opens && !agrees()
    }

    /// Back over dates to the noun phrase before them.
    pub(super) fn past_adverbials(&self, mut at: usize) -> usize {
        while at > 0 && self.chunks[at].is_time() && self.chunks[at - 1].noun().is_some() {
            at -= 1;
        }
        at
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
