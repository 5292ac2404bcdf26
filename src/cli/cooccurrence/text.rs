//! Who is named with which word, for the terminal.

use super::super::explore::Exploration;
use crate::report::cooccurrence::{Together, refused};
use crate::report::findings::whose;
use crate::stats::cooccurrence::Refusal;
use crate::stats::family::Family;

/// Pairs that are listed for each family; `--format csv` has all.
const SHOWN: usize = 20;

pub fn write(exploration: &Exploration, tables: &[(Family, Result<Together, Refusal>)]) -> String {
    let lang = exploration.lang;
    let mut lines = vec![whose(exploration.view.filter.voices, lang).to_owned()];
    lines.push(lang.pick(
        "Attendu : le nombre de phrases communes si, dans chaque article, les phrases étaient mélangées au hasard.".into(),
        "Expected: how many shared sentences there would be if the sentences of each article were shuffled.".into(),
    ));
    for (family, table) in tables {
        lines.push(String::new());
        lines.push(format!("{} ({})", family.title(exploration.lexicons, lang), family.path(exploration.lexicons)));
        match table {
            Err(refusal) => lines.push(format!("  {}", refused(*refusal, lang))),
            Ok(table) => {
                lines.push(format!("  {}", table.basis()));
                let pairs = table.pairs();
                for pair in pairs.iter().take(SHOWN) {
                    lines.push(format!("  {} + {} : {}", table.actor(pair.0), table.word(pair.1), table.numbers(table.cell(*pair))));
                }
                let rest = pairs.len().saturating_sub(SHOWN);
                if rest > 0 {
                    lines.push(lang.pick(format!("  … et {rest} autres (--format csv)"), format!("  … and {rest} more (--format csv)")));
                }
            }
        }
    }
    lines.join("\n") + "\n"
}
