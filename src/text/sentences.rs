//! Where sentences end: own rules, since line breaks always end one and titles have no full stop.

use super::tokenizer::{Kind, RawToken};

/// Calls `emit` with the token range of each sentence of one line.
pub fn split(text: &str, tokens: &[RawToken], mut emit: impl FnMut(usize, usize)) {
    let mut first = 0;
    let mut at = 0;
    // Straight quotes look alike: an odd one opens, an even one closes.
    let mut straight = 0usize;
    while at < tokens.len() {
        let token = &tokens[at];
        if is_straight(text, token) {
            straight += 1;
        }
        at += 1;
        if token.kind != Kind::Stop {
            continue;
        }
        while at < tokens.len() && (tokens[at].kind == Kind::Stop || closes(text, &tokens[at], straight)) {
            if is_straight(text, &tokens[at]) {
                straight += 1;
            }
            at += 1;
        }
        if at < tokens.len() && begins_sentence(text, tokens, at, &text[token.start..token.end]) {
            emit(first, at);
            first = at;
        }
    }
    if first < tokens.len() {
        emit(first, tokens.len());
    }
}

fn is_straight(text: &str, token: &RawToken) -> bool {
    token.kind == Kind::Quote && &text[token.start..token.end] == "\""
}

/// True for a mark that belongs to the sentence just ended.
fn closes(text: &str, token: &RawToken, straight: usize) -> bool {
    match &text[token.start..token.end] {
        "»" | "”" | "›" | ")" | "]" => true,
        "\"" => straight % 2 == 1,
        _ => false,
    }
}

/// True where the token after a full stop can open a sentence.
fn begins_sentence(text: &str, tokens: &[RawToken], at: usize, stop: &str) -> bool {
    let next = &tokens[at];
    let surface = &text[next.start..next.end];
    match next.kind {
        Kind::Word => surface.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase),
        // "3.5" never comes here; "n°. 5" and "… 12 morts" after an ellipsis do not open a sentence.
        Kind::Number => stop != "…",
        Kind::Quote => tokens.get(at + 1).is_some_and(|after| {
            let word = &text[after.start..after.end];
            after.kind == Kind::Number || word.starts_with(char::is_uppercase) || word.starts_with(['[', '('])
        }),
        Kind::Mark => matches!(surface, "(" | "[" | "-" | "–" | "—" | "•" | "--"),
        Kind::Comma | Kind::Stop => false,
    }
}
