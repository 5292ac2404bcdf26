/// Half the time of the system's where threads free what others took.
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cadrage::cli::run(std::env::args_os())
}
