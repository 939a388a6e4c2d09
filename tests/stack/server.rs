//! `MiniStack` as a child process that never outlives us.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::tools::MINISTACK;

/// The running server. It and every function that it started end when this is dropped, and when our process ends in
/// any way at all: the guard sees its standard input close.
pub(crate) struct Server {
    guard: Child,
    /// Where AWS calls go.
    pub(crate) endpoint: String,
}

impl Server {
    /// Starts it. Functions get `proxy` as their AWS endpoint. It keeps its files in `folder`.
    pub(crate) fn start(folder: &Path, proxy: &str) -> Result<Self> {
        let python = MINISTACK.bin()?.join("python");
        let scratch = folder.join("tmp");
        // What an earlier run left.
        let _ = fs::remove_dir_all(&scratch);
        fs::create_dir_all(&scratch)?;
        let script = folder.join("guard.py");
        fs::write(&script, include_str!("python/guard.py"))?;
        let port = free_port()?;
        let mut command = Command::new(&python);
        command.arg(script).arg(folder.join("ministack.log")).arg(&python).args(["-m", "ministack"]);
        // Nothing of the user's own AWS settings may reach the server or the functions, which inherit its environment.
        command.env_clear();
        for name in ["PATH", "HOME", "LANG", "SSL_CERT_FILE", "SSL_CERT_DIR"] {
            command.envs(std::env::var_os(name).map(|value| (name, value)));
        }
        command
            .envs([("AUTH", "true"), ("BIND_HOST", "127.0.0.1")])
            .envs([("IOT_MTLS_ENABLED", "0"), ("PYTHONUNBUFFERED", "1"), ("RUST_BACKTRACE", "1")])
            .env("GATEWAY_PORT", port.to_string())
            .env("AWS_ENDPOINT_URL", proxy)
            .env("TMPDIR", &scratch);
        let guard = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().context("starting MiniStack")?;
        Ok(Self { guard, endpoint: format!("http://127.0.0.1:{port}") })
    }

    /// Waits until it answers.
    pub(crate) async fn ready(&mut self) -> Result<()> {
        let began = Instant::now();
        let url = format!("{}/_ministack/ready", self.endpoint);
        while began.elapsed() < Duration::from_mins(1) {
            if let Some(status) = self.guard.try_wait()? {
                bail!("MiniStack ended by itself ({status}), see ministack.log");
            }
            if reqwest::get(&url).await.is_ok_and(|answer| answer.status().is_success()) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("MiniStack is not ready after a minute, see ministack.log")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // The guard ends as soon as the others are gone; there is nobody to tell if it does not.
        let _ = self.guard.wait();
    }
}

/// A port that nobody listens on at this moment.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
