//! Every command of `docs/EXPLORER.md` is run, in order, and says what the page shows.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A command of the page with what it shows: stretches of whole lines, `…` standing for lines that are left out.
struct Shown {
    command: String,
    stretches: Vec<String>,
}

fn shown(page: &str) -> Vec<Shown> {
    let blocks = page.split("```console\n").skip(1).map(|part| part.split("```").next().unwrap_or_default());
    let one = |block: &str| {
        let (command, output) = block.split_once('\n').expect("a command and its output");
        let lines: Vec<&str> = output.split_inclusive('\n').collect();
        let stretches = lines.split(|line| *line == "…\n").filter(|lines| !lines.is_empty()).map(|lines| lines.concat()).collect();
        Shown { command: command.strip_prefix("$ cadrage ").expect("a command").to_owned(), stretches }
    };
    blocks.map(one).collect()
}

/// The words of a command, those in quotation marks whole.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    words.push(word);
    words
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { assert!(fs::copy(entry.path(), target).is_ok(), "copied") }
    }
}

#[test]
fn the_page_shows_what_its_ten_commands_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/EXPLORER.md")).expect("the page");
    let commands = shown(&page);
    assert_eq!(commands.len(), 10, "the page promises ten commands");
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root.join("examples/corpus"), &folder.path().join("examples/corpus"));
    for Shown { command, stretches } in commands {
        let output = Command::new(env!("CARGO_BIN_EXE_cadrage"))
            .args(words(&command))
            .current_dir(folder.path())
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}\n{said}");
        let mut rest = &*said;
        for stretch in &stretches {
            let at =
                rest.find(&**stretch).unwrap_or_else(|| panic!("cadrage {command}\ndoes not say, or not there:\n{stretch}\nbut:\n{said}"));
            rest = &rest[at + stretch.len()..];
        }
    }
}
