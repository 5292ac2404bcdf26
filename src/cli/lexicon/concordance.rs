//! Matches one below the other, their left and right contexts aligned.

use crate::corpus::Article;
use crate::lang::Lang;
use crate::lexicon::Marker;
use crate::matching::Verdict;
use crate::matching::judge::Judged;
use crate::text::window;

/// Columns of context on either side.
const CONTEXT: usize = 40;
/// Matches up to this long leave the columns after them aligned.
const USUAL_MATCH: usize = 16;

/// How many matches were kept, and what dropped the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    kept: usize,
    except: usize,
    no_only: usize,
    unless: usize,
    covered: usize,
}

impl Counts {
    pub fn add(&mut self, other: &Counts) {
        self.kept += other.kept;
        self.except += other.except;
        self.no_only += other.no_only;
        self.unless += other.unless;
        self.covered += other.covered;
    }

    fn count(&mut self, judged: &Judged) {
        *match judged.verdict {
            Verdict::Kept { .. } if judged.covered => &mut self.covered,
            Verdict::Kept { .. } => &mut self.kept,
            Verdict::Except(_) => &mut self.except,
            Verdict::NoOnly => &mut self.no_only,
            Verdict::Unless(_) => &mut self.unless,
        } += 1;
    }

    /// The summary line.
    pub fn in_words(&self, lang: Lang) -> String {
        let dropped = self.except + self.no_only + self.unless + self.covered;
        let by = [
            (self.except, "except", "except"),
            (self.no_only, "only", "only"),
            (self.unless, "unless", "unless"),
            (self.covered, "recouverts", "covered"),
        ];
        let by: Vec<String> = by.iter().filter(|(n, ..)| *n > 0).map(|(n, fr, en)| format!("{} {n}", lang.pick(*fr, *en))).collect();
        let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
        let (kept, found) = (self.kept, self.kept + dropped);
        lang.pick(
            format!("passages trouvés : {found} ; gardés : {kept} ; écartés : {dropped}{by}\n"),
            format!("matches: {found}; kept: {kept}; dropped: {dropped}{by}\n"),
        )
    }
}

/// The matches of one article, a line each.
pub struct Lines {
    pub text: String,
    pub counts: Counts,
}

impl Lines {
    pub fn new(article: &Article, judged: &[Judged], marker: &Marker, lang: Lang) -> Self {
        let mut lines = Self { text: String::new(), counts: Counts::default() };
        for one in judged {
            lines.counts.count(one);
            let mark = if one.is_kept() { lang.pick("gardé ", "kept   ") } else { lang.pick("écarté", "dropped") };
            let (before, after) = (&article.text[..one.hit.span.start], &article.text[one.hit.span.end..]);
            let found = window::one_line(one.hit.span.of(&article.text));
            // Right context and match share a width, so that what follows is aligned too.
            let columns = (CONTEXT + USUAL_MATCH).saturating_sub(window::width(&found)).max(CONTEXT);
            let left = window::right_aligned(&window::before(before, CONTEXT), CONTEXT);
            let right = window::left_aligned(&window::after(after, CONTEXT), columns);
            let reason = reason(one, marker, lang);
            let line = format!("{mark} {left}[{found}]{right}  {}  {reason}", window::one_line(&article.id));
            lines.text += line.trim_end();
            lines.text.push('\n');
        }
        lines
    }
}

/// Which guard decided; nothing where none was asked.
fn reason(one: &Judged, marker: &Marker, lang: Lang) -> String {
    let text = |lines: &[crate::lexicon::schema::Line], at: usize| lines.get(at).map(|line| line.text.clone()).unwrap_or_default();
    let by = |verb: &str, kind: &str, guard: String| lang.pick(format!("{verb} {kind} « {guard} »"), format!("{verb} {kind} \"{guard}\""));
    let dropped = lang.pick("écarté par", "dropped by");
    match one.verdict {
        Verdict::Kept { .. } if one.covered => {
            lang.pick("écarté : un passage plus long le recouvre", "dropped: a longer match covers it").into()
        }
        Verdict::Kept { only: None } => String::new(),
        Verdict::Kept { only: Some(at) } => by(lang.pick("gardé par", "kept by"), "only", text(&marker.only, at)),
        Verdict::Except(at) => by(dropped, "except", text(&marker.except, at)),
        Verdict::NoOnly => lang.pick("écarté : aucun only ne tient", "dropped: no only holds").into(),
        Verdict::Unless(at) => by(dropped, "unless", text(&marker.unless, at)),
    }
}
