//! Reported speech without regard to quotation marks: who says what stretch of a sentence.

use super::frames::Frames;
use super::phrase::Phrases;
use super::standings::Standings;
use super::subject::{self, Subject};
use super::verb_group::{self, Shape, VerbGroup};
use super::{colon, complement, hearsay};
use crate::lexicon::{Compiled, Frame};
use crate::matching::Hit;
use crate::text::Document;
use crate::text::context::pos_in_context;
use crate::text::morphology::{Features, Pos};
use crate::text::tokenizer::Kind;
use std::ops::Range;

/// One act of speech in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub sentence: usize,
    /// The word of saying; None for the hearsay conditional and titles with a colon.
    pub trigger: Option<Trigger>,
    pub speaker: Subject,
    /// The stretches that are reported; empty where the word only names a topic.
    pub scope: Vec<Range<usize>>,
    pub form: Form,
}

/// A match of a speech lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// Index into [`Compiled::markers`].
    pub marker: usize,
    pub tokens: Range<usize>,
}

/// How the speech is attributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Subject, verb, what is said; nouns too.
    Plain,
    /// ", a-t-il dit": belongs to what stands before and after it.
    Incise,
    /// "selon X"
    Preposition,
    /// "aurait libéré"
    Hearsay,
    /// "Damas : …"
    Heading,
}

impl Report {
    pub fn covers(&self, token: usize) -> bool {
        self.scope.iter().any(|range| range.contains(&token))
    }

    /// How many tokens it reports: of nested speech the shorter stretch wins.
    pub fn width(&self) -> usize {
        self.scope.iter().map(Range::len).sum()
    }
}

/// False where nobody speaks in a sentence without a word of speech.
pub fn may_be_in(document: &Document, sentence: usize) -> bool {
    document.sentences[sentence].has_conditional || colon::may_be_in(document, sentence)
}

/// The speech of one sentence; `hits` are the matches of speech lexicons in it, `mentions` those of actors anywhere.
pub fn of_sentence(
    document: &Document,
    lexicons: &Compiled,
    sentence: usize,
    hits: &[Hit],
    mentions: &[Hit],
    standings: &Standings,
    found: &mut Vec<Report>,
) {
    let p = Phrases::of(document, sentence);
    let can_speak = |phrase: &Range<usize>| can_speak(&p, lexicons, hits, mentions, standings, phrase);
    let first = found.len();
    for hit in hits {
        let frames = Frames::of(&lexicons.source(&lexicons.markers[hit.marker]).reports);
        if frames.is_empty() {
            continue;
        }
        let trigger = Trigger { marker: hit.marker, tokens: hit.tokens.clone() };
        let speech = if frames.contains(Frame::Speaker) || frames.contains(Frame::Opening) {
            preposition(&p, &trigger, frames)
        } else if is_verb(document, &p, hit) {
            verb_group::around(&p, hit.tokens.clone()).and_then(|group| verb(&p, &group, frames, &can_speak))
        } else {
            noun(&p, &trigger, frames, &can_speak)
        };
        if let Some((speaker, scope, form)) = speech {
            found.push(Report { sentence, trigger: Some(trigger), speaker, scope, form });
        }
    }
    keep_to_their_own(&p, &mut found[first..]);
    if colon::may_be_in(document, sentence) {
        colon::of_sentence(document, lexicons, sentence, mentions, standings, &can_speak, found);
    }
    if document.sentences[sentence].has_conditional {
        hearsay::of_sentence(document, &p, sentence, first, found);
    }
}

type Speech = (Subject, Vec<Range<usize>>, Form);

fn is_verb(document: &Document, p: &Phrases, hit: &Hit) -> bool {
    hit.tokens.clone().any(|t| {
        let pos = document.form(t).pos;
        pos.contains(Pos::Verb) && pos_in_context(document, t, &(p.start..p.end)).contains(Pos::Verb)
    })
}

