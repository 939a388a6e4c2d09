//! Chromium, without a window.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// A picture of a file, so many pixels wide and high.
pub(super) fn picture(page: &Path, width: u32, height: u32, file: &Path) -> Result<()> {
    let page = page.canonicalize().with_context(|| format!("no page {}", page.display()))?;
    let chromium = chromium()?;
    let mut command = Command::new(chromium);
    command
        // Our own page with nothing that is fetched; as root, which containers often are, there is no sandbox.
        .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"])
        .args(["--force-color-profile=srgb", "--force-device-scale-factor=1", "--font-render-hinting=none"])
        .args(["--no-first-run", "--disable-extensions", "--lang=en"])
        .arg(format!("--window-size={width},{height}"))
        .arg(format!("--screenshot={}", file.display()))
        .arg(format!("file://{}", page.display()));
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("starting {chromium}"))?;
    if !output.status.success() || !file.exists() {
        bail!("{chromium} made no picture: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

fn chromium() -> Result<&'static str> {
    let works = |name: &&str| {
        let version = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        version.is_ok_and(|status| status.success())
    };
    NAMES.into_iter().find(works).context(
        "pictures need Chromium. Debian: apt-get install --no-install-recommends chromium fonts-roboto-unhinted \
         fonts-noto-core fonts-noto-cjk",
    )
}
