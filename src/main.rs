fn main() -> std::process::ExitCode {
    cadrage::cli::run(std::env::args_os())
}
