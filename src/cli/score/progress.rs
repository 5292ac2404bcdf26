//! How far a run has come, on a terminal; nothing anywhere else.

use crate::lang::Lang;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::time::Duration;

/// A line that tells rate and time left where the size of the input is known, and the rate alone where it is not.
pub fn bar(size: Option<u64>, quiet: bool, lang: Lang) -> ProgressBar {
    if quiet || !stderr().is_terminal() {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let (bar, template) = match size {
        Some(size) => (
            ProgressBar::new(size),
            lang.pick(
                "{bar:30} {percent} %  {decimal_bytes}/{decimal_total_bytes}  {decimal_bytes_per_sec}  reste {eta}  {msg}",
                "{bar:30} {percent}%  {decimal_bytes}/{decimal_total_bytes}  {decimal_bytes_per_sec}  {eta} left  {msg}",
            ),
        ),
        None => (
            ProgressBar::no_length(),
            lang.pick(
                "{spinner} {decimal_bytes}  {decimal_bytes_per_sec}  depuis {elapsed}  {msg}",
                "{spinner} {decimal_bytes}  {decimal_bytes_per_sec}  for {elapsed}  {msg}",
            ),
        ),
    };
    // The templates are ours and sound; without one the bar is plainer.
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
