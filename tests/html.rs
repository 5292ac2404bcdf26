//! Saved web pages: what the head says, the main article of several, and what extraction leaves out.

use cadrage::corpus::{Article, Mark, read};
use std::fs;

const FIRST: &str = "<p>Le conseil de la vallée a adopté mardi le plan de sauvegarde du vieux pont, après trois heures de débat, et chacun des maires s'en félicite devant la presse locale.</p>";

fn article(page: &str) -> Article {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("page.html");
    fs::write(&path, page).expect("a file");
    read(&[path]).next().expect("an outcome").unwrap_or_else(|r| panic!("{r:?}"))
}

#[test]
fn metadata_come_from_json_ld_open_graph_and_the_address() {
    let ld = r#"<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Le pont rouvrira","datePublished":"2024-05-03T10:00:00+02:00","author":{"@type":"Person","name":"Anne Roux"},"articleSection":["Vallée"],"description":"Fermé depuis février, le pont a passé tous ses contrôles de sécurité.","publisher":{"@type":"Organization","name":"La Gazette"}}]}</script>"#;
    let page = |head: &str| {
        format!(
            "<html lang=fr><head><meta charset=utf-8><title>Le pont rouvrira</title>{head}</head><body><article><h1>Le pont rouvrira</h1><p>Fermé depuis février, le pont a passé tous ses contrôles de sécurité.</p>{}</article></body></html>",
            FIRST.repeat(4)
        )
    };
    let from_ld = article(&page(ld));
    assert_eq!(from_ld.meta.section.as_deref(), Some("Vallée"));
    let lead = from_ld.marked.iter().find(|(mark, _)| *mark == Mark::Lead).map(|(_, span)| span.of(&from_ld.text));
    assert_eq!(lead, Some("Fermé depuis février, le pont a passé tous ses contrôles de sécurité."));
    let og = article(&page(
        "<meta property='og:site_name' content='La Gazette'><meta property='article:section' content='Monde'><meta name=author content='Anne Roux'><link rel=canonical href='https://www.gazette.example/pont'>",
    ));
    assert_eq!((og.meta.outlet.as_deref(), og.meta.section.as_deref()), (Some("La Gazette"), Some("Monde")));
    assert_eq!((og.meta.author.as_deref(), og.meta.url.as_deref()), (Some("Anne Roux"), Some("https://www.gazette.example/pont")));
    let bare = article(&page("<link rel=canonical href='https://www.gazette.example/pont'>"));
    assert_eq!(bare.meta.outlet.as_deref(), Some("gazette.example"), "nothing else names the outlet");
    assert_eq!(article(&page("")).meta.outlet, None);
}

#[test]
fn of_several_articles_the_main_one_is_read() {
    let other = FIRST.replace("pont", "moulin").repeat(6);
    let page = format!(
        "<html><head><meta charset=utf-8><title>Le pont sera sauvé</title><meta property='og:title' content='Le pont sera sauvé'></head><body><main><article><h2>Le moulin sera sauvé</h2>{other}</article><article><h2>Le pont sera sauvé</h2>{}</article></main></body></html>",
        FIRST.repeat(5)
    );
    let read = article(&page);
    assert!(read.text.contains("vieux pont") && !read.text.contains("vieux moulin"), "{}", read.text);
    assert!(read.left_out.iter().any(|line| line.contains("vieux moulin")), "{:?}", read.left_out);
}

#[test]
fn no_word_of_a_page_is_silently_missing() {
    let page = format!(
        "<html><head><meta charset=utf-8><title>Le pont sera sauvé</title></head><body><nav><ul><li>Accueil</li><li>Météo</li></ul></nav><article><h1>Le pont sera sauvé</h1>{}</article><aside><p>Trois moulins à vendre</p></aside><script>var cache = 1;</script><footer>Mentions légales</footer></body></html>",
        FIRST.repeat(5)
    );
    let read = article(&page);
    let all = format!("{} {}", read.text, read.left_out.join(" "));
    for word in ["Accueil", "Météo", "Le pont sera sauvé", "débat", "Trois moulins à vendre", "Mentions légales"] {
        assert!(all.contains(word), "{word} is in neither: {all}");
    }
    assert!(!all.contains("cache"), "what nobody sees is not listed: {all}");
}
