/// Scoring takes and frees small pieces by the million: with the system's allocator, an eighth of its time.
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cadrage::cli::run(std::env::args_os())
}
