//! What the function `designs` starts itself as, for tests: they are no binary of its package.

fn main() -> std::io::Result<()> {
    designs::child::main()
}
