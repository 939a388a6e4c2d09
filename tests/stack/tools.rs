//! The pinned Python tools, `MiniStack` and the SAM CLI, each in a virtual environment below `target/local/venv`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{progress, root};

/// One virtual environment.
pub(crate) struct Tool {
    name: &'static str,
    /// Every package that it needs, with version and hash.
    requirements: &'static str,
}

/// The local AWS.
pub(crate) const MINISTACK: Tool = Tool { name: "ministack", requirements: include_str!("python/ministack.txt") };
/// `sam deploy`. It pins another botocore than `MiniStack`, hence two environments.
pub(crate) const SAM: Tool = Tool { name: "sam", requirements: include_str!("python/sam.txt") };

impl Tool {
    /// The folder of its programs, installed if it is not there yet.
    pub(crate) fn bin(&self) -> Result<PathBuf> {
        let folder = root().join("target/local/venv");
        fs::create_dir_all(&folder)?;
        // Two test runs may start at once: the second waits for the first.
        let lock = File::create(folder.join(format!("{}.lock", self.name)))?;
        lock.lock()?;
        let venv = folder.join(self.name);
        let done = venv.join(format!("{:x}.done", Short(&Sha256::digest(self.requirements))));
        if !done.exists() {
            progress(&format!("installing {} (once, about half a minute)", self.name));
            self.install(&venv).with_context(|| format!("installing {}", self.name))?;
            File::create(done)?;
        }
        Ok(venv.join("bin"))
    }

    fn install(&self, venv: &Path) -> Result<()> {
        if venv.exists() {
            fs::remove_dir_all(venv)?;
        }
        let python = python()?;
        let script = venv.with_extension("py");
        fs::write(&script, include_str!("python/environment.py"))?;
        quietly(Command::new(python).arg(script).arg(venv)).context("making a virtual environment")?;
        let list = venv.join("requirements.txt");
        fs::write(&list, self.requirements)?;
        // The list is complete, so there is nothing to resolve (and pip below 24 would not accept hashes with extras).
        let flags = ["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--disable-pip-version-check"];
        quietly(Command::new(venv.join("bin/python")).args(flags).arg("-r").arg(list))
    }
}

/// The first Python that is new enough.
fn python() -> Result<&'static str> {
    let names = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python"];
    names
        .into_iter()
        .find(|name| {
            let test = "import sys; sys.exit(sys.version_info < (3, 10))";
            let status = Command::new(name).args(["-c", test]).stdout(Stdio::null()).stderr(Stdio::null()).status();
            status.is_ok_and(|status| status.success())
        })
        .context("the local stack needs Python 3.10 or newer on the PATH")
}

/// Runs a program and shows its output only if it fails.
pub(crate) fn quietly(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("starting {command:?}"))?;
    if !output.status.success() {
        let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        bail!("{} in {command:?}\n{stdout}{stderr}", output.status);
    }
    Ok(())
}

/// The first bytes of a digest, as hexadecimal.
struct Short<'a>(&'a [u8]);

impl std::fmt::LowerHex for Short<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().take(8).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
