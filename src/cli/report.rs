//! placeholder
use super::{Failure, Status};
use crate::lang::Lang;
pub fn run(_: &clap::ArgMatches, _: Lang) -> Result<Status, Failure> { Ok(Status::Nothing) }
