"""What spam filters make of mails, without the network: SpamAssassin's rules and rspamd's, by content alone."""

import email
import json
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

# Rules that only say that a mail was not received from anywhere, or weigh nothing.
WEIGHTLESS = 0.1
# The string that every filter must call spam (https://spamassassin.apache.org/gtube/).
GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"
# What asks other servers, or needs a mail that was really received.
OFF = (
    "antivirus arc arc_signing asn clickhouse dkim dkim_signing dmarc external_services fuzzy_check greylist hfilter "
    "history_redis known_senders metadata_exporter milter_headers mx_check neural once_received p0f phishing ratelimit rbl "
    "replies reputation rspamd_update spf surbl url_redirector whitelist"
)


def wait(ready, what):
    for _ in range(240):
        if ready():
            return
        time.sleep(0.25)
    raise SystemExit(f"{what} did not start")


class SpamAssassin:
    """A spamd of our own."""

    def __init__(self, folder: Path):
        self.socket = folder / "spamd.sock"
        options = ["--cf=use_bayes 0", "--cf=dns_available no", "--cf=report_safe 0"]
        spamd = shutil.which("spamd") or "/usr/sbin/spamd"
        self.process = subprocess.Popen(
            [spamd, "-L", "-m", "2", f"--socketpath={self.socket}", f"--pidfile={folder}/spamd.pid", *options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        wait(self.socket.exists, "spamd")

    def score(self, raw: bytes):
        """The score, and the rules that weigh something."""
        report = subprocess.run(
            ["spamc", "-U", str(self.socket), "-R"], input=raw, capture_output=True, check=False
        ).stdout.decode(errors="replace")
        score = float(report.split("/", 1)[0])
        rules = re.findall(r"^\s*(-?\d+\.\d) ([A-Z][A-Z0-9_]+)", report, re.M)
        return score, [f"{rule} {weight}" for weight, rule in rules if float(weight) >= WEIGHTLESS]

    def stop(self):
        self.process.terminate()


class Rspamd:
    """An rspamd of our own that asks nobody."""

    def __init__(self, folder: Path):
        etc = folder / "rspamd"
        shutil.rmtree(etc, ignore_errors=True)
        shutil.copytree("/etc/rspamd", etc)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        local, override = etc / "local.d", etc / "override.d"
        for place in (local, override):
            place.mkdir(exist_ok=True)
        for module in OFF.split():
            (override / f"{module}.conf").write_text("enabled = false;\n")
        for worker in ("controller", "proxy", "fuzzy"):
            (local / f"worker-{worker}.inc").write_text("enabled = false;\n")
        (local / "logging.inc").write_text('type = "console"; level = "error";\n')
        (local / "worker-normal.inc").write_text(f'bind_socket = "127.0.0.1:{self.port}"; count = 1;\n')
        (local / "options.inc").write_text(
            'dns { nameserver = ["127.0.0.1:9"]; timeout = 0.05s; retransmits = 1; }\n'
            f'control_socket = "{folder}/rspamd.sock mode=0600"; pidfile = "{folder}/rspamd.pid";\n'
            'local_addrs = ["127.0.0.0/8"];\n'
        )
        (etc / "statistic.conf").write_text("")
        places = {"CONFDIR": etc, "LOCAL_CONFDIR": etc, "DBDIR": folder, "RUNDIR": folder, "LOGDIR": folder}
        variables = [f"--var={name}={place}" for name, place in places.items()]
        self.process = subprocess.Popen(
            ["rspamd", "-f", "-i", "-c", str(etc / "rspamd.conf"), *variables],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        wait(self.answers, "rspamd")

    def answers(self):
        with socket.socket() as one:
            return one.connect_ex(("127.0.0.1", self.port)) == 0

    def score(self, raw: bytes):
        """The score, and the rules that weigh something."""
        mail = email.message_from_bytes(raw)
        address = lambda name: (re.search(r"[\w.+-]+@[\w.-]+", mail[name] or "") or ["nobody@example.net"])[0]
        headers = {"IP": "54.240.8.1", "Hostname": "a8-1.smtp-out.amazonses.com"}
        headers |= {"From": address("From"), "Rcpt": address("To")}
        asked = urllib.request.Request(f"http://127.0.0.1:{self.port}/checkv2", raw, headers)
        answer = json.load(urllib.request.urlopen(asked, timeout=60))
        weighed = ((name, rule["score"]) for name, rule in answer["symbols"].items())
        return answer["score"], [f"{name} {score:.2f}" for name, score in weighed if score >= WEIGHTLESS]

    def stop(self):
        self.process.terminate()