fn verb(p: &Phrases, group: &VerbGroup, frames: Frames, can_speak: &dyn Fn(&Range<usize>) -> bool) -> Option<Speech> {
    let quotes = frames.contains(Frame::Quote) || frames.contains(Frame::Clause);
    if quotes && let Some(speaker) = incise(p, group, frames, can_speak) {
        let end = incise_end(p, group, &speaker);
        return Some((speaker, around(p, group.tokens.start..end), Form::Incise));
    }
    let reported = complement::after(p, group.tokens.end, frames);
    let speaker = match subject::before(p, group) {
        Some(Subject::Author) => return None,
        Some(speaker) => speaker,
        None if matches!(group.shape, Shape::Passive) && reported.is_some() => Subject::Nobody,
        None if group.shape == Shape::PastParticiple && blames(p, frames, reported.as_ref()) => Subject::Nobody,
        None if matches!(group.shape, Shape::PastParticiple | Shape::Infinitive) => return None,
        None => Subject::Nobody,
    };
    if matches!(group.shape, Shape::Passive) && frames.contains(Frame::Object) && reported.is_none() {
        // "La chute de la ville a été annoncée par Damas", "la ville avait été déclarée libérée".
        let end = (group.tokens.end..p.end).find(|t| p.kind(*t).is_none_or(|k| !k.is_word()) || p.norm(*t) == "par").unwrap_or(p.end);
        let attribute = group.tokens.end..end;
        let is_attribute = |at: usize| p.has(at, Features::PAST_PARTICIPLE) || p.pos(at).contains(Pos::Adjective);
        let subject = subject::phrase_ending_at(p, group.tokens.start);
        let scope = if !attribute.is_empty() && is_attribute(attribute.start) { Some(attribute) } else { subject };
        return Some((speaker, scope.into_iter().collect(), Form::Plain));
    }
    // What a thing announces ("la saison sèche annonce le retour …") is nobody's word.
    let nominal = matches!(reported, Some((Frame::Object | Frame::Of, _)));
    if nominal && matches!(&speaker, Subject::Phrase(phrase) if !can_speak(phrase)) {
        return None;
    }
    // "Accusé par Ottawa de crimes, le général se tait": a participle that is set off reports up to its comma.
    let fronted = group.shape == Shape::PastParticiple && (group.tokens.start == p.start || p.is_comma(group.tokens.start - 1));
    let limit = if fronted { (group.tokens.end..p.end).find(|t| p.is_comma(*t)).unwrap_or(p.end) } else { relative_end(p, group) };
    let scope = reported.map(|(frame, range)| {
        // "que l'armée appelle « terroristes », ont fui": of verbs that report no clause, the marks hold all that is said.
        let marked = frame == Frame::Quote && !frames.contains(Frame::Clause) && p.is_quote(range.start);
        let end = (range.start + 1..range.end).find(|t| marked && p.is_quote(*t)).map_or(range.end, |closing| closing + 1);
        let scope = range.start..end.min(limit).max(range.start);
        let nobody = group.shape == Shape::PastParticiple && speaker == Subject::Nobody;
        if nobody { doubted(p, scope) } else { scope }
    });
    Some((speaker, scope.into_iter().collect(), Form::Plain))
}

/// "le soldat, accusé de crimes", "soupçonnés d'avoir tué": what somebody is blamed for is somebody's word, named or not; "informé de l'attaque" is not.
fn blames(p: &Phrases, frames: Frames, reported: Option<&(Frame, Range<usize>)>) -> bool {
    let Some((Frame::Of | Frame::Infinitive, range)) = reported else { return false };
    frames.contains(Frame::Of) && (!frames.contains(Frame::Clause) || is_past_infinitive(p, range.start + 1))
}

/// "avoir tué", "être entré".
fn is_past_infinitive(p: &Phrases, at: usize) -> bool {
    p.document.form(at).has(Pos::Verb, Features::INFINITIVE) && p.is_auxiliary(at)
}

