//! Any text, through tokenizer, matcher, voice and roles: every place found lies in it.
#![no_main]

use cadrage::corpus::{Article, Keep, Meta};
use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::load;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static INSTRUMENT: LazyLock<Instrument> = LazyLock::new(|| {
    let mut lexicons = load::default_lexicons().expect("built-in lexicons");
    lexicons.extend(load::auxiliary_lexicons().expect("built-in lexicons"));
    Instrument::new(lexicons, Lang::Fr).expect("sound lexicons")
});

fuzz_target!(|text: &str| {
    let article = Article {
        id: "a".into(),
        path: "a".into(),
        text: text.into(),
        meta: Meta::default(),
        marked: Vec::new(),
        keep: Keep::Found,
        left_out: Vec::new(),
        warnings: Vec::new(),
    };
    let record = INSTRUMENT.score(&article);
    assert_eq!(record.chars, text.chars().count());
    let found = |start: usize, end: usize, said: &str| assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), said);
    for hit in &record.hits {
        found(hit.start, hit.end, &hit.text);
    }
    for role in &record.roles {
        found(role.start, role.end, &role.text);
    }
});
