//! What is read from each format of text.

use crate::files::{Files, gzip, zip, zstd};
use cadrage::corpus::{Genre, Mark, Names};

#[test]
fn a_text_holds_several_articles_after_lines_of_equals_signs() {
    let text = "Média : La Gazette\r\nDate : 9 novembre 2017, 16h51\r\nTitre : Le pont tient\r\n\r\nLe pont a tenu.\r\nTout va bien.\r\n\
        =====\r\nMédia : Le Fanal\r\n\r\nLe pont : fermé depuis lundi.\r\n========\r\nSans rien en tête.\r\n";
    let files = Files::new(&[("presse.txt", text.as_bytes())]);
    let articles = files.articles("presse.txt");
    let ids: Vec<&str> = articles.iter().map(|a| &*a.id).collect();
    assert_eq!(ids, ["presse.txt#1", "presse.txt#2", "presse.txt#3"]);
    assert_eq!(articles[0].text, "Le pont tient\n\nLe pont a tenu.\r\nTout va bien.");
    assert_eq!((articles[0].meta.outlet.as_deref(), articles[0].meta.date.as_deref()), (Some("La Gazette"), Some("2017-11-09")));
    assert_eq!((&*articles[1].text, articles[1].meta.outlet.as_deref()), ("Le pont : fermé depuis lundi.", Some("Le Fanal")));
    assert_eq!(articles[2].text, "Sans rien en tête.");
    let one = Files::new(&[("a.txt", "Titre : ceci reste.\n-----\nLe texte.\n".as_bytes())]).articles("a.txt");
    assert_eq!(one[0].text, "Titre : ceci reste.\n-----\nLe texte.\n", "without the mark nothing is taken from a text");
}

#[test]
fn iramuteq_corpora_keep_their_variables() {
    let corpus = "**** *id_un *media_La_Gazette *date_2017-11-09 *sexe_f\nLe pont a tenu.\n-*thème_pont\nTout va bien.\n\n**** *source_Fanal\nAutre texte.\n";
    let articles = Files::new(&[("c.txt", corpus.as_bytes())]).articles("c.txt");
    assert_eq!(articles.len(), 2);
    assert_eq!((&*articles[0].id, &*articles[0].text), ("un", "Le pont a tenu.\nTout va bien."));
    assert_eq!((articles[0].meta.outlet.as_deref(), articles[0].meta.date.as_deref()), (Some("La Gazette"), Some("2017-11-09")));
    assert_eq!((&*articles[1].id, articles[1].meta.outlet.as_deref()), ("c.txt#2", Some("Fanal")));
}

#[test]
fn json_comes_as_an_array_as_lines_or_as_one_object() {
    let article =
        |n: u8| format!("{{\"titre\": \"Pont {n}\", \"texte\": \"Le \\\"pont\\\" [n° {n}], dit-on.\", \"journal\": \"La Gazette\"}}");
    let cases = [
        ("a.json", format!("[\n  {},\n  {}\n]\n", article(1), article(2)), [2, 3]),
        ("b.jsonl", format!("{}\n\n{}\n", article(1), article(2)), [1, 3]),
        ("c.json", format!("{}\n{}", article(1).replace(", \"", ",\n\""), article(2)), [1, 4]),
    ];
    for (name, text, _) in &cases {
        let articles = Files::new(&[(name, text.as_bytes())]).articles(name);
        assert_eq!(articles.len(), 2, "{name}");
        assert_eq!(articles[1].text, "Pont 2\n\nLe \"pont\" [n° 2], dit-on.", "{name}");
        assert_eq!(articles[1].id, format!("{name}#2"));
        assert_eq!(articles[1].meta.outlet.as_deref(), Some("La Gazette"));
    }
    for (name, text, lines) in cases {
        let text = text.replace("texte", "rien");
        let (_, rejected) = Files::new(&[(name, text.as_bytes())]).read(name);
        let found: Vec<u64> = rejected.iter().filter_map(|one| one.line).collect();
        assert_eq!(found, lines, "{name}: the line each object begins on");
    }
}

#[test]
fn columns_with_other_names_are_given_by_the_user() {
    let files = Files::new(&[
        ("a.csv", "n;papier;gazette\n1;Le pont tient.;Le Fanal\n".as_bytes()),
        ("b.jsonl", b"{\"papier\": \"Le pont tient.\"}"),
    ]);
    assert_eq!(files.read("a.csv").1.len(), 1, "nothing is guessed");
    let mut names = Names::default();
    assert!(names.add("texte=papier") && names.add("outlet=Gazette") && names.add("id=n"));
    assert!(!names.add("papier") && !names.add("couleur=papier") && !names.add("texte="));
    let (articles, _) = files.read_with("a.csv", &names);
    assert_eq!((&*articles[0].id, &*articles[0].text, articles[0].meta.outlet.as_deref()), ("1", "Le pont tient.", Some("Le Fanal")));
    assert_eq!(files.read_with("b.jsonl", &names).0.len(), 1);
}

