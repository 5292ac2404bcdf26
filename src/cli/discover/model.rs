//! The pole or the contrast whose words are the model.

use crate::cli::Failure;
use crate::cli::concordance::select;
use crate::counts::concordance::Selection;
use crate::lang::Lang;
use crate::lexicon::{Axis, Compiled, Contrast, Lexicon, Pole};
use crate::text::slips::nearest;
use clap::ArgMatches;

/// Whose places are looked at.
pub struct Model {
    /// As the user named it.
    pub name: String,
    kind: Kind,
}

enum Kind {
    Pole(Selection),
    Contrast { lexicon: String, contrast: Contrast },
}

impl Model {
    /// What `--pole` or `--contrast` asks for.
    pub fn asked(args: &ArgMatches, lexicons: &[Lexicon], lang: Lang) -> Result<Self, Failure> {
        if let Some(name) = args.get_one::<String>("pole") {
            let selection = select::of_lexicons("pole", name, lexicons, lang)?;
            return Ok(Self { name: name.clone(), kind: Kind::Pole(selection) });
        }
        let name = args.get_one::<String>("contrast").cloned().unwrap_or_default();
        let all = || lexicons.iter().flat_map(|lexicon| lexicon.contrasts.iter().map(move |contrast| (lexicon, contrast)));
        match all().find(|(_, contrast)| contrast.id == name) {
            Some((lexicon, contrast)) => {
                let kind = Kind::Contrast { lexicon: lexicon.identity.id.clone(), contrast: contrast.clone() };
                Ok(Self { name, kind })
            }
            None => {
                let known: Vec<&str> = all().map(|(_, contrast)| &*contrast.id).collect();
                let near = nearest(&name, known.iter().copied(), 3);
                let hint = if near.is_empty() { known.join(", ") } else { near.join(", ") };
                Err(lang.pick(
                    format!("--contrast {name} : aucun contraste de ce nom\n    conseil : {hint}"),
                    format!("--contrast {name}: no contrast of that name\n    hint: {hint}"),
                ))
            }
        }
    }

    /// The pole with its axis, as a lexicon declares them; none of a contrast.
    pub fn pole<'l>(&self, lexicons: &'l [Lexicon]) -> Option<(&'l Axis, &'l Pole)> {
        let takes = |id: &str, axis: &Axis, pole: &Pole| match &self.kind {
            Kind::Pole(selection) => selection.takes_marker(id, &axis.id, &pole.id, ""),
            Kind::Contrast { .. } => false,
        };
        let axes = lexicons.iter().flat_map(|lexicon| lexicon.axes.iter().map(move |axis| (&lexicon.identity.id, axis)));
        axes.flat_map(|(id, axis)| axis.poles.iter().map(move |pole| (id, axis, pole)))
            .find(|(id, axis, pole)| takes(id, axis, pole))
            .map(|(_, axis, pole)| (axis, pole))
    }

    /// True for the markers of the model, by index.
    pub fn takes(&self, lexicons: &Compiled, marker: usize) -> bool {
        let compiled = &lexicons.markers[marker];
        let (id, axis, source) = (&lexicons.lexicons[compiled.lexicon].identity.id, &lexicons.axis(compiled).id, lexicons.source(compiled));
        match &self.kind {
            Kind::Pole(selection) => selection.takes_marker(id, axis, &source.pole, &source.name),
            Kind::Contrast { lexicon, contrast } => {
                lexicon == id && contrast.members.iter().any(|member| member.takes(axis, &source.pole, &source.name))
            }
        }
    }
}