/// Where what nobody in particular says ends: "soupçonnés d'avoir participé à des attaques" doubts that they took part, not that there
/// were attacks.
fn doubted(p: &Phrases, range: Range<usize>) -> Range<usize> {
    const DEFINITE: [&str; 11] = ["le", "la", "les", "l'", "au", "aux", "du", "ce", "cet", "cette", "ces"];
    let governs = |t: usize| p.document.form(t).pos.contains(Pos::Preposition) && !matches!(p.norm(t), "de" | "d'" | "des");
    let known = range.clone().skip(3).find(|t| DEFINITE.contains(&p.norm(*t)) || governs(*t));
    range.start..known.filter(|_| is_past_infinitive(p, range.start + 1)).unwrap_or(range.end)
}

/// Where a relative clause set off by commas ends: "Le ministre, qui a annoncé sa démission, avait …".
fn relative_end(p: &Phrases, group: &VerbGroup) -> usize {
    let start = group.tokens.start;
    let set_off = start >= p.start + 2 && p.norm(start - 1) == "qui" && p.is_comma(start - 2);
    let back =
        |comma: usize| p.is_comma(comma) && (comma + 1..p.end.min(comma + 4)).any(|t| p.is_finite(t) && p.bare(comma + 1..t).is_empty());
    if set_off { (group.tokens.end..p.end).find(|t| back(*t)).unwrap_or(p.end) } else { p.end }
}

/// The speaker of ", a-t-il dit", ", annonce Damas", "comme l'a dit X": the verb opens its segment, the speaker follows.
fn incise(p: &Phrases, group: &VerbGroup, frames: Frames, can_speak: &dyn Fn(&Range<usize>) -> bool) -> Option<Subject> {
    let start = group.tokens.start;
    let previous = start.checked_sub(1).filter(|t| *t >= p.start);
    let opens = previous
        .is_none_or(|t| p.kind(t).is_some_and(|k| !k.is_word() && k != Kind::Number) || matches!(p.norm(t), "comme" | "qu'" | "ainsi"));
    let is_que = previous.is_some_and(|t| matches!(p.norm(t), "qu'"));
    // "parle d'un massacre": the verb brings a preposition, and what follows is what it speaks of.
    let governs = matches!(p.norm(group.tokens.end - 1), "de" | "d'" | "du" | "des" | "à" | "au" | "aux");
    if group.shape != Shape::Active || !opens || is_que || governs {
        return None;
    }
    if let Some(pronoun) = group.inverted {
        return Some(if p.norm(pronoun) == "on" { Subject::Nobody } else { Subject::Pronoun(pronoun) });
    }
    let speaker = speaker_after(p, group.tokens.end)?;
    // "Moscou, allié de Damas, dénonce l'Arabie": a subject stands before, no other verb, and nothing goes on behind.
    let main_verb = (p.start..start).any(|t| p.is_finite(t) && !subject::has_relative_before(p, t));
    let quoted = previous.is_none_or(|t| p.is_quote(t) || t > p.start && p.is_comma(t) && p.is_quote(t - 1));
    let goes_on = p.is_comma(speaker.end) && (p.is_quote(speaker.end + 1) || (speaker.end..p.end).any(|t| p.is_finite(t)));
    let own_subject = !main_verb && frames.contains(Frame::Object) && !subject::bare(p, p.start..start).is_empty();
    let closes = (speaker.end..p.end).all(|t| p.kind(t).is_none_or(|k| !k.is_word()));
    // "Vingt civils tués à Goma, déplore l'ONU": one comma sets no apposition off.
    let headline = closes && previous.is_some_and(|t| p.is_comma(t) && !(p.start..t).any(|t| p.is_comma(t))) && can_speak(&speaker);
    if own_subject && !quoted && !goes_on && !headline {
        return None;
    }
    // A verb that takes an object is followed by its speaker only where that can be one.
    let sure = quoted
        || closes && main_verb
        || !frames.contains(Frame::Object) && p.head(&speaker).is_some_and(|head| p.pos(head).contains(Pos::Noun));
    (sure || can_speak(&speaker)).then_some(Subject::Phrase(speaker))
}

