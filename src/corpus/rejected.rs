//! Inputs that could not be used: what, where, and how to put it right.

use crate::lang::Lang;
use std::path::Path;

/// One input, or one record of one, that gave no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// As given on the command line.
    pub path: String,
    /// Line of the file, from 1, where the trouble is in one record of several.
    pub line: Option<u64>,
    pub reason: Reason,
}

/// Why it could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    Missing,
    Unreadable {
        detail: String,
    },
    UnsupportedType {
        extension: String,
    },
    EmptyFolder,
    EmptyFile,
    /// A file or a record whose text is nothing but white space.
    EmptyText,
    Binary,
    DuplicateId {
        id: String,
    },
    MalformedJson {
        detail: String,
    },
    /// A line of a score file that is not of its shape.
    MalformedScore {
        detail: String,
    },
    /// A JSON line that holds something else than `{ … }`.
    NotAnObject,
    /// A JSON object without one of the names under which a text is looked for.
    NoTextField {
        found: Vec<String>,
    },
    NoTextColumn {
        found: Vec<String>,
    },
    MalformedTable {
        detail: String,
    },
    NoMainContent,
    ManifestWithoutFileColumn {
        found: Vec<String>,
    },
    ManifestFileMissing {
        file: String,
    },
}

/// What the readers can open, as a reader of the message would write it.
pub(super) const SUPPORTED: &str = ".txt, .html, .htm, .csv, .tsv, .jsonl, .ndjson";

impl Rejected {
    pub(super) fn new(path: &Path, reason: Reason) -> Self {
        Self { path: path.display().to_string(), line: None, reason }
    }

    /// What went wrong, where, and how to put it right.
    pub fn message(&self, lang: Lang) -> String {
        let place = match self.line {
            Some(line) => lang.pick(format!("{}, ligne {line} :", self.path), format!("{}, line {line}:", self.path)),
            None => lang.pick(format!("{} :", self.path), format!("{}:", self.path)),
        };
        format!("{place} {}", self.reason.message(lang))
    }
}

