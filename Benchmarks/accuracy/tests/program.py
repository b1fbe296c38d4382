"""The program as `make test` built it, run on folders that a test writes."""

import json
import os
import pathlib
import resource
import subprocess
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent.parent


def program():
    """`PROGRAM`, or the debug build, or the release build."""
    if named := os.environ.get("PROGRAM"):
        return named
    for way in ("debug", "release"):
        path = REPOSITORY / ".build" / way / "tanaoroshi"
        if path.is_file():
            return str(path)
    raise RuntimeError("the program is not built: swift build")


class Run:
    """One run: status, what it wrote, seconds, and the most memory that any run so far took."""

    def __init__(self, *arguments, **options):
        begin = time.monotonic()
        result = subprocess.run([program(), *map(str, arguments)], capture_output=True, **options)
        self.seconds = time.monotonic() - begin
        self.status, self.output, self.error = result.returncode, result.stdout, result.stderr
        self.peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


class Scan(Run):
    """A scan whose records are read: `files` by path."""

    def __init__(self, root, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            result = pathlib.Path(folder) / "result.ndjson"
            super().__init__("scan", root, "--format", "ndjson", "--output", result, "--no-progress", "--lang", "en", *arguments)
            self.text = result.read_text("utf-8") if result.exists() else ""
        self.records = [json.loads(line) for line in self.text.splitlines()]
        self.files = {r["path"]: r for r in self.records if r["record"] == "file"}

    def types(self, path, accepted=0.5):
        """Accepted types of a file, with how many values."""
        found = {}
        for finding in self.files.get(path, {}).get("findings", []):
            if finding["confidence"] >= accepted:
                found[finding["type"]] = found.get(finding["type"], 0) + finding["count"]
        return found
