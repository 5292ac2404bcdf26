//! Any pattern and guard, on any text: refused, or its matches lie in the text.
#![no_main]

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::source::{File, read};
use libfuzzer_sys::fuzz_target;

const IDENTITY: &str = "id='x'\nversion='1'\nlicence='CC0'\ntitle={fr='x',en='x'}\ndescription={fr='x',en='x'}";

// The first line is the pattern, the second a guard, the rest the text.
fuzz_target!(|input: &str| {
    let mut lines = input.splitn(3, '\n');
    let mut next = || lines.next().unwrap_or_default();
    let (pattern, guard, text) = (format!("{:?}", next()), format!("{:?}", next()), next());
    let axis = format!(
        "axis='a'\ntitle={{fr='x',en='x'}}\nquestion={{fr='x',en='x'}}\n[[pole]]\nid='p'\nword={{fr='x',en='x'}}\n[[marker]]\nname='m'\npole='p'\nmatch=[{pattern}]\nunless=[{guard}]\n"
    );
    let files = [File { name: "lexicon.toml".into(), text: IDENTITY.into() }, File { name: "axe.toml".into(), text: axis }];
    if let Ok(lexicon) = read(&files, &[])
        && let Ok(instrument) = Instrument::new(vec![lexicon], Lang::Fr)
    {
        let document = instrument.read(text);
        for hit in cadrage::matching::find_all(&document, &instrument.lexicons).markers {
            assert!(text.get(hit.span.start..hit.span.end).is_some_and(|found| !found.is_empty()));
        }
    }
});
