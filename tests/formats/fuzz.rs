//! Readers take whatever bytes a file of any name holds.

use crate::files::{Files, docx, gzip, zip};
use proptest::prelude::*;

const NAMES: &[&str] = &[
    "a.txt",
    "a.html",
    "a.docx",
    "a.odt",
    "a.xlsx",
    "a.csv",
    "a.tsv",
    "a.json",
    "a.jsonl",
    "a.xml",
    "a.rss",
    "a.zip",
    "a.txt.gz",
    "a.csv.zst",
    "a.zip.gz",
];

/// Pieces that mean something to one reader or another.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<TEI>",
        "</TEI>",
        "<text id='a'>",
        "</text>",
        "<p>",
        "</p>",
        "<w>",
        "</w>",
        "<lb/>",
        "<rss>",
        "<channel>",
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<entry>",
        "<link href='x'/>",
        "&eacute;",
        "&#0;",
        "&",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<article>",
        "</article>",
        "DocPublicationName",
        "<div class=\"article frArticle\">",
        "articleParagraph",
        "**** *id_a\n",
        "**** ",
        "=====\n",
        "Date : ",
        "{\"texte\": \"a\"}",
        "[",
        "]",
        "{",
        "}",
        "\"",
        ",",
        ";",
        "\n",
        "\r",
        "texte",
        "é",
        "a ",
        "\u{feff}",
        "\\",
        "<w:p>",
        "</w:p>",
        "<w:t>",
        "</w:t>",
        "<row r='9'>",
        "<c r='ZZZZZZ1'>",
        "<v>1</v>",
        "<si>",
        "<sheet r:id='a'/>",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic_under_any_name(bytes in prop::collection::vec(any::<u8>(), 0..300), text in pieces()) {
        let inside = zip(&[("word/document.xml", text.as_bytes()), ("content.xml", text.as_bytes()), ("xl/workbook.xml", text.as_bytes()),
            ("xl/_rels/workbook.xml.rels", b"<a><Relationship Id='a' Target='s.xml'/></a>"), ("xl/s.xml", text.as_bytes()), ("a.xml", text.as_bytes()), ("b.csv", &bytes)]);
        let mut spoilt = docx(&text, None);
        if let (Some(at), Some(byte)) = (bytes.first(), bytes.last()) {
            let at = usize::from(*at) * spoilt.len() / 256;
            spoilt[at] ^= byte;
        }
        for name in NAMES {
            for content in [&bytes[..], text.as_bytes(), &inside, &spoilt, &gzip(text.as_bytes())] {
                let (articles, rejected) = Files::new(&[(name, content)]).read(name);
                prop_assert!(articles.len() + rejected.len() > 0, "{name}: nothing is silently missing");
                for article in articles {
                    prop_assert!(!article.text.trim().is_empty());
                    prop_assert!(article.marked.iter().all(|(_, span)| article.text.get(span.start..span.end).is_some()));
                }
            }
        }
    }
}
