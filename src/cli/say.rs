//! Messages for the user, on standard error.

use std::fmt::Display;
use std::io::{self, Write};

/// Says it; where nobody listens any more that is no reason to stop.
pub fn say(message: impl Display) {
    let _ = writeln!(io::stderr(), "{message}");
}
