//! Integration tests: one binary, because every test binary links the whole tree.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be, in its helpers too")]

mod accessibility;
mod behind;
mod campaigns;
mod case_annotations;
mod case_damage;
mod case_decisions;
mod case_file;
mod case_kill;
mod case_linkage;
mod case_passphrase;
mod case_rivals;
mod case_stored;
mod case_undo;
mod command_line;
mod fixtures;
mod languages;
mod link_tables;
mod linking;
mod messages;
mod prints;
mod questionnaire;
mod samples;
mod sealed;
mod search;
mod sensitivity;
mod tables;
mod tour;
mod waiting;
mod window_a;
mod window_b;
mod window_c;
mod window_d;
mod window_e;
mod window_sealed;
mod workbooks;