/// True for a phrase that can name a speaker: an actor, somebody by office or trade, a proper name.
fn can_speak(p: &Phrases, lexicons: &Compiled, hits: &[Hit], mentions: &[Hit], standings: &Standings, phrase: &Range<usize>) -> bool {
    let within = |hit: &Hit| phrase.start <= hit.tokens.start && hit.tokens.start < phrase.end;
    let first = mentions.partition_point(|hit| hit.tokens.start < phrase.start);
    // A statement speaks for whoever made it: "le communiqué accuse …".
    let is_statement = |hit: &Hit| {
        lexicons.source(&lexicons.markers[hit.marker]).reports.contains(&Frame::Clause) && p.pos(hit.tokens.start).is_only(Pos::Noun)
    };
    mentions.get(first).is_some_and(within)
        || phrase.clone().any(|t| t > p.start && p.document.form(t).casing.is_capitalised())
        || matches!(p.norm(phrase.start), "ce" | "cette" | "celui-ci" | "celle-ci" | "ceux-ci")
        || hits.iter().any(|hit| within(hit) && is_statement(hit))
        || standings.begin_in(phrase.clone()).any(|(_, standing)| standing.speaks())
}

/// A trailing attribution is nobody's reported word: "Un ministre affirme que …, a rapporté l'agence".
fn keep_to_their_own(p: &Phrases, reports: &mut [Report]) {
    let trailing: Vec<usize> = reports
        .iter()
        .filter(|report| matches!(report.form, Form::Incise | Form::Preposition))
        .filter_map(|report| {
            let start = report.scope.first()?.end;
            let ends = report.scope.iter().all(|range| (range.end..p.end).any(|t| p.kind(t).is_some_and(Kind::is_word)));
            (ends && start > p.start).then_some(start)
        })
        .collect();
    for report in reports.iter_mut().filter(|report| report.form == Form::Plain) {
        for start in &trailing {
            let own = report.trigger.as_ref().is_some_and(|t| t.tokens.start >= *start);
            report.scope.iter_mut().filter(|range| !own && range.contains(start)).for_each(|range| range.end = *start);
        }
    }
}

/// The first noun phrase after a verb that can be its subject: no object of a preposition, no moment.
fn speaker_after(p: &Phrases, from: usize) -> Option<Range<usize>> {
    const REACH: usize = 12;
    let mut at = from;
    while at < p.end.min(from + REACH) {
        if p.is_comma(at) {
            at += 1;
            continue;
        }
        if p.kind(at).is_none_or(|k| !k.is_word()) || matches!(p.norm(at), "que" | "qu'" | "si" | "de" | "d'" | "du") {
            return None;
        }
        let form = p.document.form(at);
        // "ont dit des témoins": an article here.
        let article = p.norm(at) == "des" && at == from;
        if form.pos.contains(Pos::Preposition) && !form.casing.is_capitalised() && !article {
            at = p.from(at + 1).map_or(at + 1, |phrase| phrase.end);
            continue;
        }
        match p.from(at) {
            Some(phrase) if p.is_when(&phrase) => at = phrase.end,
            // "a évoqué un « massacre »": what begins outside the marks and ends within them is what is said.
            Some(phrase) => return Some(phrase).filter(|phrase| phrase.clone().filter(|t| p.is_quote(*t)).count() % 2 == 0),
            None if form.pos.contains(Pos::Adverb) || matches!(p.norm(at), "en" | "part" | "ensuite") => at += 1,
            None => return None,
        }
    }
    None
}

fn incise_end(p: &Phrases, group: &VerbGroup, speaker: &Subject) -> usize {
    let end = match speaker {
        Subject::Phrase(phrase) => phrase.end,
        _ => group.tokens.end,
    };
    // "…, a dit X dans un communiqué, …": up to the next comma or quotation mark.
    (end..p.end).find(|t| p.is_comma(*t) || p.is_quote(*t) || p.is_mark(*t, ":")).unwrap_or(p.end)
}

