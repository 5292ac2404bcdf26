//! What a file holds, by the ending of its name.

use super::Reason;

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
    ".txt, .text, .md, .html, .htm, .docx, .odt, .csv, .tsv, .xlsx, .json, .jsonl, .ndjson, .jl, .xml, .rss, .atom, .zip, .gz, .zst";

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
    let (stem, ending) = name.rsplit_once('.')?;
    Some(Kind::File(match ending.to_ascii_lowercase().as_str() {
        "md" if describes_a_folder(stem) => return None,
        "txt" | "text" | "md" => Format::Text,
        "html" | "htm" | "xhtml" => Format::Html,
        "csv" | "tsv" => Format::Table,
        "json" => Format::Json,
        "jsonl" | "ndjson" | "jl" => Format::JsonLines,
        "xml" | "tei" | "rss" | "atom" => Format::Xml,
        "docx" => Format::Docx,
        "odt" => Format::Odt,
        "xlsx" => Format::Xlsx,
        "zip" => return Some(Kind::Archive),
        _ => return None,
    }))
}

/// What holds no article, and stands beside articles all the same: pictures, sound, films, letters, what pages and programs are made
/// of, scores and what describes them.
const PASSED_OVER: &[&str] = &[
    "png",
    "jpg",
    "jpeg",
    "jpe",
    "jfif",
    "gif",
    "webp",
    "svg",
    "ico",
    "bmp",
    "tif",
    "tiff",
    "avif",
    "heic",
    "psd",
    "eps", //
    "mp3",
    "wav",
    "ogg",
    "oga",
    "flac",
    "m4a",
    "aac",
    "mp4",
    "m4v",
    "webm",
    "avi",
    "mov",
    "mkv",
    "ogv",
    "vtt",
    "srt", //
    "woff",
    "woff2",
    "ttf",
    "otf",
    "eot",
    "css",
    "scss",
    "less",
    "js",
    "mjs",
    "ts",
    "map",
    "wasm",
    "php",
    "asp",
    "aspx",
    "cgi",
    "swf", //
    "py",
    "pyc",
    "ipynb",
    "r",
    "rmd",
    "rdata",
    "rds",
    "rs",
    "pl",
    "rb",
    "sh",
    "bash",
    "bat",
    "cmd",
    "ps1",
    "exe",
    "dll",
    "so",
    "jar", //
    "toml",
    "yaml",
    "yml",
    "ini",
    "cfg",
    "conf",
    "lock",
    "log",
    "bib",
    "url",
    "lnk",
    "webloc",
    "desktop",
    "db",
    "sqlite",
    "dtd",
    "xsd", //
    "xsl",
    "xslt",
    "parquet",
    "part",
    "journal",
    "tmp",
    "temp",
    "bak",
    "swp",
    "sha256",
    "sha512",
    "md5",
    "sig",
    "asc",
    "crdownload",
];

/// What describes a folder, whatever its ending, and is no article: it is passed over without an ending and as Markdown.
const NO_TEXTS: &[&str] =
    &["readme", "lisezmoi", "license", "licence", "copying", "notice", "authors", "changelog", "contributing", "makefile", "dockerfile"];

/// Compressions and archives that no reader opens.
const UNOPENED: &[&str] =
    &["tar", "tgz", "tbz", "tbz2", "txz", "tzst", "rar", "7z", "xz", "bz2", "lz4", "lzma", "lz", "br", "z", "cab", "iso", "zstd", "gzip"];

/// True for what may hold an article where no reader opens it: in a folder such files are named, all others passed over. `path` is
/// the file's below the folder.
pub(super) fn may_hold_an_article(path: &str) -> bool {
    let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
    let in_saved_page = above.split('/').any(|folder| folder.ends_with("_files") || folder.ends_with("_fichiers"));
    let packed = |ending: &&str| matches!(*ending, "gz" | "zst");
    let name = name.to_ascii_lowercase();
    let inner = name.rsplit_once('.').filter(|(_, ending)| packed(ending)).map_or(&*name, |(stem, _)| stem);
    match inner.rsplit_once('.') {
        _ if in_saved_page || name.ends_with('~') => false,
        Some((stem, "md")) => !describes_a_folder(stem),
        Some((_, ending)) => !PASSED_OVER.contains(&ending),
        None => !describes_a_folder(inner),
    }
}

fn describes_a_folder(stem: &str) -> bool {
    NO_TEXTS.iter().any(|name| stem.eq_ignore_ascii_case(name))
}

/// Why no reader opens a file of this name.
pub(super) fn unsupported(name: &str) -> Reason {
    let Some((stem, extension)) = name.rsplit_once('.') else { return Reason::UnsupportedType { extension: String::new() } };
    let ending = extension.to_ascii_lowercase();
    let inner = stem.rsplit_once('.').map(|(_, inner)| inner.to_ascii_lowercase());
    match &*ending {
        "gz" | "zst" if inner.as_deref().is_some_and(|inner| UNOPENED.contains(&inner)) => {
            Reason::UnopenedPacking { extension: format!("{}.{ending}", inner.unwrap_or_default()) }
        }
        "gz" | "zst" => Reason::UnnamedInside { extension: ending },
        ending if UNOPENED.contains(&ending) => Reason::UnopenedPacking { extension: extension.to_owned() },
        _ => Reason::UnsupportedType { extension: extension.to_owned() },
    }
}
