//! What a file holds, by the ending of its name.

/// What a file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip archive, read as the folder that was packed into it.
    Archive,
    File(Format),
}

/// The reader that a file goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// One article, several between marked lines, or an IRaMuTeQ corpus.
    Text,
    /// A saved page, or an export of Europresse or Factiva.
    Html,
    Table,
    Json,
    JsonLines,
    /// TEI, TXM, RSS or Atom.
    Xml,
    Docx,
    Odt,
    Xlsx,
}

impl Format {
    /// Read record by record, whatever its size.
    pub(super) fn streams(self) -> bool {
        matches!(self, Format::Table | Format::Json | Format::JsonLines)
    }
}

/// A compression around a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    Zstd,
}

/// What the readers can open, as a reader of the message would write it.
pub(super) const SUPPORTED: &str =
    ".txt, .html, .htm, .docx, .odt, .csv, .tsv, .xlsx, .json, .jsonl, .ndjson, .xml, .rss, .atom, .zip, .gz, .zst";

/// Kind and packing of a file, by its name; `None` for what no reader opens.
pub(super) fn of(name: &str) -> Option<(Kind, Option<Packing>)> {
    let (stem, ending) = name.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "gz" => Some((plain(stem)?, Some(Packing::Gzip))),
        "zst" => Some((plain(stem)?, Some(Packing::Zstd))),
        _ => Some((plain(name)?, None)),
    }
}

fn plain(name: &str) -> Option<Kind> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(Kind::File(match ending.to_ascii_lowercase().as_str() {
        "txt" => Format::Text,
        "html" | "htm" | "xhtml" => Format::Html,
        "csv" | "tsv" => Format::Table,
        "json" => Format::Json,
        "jsonl" | "ndjson" => Format::JsonLines,
        "xml" | "tei" | "rss" | "atom" => Format::Xml,
        "docx" => Format::Docx,
        "odt" => Format::Odt,
        "xlsx" => Format::Xlsx,
        "zip" => return Some(Kind::Archive),
        _ => return None,
    }))
}

/// Types that may hold an article and that no reader opens: in a folder these are named, pictures and style sheets passed over.
pub(super) fn may_hold_an_article(name: &str) -> bool {
    let Some((_, ending)) = name.rsplit_once('.') else { return false };
    matches!(
        ending.to_ascii_lowercase().as_str(),
        "pdf" | "doc" | "rtf" | "pages" | "epub" | "mht" | "mhtml" | "webarchive" | "xls" | "ods" | "rar" | "7z" | "tar" | "tgz"
    )
}