/// The sentence around an incise; of brackets that hold it, only what they hold.
fn around(p: &Phrases, incise: Range<usize>) -> Vec<Range<usize>> {
    let open = (p.start..incise.start).rev().find(|t| p.is_mark(*t, "(") || p.is_mark(*t, ")")).filter(|t| p.is_mark(*t, "("));
    let close = (incise.start..p.end).find(|t| p.is_mark(*t, ")"));
    let (first, last) = match (open, close) {
        (Some(open), Some(close)) => (open + 1, close),
        _ => (p.start, p.end),
    };
    let begin = past_apposition(p, incise.end);
    let end = complement::scope_end(p, begin.saturating_sub(1).max(incise.start), Frame::Clause).min(last);
    [first..incise.start, begin..end].into_iter().filter(|range| range.start < range.end).collect()
}

/// ", qui a perdu son fils" behind a speaker tells of the speaker: up to the next comma, the words are the outlet's.
fn past_apposition(p: &Phrases, comma: usize) -> usize {
    let relative = matches!(p.norm(comma + 1), "qui" | "dont" | "où") || p.has(comma + 1, Features::PAST_PARTICIPLE);
    if !p.is_comma(comma) || !relative {
        return comma;
    }
    (comma + 1..p.end).find(|t| p.is_comma(*t)).unwrap_or(p.end)
}

fn noun(p: &Phrases, trigger: &Trigger, frames: Frames, can_speak: &dyn Fn(&Range<usize>) -> bool) -> Option<Speech> {
    const LINK: usize = 6;
    let mut at = trigger.tokens.end;
    let mut speaker = Subject::Nobody;
    if matches!(p.norm(trigger.tokens.start.wrapping_sub(1)), "son" | "sa" | "ses" | "leur" | "leurs") {
        speaker = Subject::Pronoun(trigger.tokens.start - 1);
    }
    // "l'annonce turque de …"
    while at < p.end && p.kind(at).is_some_and(Kind::is_word) && p.pos(at).is_only(Pos::Adjective) {
        speaker = Subject::Phrase(at..at + 1);
        at += 1;
    }
    // "l'annonce par Damas de …", "la promesse du président de …"
    let of = |t: usize| matches!(p.norm(t), "de" | "d'" | "du" | "des");
    if (p.norm(at) == "par" || of(at))
        && let Some(phrase) = p.from(at + 1)
    {
        let end = (phrase.start + 1..phrase.end).find(|t| p.norm(at) == "par" && of(*t)).unwrap_or(phrase.end);
        if p.norm(at) == "par" || can_speak(&phrase) && phrase.end < p.end {
            speaker = Subject::Phrase(phrase.start..end);
            at = end;
        }
    }
    let clause = (at..p.end.min(at + LINK)).take_while(|t| !p.is_finite(*t)).find(|t| {
        matches!(p.norm(*t), "que" | "qu'")
            || p.norm(*t) == "selon" && matches!(p.norm(*t + 1), "lequel" | "laquelle" | "lesquels" | "lesquelles")
    });
    if let Some(que) = clause.filter(|_| frames.contains(Frame::Clause)) {
        return Some((speaker, vec![que..complement::scope_end(p, que, Frame::Clause)], Form::Plain));
    }
    if (frames.contains(Frame::Of) || frames.contains(Frame::Infinitive)) && of(at) {
        let end = p.from(at + 1).map_or(at + 1, |phrase| phrase.end);
        let end = (end..p.end).find(|t| p.is_finite(*t) || p.kind(*t).is_none_or(|k| !k.is_word() && k != Kind::Quote)).unwrap_or(p.end);
        return Some((speaker, vec![at..end], Form::Plain));
    }
    matches!(speaker, Subject::Phrase(_)).then_some((speaker, Vec::new(), Form::Plain))
}

