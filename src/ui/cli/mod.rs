//! The command line: cli.md to the letter.
