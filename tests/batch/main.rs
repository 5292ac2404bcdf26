//! Long runs: broken off and taken up again, disks that fill, what was scored before.

#[cfg(unix)]
mod leftovers;
mod merge;
mod only;
#[cfg(feature = "parquet")]
mod parquet;
mod resume;
mod since;
#[cfg(unix)]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const SENTENCES: [&str; 8] = [
    "L’armée a repris la ville de Tarsène, a indiqué mardi « un officier ».",
    "Les rebelles n'ont pas quitté le port, où vivent 12\u{202f}000 habitants.",
    "Selon une source locale, trois frappes ont visé le quartier du marché.",
    "Le conseil municipal a voté le budget de la commune, en légère hausse.",
    "La bibliothèque ouvrira désormais le dimanche matin, a annoncé la maire.",
    "« Nous avons libéré la vallée », s'est félicité le ministre de la Défense.",
    "Le prix du beurre a augmenté de quatre pour cent en un trimestre.",
    "Des combattants ont été chassés du plateau, d'après l'agence Ostrel.",
];

/// A folder of its own, with the program in it.
struct Bench(TempDir);

impl Bench {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cadrage"));
        command.args(args).current_dir(self.path());
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the program starts")
    }

    /// Runs it, expects this status, and gives what it said on standard error.
    fn ends(&self, status: i32, args: &[&str]) -> String {
        let output = self.run(args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{args:?}: {said}");
        said
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.file(name), text).expect("a file is written");
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path())
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

/// One article as a JSON line, its sentences drawn by its number.
fn article(number: usize, sentences: usize) -> String {
    let mut state = number as u64 + 1;
    let mut text = String::new();
    for at in 0..sentences {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text += SENTENCES[(state >> 33) as usize % SENTENCES.len()];
        text += if at % 4 == 3 { "\n\n" } else { " " };
    }
    serde_json::json!({ "id": format!("a{number}"), "title": format!("Titre {number}"), "outlet": "La Gazette", "text": text }).to_string()
        + "\n"
}

/// So many articles; every fiftieth line is broken, and every seventieth article comes twice.
fn corpus(articles: usize, sentences: usize) -> String {
    let mut lines = String::new();
    for number in 0..articles {
        lines += &article(number, sentences);
        if number % 50 == 7 {
            lines += "{\"text\": \n";
        }
        if number % 70 == 9 {
            lines += &article(number, sentences);
        }
    }
    lines
}
