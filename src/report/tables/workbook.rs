//! Every table as a sheet of one workbook (.xlsx): frozen header, filters, no formula.

use super::{Cell, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// What one cell of a workbook holds at most, in code points.
const LONGEST: usize = 32_767;
/// A column is at most as wide as this, in letters.
const WIDEST: usize = 60;

/// The workbook's bytes; the same tables give the same ones. A table of more rows than a sheet holds is an error.
pub fn write(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock: a fixed day stands in the properties.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let head = Format::new().set_bold();
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.name)?;
        fill(sheet, table, &head)?;
    }
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table, head: &Format) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    let columns = (0u16..).zip(table.columns);
    for (at, name) in columns.clone() {
        sheet.write_string_with_format(0, at, *name, head)?;
        let longest = table.rows.iter().take(200).map(|row| width(&row[usize::from(at)])).max().unwrap_or(0);
        sheet.set_column_width(at, longest.max(name.len() + 3).min(WIDEST) as f64)?;
    }
    for (number, row) in (1u32..).zip(&table.rows) {
        for (at, cell) in (0u16..).zip(row) {
            match cell {
                Cell::Empty => continue,
                // Text stays text: nothing that begins with = is a formula.
                Cell::Text(text) => sheet.write_string(number, at, text.chars().take(LONGEST).collect::<String>())?,
                Cell::Count(n) => sheet.write_number(number, at, *n as f64)?,
                Cell::Number(x) => sheet.write_number(number, at, *x)?,
                Cell::Truth(truth) => sheet.write_boolean(number, at, *truth)?,
            };
        }
    }
    sheet.autofilter(0, 0, table.rows.len() as u32, (table.columns.len() as u16).saturating_sub(1))?;
    Ok(())
}

fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.chars().take(WIDEST).count() + 1,
        _ => 10,
    }
}
