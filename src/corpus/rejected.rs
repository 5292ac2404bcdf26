//! Inputs that could not be used: what, where, and how to put it right.

use super::kind::SUPPORTED;
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
    /// Reading failed half-way, for no fault of the file: a disk or a network that gave up.
    BrokenOff {
        detail: String,
    },
    UnsupportedType {
        extension: String,
    },
    /// An archive or a compression that no reader opens.
    UnopenedPacking {
        extension: String,
    },
    /// A compressed file whose name does not say what is inside.
    UnnamedInside {
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
    /// A JSON object without its end, so that nothing after it is known.
    EndlessJson,
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
    NoMainContent,
    /// The bytes are not what the name of the file says, or some are missing.
    Damaged {
        detail: String,
    },
    /// A NUL in a text.
    NulCharacter,
    /// A quotation mark of a table that is never closed, or not doubled; the line is where it opened, and costs that line.
    UnclosedQuote,
    /// The same in the names of the columns.
    SpoiltHeader,
    /// The same where it is not known which of the lines after it are rows.
    LostRows {
        lines: u64,
    },
    /// A row with more cells than the table has columns.
    TooManyCells {
        found: usize,
        expected: usize,
    },
    TooFewCells {
        found: usize,
        expected: usize,
    },
    /// One article that is longer than any article.
    TooLong {
        megabytes: usize,
    },
    /// A file that has to be held in memory and is too large for it.
    TooLarge {
        megabytes: u64,
    },
    /// An archive that unpacks into far more than any text does.
    Bomb,
    Encrypted,
    /// Archives inside archives.
    TooManyLevels {
        levels: usize,
    },
    /// A link to a folder that it lies in.
    LinkLoop {
        above: String,
    },
    DeadLink,
    NestedTooDeep,
    MalformedXml {
        detail: String,
    },
    /// XML that is neither TEI nor a feed.
    NoArticleInXml,
    ManifestWithoutFileColumn {
        found: Vec<String>,
    },
    ManifestFileMissing {
        file: String,
    },
    /// A score whose article is there, with other words than those that were scored.
    TextChanged {
        id: String,
    },
    /// A score whose article is not among those that were given.
    TextMissing {
        id: String,
    },
}

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
            Reason::Unreadable { detail } => format!("lecture impossible ({detail}). Vérifiez les droits d'accès au fichier et à son dossier."),
            Reason::BrokenOff { detail } => format!("la lecture a échoué en route ({detail}). Vérifiez le disque ou le réseau, puis relancez."),
            Reason::UnsupportedType { extension } if extension.is_empty() => {
                format!("type de fichier inconnu (nom sans extension). Donnez-lui une de ces extensions : {SUPPORTED}.")
            }
            Reason::UnsupportedType { extension } => {
                format!("les fichiers « .{extension} » ne sont pas lus. Enregistrez le texte sous un de ces types : {SUPPORTED}.")
            }
            Reason::UnopenedPacking { extension } => format!(
                "les archives « .{extension} » ne sont pas ouvertes. Décompressez-la ; un dossier peut être remis dans un .zip, un fichier dans un .gz ou un .zst."
            ),
            Reason::UnnamedInside { extension } => format!(
                "le nom ne dit pas ce que contient ce fichier .{extension}. Renommez-le d'après son contenu : nom.jsonl.{extension}, nom.csv.{extension}, nom.txt.{extension}."
            ),
            Reason::EmptyFolder => format!("aucun article dans ce dossier. Types de fichiers lus : {SUPPORTED}."),
            Reason::EmptyFile => "fichier vide. Collez-y le texte de l'article, ou supprimez-le.".into(),
            Reason::EmptyText => "le texte est vide. Complétez-le, ou supprimez cet article.".into(),
            Reason::Binary => "ce n'est pas du texte. Enregistrez l'article en texte brut, codage UTF-8.".into(),
            Reason::TextChanged { id } => format!(
                "le texte de « {id} » a changé depuis le relevé (empreintes différentes) : ses passages ne sont pas montrés. Remettez le texte d'alors, ou refaites le relevé."
            ),
            Reason::TextMissing { id } => format!(
                "aucun article du dossier n'a le texte de « {id} » : ses passages ne sont pas montrés. Vérifiez --articles, ou refaites le relevé avec --with-text."
            ),
            Reason::DuplicateId { id } => {
                format!(
                    "un autre article porte déjà l'identifiant « {id} ». Renommez l'un des deux, ou donnez en entrée le dossier qui les contient tous."
                )
            }
            Reason::MalformedJson { detail } => format!("JSON illisible ({detail}). Écrivez un objet JSON complet par ligne."),
            Reason::EndlessJson => {
                "l'objet JSON ouvert à cette ligne n'est pas refermé ; rien de ce qui le suit n'est lu. Corrigez-le, ou écrivez un objet complet par ligne dans un fichier .jsonl.".into()
            }
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
            Reason::Damaged { detail } => {
                format!("fichier abîmé ou d'un autre type que son nom ne le dit ({detail}). Enregistrez-le de nouveau, ou téléchargez-le encore une fois.")
            }
            Reason::NulCharacter => "un caractère nul se trouve dans le texte. Enregistrez l'article en texte brut, codage UTF-8.".into(),
            Reason::UnclosedQuote => {
                "le guillemet ouvert à cette ligne n'est pas refermé, ou un guillemet du texte n'est pas doublé ; cette ligne est écartée. Refermez-le, ou doublez les guillemets qui font partie du texte.".into()
            }
            Reason::SpoiltHeader => {
                "un guillemet des noms de colonnes n'est pas refermé, ou pas doublé ; le tableau n'est pas lu. Refermez-le, ou doublez ceux qui font partie des noms.".into()
            }
            Reason::LostRows { lines } => format!(
                "un guillemet n'est sans doute pas refermé, ou pas doublé, à partir de cette ligne ; {lines} lignes d'ici à la suivante qui se lise sont écartées. Refermez-le, ou doublez les guillemets du texte."
            ),
            Reason::TooManyCells { found, expected } => format!(
                "{found} colonnes au lieu de {expected} : un séparateur du texte n'est sans doute pas entre guillemets. Mettez la cellule entre guillemets."
            ),
            Reason::TooFewCells { found, expected } => format!(
                "trop peu de colonnes ({found} au lieu de {expected}) : la ligne est coupée, ou il y manque un séparateur. Complétez-la."
            ),
            Reason::TooLong { megabytes } => format!(
                "plus de {megabytes} Mo pour un seul article. Séparez les articles par une ligne de =====, ou donnez-en un par ligne dans un tableau."
            ),
            Reason::TooLarge { megabytes } => format!("fichier de plus de {megabytes} Mo. Partagez-le en plusieurs, ou mettez-le en .jsonl ou en .csv."),
            Reason::Bomb => "cette archive se déploie en bien plus de données qu'aucun texte ; la suite n'est pas lue. Vérifiez d'où elle vient.".into(),
            Reason::Encrypted => "protégé par un mot de passe. Enregistrez-le sans mot de passe.".into(),
            Reason::TooManyLevels { levels } => {
                format!("plus de {levels} archives l'une dans l'autre. Sortez celle-ci des archives qui la contiennent.")
            }
            Reason::LinkLoop { above } => format!("ce lien renvoie au dossier qui le contient ({above}). Supprimez le lien."),
            Reason::DeadLink => "ce lien renvoie à un fichier qui n'existe plus. Supprimez le lien, ou remettez le fichier.".into(),
            Reason::NestedTooDeep => "éléments emboîtés trop profondément pour une page. Copiez l'article dans un fichier .txt.".into(),
            Reason::MalformedXml { detail } => {
                format!("XML mal formé ({detail}) ; la suite n'est pas lue. Corrigez la balise, ou exportez de nouveau le fichier.")
            }
            Reason::NoArticleInXml => "ni texte TEI (<TEI>, <text>) ni article de flux RSS ou Atom dans ce fichier. Convertissez-le en .txt ou .csv.".into(),
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
            Reason::Unreadable { detail } => format!("cannot be read ({detail}). Check the permissions of the file and of its folder."),
            Reason::BrokenOff { detail } => format!("reading failed half-way ({detail}). Check the disk or the network, then run it again."),
            Reason::UnsupportedType { extension } if extension.is_empty() => {
                format!("unknown file type (a name without extension). Give it one of these extensions: {SUPPORTED}.")
            }
            Reason::UnsupportedType { extension } => {
                format!(".{extension} files are not read. Save the text as one of these types: {SUPPORTED}.")
            }
            Reason::UnopenedPacking { extension } => {
                format!(".{extension} archives are not opened. Unpack it; a folder can go into a .zip, a file into a .gz or a .zst.")
            }
            Reason::UnnamedInside { extension } => format!(
                "the name does not say what this .{extension} file holds. Rename it after its content: name.jsonl.{extension}, name.csv.{extension}, name.txt.{extension}."
            ),
            Reason::EmptyFolder => format!("no article in this folder. File types read: {SUPPORTED}."),
            Reason::EmptyFile => "empty file. Paste the text of the article into it, or delete it.".into(),
            Reason::EmptyText => "the text is empty. Fill it in, or delete this article.".into(),
            Reason::Binary => "this is not text. Save the article as plain text, encoded as UTF-8.".into(),
            Reason::TextChanged { id } => format!(
                "the text of “{id}” has changed since it was scored (digests differ): its passages are not shown. Put the earlier text back, or score it again."
            ),
            Reason::TextMissing { id } => {
                format!("no article of the folder has the text of “{id}”: its passages are not shown. Check --articles, or score again with --with-text.")
            }
            Reason::DuplicateId { id } => {
                format!("another article already has the id “{id}”. Rename one of them, or give the folder that holds both as the input.")
            }
            Reason::MalformedJson { detail } => format!("unreadable JSON ({detail}). Write one whole JSON object a line."),
            Reason::EndlessJson => {
                "the JSON object that opens on this line is not closed; nothing after it is read. Correct it, or write one whole object a line into a .jsonl file.".into()
            }
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
            Reason::Damaged { detail } => {
                format!("damaged, or of another type than its name says ({detail}). Save it again, or download it once more.")
            }
            Reason::NulCharacter => "there is a NUL character in the text. Save the article as plain text, encoded as UTF-8.".into(),
            Reason::UnclosedQuote => {
                "the quotation mark that opens on this line is not closed, or one in the text is not doubled; this line is left out. Close it, or double the marks that are part of the text.".into()
            }
            Reason::SpoiltHeader => {
                "a quotation mark in the names of the columns is not closed, or not doubled; the table is not read. Close it, or double those that are part of a name.".into()
            }
            Reason::LostRows { lines } => format!(
                "a quotation mark is probably not closed, or not doubled, from this line on; {lines} lines from here to the next that reads are left out. Close it, or double the marks in the text."
            ),
            Reason::TooManyCells { found, expected } => {
                format!("{found} columns instead of {expected}: a separator in the text is probably not within quotation marks. Put the cell in quotation marks.")
            }
            Reason::TooFewCells { found, expected } => {
                format!("too few columns ({found} instead of {expected}): the line is cut off, or lacks a separator. Complete it.")
            }
            Reason::TooLong { megabytes } => {
                format!("over {megabytes} MB for a single article. Part the articles by a line of =====, or give one a row in a table.")
            }
            Reason::TooLarge { megabytes } => format!("a file of over {megabytes} MB. Split it, or turn it into .jsonl or .csv."),
            Reason::Bomb => "this archive unpacks into far more data than any text does; the rest is not read. Check where it comes from.".into(),
            Reason::Encrypted => "protected by a password. Save it without one.".into(),
            Reason::TooManyLevels { levels } => format!("over {levels} archives inside each other. Take this one out of the archives around it."),
            Reason::LinkLoop { above } => format!("this link leads back to the folder that holds it ({above}). Delete the link."),
            Reason::DeadLink => "this link leads to a file that is gone. Delete the link, or put the file back.".into(),
            Reason::NestedTooDeep => "elements nest too deeply for a page. Copy the article into a .txt file.".into(),
            Reason::MalformedXml { detail } => {
                format!("malformed XML ({detail}); the rest is not read. Correct the tag, or export the file again.")
            }
            Reason::NoArticleInXml => "neither a TEI text (<TEI>, <text>) nor an entry of an RSS or Atom feed in this file. Turn it into .txt or .csv.".into(),
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
