//! A new entry in a lexicon file: everything else of the file stays as its author wrote it.

use super::schema::{Axis, Pole};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TomlError, Value};

/// A marker to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    pub name: String,
    pub pole: String,
    pub patterns: Vec<String>,
    /// With the expected spans in square brackets.
    pub hits: Vec<String>,
    pub misses: Vec<String>,
}

/// The text of a lexicon file with one marker more, after those that are there.
pub fn with_entry(text: &str, entry: &Entry) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    table["name"] = toml_edit::value(&entry.name);
    table["pole"] = toml_edit::value(&entry.pole);
    table["match"] = Item::Value(Value::Array(entry.patterns.iter().map(String::as_str).collect::<Array>()));
    table["hits"] = Item::Value(Value::Array(one_a_line(&entry.hits)));
    table["misses"] = Item::Value(Value::Array(one_a_line(&entry.misses)));
    let markers = document.entry("marker").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    if let Some(markers) = markers.as_array_of_tables_mut() {
        markers.push(table);
    }
    Ok(document.to_string())
}

fn one_a_line(lines: &[String]) -> Array {
    let mut array: Array = lines.iter().map(String::as_str).collect();
    array.iter_mut().for_each(|value| value.decor_mut().set_prefix("\n  "));
    array.set_trailing("\n");
    array.set_trailing_comma(true);
    array
}

/// The head of a file for an axis that a lexicon does not have yet, with one of its poles.
pub fn file_of(axis: &Axis, pole: &Pole) -> String {
    let wording = |wording: &crate::lang::Wording| {
        let mut table = InlineTable::new();
        table.insert("fr", wording.fr.as_str().into());
        table.insert("en", wording.en.as_str().into());
        toml_edit::value(table)
    };
    let mut document = DocumentMut::new();
    document["axis"] = toml_edit::value(&axis.id);
    document["title"] = wording(&axis.title);
    document["question"] = wording(&axis.question);
    document.to_string() + &pole_of(pole)
}

/// A pole as a file declares it.
pub fn pole_of(pole: &Pole) -> String {
    let (mut document, mut table) = (DocumentMut::new(), Table::new());
    table["id"] = toml_edit::value(&pole.id);
    let mut word = InlineTable::new();
    word.insert("fr", pole.word.fr.as_str().into());
    word.insert("en", pole.word.en.as_str().into());
    table["word"] = toml_edit::value(word);
    table.decor_mut().set_prefix("\n");
    let mut poles = ArrayOfTables::new();
    poles.push(table);
    document["pole"] = Item::ArrayOfTables(poles);
    document.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_file_stays() {
        let text = "# à moi\naxis = \"a\"  # ici\n\n[[marker]]\nname = 'un'\n\n# à la fin\n";
        let entry = Entry {
            name: "deux \"mots\"".into(),
            pole: "p".into(),
            patterns: vec!["deux:n".into()],
            hits: vec!["Les [deux].".into(), "[Deux]".into()],
            misses: vec!["Non.".into()],
        };
        let written = with_entry(text, &entry).expect("a file");
        assert!(
            written.starts_with("# à moi\naxis = \"a\"  # ici\n\n[[marker]]\nname = 'un'\n") && written.contains("# à la fin"),
            "{written}"
        );
        assert!(
            written.contains(
                "\n[[marker]]\nname = 'deux \"mots\"'\npole = \"p\"\nmatch = [\"deux:n\"]\nhits = [\n  \"Les [deux].\",\n  \"[Deux]\",\n]\n"
            ),
            "{written}"
        );
        assert!(with_entry("axis = [", &entry).is_err());
    }
}
