//! Writes `wire.ts` into the folder that is named: `cargo run -p plan-wire --bin export -- ui/src/generated`.

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1).ok_or_else(|| std::io::Error::other("name a folder"))?;
    let folder = std::path::Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("wire.ts"), plan_wire::export::typescript())
}
