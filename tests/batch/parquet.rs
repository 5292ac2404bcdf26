use super::*;
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::Field;

/// The cells of a Parquet file as CSV writes them.
fn cells(path: &Path) -> Vec<Vec<String>> {
    let reader = SerializedFileReader::new(fs::File::open(path).expect("a file")).expect("a Parquet file");
    let about = reader.metadata().file_metadata().key_value_metadata().expect("metadata");
    assert!(about.iter().any(|pair| pair.key == "cadrage.schema" && pair.value.as_deref() == Some("cadrage/table/1")));
    let cell = |field: &Field| match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Long(number) => number.to_string(),
        Field::Bool(truth) => truth.to_string(),
        other => panic!("{other:?}"),
    };
    let rows = reader.get_row_iter(None).expect("rows");
    rows.map(|row| row.expect("a row").get_column_iter().map(|(_, field)| cell(field)).collect()).collect()
}

#[test]
fn parquet_holds_the_cells_of_csv() {
    let bench = Bench::new();
    bench.write("c.jsonl", corpus(600, 16));
    for (plain, typed) in [("csv", "parquet"), ("hits-csv", "hits-parquet")] {
        bench.ends(1, &["score", "c.jsonl", "-o", "plain.csv", "--format", plain]);
        bench.ends(1, &["score", "c.jsonl", "-o", "typed.parquet", "--format", typed]);
        let table = bench.read("plain.csv");
        let rows = csv::Reader::from_reader(&*table).into_records();
        let rows: Vec<Vec<String>> = rows.map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
        assert!(rows.len() >= 600 && cells(&bench.file("typed.parquet")) == rows, "{typed}");
        assert_eq!(bench.names(), ["c.jsonl", "plain.csv", "typed.parquet"]);
    }
    assert!(bench.ends(2, &["score", "c.jsonl", "--format", "parquet"]).contains("-o"));
}
