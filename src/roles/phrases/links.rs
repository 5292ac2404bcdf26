//! Words that join or open clauses, liken, or say how much: read by their name.

use super::chunk::Kind;
use super::reader::Reader;
use super::words;
use crate::text::closed_classes::ClosedClasses;
use crate::text::morphology::Pos;
use crate::text::tokenizer::Kind as TokenKind;

/// What may be read by its name.
pub(super) const BY_NAME: ClosedClasses = ClosedClasses::JUNCTOR
    .or(ClosedClasses::DEGREE)
    .or(ClosedClasses::CONNECTOR)
    .or(ClosedClasses::LOCUTIVE)
    .or(ClosedClasses::DEFINITE_ARTICLE);

impl<V: Fn(usize) -> bool> Reader<'_, '_, V> {
    /// Reads the word that comes next where its name tells how; false where it does not.
    pub(super) fn reads_by_name(&mut self) -> bool {
        let token = self.at;
        let classes = self.classes(token);
        if classes.are(ClosedClasses::JUNCTOR) {
            self.juncture(token);
            return true;
        }
        match self.likened(token) {
            0 if classes.are(ClosedClasses::DEGREE) => self.degree(token),
            0 if classes.are(ClosedClasses::CONNECTOR) => self.connector(token),
            // "de même que"
            0 if self.norm(token + 1) == "même" && self.norm(token) == "de" && matches!(self.norm(token + 2), "que" | "qu'") => {
                self.mark(Kind::Coordinator, 3);
                true
            }
            0 => self.superlative(token),
            words => {
                self.mark(Kind::Coordinator, words);
                true
            }
        }
    }

    /// What begins a clause or goes on with a list.
    fn juncture(&mut self, token: usize) {
        match self.norm(token) {
            "qui" if self.preposition.is_none() => self.mark(Kind::Who, 1),
            // "n'a visé que des casernes"
            "que" | "qu'" if self.is_restricted(token) => self.at += 1,
            "que" | "qu'" => self.mark(Kind::That, 1),
            "lequel" | "laquelle" | "lesquels" | "lesquelles"
                if self.preposition.is_none() && self.chunks.last().is_some_and(|chunk| chunk.is(&Kind::Comma)) =>
            {
                self.mark(Kind::Who, 1)
            }
            "lorsque" | "lorsqu'" | "quand" | "puisque" | "puisqu'" | "si" | "car" | "quoique" => self.mark(Kind::Subordinator, 1),
            // "les Russes et non les Français": the others do nothing.
            "et" if self.norm(token + 1) == "non" && !self.begins_verb(token + 2) => {
                let words = if self.norm(token + 2) == "pas" { 3 } else { 2 };
                self.preposition = Some((token, "non"));
                self.at += words;
            }
            "et" | "ou" | "ni" | "mais" | "puis" => self.mark(Kind::Coordinator, 1),
            // qui, dont, où, lequel, auquel, duquel
            _ => self.mark(Kind::Relative, 1),
        }
    }

    fn degree(&mut self, token: usize) -> bool {
        let (norm, next) = (self.norm(token), self.norm(token + 1));
        let of = matches!(next, "de" | "d'");
        match norm {
            "environ" => self.at += 1,
            // "près de Gao", but "près de cent hommes"
            "près" if of && !self.is_counted(token + 2) => {
                self.preposition = Some((token, "près"));
                self.at += 2;
            }
            // "plus de cent hommes": the noun phrase begins after it.
            _ if of => self.at += 2,
            // "une heure plus tard"
            "plus" | "moins" if matches!(next, "tard" | "tôt" | "loin") => self.at += 2,
            _ => return false,
        }
        true
    }

    fn connector(&mut self, token: usize) -> bool {
        let verb_follows = || self.next_word(token).is_some_and(|next| self.begins_verb(next));
        match self.norm(token) {
            "ainsi" if matches!(self.norm(token + 1), "que" | "qu'") => self.mark(Kind::Coordinator, 2),
            // "Or, Oslo a …": no gold.
            "or" if self.chunks.last().is_none_or(|chunk| chunk.is(&Kind::Mark))
                && self.document.tokens.get(token + 1).is_some_and(|next| next.kind == TokenKind::Comma) =>
            {
                self.at += 2;
            }
            // "comme l'a dit un ministre", "Comme il l'avait promis, …"
            "comme"
                if self.preposition.is_none()
                    && self.chunks.last().is_none_or(|chunk| matches!(chunk.kind, Kind::Comma | Kind::Mark))
                    && verb_follows() =>
            {
                self.mark(Kind::Subordinator, 1);
            }
            "même" if verb_follows() => self.at += 1,
            "lui-même" | "elle-même" | "eux-mêmes" | "elles-mêmes" => self.at += 1,
            _ => return false,
        }
        true
    }

    /// "dans les termes les plus forts"
    fn superlative(&mut self, token: usize) -> bool {
        let is_superlative = self.classes(token + 1).are(ClosedClasses::DEGREE)
            && matches!((self.norm(token), self.norm(token + 1)), ("le" | "la" | "les", "plus" | "moins"))
            && self.chunks.last().is_some_and(|chunk| chunk.noun().is_some() && chunk.tokens.end == token);
        if is_superlative {
            self.at += 2 + usize::from(self.pos(token + 2).contains(Pos::Adjective));
        }
        is_superlative
    }

    /// True for "que" right after a verb that "ne" alone negates.
    fn is_restricted(&self, token: usize) -> bool {
        let Some(last) = self.chunks.last().filter(|chunk| chunk.verb().is_some() && chunk.tokens.end == token) else { return false };
        // "rien n'indique que": nothing is left out.
        let nothing = |t: usize| matches!(self.norm(t), "rien" | "personne" | "nul" | "nulle" | "aucun" | "aucune");
        if self.chunks.iter().rev().nth(1).is_some_and(|chunk| chunk.tokens.clone().any(nothing)) {
            return false;
        }
        let negated = last.tokens.clone().any(|t| matches!(self.norm(t), "ne" | "n'"));
        negated && !last.tokens.clone().any(|t| matches!(self.norm(t), "pas" | "plus" | "jamais"))
    }

    /// "Oslo, tout comme Lima, livre": how many words liken what comes to what an open comma follows; 0 where none do.
    fn likened(&self, token: usize) -> usize {
        let after_comma = self.preposition.is_none() && self.chunks.last().is_some_and(|chunk| chunk.is(&Kind::Comma));
        if !after_comma || self.chunks.iter().rev().nth(1).is_none_or(|chunk| chunk.noun().is_none()) {
            return 0;
        }
        let words = words::likening(|at| self.norm(token + at));
        let near = token + words..self.sentence.end.min(token + words + 2);
        // "Oslo, comme Lima l'avait promis, livre" tells how.
        let named = (words > 0).then(|| near.into_iter().find(|t| self.is_name(*t))).flatten();
        let end = named.and_then(|name| (name..self.sentence.end).find(|t| !self.is_name(*t)));
        if end.is_some_and(|end| self.kind(end) == TokenKind::Comma) { words } else { 0 }
    }
}
