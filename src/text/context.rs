//! Which part of speech a word has where it stands, as far as its neighbours tell.
//!
//! French news is full of words that are noun and verb at once (frappe, attaque, reprise, siège, mort). One or two words on
//! the left decide most of them; where they do not, every reading stays open.

use super::document::Document;
use super::morphology::{Features, Pos};
use super::pos_set::PosSet;
use super::tokenizer::Kind;
use std::ops::Range;

/// What the word before says of the word after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Neighbour {
    /// le, une, ces, trois …: a noun or an adjective comes next.
    Determiner,
    /// il, qui, ne, se …: a verb comes next.
    BeforeVerb,
    /// avoir, être: a participle comes next.
    Auxiliary,
    /// de, par, sans …: no finite verb comes next.
    Preposition,
    /// An adjective or a number, part of the noun phrase.
    Qualifier,
    /// A noun or a name.
    Nominal,
    /// Nothing, or a mark.
    Start,
    Other,
}

/// The parts of speech that stay possible for `token`, which stands in the sentence `range`.
#[inline]
pub fn pos_in_context(document: &Document, token: usize, range: &Range<usize>) -> PosSet {
    document.pos_in_context(token, || decide(document, token, range))
}

#[inline(never)]
fn decide(document: &Document, token: usize, range: &Range<usize>) -> PosSet {
    let possible = document.form(token).pos;
    let may_be_either = |one: PosSet, other: PosSet| possible.intersects(one) && possible.intersects(other);
    match may_be_either(Pos::Verb.into(), PosSet::NOMINAL) || may_be_either(Pos::Noun.into(), Pos::Adjective.into()) {
        true => by_neighbours(document, token, range),
        false => possible,
    }
}

fn by_neighbours(document: &Document, token: usize, range: &Range<usize>) -> PosSet {
    let form = document.form(token);
    let possible = form.pos;
    // "la jeune femme", but "les jeunes": before its noun such a word is an adjective.
    if possible.contains(Pos::Noun) && possible.contains(Pos::Adjective) && form.is_preposed && noun_follows(document, token, range) {
        return Pos::Adjective.into();
    }
    let homograph = possible.contains(Pos::Verb) && possible.intersects(PosSet::NOMINAL);
    // "contre" and "entre" could be verbs, but are small words nearly always.
    if !homograph || possible.contains(Pos::Preposition) || possible.contains(Pos::Determiner) {
        return possible;
    }
    let verb = PosSet::from(Pos::Verb);
    let nominal = possible & PosSet::NOMINAL;
    let participle = form.has(Pos::Verb, Features::PAST_PARTICIPLE);
    let finite = form.has(Pos::Verb, Features::FINITE);
    let neighbour = neighbour(document, token, range);
    let present = form.has(Pos::Verb, Features::PRESENT_PARTICIPLE);
    let decided = match neighbour {
        // "des avions", "les missions": only "nous" makes them verbs.
        _ if only_with_nous(form)
            && !matches!(previous_norm(document, token, range), Some("nous" | "n'" | "ne" | "y" | "en" | "les" | "l'")) =>
        {
            nominal
        }
        Neighbour::Determiner if only_with_nous(form) => nominal,
        // "note-t-il", "annonce-t-on"
        _ if finite && is_inverted(document, token + 1, range) => verb,
        // "en frappant", "l'obus est tombé, tuant trois personnes"
        Neighbour::Preposition if present && previous_norm(document, token, range) == Some("en") => verb,
        Neighbour::Start | Neighbour::Nominal if present && takes_object(document, token, range) => verb,
        // "l'a prise": a form of avoir is a letter hardly ever; "est" after a determiner is a point of the compass.
        _ if form.is_avoir || is_auxiliary(form) && neighbour != Neighbour::Determiner => verb,
        // A participle without a noun of its own is still the verb's ("trente tués", "le prétendu complot").
        Neighbour::Determiner if participle && !possible.contains(Pos::Noun) => possible,
        Neighbour::Determiner => nominal,
        Neighbour::Qualifier if !participle || possible.contains(Pos::Noun) => nominal,
        Neighbour::BeforeVerb if finite => verb,
        Neighbour::Auxiliary if participle => verb | (nominal & Pos::Adjective.into()),
        // "camps de réfugiés", "faits de prise d'intérêt"
        Neighbour::Preposition if participle && possible.contains(Pos::Noun) => nominal,
        Neighbour::Preposition if !participle && !form.has(Pos::Verb, Features::INFINITIVE) => nominal,
        Neighbour::Start if !participle && follows_noun_use(document, token, range) => nominal,
        Neighbour::Start
            if participle
                && possible.contains(Pos::Noun)
                // "accusé de crimes", "qualifiés de lâches": without an article hardly ever nouns.
                && !form.norm.starts_with("accusé")
                && !form.norm.starts_with("qualifié")
                && next_norm(document, token, range) == Some("de")
                && !infinitive_follows_of(document, token, range) =>
        {
            nominal
        }
        Neighbour::Nominal if finite && takes_object(document, token, range) => verb,
        Neighbour::Nominal if participle && next_norm(document, token, range) == Some("par") => verb,
        _ => possible,
    };
    if decided.is_empty() { possible } else { decided }
}

