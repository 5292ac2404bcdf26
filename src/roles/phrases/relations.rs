//! Who does what in a sentence: subjects, objects and complements of its verbs and nouns.

use super::chunk::{Chunk, Kind, Mood};
use super::reader;
use crate::text::Document;
use crate::text::morphology::Features;
use std::ops::Range;

/// Steps from a verb to the verb whose subject it shares.
const DEEPEST: usize = 6;
/// Chunks that an adverbial between a verb and its complement may take.
const FAR: usize = 14;

/// A sentence cut into chunks.
pub struct Phrases {
    pub chunks: Vec<Chunk>,
    /// By chunk: a verb whose object, not whose subject, does what its infinitive says.
    object_acts: Vec<bool>,
}

/// The subject of a verb, as far as the sentence shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Noun phrases, coordinated.
    pub phrases: Vec<usize>,
    /// A pronoun (token) that stands for it.
    pub pronoun: Option<usize>,
}

impl Subject {
    fn of(phrases: Vec<usize>) -> Self {
        Self { phrases, pronoun: None }
    }

    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty() && self.pronoun.is_none()
    }
}

impl Phrases {
    /// `object_acts` tells of a token whether such a verb stands there.
    pub fn new(document: &Document, sentence: &Range<usize>, is_name: impl Fn(usize) -> bool, object_acts: impl Fn(usize) -> bool) -> Self {
        let chunks = reader::read(document, sentence, is_name);
        let object_acts = chunks.iter().map(|chunk| chunk.verb().is_some_and(|verb| object_acts(verb.main))).collect();
        Self { chunks, object_acts }
    }

    /// The chunk that holds a token.
    pub fn at(&self, token: usize) -> Option<usize> {
        self.chunks.iter().position(|chunk| chunk.tokens.contains(&token))
    }

    fn is(&self, at: usize, kind: &Kind) -> bool {
        self.chunks.get(at).is_some_and(|chunk| chunk.kind == *kind)
    }

    fn mood(&self, at: usize) -> Option<Mood> {
        self.chunks[at].verb().map(|verb| verb.mood)
    }

    /// The grammatical subject of a verb; of a participle, what it qualifies.
    pub fn subject(&self, verb: usize) -> Subject {
        self.subject_within(verb, DEEPEST)
    }

    fn subject_within(&self, at: usize, depth: usize) -> Subject {
        let Some(verb) = self.chunks[at].verb().filter(|_| depth > 0) else { return Subject::default() };
        match verb.mood {
            Mood::Finite if verb.subject.is_some() => Subject { phrases: Vec::new(), pronoun: verb.subject },
            Mood::Finite => self.subject_of_finite(at, depth),
            Mood::Infinitive => self.subject_of_infinitive(at, depth),
            Mood::Participle => self.qualified(at, depth),
            Mood::Gerund => self.subject_of_gerund(at, depth),
        }
    }

