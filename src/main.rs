//! Chooses a face: the window or the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    sourcier::ui::window::startup::begin();
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_env_filter(tracing_subscriber::EnvFilter::from_env("SOURCIER_LOG")).init();
    sourcier::ui::cli::main()
}
