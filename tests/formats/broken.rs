//! Tables and JSON with something wrong in the middle: it costs what is broken, never in silence what stands around it.

use crate::files::{Files, messages};
use cadrage::corpus::Reason;

/// The texts that are read, and the line and reason of each refusal.
fn read(name: &str, text: &str) -> (Vec<String>, Vec<(u64, Reason)>) {
    let files = Files::new(&[(name, text.as_bytes())]);
    files.refused(name);
    let (articles, rejected) = files.read(name);
    let lines = rejected.iter().map(|one| (one.line.expect("a line"), one.reason.clone())).collect();
    (articles.into_iter().map(|article| article.text).collect(), lines)
}

#[test]
fn rows_have_as_many_cells_as_the_header() {
    let table = "date;texte;média\n1;Les rebelles ; ont repris la ville.;Le Fanal\n2;Le pont tient.;Le Fanal\n3;Il cède.\n4;\"Deux ; trois.\";Le Fanal\n";
    let (texts, wrong) = read("a.csv", table);
    assert_eq!(texts, ["Le pont tient.", "Deux ; trois."]);
    assert_eq!(wrong, [(2, Reason::TooManyCells { found: 4, expected: 3 }), (4, Reason::TooFewCells { found: 2, expected: 3 })]);
    let (texts, wrong) = read("a.csv", "texte\nLe pont, dit-on, tient.\nIl cède.\n");
    assert_eq!((&texts[..], &wrong[..]), (&["Il cède.".to_owned()][..], &[(2, Reason::TooManyCells { found: 3, expected: 1 })][..]));
}

#[test]
fn empty_columns_at_the_end_count_for_nothing() {
    for table in [
        "titre,texte\nPont,Il tient.,,,\nVille,Elle dort.\n",
        "titre,texte,,\nPont,Il tient.,,\nVille,Elle dort.\n",
        "titre,texte,\nPont,Il tient., \nVille,Elle dort.,sans nom\n",
        "titre,texte\r\n\"Pont\" ,\"Il tient.\",\"\"\r\n\r\nVille,Elle dort.\r\n",
    ] {
        let (texts, wrong) = read("a.csv", table);
        assert_eq!((texts, wrong), (vec!["Pont\n\nIl tient.".to_owned(), "Ville\n\nElle dort.".into()], vec![]), "{table}");
    }
}

#[test]
fn a_stray_quotation_mark_costs_its_line() {
    let row = |n: usize| format!("{n},Titre {n},Le pont numéro {n} tient.\n");
    let rows = |from: usize, to: usize| (from..to).map(row).collect::<String>();
    for (spoilt, more) in
        [("9,T,\"Il a dit que\n", ""), ("9,T,\"Il a dit que\n", "40,\"Titre, 40\",\"Fin.\"\n"), ("9,T,\"Le \"Monde\" le dit.\n", "")]
    {
        let table = format!("id,titre,texte\n{}{spoilt}{}{more}{}", rows(0, 9), rows(10, 30), rows(50, 60));
        let (texts, wrong) = read("a.csv", &table);
        assert_eq!(texts.len(), 39 + usize::from(!more.is_empty()), "{spoilt}{more}");
        assert_eq!(wrong, [(11, Reason::UnclosedQuote)], "{spoilt}{more}");
    }
}

#[test]
fn the_rest_of_a_spoilt_row_is_no_row() {
    let table = "titre,texte\nUn,\"Le \"Monde\" dit :\nnon, oui\",\nDeux,Le pont tient.\n";
    let (texts, wrong) = read("a.csv", table);
    assert_eq!(texts, ["Deux\n\nLe pont tient."]);
    assert_eq!(wrong, [(2, Reason::UnclosedQuote), (3, Reason::UnclosedQuote)]);
    let prose = "La crue monte.\nLe pont tient.\nNul ne passe.\n".repeat(4);
    let (texts, wrong) = read("a.csv", &format!("titre,texte\nUn,\"{prose}\",trop\nDeux,Il tient.\n"));
    assert_eq!((texts.len(), wrong), (1, vec![(2, Reason::LostRows { lines: 13 })]));
}

#[test]
fn names_of_columns_that_do_not_end_are_named() {
    let (texts, wrong) = read("a.csv", "titre,\"texte\nUn,Deux.\nTrois,Quatre.\n");
    assert_eq!((texts.len(), wrong), (0, vec![(1, Reason::SpoiltHeader)]));
}