#[test]
fn tei_gives_texts_and_what_headers_say() {
    let tei = "<?xml version='1.0'?>\n<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>Le pont tient</title><author>Anne Roux</author></titleStmt>\
        <publicationStmt><publisher>Labo</publisher><date>2020</date><idno>g-1</idno></publicationStmt><sourceDesc><bibl><title level='j'>La Gazette</title><date when='2017-11-09'>hier</date>\
        <ref target='https://gazette.example/1'/></bibl></sourceDesc></fileDesc></teiHeader>\n<text><body><head>Le pont tient</head><p>Le <hi>pont</hi>\n a tenu&#160;; l&apos;été<note>à voir</note> vient.<lb/>Oui.</p><p>Fin &eacute;crite.</p></body></text></TEI>";
    let articles = Files::new(&[("a.xml", tei.as_bytes())]).articles("a.xml");
    assert_eq!(articles[0].text, "Le pont tient\n\nLe pont a tenu\u{a0}; l'été vient.\nOui.\n\nFin écrite.");
    assert_eq!(articles[0].id, "g-1");
    let meta = &articles[0].meta;
    assert_eq!((meta.outlet.as_deref(), meta.date.as_deref()), (Some("La Gazette"), Some("2017-11-09")));
    assert_eq!((meta.author.as_deref(), meta.url.as_deref()), (Some("Anne Roux"), Some("https://gazette.example/1")));
    assert!(articles[0].marked.iter().any(|(mark, _)| *mark == Mark::Title));
}

#[test]
fn txm_texts_are_put_together_from_their_words() {
    let word = |form: &str| format!("<w id='w'><txm:form>{form}</txm:form><txm:ana type='#pos'>NOM</txm:ana></w>\n");
    let words: String = ["L'", "armée", ",", "dit", "-on", ",", "a", "repris", "la", "ville", "."].iter().map(|w| word(w)).collect();
    let txm = format!(
        "<corpus><text id='t1' journal='La Gazette' date='2017-11-09'><p>{words}</p></text><text id='t2'><p>Deux.</p></text></corpus>"
    );
    let articles = Files::new(&[("c.xml", txm.as_bytes())]).articles("c.xml");
    assert_eq!(articles[0].text, "L'armée, dit -on, a repris la ville.");
    assert_eq!((&*articles[0].id, articles[0].meta.outlet.as_deref(), &*articles[1].text), ("t1", Some("La Gazette"), "Deux."));
    let files = Files::new(&[
        ("metadata.csv", "id,media,date\na,Le Fanal,2017-11-10\n".as_bytes()),
        ("a.xml", "<text><p>Le pont tient.</p></text>".as_bytes()),
    ]);
    let articles = files.articles("");
    assert_eq!((articles.len(), articles[0].meta.outlet.as_deref()), (1, Some("Le Fanal")), "TXM's own table of texts");
}

#[test]
fn feeds_give_their_entries() {
    let rss = "<?xml version='1.0'?><rss version='2.0' xmlns:content='c' xmlns:dc='d'><channel><title>La Gazette</title><item><title>Le pont &amp;amp; la ville</title><link>https://gazette.example/1</link>\
        <guid>https://gazette.example/1</guid><pubDate>Thu, 09 Nov 2017 16:51:00 +0100</pubDate><dc:creator>Anne Roux</dc:creator><description>Résumé.</description>\
        <content:encoded><![CDATA[<p>Le pont a tenu.</p><p>Tout <b>va</b> bien.</p>]]></content:encoded></item><item><title>Bref</title><description>Court.</description></item></channel></rss>";
    let articles = Files::new(&[("f.xml", rss.as_bytes())]).articles("f.xml");
    assert_eq!(articles[0].text, "Le pont & la ville\n\nLe pont a tenu.\n\nTout va bien.");
    assert_eq!((&*articles[0].id, &*articles[1].id), ("https://gazette.example/1", "f.xml#2"));
    let meta = &articles[0].meta;
    assert_eq!(
        (meta.outlet.as_deref(), meta.date.as_deref(), meta.author.as_deref()),
        (Some("La Gazette"), Some("2017-11-09"), Some("Anne Roux"))
    );
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Le Fanal</title><entry><title>Le pont</title><link rel='alternate' href='https://fanal.example/2'/><id>tag:fanal.example,2017:2</id>\
        <updated>2017-11-10T08:00:00Z</updated><author><name>Luc Ney</name></author><content type='xhtml'><div xmlns='x'><p>Un.</p><p>Deux.</p></div></content></entry></feed>";
    let articles = Files::new(&[("f.atom", atom.as_bytes())]).articles("f.atom");
    assert_eq!(articles[0].text, "Le pont\n\nUn.\n\nDeux.");
    let meta = &articles[0].meta;
    assert_eq!(
        (meta.outlet.as_deref(), meta.date.as_deref(), meta.author.as_deref()),
        (Some("Le Fanal"), Some("2017-11-10"), Some("Luc Ney"))
    );
    assert_eq!(meta.url.as_deref(), Some("https://fanal.example/2"));
}