/// "-t-il", "-elle": a pronoun that hangs on the verb before it.
fn is_inverted(document: &Document, token: usize, range: &Range<usize>) -> bool {
    let hangs = |t: usize| document.surface(t).starts_with(['-', '‑']) && document.form(t).pos.contains(Pos::Pronoun);
    token < range.end && document.tokens[token].kind.is_word() && hangs(token)
}

/// True where the next word can only belong to the noun phrase that `token` opens.
fn noun_follows(document: &Document, token: usize, range: &Range<usize>) -> bool {
    after(document, token, range).is_some_and(|next| {
        let pos = document.form(next).pos;
        next == token + 1
            && pos.contains(Pos::Noun)
            && !pos.contains(Pos::Adjective)
            && !pos.contains(Pos::Preposition)
            && !is_auxiliary(document.form(next))
    })
}

fn previous_norm<'d>(document: &'d Document, token: usize, range: &Range<usize>) -> Option<&'d str> {
    before(document, token, range).map(|previous| &*document.form(previous).norm)
}

fn neighbour(document: &Document, token: usize, range: &Range<usize>) -> Neighbour {
    let Some(previous) = before(document, token, range) else { return Neighbour::Start };
    if document.tokens[previous].kind == Kind::Number {
        return Neighbour::Determiner;
    }
    if !document.tokens[previous].kind.is_word() {
        return Neighbour::Start;
    }
    let form = document.form(previous);
    match &*form.norm {
        "le" | "la" | "les" | "l'" => match before(document, previous, range).map(|p| &*document.form(p).norm) {
            // "qui la frappe", "ne l'attaque pas", "l'armée l'a prise" is caught by the auxiliary.
            Some("il" | "elle" | "on" | "ils" | "elles" | "je" | "tu" | "nous" | "vous" | "qui" | "ne" | "n'" | "me" | "te") => {
                Neighbour::BeforeVerb
            }
            _ => Neighbour::Determiner,
        },
        "il" | "elle" | "on" | "ils" | "elles" | "je" | "j'" | "tu" | "qui" | "ne" | "n'" | "se" | "s'" | "y" | "ça" | "c'" | "me"
        | "m'" | "te" | "t'" | "lui" => Neighbour::BeforeVerb,
        "de" | "d'" | "par" | "sans" | "avec" | "contre" | "pour" | "sur" | "dans" | "à" | "en" | "sous" | "après" | "avant" | "dès"
        | "malgré" | "entre" | "vers" | "chez" | "comme" => Neighbour::Preposition,
        "du" | "des" | "au" | "aux" => Neighbour::Determiner,
        // "a de nouveau accusé"
        "nouveau" if matches!(previous_norm(document, previous, range), Some("de" | "à")) => {
            let opening = before(document, previous, range).and_then(|of| before(document, of, range));
            if opening.is_some_and(|t| is_auxiliary(document.form(t))) { Neighbour::Auxiliary } else { Neighbour::Other }
        }
        "pas" | "plus" | "jamais" | "déjà" | "également" | "aussi" | "encore" | "toujours" | "récemment" | "ainsi" | "bien" | "été"
        | "totalement" | "entièrement" | "aujourd'hui" | "souvent" | "presque" | "d'ailleurs" => {
            // An adverb between the auxiliary and its participle.
            let earlier = before(document, previous, range).map(|p| document.form(p));
            match earlier {
                Some(form) if is_auxiliary(form) || &*form.norm == "été" => Neighbour::Auxiliary,
                _ if &*form.norm == "été" => Neighbour::Auxiliary,
                _ => Neighbour::Other,
            }
        }
        _ if is_auxiliary(form) => Neighbour::Auxiliary,
        _ if form.pos.contains(Pos::Determiner) || form.pos.contains(Pos::Numeral) => Neighbour::Determiner,
        _ if form.pos.is_only(Pos::Adverb) && form.norm.ends_with("ment") => {
            match before(document, previous, range).map(|p| document.form(p)) {
                Some(form) if is_auxiliary(form) => Neighbour::Auxiliary,
                _ => Neighbour::Other,
            }
        }
        _ if form.pos.contains(Pos::Noun) || form.pos.contains(Pos::ProperNoun) => {
            // "la nouvelle attaque", but "l'armée attaque": few nouns that are adjectives too stand before a noun.
            if form.is_preposed && qualifies(document, previous, range) { Neighbour::Qualifier } else { Neighbour::Nominal }
        }
        _ if form.pos.contains(Pos::Adjective) => {
            if qualifies(document, previous, range) {
                Neighbour::Qualifier
            } else {
                Neighbour::Nominal
            }
        }
        _ => Neighbour::Other,
    }
}