#[test]
fn a_cell_too_long_costs_its_row() {
    let long = "Le pont tient.\n".repeat(3 << 20);
    let (texts, wrong) = read("a.csv", &format!("titre,texte\nUn,\"{long}\"\nDeux,Il tient.\n"));
    assert_eq!((texts.len(), wrong), (1, vec![(2, Reason::TooLong { megabytes: 32 })]));
}

#[test]
fn files_put_one_behind_the_other_keep_no_mark() {
    let (texts, wrong) = read("a.csv", "\u{feff}titre,texte\n\"Un\",Le pont.\n\u{feff}\"Deux\",La ville.\n");
    assert_eq!((&texts[..], wrong.len()), (&["Un\n\nLe pont.".to_owned(), "Deux\n\nLa ville.".into()][..], 0));
    let (texts, wrong) = read("a.jsonl", "\u{feff}{\"texte\": \"Un.\"}\n\u{feff}{\"texte\": \"Deux.\"}\n");
    assert_eq!((texts.len(), wrong.len()), (2, 0));
}

#[test]
fn an_empty_field_hides_no_other_name_of_it() {
    for (name, text) in [
        ("a.jsonl", "{\"text\": \" \", \"content\": \"Un.\", \"outlet\": \"\", \"source\": \"Le Fanal\"}"),
        ("a.csv", "text,content,outlet,source\n,Un.,,Le Fanal\n"),
    ] {
        let article = Files::new(&[(name, text.as_bytes())]).articles(name).remove(0);
        assert_eq!((&*article.text, article.meta.outlet.as_deref()), ("Un.", Some("Le Fanal")), "{name}");
    }
}

#[test]
fn a_broken_object_costs_itself() {
    let object = |n: usize| format!("  {{\n    \"texte\": \"Le pont {n}.\",\n    \"mots\": [\n      {{\"a\": 1}}\n    ]\n  }}");
    for (right, wrong) in [("\"Le pont 2.\"", "\"Le pont 2."), ("]\n  }", "\n  }"), ("\"mots\": [", "\"mots\": {["), (": \"Le", ": Le")] {
        for form in ["[\n{}\n]\n", "{}\n"] {
            let joint = if form.starts_with('[') { ",\n" } else { "\n" };
            let objects: Vec<String> = (0..6).map(|n| if n == 2 { object(n).replace(right, wrong) } else { object(n) }).collect();
            let (texts, refused) = read("a.json", &form.replace("{}", &objects.join(joint)));
            assert_eq!(texts.len(), 5, "{wrong} in {form}: {refused:?}");
            let line = if form.starts_with('[') { 14 } else { 13 };
            assert!(matches!(refused[..], [(at, Reason::MalformedJson { .. })] if at == line), "{wrong} in {form}: {refused:?}");
        }
    }
    let lines = "[{\"texte\": \"Un.\"},\n{\"texte\": \"Deux.},\n{\"texte\": \"Trois.\"},\n{\"texte\": \"Quatre.\"}]\n";
    let (texts, refused) = read("a.json", lines);
    assert_eq!((texts.len(), refused[0].0), (3, 2), "{refused:?}");
    let (texts, refused) = read("a.json", "[{\"texte\": \"Un.\"}, {\"texte\": \"Deux.}, {\"texte\": \"Trois.\"}]");
    assert_eq!((texts.len(), refused), (1, vec![(1, Reason::EndlessJson)]), "without lines it is said that the rest is lost");
}

#[test]
fn an_object_too_long_or_cut_off_is_told_as_such() {
    let long = "pont ".repeat(7 << 20);
    let (texts, refused) = read("a.jsonl", &format!("{{\"texte\": \"Un.\"}}\n{{\"texte\": \"{long}"));
    assert_eq!((texts.len(), refused), (1, vec![(2, Reason::TooLong { megabytes: 32 })]));
    let swallowing =
        format!("[\n{{\"texte\": \"Un.}},\n{}\n]", vec![format!("{{\"texte\": \"{}\"}}", "pont ".repeat(1 << 18)); 30].join(",\n"));
    let files = Files::new(&[("a.json", swallowing.as_bytes())]);
    let (articles, rejected) = files.read("a.json");
    assert_eq!((articles.len(), rejected.len()), (30, 1), "{:?}", messages(&rejected));
}