#[test]
fn europresse_exports_give_each_article_with_its_header() {
    let article = |n: u8| {
        format!(
            "<article><header><div class='rdp__DocPublicationName'><span class='DocPublicationName'>La Gazette, no. 12{n}</span></div><div><span class='DocHeader'>Région, jeudi {n} novembre 2017 312 mots, p. 4</span></div>\
             <div class='titreArticle'><p class='sm-margin-TopNews titreArticleVisu rdp__articletitle'>Le pont tient, {n}</p></div><p class='sm-margin-bottomNews'>Anne Roux</p></header>\
             <section><div class='DocText clearfix'><div class='docOcurrContainer'><p>Le <mark>pont</mark> a tenu.</p><p>Fin {n}.</p></div></div></section><footer>Tous droits réservés</footer></article>"
        )
    };
    let page = format!("<html><body>{}{}</body></html>", article(8), article(9));
    let articles = Files::new(&[("e.HTML", page.as_bytes())]).articles("e.HTML");
    assert_eq!(articles.len(), 2);
    assert_eq!(articles[1].text, "Le pont tient, 9\n\nLe pont a tenu.\n\nFin 9.");
    let meta = &articles[1].meta;
    assert_eq!(
        (meta.outlet.as_deref(), meta.date.as_deref(), meta.author.as_deref()),
        (Some("La Gazette"), Some("2017-11-09"), Some("Anne Roux"))
    );
}

#[test]
fn factiva_exports_give_each_article_by_codes_or_by_layout() {
    let coded = "<div class=\"article frArticle\"><table><tr><td><b>HD</b></td><td>Le pont tient</td></tr><tr><td><b>BY</b></td><td>Anne Roux</td></tr><tr><td><b>PD</b></td><td>9 novembre 2017</td></tr>\
        <tr><td><b>SN</b></td><td>La Gazette</td></tr><tr><td><b>LP</b></td><td><p class=\"articleParagraph frarticleParagraph\">Le pont a tenu.</p></td></tr><tr><td><b>TD</b></td><td><p class=\"articleParagraph frarticleParagraph\">Fin.</p></td></tr>\
        <tr><td><b>AN</b></td><td>Document GAZ0000020171109edb90001</td></tr></table></div>";
    let plain = "<div class=\"article frArticle\"><div id=\"hd\"><span class=\"frHeadline\">Le pont ferme</span></div><div class=\"author\">Luc Ney</div><div>310 mots</div><div>10 novembre 2017</div><div>16:51</div><div>Le Fanal</div><div>FANAL</div>\
        <div>Français</div><p class=\"articleParagraph frarticleParagraph\">Le pont a fermé.</p><p class=\"articleParagraph frarticleParagraph\">Fin.</p></div>";
    let page = format!("<html><body>{coded}{plain}</body></html>");
    let articles = Files::new(&[("f.html", page.as_bytes())]).articles("f.html");
    let seen: Vec<_> =
        articles.iter().map(|a| (&*a.text, a.meta.outlet.as_deref(), a.meta.date.as_deref(), a.meta.author.as_deref())).collect();
    assert_eq!(
        seen,
        [
            ("Le pont tient\n\nLe pont a tenu.\n\nFin.", Some("La Gazette"), Some("2017-11-09"), Some("Anne Roux")),
            ("Le pont ferme\n\nLe pont a fermé.\n\nFin.", Some("Le Fanal"), Some("2017-11-10"), Some("Luc Ney")),
        ]
    );
    assert_eq!(articles[0].id, "GAZ0000020171109edb90001");
}

#[test]
fn archives_are_folders_and_packed_files_are_files() {
    let text = "Le pont a tenu.".as_bytes();
    let inner = zip(&[("z.txt", b"Au fond.")]);
    let archive = zip(&[
        ("corpus/manifest.csv", "file,outlet,genre\na.txt,La Gazette,opinion\nabsent.txt,X,\n".as_bytes()),
        ("corpus/a.txt", text),
        ("corpus/fanal/b.txt.gz", &gzip(text)),
        ("corpus/fanal/c.csv.zst", &zstd("titre,texte\nLe pont,Il tient.\n".as_bytes())),
        ("corpus/fanal/d.zip", &inner),
        ("__MACOSX/corpus/._a.txt", b"x"),
        ("corpus/photo.jpg", b"\xff\xd8"),
    ]);
    let files = Files::new(&[("presse/c.zip", &archive), ("d.jsonl.gz", &gzip("{\"texte\": \"Le pont.\"}\n".as_bytes()))]);
    let (articles, rejected) = files.read("presse");
    let seen: Vec<_> = articles.iter().map(|a| (&*a.id, a.meta.outlet.as_deref())).collect();
    assert_eq!(
        seen,
        [
            ("c.zip/corpus/a.txt", Some("La Gazette")),
            ("c.zip/corpus/fanal/b.txt.gz", Some("fanal")),
            ("c.zip/corpus/fanal/c.csv.zst#1", Some("fanal")),
            ("c.zip/corpus/fanal/d.zip/z.txt", Some("fanal")),
        ]
    );
    assert_eq!(articles[0].meta.genre, Some(Genre::Opinion));
    assert_eq!(rejected.len(), 1, "the manifest's missing file");
    assert_eq!(files.articles("d.jsonl.gz")[0].id, "d.jsonl.gz#1");
}
