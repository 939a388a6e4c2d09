"""What spam filters make of mails, without the network: SpamAssassin's rules and rspamd's, by content alone."""

import email
import email.utils
import json
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

# Rules that weigh less only say that a mail was not received from anywhere.
WEIGHTLESS = 0.1
# What tells languages from one another, and no good mail from a bad one: Arabic and Japanese are shorter in base64, stand
# beside Latin names of products, and have no lower case beside an order's number.
OF_LANGUAGES = {"MIME_BASE64_TEXT", "R_MIXED_CHARSET", "SUBJ_ALL_CAPS"}
# Whether there is an odd number of links and pictures of products, which is the customer's choice, and how Message-ID is
# written, which is SES's.
OF_CHANCE = {"URI_COUNT_ODD", "MID_CONTAINS_FROM"}
# The string that every filter must call spam (https://spamassassin.apache.org/gtube/).
GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"
# What asks other servers, or needs a mail that was really received.
OFF = (
    "antivirus arc arc_signing asn clickhouse dkim dkim_signing dmarc external_services fuzzy_check greylist hfilter "
    "history_redis known_senders metadata_exporter milter_headers mx_check neural once_received p0f phishing ratelimit rbl "
    "replies reputation rspamd_update spf surbl url_redirector whitelist"
)


def weighed(rules):
    """The score that rules make, and those that add to it."""
    rules = [(name, weight) for name, weight in rules if name not in OF_LANGUAGES | OF_CHANCE]
    bad = [f"{name} {weight:.2f}" for name, weight in rules if weight >= WEIGHTLESS]
    return sum(weight for _, weight in rules), bad


def of_now(raw: bytes):
    """A mail as if it was sent now: SES writes its own date too."""
    now = email.utils.formatdate().encode()
    return re.sub(rb"(?m)^Date: .*$", b"Date: " + now + b"\r", raw, count=1)


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
            ["spamc", "-U", str(self.socket), "-R"], input=of_now(raw), capture_output=True, check=False
        ).stdout.decode(errors="replace")
        rules = re.findall(r"^\s*(-?\d+(?:\.\d)?) ([A-Z][A-Z0-9_]+)", report, re.M)
        return weighed((name, float(weight)) for weight, name in rules)

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
        asked = urllib.request.Request(f"http://127.0.0.1:{self.port}/checkv2", of_now(raw), headers)
        answer = json.load(urllib.request.urlopen(asked, timeout=60))
        # GTUBE ends everything, without a rule that weighs.
        if answer["action"] == "reject" and not answer["symbols"].get("GTUBE", {}).get("score"):
            return answer["score"], ["reject"]
        return weighed((name, rule["score"]) for name, rule in answer["symbols"].items())

    def stop(self):
        self.process.terminate()
