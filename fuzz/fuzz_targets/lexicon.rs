//! Any file of an axis: a lexicon, or problems with lines that the file has.
#![no_main]

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::source::{File, read};
use libfuzzer_sys::fuzz_target;

const IDENTITY: &str = "id='x'\nversion='1'\nlicence='CC0'\ntitle={fr='x',en='x'}\ndescription={fr='x',en='x'}";

fuzz_target!(|text: &str| {
    let files = [File { name: "lexicon.toml".into(), text: IDENTITY.into() }, File { name: "axe.toml".into(), text: text.into() }];
    let problems = match read(&files, &[]) {
        Ok(lexicon) => Instrument::new(vec![lexicon], Lang::Fr).err(),
        Err(problems) => Some(problems),
    };
    let lines = text.lines().count().max(IDENTITY.lines().count());
    for problem in problems.map(|problems| problems.0).unwrap_or_default() {
        assert!(problem.line <= lines + 1, "{} of {lines}: {}", problem.line, problem.message(Lang::Fr));
    }
});