    fn subject_of_finite(&self, verb: usize, depth: usize) -> Subject {
        if verb > 0 && self.is(verb - 1, &Kind::Coordinator)
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
                Kind::Verb(found) if found.mood == Mood::Finite => match self.opening_of_nested(at) {
                    // "Ankara, qui poursuit une offensive, a …"
                    Some(opening) => at = opening,
                    None if self.is(verb - 1, &Kind::Comma) || self.coordinated(verb) => return self.subject_within(at, depth - 1),
                    None => break,
                },
                Kind::Noun(_) if self.may_be_subject(at, verb) => return Subject::of(self.with_coordinated_before(self.before_apposition(at, verb))),
                _ => {}
            }
        }
        match self.inverted(verb, at) {
            Some(phrase) => Subject::of(self.with_coordinated_after(phrase)),
            None => Subject::default(),
        }
    }

    fn coordinated(&self, verb: usize) -> bool {
        (verb.saturating_sub(3)..verb).any(|at| self.is(at, &Kind::Coordinator))
    }

    /// "(…)": where the bracket opens that closes at `at`.
    fn opening_bracket(&self, at: usize) -> Option<usize> {
        // Two marks in one sentence without a finite verb between them enclose an aside.
        let opening = (0..at).rev().find(|before| self.is(*before, &Kind::Mark))?;
        (at - opening < FAR && !self.chunks[opening..at].iter().any(|c| matches!(c.kind, Kind::That))).then_some(opening)
    }

    /// A finite verb before a coordinator that is not in a clause nested more deeply.
    fn verb_of_same_clause(&self, before: usize) -> Option<usize> {
        (0..before).rev().take_while(|at| !matches!(self.chunks[*at].kind, Kind::Mark)).find(|at| self.chunks[*at].verb().is_some_and(|v| matches!(v.mood, Mood::Finite)))
    }

    /// The word that opens the relative clause of this finite verb.
    fn opening_of_nested(&self, finite: usize) -> Option<usize> {
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

    /// The noun phrase before a relative word, past a comma.
    fn noun_before(&self, relative: usize) -> Option<usize> {
        let comma = relative > 0 && self.is(relative - 1, &Kind::Comma);
        relative.checked_sub(1 + usize::from(comma)).filter(|at| self.chunks[*at].noun().is_some_and(|noun| !noun.time))
    }

    /// A noun phrase that no preposition opens, that is no object and agrees in number.
    fn may_be_subject(&self, at: usize, verb: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.is_bare() && !self.follows_verb(at) && !self.follows_object(at, verb) && agree_in_number(chunk, &self.chunks[verb])
    }

    /// Right after a verb: its object or attribute.
    fn follows_verb(&self, at: usize) -> bool {
        let before = (0..at).rev().find(|before| !self.chunks[*before].is_time());
        before.is_some_and(|before| self.chunks[before].verb().is_some())
    }

    /// "a pris le col et le village": coordinated with an object, while another phrase could be the subject.
    fn follows_object(&self, at: usize, verb: usize) -> bool {
        at > 1
            && self.is(at - 1, &Kind::Coordinator)
            && self.chunks[at - 2].noun().is_some()
            && self.follows_verb(at - 2)
            && (at + 1..verb).any(|between| matches!(self.chunks[between].kind, Kind::Comma | Kind::Coordinator))
    }

    /// "La Turquie, voisine de l'Irak, a …": from the apposition to what it stands beside.
    fn before_apposition(&self, at: usize, verb: usize) -> usize {
        if at < 2 || !self.is(at - 1, &Kind::Comma) || !self.is(verb - 1, &Kind::Comma) {
            return at;
        }
        let head = self.head_of_chain(at - 2);
        if self.chunks[head].is_bare() && !self.follows_verb(head) { head } else { at }
    }

    /// From "de X" back to the noun that it completes.
    pub fn head_of_chain(&self, mut at: usize) -> usize {
        while at > 0 && self.chunks[at].noun().is_some_and(|noun| noun.preposition.is_some() && !noun.partitive) && self.chunks[at - 1].noun().is_some() {
            at -= 1;
        }
        at
    }

    /// "X et Y", "X, Y et Z": the others, from the last back to the first.
    fn with_coordinated_before(&self, last: usize) -> Vec<usize> {
        let mut phrases = vec![last];
        let mut at = last;
        let mut listed = false;
        while at > 1 && (self.is(at - 1, &Kind::Coordinator) || listed && self.is(at - 1, &Kind::Comma)) {
            let mut before = at - 2;
            if self.is(before, &Kind::Comma) && before > 0 {
                before -= 1;
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

    /// The phrase and those that "et", "ou", "ainsi que" or a list add after it, with the same preposition or none.
    pub fn with_coordinated_after(&self, first: usize) -> Vec<usize> {
        let mut phrases = vec![first];
        let wanted = self.chunks[first].noun().and_then(|noun| noun.preposition.clone());
        let mut at = self.end_of_chain(first, wanted.as_deref());
        let mut waiting: Vec<usize> = Vec::new();
        loop {
            let mut next = at + 1;
            let comma = self.is(next, &Kind::Comma);
            next += usize::from(comma);
            let coordinator = self.is(next, &Kind::Coordinator);
            next += usize::from(coordinator);
            if !comma && !coordinator {
                break;
            }
            let Some(noun) = self.chunks.get(next).and_then(Chunk::noun).filter(|noun| !noun.time) else { break };
            if noun.preposition.is_some() && noun.preposition != wanted || self.begins_clause(next) {
                break;
            }
            waiting.push(next);
            // A comma alone lists only where the list is closed by "et".
            if coordinator {
                phrases.append(&mut waiting);
            }
            at = self.end_of_chain(next, wanted.as_deref());
        }
        phrases
    }

    /// True where the phrase is the subject of a finite verb right after it.
    fn begins_clause(&self, phrase: usize) -> bool {
        self.chunks[phrase].is_bare() && self.chunks.get(self.end_of_chain(phrase, None) + 1).is_some_and(Chunk::is_finite)
    }

    /// The last noun phrase that completes this one ("de …", then places and such), but none with the preposition `not`.
    fn end_of_chain(&self, mut at: usize, not: Option<&str>) -> usize {
        while let Some(noun) = self.chunks.get(at + 1).and_then(Chunk::noun) {
            let completes = noun.time || noun.preposition.as_deref().is_some_and(|p| p == "de" || Some(p) != not);
            if !completes {
                break;
            }
            at += 1;
        }
        at
    }

    /// The noun phrases that a relative "qui" stands for.
    pub fn antecedent(&self, who: usize, verb: usize) -> Vec<usize> {
        let comma = who > 0 && self.is(who - 1, &Kind::Comma);
        let Some(last) = who.checked_sub(1 + usize::from(comma)) else { return Vec::new() };
        if self.chunks[last].noun().is_none() {
            let nearest = (last.saturating_sub(4)..last).rev().find(|at| self.chunks[*at].is_bare());
            return nearest.into_iter().collect();
        }
        let mut found = last;
        let mut at = last;
        // Without a comma "de" may complete a common noun, which is then the antecedent.
        loop {
            let agrees = agree_in_number(&self.chunks[at], &self.chunks[verb]) && !self.chunks[at].is_time();
            if agrees {
                found = at;
                let noun = self.chunks[at].noun();
                if comma || noun.is_some_and(|n| n.preposition.as_deref() != Some("de")) {
                    break;
                }
            }
            let links = self.chunks[at].opens_with("de") || self.chunks[at].is_time() || !agrees;
            if at == 0 || !links || self.chunks[at - 1].noun().is_none() {
                break;
            }
            at -= 1;
        }
        vec![found]
    }

    /// The subject behind its verb: "que mène Ankara", "…, a indiqué l'armée".
    fn inverted(&self, verb: usize, opening: usize) -> Option<usize> {
        let opens = matches!(self.chunks[opening].kind, Kind::That | Kind::Relative | Kind::Comma | Kind::Mark) || opening == verb || verb == 0;
        let next = (verb + 1..self.chunks.len()).find(|at| !self.chunks[*at].is_time())?;
        (opens && self.chunks[next].is_bare()).then_some(next)
    }

    fn subject_of_infinitive(&self, infinitive: usize, depth: usize) -> Subject {
        let mut at = infinitive;
        while at > 0 {
            at -= 1;
            match &self.chunks[at].kind {
                Kind::Verb(_) => return self.subject_lent_by(at, infinitive, depth),
                Kind::Mark | Kind::Who | Kind::That | Kind::Relative | Kind::Subordinator => break,
                // "sa décision d'envoyer"
                Kind::Noun(noun) if at + 1 == infinitive && !self.chunks[..at].iter().any(|c| c.verb().is_some()) && noun.preposition.is_none() => {
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

    /// Who does the infinitive that this verb governs.
    fn subject_lent_by(&self, governor: usize, infinitive: usize, depth: usize) -> Subject {
        let verb = self.chunks[governor].verb();
        if self.object_acts[governor] && !verb.is_some_and(|verb| verb.passive) {
            let between = governor + 1..infinitive;
            let object = between.clone().find(|at| self.chunks[*at].is_bare()).or_else(|| between.clone().find(|at| self.chunks[*at].opens_with("à")));
            return Subject::of(object.map(|object| self.with_coordinated_after(object)).unwrap_or_default());
        }
        self.subject_within(governor, depth - 1)
    }

    fn subject_of_gerund(&self, gerund: usize, depth: usize) -> Subject {
        let with_en = self.chunks[gerund].verb().is_some_and(|verb| verb.preposition.is_some());
        if !with_en && gerund > 0 && self.chunks[gerund - 1].noun().is_some() {
            return Subject::of(vec![self.head_of_chain(gerund - 1)]);
        }
        let main = (0..gerund)
            .rev()
            .take_while(|at| !matches!(self.chunks[*at].kind, Kind::Mark))
            .find(|at| self.mood(*at).is_some_and(|mood| mood != Mood::Gerund))
            .or_else(|| (gerund + 1..self.chunks.len()).find(|at| self.chunks[*at].is_finite()));
        main.map(|main| self.subject_within(main, depth - 1)).unwrap_or_default()
    }

    /// What a participle without auxiliary qualifies; in a chain of verbs, the subject of the first.
    fn qualified(&self, participle: usize, depth: usize) -> Subject {
        let comma = participle > 0 && self.is(participle - 1, &Kind::Comma);
        let before = participle.checked_sub(1 + usize::from(comma));
        match before.map(|at| (at, &self.chunks[at].kind)) {
            Some((at, Kind::Noun(_))) => {
                let last = self.past_adverbials(at);
                Subject::of(self.agreeing(last, participle).into_iter().collect())
            }
            // "soutenus et armés par", "a frappé le port et envoyé des troupes"
            Some((at, Kind::Coordinator)) if at > 0 => {
                let earlier = (0..at).rev().take_while(|b| !self.chunks[*b].opens_clause()).find(|b| self.chunks[*b].verb().is_some());
                earlier.map(|earlier| self.subject_within(earlier, depth - 1)).unwrap_or_default()
            }
            // "Soutenues par Moscou, les troupes ont …"
            None | Some((_, Kind::Mark | Kind::Comma | Kind::Subordinator)) => {
                let main = (participle + 1..self.chunks.len()).find(|at| self.chunks[*at].is_finite());
                main.map(|main| self.subject_within(main, depth - 1)).unwrap_or_default()
            }
            _ => Subject::default(),
        }
    }

    /// Back over dates to the noun phrase before them.
    fn past_adverbials(&self, mut at: usize) -> usize {
        while at > 0 && self.chunks[at].is_time() && self.chunks[at - 1].noun().is_some() {
            at -= 1;
        }
        at
    }

    /// Of the nouns of a chain, the nearest that agrees with the participle.
    fn agreeing(&self, last: usize, participle: usize) -> Option<usize> {
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

    /// True for a participle that goes on after an auxiliary before it: "a frappé le port et envoyé des troupes".
    pub fn is_continued(&self, participle: usize) -> bool {
        participle > 0
            && self.is(participle - 1, &Kind::Coordinator)
            && self.chunks[participle].verb().is_some_and(|v| v.mood == Mood::Participle)
            && (0..participle - 1)
                .rev()
                .take_while(|at| !self.chunks[*at].opens_clause())
                .find_map(|at| self.chunks[at].verb())
                .is_some_and(|earlier| !earlier.passive && earlier.main != earlier.first)
    }

    /// True where the grammatical subject is the one to whom it is done.
    pub fn is_passive(&self, verb: usize) -> bool {
        self.chunks[verb].verb().is_some_and(|v| v.passive) && !self.is_continued(verb)
    }

    /// Who does what the verb says.
    pub fn logical_subject(&self, verb: usize) -> Subject {
        if self.is_passive(verb) { Subject::of(self.complements(verb, "par")) } else { self.subject(verb) }
    }

    /// To whom the verb is done.
    pub fn logical_object(&self, verb: usize) -> Subject {
        if self.is_passive(verb) { self.subject(verb) } else { Subject::of(self.objects(verb)) }
    }

    /// The direct objects of an active verb.
    fn objects(&self, verb: usize) -> Vec<usize> {
        let mut partitive = None;
        // "que mène Ankara": what follows is the subject.
        let subject = self.subject(verb).phrases;
        for at in self.after(verb).filter(|at| !subject.contains(at)) {
            let Some(noun) = self.chunks[at].noun() else { continue };
            if self.chunks[at].is_bare() {
                return self.with_coordinated_after(at);
            }
            if noun.partitive && at == verb + 1 {
                partitive = Some(at);
            }
        }
        if let Some(partitive) = partitive {
            return self.with_coordinated_after(partitive);
        }
        // "la ville que l'armée a frappée"
        let opening = (0..verb).rev().find(|at| self.chunks[*at].opens_clause() || self.chunks[*at].is_finite());
        match opening {
            Some(at) if self.is(at, &Kind::That) => self.noun_before(at).map(|noun| self.head_of_chain(noun)).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The phrases that this preposition opens after a verb, coordinated ones too.
    pub fn complements(&self, verb: usize, preposition: &str) -> Vec<usize> {
        self.after(verb).find(|at| self.chunks[*at].opens_with(preposition)).map(|at| self.with_coordinated_after(at)).unwrap_or_default()
    }

    /// The chunks after a verb in its clause, asides left out.
    fn after(&self, verb: usize) -> impl Iterator<Item = usize> {
        let mut at = verb;
        std::iter::from_fn(move || {
            at += 1;
            let chunk = self.chunks.get(at)?;
            if at > verb + FAR {
                return None;
            }
            match &chunk.kind {
                Kind::Comma => {
                    at = self.end_of_aside(at)?;
                    Some(at)
                }
                Kind::Verb(found) if found.mood != Mood::Participle => None,
                _ if chunk.opens_clause() => None,
                _ => Some(at),
            }
        })
    }

    /// "a frappé, dans la nuit, des positions": from the first comma to the second.
    fn end_of_aside(&self, comma: usize) -> Option<usize> {
        const ASIDE: usize = 6;
        let first = self.chunks.get(comma + 1)?;
        let adverbial = first.noun().is_some_and(|noun| noun.preposition.is_some() || noun.time);
        let end = (comma + 1..self.chunks.len().min(comma + ASIDE)).find(|at| self.is(*at, &Kind::Comma))?;
        adverbial.then_some(end)
    }

    /// The verb of which this noun phrase is the object, or a near complement, with the phrase that stands for it.
    pub fn governor(&self, phrase: usize) -> Option<usize> {
        let mut at = self.head_of_list(self.head_of_de(phrase));
        while at > 0 {
            at -= 1;
            match &self.chunks[at].kind {
                Kind::Verb(_) => return Some(at),
                Kind::Noun(noun) if noun.preposition.is_some() || noun.time => {}
                // "lancé Bouclier, une opération": an apposition to the object.
                Kind::Noun(_) if self.is(at + 1, &Kind::Comma) && self.follows_verb(at) => {}
                Kind::Comma => {}
                _ => return None,
            }
        }
        None
    }

    /// From "de X" back to the noun: "une série de frappes".
    pub fn head_of_de(&self, mut at: usize) -> usize {
        while at > 0 && self.chunks[at].opens_with("de") && self.chunks[at - 1].noun().is_some() {
            at -= 1;
        }
        at
    }

    /// From "et Y" back to the "X" with which it is coordinated.
    pub fn head_of_list(&self, mut at: usize) -> usize {
        while at > 1 && self.is(at - 1, &Kind::Coordinator) && self.chunks[at - 2].noun().is_some() {
            at = self.head_of_de(at - 2);
        }
        at
    }

    /// The finite verb of which this noun phrase is the subject.
    pub fn verb_of_subject(&self, phrase: usize) -> Option<usize> {
        let head = self.head_of_de(phrase);
        (head + 1..self.chunks.len()).filter(|at| self.chunks[*at].is_finite()).take(3).find(|at| self.subject(*at).phrases.contains(&head))
    }

    /// A participle right after the phrase that qualifies it: "l'offensive lancée …".
    pub fn participle_of(&self, phrase: usize) -> Option<usize> {
        for at in phrase + 1..self.chunks.len() {
            match &self.chunks[at].kind {
                Kind::Verb(verb) if verb.mood == Mood::Participle => {
                    return self.subject(at).phrases.iter().any(|p| *p == phrase || self.head_of_de(*p) == self.head_of_de(phrase)).then_some(at);
                }
                Kind::Noun(noun) if noun.preposition.is_some() || noun.time => {}
                Kind::Comma => {}
                _ => return None,
            }
        }
        None
    }

    /// The complements of a noun by preposition, in order: those of participles and dates passed over.
    pub fn complements_of_noun(&self, phrase: usize, preposition: &str) -> Vec<usize> {
        let mut open: Option<Box<str>> = None;
        for at in phrase + 1..self.chunks.len() {
            match &self.chunks[at].kind {
                Kind::Noun(noun) if noun.time => {}
                Kind::Noun(noun) => match &noun.preposition {
                    None => return Vec::new(),
                    // "de" completes what the last preposition opened, not the noun.
                    Some(p) if &**p == "de" && open.is_some() => {}
                    Some(p) if &**p == preposition => return self.with_coordinated_after(at),
                    Some(p) if &**p != "de" => open = Some(p.clone()),
                    Some(_) => {}
                },
                // "l'offensive condamnée par": that one did not do it.
                Kind::Verb(verb) if verb.mood == Mood::Participle && preposition != "par" => open = Some("".into()),
                Kind::Coordinator if open.is_none() && self.chunks.get(at + 1).is_some_and(|c| c.noun().is_some_and(|n| n.preposition.is_some())) => {}
                Kind::Comma if self.chunks.get(at + 1).is_some_and(|c| c.verb().is_some_and(|v| v.mood == Mood::Participle)) => {}
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// The verb of a relative clause in which the noun is the object: "l'offensive que mène Ankara".
    pub fn relative_verb(&self, phrase: usize) -> Option<usize> {
        let that = (phrase + 1..self.chunks.len()).find(|at| self.chunks[*at].noun().is_none() && !self.is(*at, &Kind::Comma))?;
        let verb = (that + 1..self.chunks.len()).find(|at| self.chunks[*at].is_finite())?;
        (self.is(that, &Kind::That) && self.objects(verb).contains(&phrase)).then_some(verb)
    }

    /// The noun phrases whose "dont" opens the clause that begins with this phrase: "Oman, dont la médiation …".
    pub fn owner(&self, phrase: usize) -> Option<usize> {
        let relative = phrase.checked_sub(1).filter(|at| self.is(*at, &Kind::Relative))?;
        self.noun_before(relative)
    }

    /// The verb of the clause in which a phrase is said on the way ("avec l'appui de X"): before it, else after it.
    pub fn clause_verb(&self, phrase: usize) -> Option<usize> {
        let before = (0..phrase).rev().take_while(|at| !self.chunks[*at].opens_clause()).find(|at| self.chunks[*at].verb().is_some());
        before.or_else(|| (phrase + 1..self.chunks.len()).find(|at| self.chunks[*at].is_finite()))
    }
}

fn agree(one: Features, other: Features) -> bool {
    let shared = |set: Features| {
        let (one, other) = (one.0 & set.0, other.0 & set.0);
        one == 0 || other == 0 || one & other != 0
    };
    shared(Features::BOTH_NUMBERS) && shared(Features::BOTH_GENDERS)
}

/// A singular noun can be one of several subjects; a plural one cannot be the subject of a singular verb.
fn agree_in_number(noun: &Chunk, verb: &Chunk) -> bool {
    let (Some(noun), Some(verb)) = (noun.noun(), verb.verb()) else { return false };
    let plural_only = |features: Features| features.contains(Features::PLURAL) && !features.contains(Features::SINGULAR);
    let singular_only = |features: Features| features.contains(Features::SINGULAR) && !features.contains(Features::PLURAL);
    !(plural_only(noun.features) && singular_only(verb.features))
}
