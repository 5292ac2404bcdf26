//! Charts, tested by what is in them: labels, marks, places; never by their bytes.

mod exploring;
mod odd_data;
mod picture;
mod samples;
mod structure;