/// True for an adjective that stands right after a determiner or opens the sentence: its noun is still to come.
fn qualifies(document: &Document, adjective: usize, range: &Range<usize>) -> bool {
    match before(document, adjective, range) {
        None => true,
        Some(previous) if !document.tokens[previous].kind.is_word() => true,
        Some(previous) => {
            document.tokens[previous].kind == Kind::Number
                || document.form(previous).pos.contains(Pos::Determiner)
                || matches!(&*document.form(previous).norm, "de" | "d'" | "du" | "des" | "au" | "aux")
        }
    }
}

fn is_auxiliary(form: &super::forms::Form) -> bool {
    form.is_avoir || form.is_etre
}

/// "Accusé de frapper": after its "de" an infinitive comes.
fn infinitive_follows_of(document: &Document, token: usize, range: &Range<usize>) -> bool {
    let infinitive = after(document, token, range).and_then(|of| after(document, of, range));
    infinitive.map(|next| document.form(next)).is_some_and(|form| {
        // "avoir" and "être" are nouns too, hardly ever after "de".
        form.has(Pos::Verb, Features::INFINITIVE) && (form.pos.is_only(Pos::Verb) || form.is_avoir || form.is_etre)
    })
}

/// True for a noun in the plural that is otherwise a verb of the first person plural only.
fn only_with_nous(form: &super::forms::Form) -> bool {
    let mut verbs = form.analyses.iter().filter(|a| a.pos == Pos::Verb).peekable();
    verbs.peek().is_some()
        && verbs.all(|a| a.features.contains(Features::PERSON1) && !a.features.contains(Features::SINGULAR))
        && form.has(Pos::Noun, Features::PLURAL)
}

/// At the head of a clause a word is a noun unless an object or a name follows ("Attaque à Bamako", "Frappes en série").
fn follows_noun_use(document: &Document, token: usize, range: &Range<usize>) -> bool {
    !takes_object(document, token, range)
}

/// True where a determiner, a pronoun or a name comes next: what stands before is a verb with its object.
fn takes_object(document: &Document, token: usize, range: &Range<usize>) -> bool {
    let Some(next) = after(document, token, range) else { return false };
    if !document.tokens[next].kind.is_word() {
        return false;
    }
    let form = document.form(next);
    if document.tokens[next].kind == Kind::Number || form.pos.contains(Pos::Numeral) {
        return true;
    }
    match &*form.norm {
        "au" => next_norm(document, next, range) == Some("moins"),
        "le" | "la" | "les" | "l'" | "un" | "une" | "des" | "ce" | "cette" | "cet" | "ces" | "son" | "sa" | "ses" | "leur" | "leurs"
        | "plusieurs" | "deux" | "trois" => true,
        _ => form.casing.is_capitalised() && form.pos.contains(Pos::ProperNoun),
    }
}

fn next_norm<'d>(document: &'d Document, token: usize, range: &Range<usize>) -> Option<&'d str> {
    let norm = &*document.form(after(document, token, range)?).norm;
    Some(match norm {
        "d'" | "du" | "des" => "de",
        other => other,
    })
}

/// The token before, quotation marks skipped.
pub fn before(document: &Document, token: usize, range: &Range<usize>) -> Option<usize> {
    (range.start..token).rev().find(|t| document.tokens[*t].kind != Kind::Quote)
}

/// The token after, quotation marks skipped.
pub fn after(document: &Document, token: usize, range: &Range<usize>) -> Option<usize> {
    (token + 1..range.end).find(|t| document.tokens[*t].kind != Kind::Quote)
}
