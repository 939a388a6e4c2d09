"""Makes a virtual environment with pip, also where the distribution has taken ensurepip out of Python, as Debian has."""

import hashlib
import io
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

URL = "https://files.pythonhosted.org/packages/44/3c/d717024885424591d5376220b5e836c2d5293ce2011523c9de23ff7bf068/pip-25.3-py3-none-any.whl"
SHA256 = "9655943313a94722b7774661c21049070f6bbb0a1516bf02f7c8d5d9201514cd"


def main() -> None:
    folder = Path(sys.argv[1])
    try:
        import ensurepip  # noqa: F401

        venv.create(folder, with_pip=True)
    except (ImportError, subprocess.CalledProcessError):
        venv.create(folder, clear=True)
        with urllib.request.urlopen(URL, timeout=60) as answer:
            wheel = answer.read()
        if hashlib.sha256(wheel).hexdigest() != SHA256:
            sys.exit(f"{URL} is not what it was")
        packages = next((folder / "lib").glob("python3*/site-packages"))
        zipfile.ZipFile(io.BytesIO(wheel)).extractall(packages)


main()
