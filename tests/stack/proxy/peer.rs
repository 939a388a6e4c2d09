//! Finds the process at the other end of a connection (Linux only).

use std::fs;
use std::net::SocketAddr;
use std::process::Command;

/// Sends SIGKILL to the process that has this local address, and waits until it is gone.
pub(super) fn kill(peer: SocketAddr) {
    let Some(process) = process(peer.port()).filter(|&process| process != std::process::id()) else {
        eprintln!("no process owns port {}: nothing was killed", peer.port());
        return;
    };
    end(process);
}

/// Sends SIGKILL to every process whose environment has all of these variables.
pub(crate) fn kill_all(environment: &[(&str, &str)]) {
    let wanted: Vec<Vec<u8>> = environment.iter().map(|(name, value)| format!("{name}={value}").into_bytes()).collect();
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    for process in processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok()) {
        let variables = fs::read(format!("/proc/{process}/environ")).unwrap_or_default();
        let has = |wanted: &Vec<u8>| variables.split(|&byte| byte == 0).any(|variable| variable == wanted.as_slice());
        if wanted.iter().all(has) {
            end(process);
        }
    }
}

fn end(process: u32) {
    let killed = Command::new("kill").args(["-9", &process.to_string()]).status();
    if !killed.is_ok_and(|status| status.success()) {
        eprintln!("process {process} could not be killed");
    }
}

/// The process that owns the local end of the connection with this port.
fn process(port: u16) -> Option<u32> {
    let connections = fs::read_to_string("/proc/net/tcp").ok()?;
    let inode = connections.lines().skip(1).find_map(|line| {
        let columns: Vec<_> = line.split_whitespace().collect();
        let local = columns.get(1)?.rsplit(':').next()?;
        (u16::from_str_radix(local, 16) == Ok(port)).then(|| columns.get(9).copied())?
    })?;
    let socket = format!("socket:[{inode}]");
    let processes = fs::read_dir("/proc").ok()?.flatten();
    processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).find(|process: &u32| {
        let files = fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
        files.filter_map(|file| fs::read_link(file.path()).ok()).any(|target| target.as_os_str() == socket.as_str())
    })
}
