"""Runs a server and its children until our standard input closes: that is, until whoever started us is gone."""

import os
import signal
import subprocess
import sys
import threading


def main() -> None:
    log_path, *command = sys.argv[1:]
    with open(log_path, "wb", buffering=0) as log:
        server = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )

    def end(*_: object) -> None:
        try:
            os.killpg(server.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os._exit(0)

    # Ctrl-C reaches the whole terminal group: who started us decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, end)
    threading.Thread(target=lambda: (server.wait(), end()), daemon=True).start()
    sys.stdin.buffer.read()
    end()


main()
