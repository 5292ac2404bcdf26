//! `--format parquet` and `hits-parquet`: the tables of `csv` and `hits-csv` with their types, made when the run has ended.
//!
//! Until then the rows stand as CSV in `FILE.part`, so that a run that broke off can be taken up; Parquet cannot be written piece by piece by
//! two runs, since its index stands at its end.

use csv::{ReaderBuilder, StringRecord};
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int64Type};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;

/// The version of the columns, kept in the file under `cadrage.schema`.
const SCHEMA: &str = "cadrage/table/1";

/// Rows held in memory at once, as a row group.
const GROUP: usize = 1 << 15;

/// What a column holds, by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Count,
    Truth,
}

impl Kind {
    fn of(name: &str) -> Self {
        match name {
            "tokens" | "start" | "end" => Kind::Count,
            "negated" => Kind::Truth,
            // lexicon/axis/pole
            pole if pole.contains('/') => Kind::Count,
            _ => Kind::Text,
        }
    }

    /// An empty cell of text is a missing value; counts and truths are never missing.
    fn column(self, name: &str) -> Result<Type> {
        let (physical, logical, repetition) = match self {
            Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String), Repetition::OPTIONAL),
            Kind::Count => (Physical::INT64, None, Repetition::REQUIRED),
            Kind::Truth => (Physical::BOOLEAN, None, Repetition::REQUIRED),
        };
        Type::primitive_type_builder(name, physical).with_logical_type(logical).with_repetition(repetition).build()
    }
}

/// Turns a table of ours into Parquet.
pub fn write(table: &Path, target: &Path) -> Result<()> {
    let mut rows = ReaderBuilder::new().from_reader(BufReader::with_capacity(1 << 18, File::open(table)?));
    let header = rows.headers().map_err(foreign)?.clone();
    let kinds: Vec<Kind> = header.iter().map(Kind::of).collect();
    let columns = header.iter().zip(&kinds).map(|(name, kind)| kind.column(name).map(Arc::new)).collect::<Result<Vec<_>>>()?;
    let schema = Type::group_type_builder("cadrage").with_fields(columns).build()?;
    let about = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("cadrage {}", env!("CARGO_PKG_VERSION")))
        .set_key_value_metadata(Some(vec![KeyValue::new("cadrage.schema".to_owned(), SCHEMA.to_owned())]))
        .build();
    let file = File::create(target)?;
    let mut writer = SerializedFileWriter::new(file.try_clone()?, Arc::new(schema), Arc::new(about))?;
    let mut group: Vec<StringRecord> = Vec::new();
    let mut rows = rows.into_records();
    loop {
        group.clear();
        for row in rows.by_ref().take(GROUP) {
            group.push(row.map_err(foreign)?);
        }
        if group.is_empty() {
            break;
        }
        let mut out = writer.next_row_group()?;
        for (at, kind) in kinds.iter().enumerate() {
            if let Some(mut column) = out.next_column()? {
                fill(&mut column, *kind, &group, at)?;
                column.close()?;
            }
        }
        out.close()?;
    }
    writer.close()?;
    Ok(file.sync_all()?)
}

fn fill(column: &mut SerializedColumnWriter, kind: Kind, rows: &[StringRecord], at: usize) -> Result<()> {
    let cells = rows.iter().map(|row| row.get(at).unwrap_or_default());
    match kind {
        Kind::Text => {
            let present: Vec<i16> = cells.clone().map(|cell| i16::from(!cell.is_empty())).collect();
            let values: Vec<ByteArray> = cells.filter(|cell| !cell.is_empty()).map(ByteArray::from).collect();
            column.typed::<ByteArrayType>().write_batch(&values, Some(&present), None)?;
        }
        Kind::Count => {
            let values = cells.map(|cell| cell.parse().map_err(foreign)).collect::<Result<Vec<i64>>>()?;
            column.typed::<Int64Type>().write_batch(&values, None, None)?;
        }
        Kind::Truth => {
            let values: Vec<bool> = cells.map(|cell| cell == "true").collect();
            column.typed::<BoolType>().write_batch(&values, None, None)?;
        }
    }
    Ok(())
}

fn foreign(error: impl std::error::Error + Send + Sync + 'static) -> parquet::errors::ParquetError {
    parquet::errors::ParquetError::External(Box::new(error))
}