impl Reason {
    /// The reason without its place.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.in_french(),
            Lang::En => self.in_english(),
        }
    }

    fn in_french(&self) -> String {
        match self {
            Reason::Missing => "ce fichier ou dossier n'existe pas. Vérifiez l'orthographe du chemin.".into(),
            Reason::Unreadable { detail } => format!("lecture impossible ({detail}). Vérifiez les droits d'accès au fichier."),
            Reason::UnsupportedType { extension } if extension.is_empty() => {
                format!("type de fichier inconnu (nom sans extension). Donnez-lui une de ces extensions : {SUPPORTED}.")
            }
            Reason::UnsupportedType { extension } => {
                format!("les fichiers « .{extension} » ne sont pas lus. Enregistrez le texte sous un de ces types : {SUPPORTED}.")
            }
            Reason::EmptyFolder => format!("aucun article dans ce dossier. Types de fichiers lus : {SUPPORTED}."),
            Reason::EmptyFile => "fichier vide. Collez-y le texte de l'article, ou supprimez-le.".into(),
            Reason::EmptyText => "le texte est vide. Complétez-le, ou supprimez cet article.".into(),
            Reason::Binary => "ce n'est pas du texte. Enregistrez l'article en texte brut, codage UTF-8.".into(),
            Reason::DuplicateId { id } => {
                format!(
                    "un autre article porte déjà l'identifiant « {id} ». Renommez l'un des deux, ou donnez en entrée le dossier qui les contient tous."
                )
            }
            Reason::MalformedJson { detail } => format!("JSON illisible ({detail}). Écrivez un objet JSON complet par ligne."),
            Reason::MalformedScore { detail } => {
                format!(
                    "cette ligne n'est pas un relevé complet de « cadrage score » ({detail}). Refaites le relevé à partir des articles."
                )
            }
            Reason::NotAnObject => "cette ligne n'est pas un objet JSON. Écrivez un objet { … } par ligne.".into(),
            Reason::NoTextField { found } => {
                format!(
                    "aucun champ de texte ; champs trouvés : {}. Nommez « text » ou « texte » celui qui contient l'article.",
                    list(found, "aucun")
                )
            }
            Reason::NoTextColumn { found } => {
                format!(
                    "aucune colonne de texte ; colonnes trouvées : {}. Nommez « text » ou « texte » celle qui contient l'article.",
                    list(found, "aucune")
                )
            }
            Reason::MalformedTable { detail } => format!("tableau illisible ({detail}). Vérifiez les guillemets et les séparateurs."),
            Reason::NoMainContent => "aucun texte d'article trouvé dans cette page. Copiez l'article dans un fichier .txt.".into(),
            Reason::ManifestWithoutFileColumn { found } => {
                format!(
                    "pas de colonne « file » ; colonnes trouvées : {}. La première ligne doit commencer par « file,outlet,date ».",
                    list(found, "aucune")
                )
            }
            Reason::ManifestFileMissing { file } => {
                format!("le fichier « {file} » n'existe pas à côté de ce manifeste. Corrigez son nom, ou supprimez la ligne.")
            }
        }
    }

    fn in_english(&self) -> String {
        match self {
            Reason::Missing => "no such file or folder. Check the spelling of the path.".into(),
            Reason::Unreadable { detail } => format!("cannot be read ({detail}). Check the permissions of the file."),
            Reason::UnsupportedType { extension } if extension.is_empty() => {
                format!("unknown file type (a name without extension). Give it one of these extensions: {SUPPORTED}.")
            }
            Reason::UnsupportedType { extension } => {
                format!(".{extension} files are not read. Save the text as one of these types: {SUPPORTED}.")
            }
            Reason::EmptyFolder => format!("no article in this folder. File types read: {SUPPORTED}."),
            Reason::EmptyFile => "empty file. Paste the text of the article into it, or delete it.".into(),
            Reason::EmptyText => "the text is empty. Fill it in, or delete this article.".into(),
            Reason::Binary => "this is not text. Save the article as plain text, encoded as UTF-8.".into(),
            Reason::DuplicateId { id } => {
                format!("another article already has the id “{id}”. Rename one of them, or give the folder that holds both as the input.")
            }
            Reason::MalformedJson { detail } => format!("unreadable JSON ({detail}). Write one whole JSON object a line."),
            Reason::MalformedScore { detail } => {
                format!("this line is no whole record of “cadrage score” ({detail}). Score the articles again.")
            }
            Reason::NotAnObject => "this line is no JSON object. Write one object { … } a line.".into(),
            Reason::NoTextField { found } => {
                format!("no text field; fields found: {}. Name the one that holds the article “text”.", list(found, "none"))
            }
            Reason::NoTextColumn { found } => {
                format!("no text column; columns found: {}. Name the one that holds the article “text”.", list(found, "none"))
            }
            Reason::MalformedTable { detail } => format!("unreadable table ({detail}). Check its quotation marks and separators."),
            Reason::NoMainContent => "no article text found in this page. Copy the article into a .txt file.".into(),
            Reason::ManifestWithoutFileColumn { found } => {
                format!("no “file” column; columns found: {}. The first line must begin with “file,outlet,date”.", list(found, "none"))
            }
            Reason::ManifestFileMissing { file } => {
                format!("there is no file “{file}” beside this manifest. Correct its name, or delete the line.")
            }
        }
    }
}

/// At most eight names, so that a table of a thousand columns does not fill the screen.
fn list(names: &[String], none: &str) -> String {
    match names {
        [] => none.to_owned(),
        names => {
            let mut out = names.iter().take(8).map(String::as_str).collect::<Vec<_>>().join(", ");
            if names.len() > 8 {
                out.push_str(", …");
            }
            out
        }
    }
}
