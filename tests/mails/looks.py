"""Every kind of mail as a picture, beside the one that was accepted: no pixel changes without somebody having seen it."""

import json
import shutil
import subprocess
from pathlib import Path

# Faults that nobody sees in a diff of templates: a button one pixel wider on each side, ink of another shade.
PLANTED = {
    "shipped.light": ("padding:14px 30px", "padding:14px 31px"),
    "shipped.dark": (".card p,.card h1,.card h2,.card td,.card th,.card caption{color:#eef2f6", ".card p,.card h1,.card h2,.card td,.card th,.card caption{color:#eef2f7"),
}


class Pictures:
    """Pictures of the pages in a folder, and those that were accepted."""

    def __init__(self, kit, pages, accepted, work):
        self.kit, self.pages, self.accepted, self.work = kit, pages, accepted, work

    def compare(self, pages=None, accept=False):
        """About the browser, how many pictures there are, and what is wrong with which."""
        folders = [pages or self.pages, self.accepted, self.work / ("planted" if pages else "differences")]
        command = ["node", self.kit / "pixels.mjs", *(["--accept"] if accept else []), *folders]
        done = subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True)
        browser, *found, count = map(json.loads, done.stdout.splitlines())
        return browser, count["count"], {one["name"]: one["why"] for one in found}

    def blind(self):
        """Planted faults that are not found; each mail with one has no other."""
        place = self.work / "planted-pages"
        missed = []
        for name, (old, new) in PLANTED.items():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(parents=True)
            page = Path(self.pages, name.split(".")[0]).with_suffix(".html").read_text()
            Path(place, name.split(".")[0]).with_suffix(".html").write_text(page.replace(old, new))
            if old not in page or "pixels differ" not in self.compare(place)[2].get(name, ""):
                missed.append(name)
        return missed
