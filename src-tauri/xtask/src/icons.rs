//! `icons`: the drawings in `assets/icons` in the sizes and formats that the systems want. What it writes is committed.
use std::fs;
use std::path::Path;

use crate::setup;
use crate::shell::{self, Outcome, command};

/// Up to this size the small drawing is used: the meridians of the large one would be a blur.
const SMALL: u32 = 32;
const SIZES: [u32; 8] = [16, 24, 32, 48, 64, 128, 256, 512];
/// What Windows and macOS want, and what the window itself shows.
const MAIN: [&str; 6] = ["32x32.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.icns", "icon.ico"];

/// Draws everything anew.
pub fn run() -> Outcome {
    setup::sources()?;
    let drawings = shell::root().join("assets/icons");
    let scratch = shell::target().join("icons");
    draw(&drawings.join("icon.svg"), &scratch, &[])?;
    for name in MAIN {
        copy(&scratch.join(name), &drawings.join(name))?;
    }
    let theme = shell::root().join("assets/package/linux/usr/share/icons/hicolor");
    let kinds = [
        ("icon.svg", "icon-small.svg", "apps", "gdc-planner"),
        ("plan.svg", "plan.svg", "mimetypes", "application-vnd.gdc-planner.plan"),
        ("snapshot.svg", "snapshot.svg", "mimetypes", "application-vnd.gdc-planner.snapshot"),
    ];
    for (large, small, context, name) in kinds {
        copy(&drawings.join(large), &theme.join("scalable").join(context).join(format!("{name}.svg")))?;
        for (drawing, of_this) in [(small, true), (large, false)] {
            let sizes: Vec<u32> = SIZES.into_iter().filter(|size| (*size <= SMALL) == of_this).collect();
            draw(&drawings.join(drawing), &scratch, &sizes)?;
            for size in sizes {
                let place = theme.join(format!("{size}x{size}")).join(context).join(format!("{name}.png"));
                copy(&scratch.join(format!("{size}x{size}.png")), &place)?;
            }
        }
    }
    Ok(())
}

/// Lets Tauri draw `drawing` into `folder`: in these sizes, or, without any, everything it knows.
fn draw(drawing: &Path, folder: &Path, sizes: &[u32]) -> Outcome {
    shell::folder(folder)?;
    let mut icon = command("node", &["ui/node_modules/@tauri-apps/cli/tauri.js", "icon"]);
    icon.arg(drawing).arg("--output").arg(folder);
    for size in sizes {
        icon.arg("--png").arg(size.to_string());
    }
    shell::run_aside(icon)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    if let Some(folder) = to.parent() {
        shell::folder(folder)?;
    }
    fs::copy(from, to)
        .map(|_| ())
        .map_err(|error| format!("cannot copy {} to {}: {error}", from.display(), to.display()))
}