/// "selon X", "d'après X", "pour X,": the speaker follows the trigger.
fn preposition(p: &Phrases, trigger: &Trigger, frames: Frames) -> Option<Speech> {
    let start = trigger.tokens.start;
    let last = trigger.tokens.end - 1;
    // "de source militaire" names its speaker itself.
    let mut after = if p.pos(last).is_only(Pos::Noun) { last } else { trigger.tokens.end };
    while p.is_quote(after) {
        after += 1;
    }
    let (speaker, end) = match p.norm(after) {
        "lui" | "elle" | "eux" | "elles" => (Subject::Pronoun(after), after + 1),
        "la" | "le" | "les" if p.norm(after + 1) == "quel" => return None,
        _ => {
            let phrase = p.from(after)?;
            let end = phrase.end;
            (Subject::Phrase(phrase), end)
        }
    };
    if let Subject::Phrase(phrase) = &speaker
        && p.is_when(phrase)
    {
        return None;
    }
    let opens = opens_clause(p, start);
    if frames.contains(Frame::Opening) && !(opens && closes(p, end)) {
        return None;
    }
    let incise_end = (end..p.end).find(|t| p.is_comma(*t) || p.is_mark(*t, ";")).unwrap_or(p.end);
    // "selon l'OSDH." or "…, selon l'OSDH, …": the sentence; "qui doit selon Damas être libérée": its clause.
    let set_off =
        start == p.start || p.is_comma(start - 1) || p.is_quote(start - 1) || p.is_mark(start - 1, "(") || p.is_mark(start - 1, "–");
    let relative =
        (p.start..start).rev().take_while(|t| !p.is_comma(*t)).find(|t| matches!(p.norm(*t), "qui" | "que" | "qu'" | "dont" | "où"));
    let is_verb = |t: usize| p.is_finite(t) || p.has(t, Features::INFINITIVE) && p.pos(t).is_only(Pos::Verb);
    let trails = !(end..p.end).any(is_verb) || set_off && incise_end >= p.end;
    if let Some(relative) = relative.filter(|_| !set_off && !trails) {
        let clause_end = complement::scope_end(p, start, Frame::Clause);
        return Some((speaker, vec![relative..start, end..clause_end], Form::Preposition));
    }
    let mut scope = Vec::new();
    if !opens || start > p.start {
        scope.push(sentence_start(p, start, opens)..start);
    }
    // What trails the speaker ("repris par les médias officiels") is the outlet's until the next comma.
    let from = if opens || !trails { end } else { incise_end };
    scope.push(from..complement::scope_end(p, start.max(from.saturating_sub(1)), Frame::Clause));
    scope.retain(|range| !range.is_empty());
    Some((speaker, scope, Form::Preposition))
}

/// At the head of the sentence, or after a conjunction, an adverb, a semicolon or a colon.
fn opens_clause(p: &Phrases, start: usize) -> bool {
    let mut at = start;
    while at > p.start {
        let token = at - 1;
        if p.is_mark(token, ";") || p.is_mark(token, ":") || p.is_mark(token, ")") {
            return true;
        }
        let small =
            matches!(p.norm(token), "et" | "mais" | "car" | "or" | "toujours" | "ainsi" | "aussi" | "que" | "qu'" | "enfin" | "donc")
                || p.is_quote(token)
                || p.kind(token) == Some(Kind::Number)
                || p.kind(token) == Some(Kind::Stop);
        // "Toutefois, pour les experts, …"
        let linked = p.is_comma(token) && (p.start..token).all(|t| is_link(p, t));
        if !small && !linked {
            return false;
        }
        at = if linked { p.start } else { token };
    }
    true
}

/// A word that only ties the sentence to the one before: "Toutefois", "En outre".
fn is_link(p: &Phrases, token: usize) -> bool {
    let form = p.document.form(token);
    form.pos.contains(Pos::Adverb)
        || form.pos.contains(Pos::Conjunction)
        || matches!(&*form.norm, "en" | "outre" | "par" | "ailleurs" | "à" | "ce" | "effet")
}

/// A semicolon before begins what is reported anew.
fn sentence_start(p: &Phrases, start: usize, opens: bool) -> usize {
    if opens {
        return start;
    }
    (p.start..start).rev().find(|t| p.is_mark(*t, ";")).map_or(p.start, |t| t + 1)
}

fn closes(p: &Phrases, end: usize) -> bool {
    p.is_comma(end)
        || p.is_mark(end, ")")
        || (end..p.end.min(end + 8)).any(|t| p.is_comma(t)) && (end..p.end).take_while(|t| !p.is_comma(*t)).all(|t| !p.is_finite(t))
}
