//! Builds the functions and lays them out as `sam build` would: one folder a function, and the template beside them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{progress, root};

/// Where a function's code is, as the template says it.
const CODE_URI: &str = "CodeUri: functions/";

/// Builds what `template.yaml` names and returns the path of a template that `sam deploy` can take as it is.
pub(crate) fn lay_out(folder: &Path) -> Result<PathBuf> {
    let binaries = build()?;
    let template = fs::read_to_string(root().join("template.yaml"))?;
    let mut lines = Vec::new();
    for line in template.lines() {
        match line.split_once(CODE_URI) {
            Some((indent, name)) => {
                let name = name.trim_end_matches('/');
                let binary = binaries.get(name).with_context(|| format!("no binary is called {name}"))?;
                let id = pascal(name);
                fs::create_dir_all(folder.join(&id))?;
                strip(binary, &folder.join(&id).join("bootstrap"))?;
                lines.push(format!("{indent}CodeUri: {id}/"));
            }
            None => lines.push(line.to_owned()),
        }
    }
    let path = folder.join("template.yaml");
    fs::write(&path, lines.join("\n"))?;
    Ok(path)
}

/// The dev profile: it is quick to build, and what it does is the same. The benchmark measures release binaries.
fn build() -> Result<BTreeMap<String, PathBuf>> {
    progress("building the functions (the first time takes some minutes)");
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    // What `cargo run` says of us: build scripts that ask for it would see another build each time, and compile again.
    let ours = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(ours)) {
        command.env_remove(name);
    }
    let output = command
        .args(["build", "--workspace", "--bins", "--message-format=json-render-diagnostics"])
        .current_dir(root())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("starting cargo")?;
    if !output.status.success() {
        bail!("cargo build failed: {}", output.status);
    }
    let messages = output.stdout.split(|&byte| byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
    Ok(messages.filter_map(|message: Value| Some((name(&message)?, executable(&message)?))).collect())
}

fn name(message: &Value) -> Option<String> {
    Some(message["target"]["name"].as_str()?.to_owned())
}

fn executable(message: &Value) -> Option<PathBuf> {
    message["executable"].as_str().map(PathBuf::from)
}

/// Copies a binary without its symbols, where there is a `strip`: five times smaller, so the deploy is quicker.
fn strip(from: &Path, to: &Path) -> Result<()> {
    let status = Command::new("strip").arg("-o").arg(to).arg(from).stderr(Stdio::null()).status();
    if !status.is_ok_and(|status| status.success()) {
        fs::copy(from, to).with_context(|| format!("copying {}", from.display()))?;
    }
    Ok(())
}

/// A function's logical id: `order-events` is `OrderEvents`.
#[must_use]
pub fn pascal(kebab: &str) -> String {
    let capital =
        |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>();
    kebab.split('-').map(capital).collect()
}
