#!/usr/bin/env python3
"""Measures CPU seconds, memory and start-up of the program beside ripgrep, wc and iconv, in turns, and prints Markdown.

Figures are medians of CPU seconds (user + system, all processes that the command started and waited for).
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
PATTERNS = HERE / "patterns.txt"


def spend(command):
    """(CPU seconds, wall seconds, status) of one run; output goes to a file, since some peers stop early on /dev/null."""
    with tempfile.TemporaryFile() as sink:
        begin = time.perf_counter()
        process = subprocess.Popen([str(c) for c in command], stdout=sink, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime, time.perf_counter() - begin, process.returncode


def in_turns(commands, rounds):
    """Medians of CPU seconds by name; each round runs every command once, after one unmeasured round that warms the cache."""
    times = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            cpu, _, status = spend(command)
            if name.startswith("ours") and status not in (0, 1):
                sys.exit(f"{name}: status {status}")
            if turn:
                times[name].append(cpu)
    return {name: statistics.median(values) for name, values in times.items()}


def peak_memory(command):
    """Highest sum of VmHWM over the process and its descendants, in MiB, polled every 2 ms. Pages they share count twice."""
    with tempfile.TemporaryFile() as sink:
        process = subprocess.Popen([str(c) for c in command], stdout=sink, stderr=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            total, waiting = 0, [process.pid]
            while waiting:
                pid = waiting.pop()
                try:
                    status = pathlib.Path(f"/proc/{pid}/status").read_text()
                    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
                except OSError:
                    continue
                match = re.search(r"VmHWM:\s+(\d+)", status)
                total += int(match.group(1)) if match else 0
                waiting += map(int, children)
            peak = max(peak, total)
            time.sleep(0.002)
        return peak / 1024


def instructions(program, path):
    """Instructions a byte: the difference of two scans under callgrind, one process.

    Of 2 MiB and of 1 MiB; of tables, whose columns settle as they are read, of 48 and 16 MiB.
    """
    counts = []
    with tempfile.TemporaryDirectory() as folder:
        # Valgrind cannot read what the compiler writes for debuggers.
        bare = pathlib.Path(folder) / "program"
        subprocess.run(["strip", "-g", "-o", bare, program], check=True)
        for size in (16 << 20, 48 << 20) if path.suffix == ".csv" else (1 << 20, 2 << 20):
            data = path.read_bytes()[:size]
            part = pathlib.Path(folder) / path.name
            part.write_bytes(data[:data.rfind(b"\n") + 1])
            command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", bare, "scan", part,
                       "--jobs", "0", "--format", "json", "--output", f"{folder}/o.json", "--no-progress"]
            text = subprocess.run([str(c) for c in command], capture_output=True, text=True).stderr
            match = re.search(r"Collected : (\d+)", text)
            if not match:
                return None
            counts.append((int(match.group(1)), part.stat().st_size))
    return (counts[1][0] - counts[0][0]) / (counts[1][1] - counts[0][1])


def verdict(value, bar, at_least=False):
    if bar is None:
        return ""
    good = value >= bar if at_least else value <= bar
    return f"{'≥' if at_least else '≤'} {bar} {'yes' if good else '**no**'}"


class Bench:
    def __init__(self, options):
        self.options, self.data = options, options.data
        self.output = pathlib.Path(tempfile.mkdtemp()) / "findings.json"

    def ours(self, path, jobs=1):
        return [self.options.program, "scan", path, "--format", "json", "--output", self.output, "--jobs", jobs, "--no-progress"]

    def corpora(self):
        print("| corpus | MB | ours s | MB/s | x wc -l | rg -o s | faster than rg -o | instr/B | bars |")
        print("|---|---|---|---|---|---|---|---|---|")
        bars = {"log": (20, 9, 12), "prose": (2.2, 9, 12), "csv": (12, 22, 30), "csv932": (None, None, None), "xml": (None, None, None)}
        per_byte = {}
        for kind, (rg_bar, wc_bar, instruction_bar) in bars.items():
            path = next((self.data / kind).iterdir())
            size = path.stat().st_size
            commands = {"ours": self.ours(path), "wc": ["wc", "-l", path],
                        "rg": ["rg", "-o", "--count-matches", "-f", PATTERNS, path]}
            if kind == "csv932":
                commands["iconv"] = ["iconv", "-f", "CP932", "-t", "UTF-8", path]
            if kind == "xml" and shutil.which("xmllint"):
                commands["sax"] = ["xmllint", "--sax", "--noout", path]
            for peer in self.options.peer:
                commands[peer] = PEERS[peer](path)
            times = in_turns(commands, self.options.rounds)
            per_byte[kind] = times["ours"] / size
            wc, rg = times["ours"] / times["wc"], times["rg"] / times["ours"]
            count = instructions(self.options.program, path) if self.options.instructions else None
            notes = [verdict(rg, rg_bar, True) + " rg" if rg_bar else "", verdict(wc, wc_bar) + " wc" if wc_bar else "",
                     verdict(count, instruction_bar) + " instr" if count and instruction_bar else ""]
            if kind == "csv932":
                ratio = per_byte["csv932"] / per_byte["csv"]
                notes = [f"{ratio:.2f}x UTF-8 a byte, {verdict(ratio, 1.3)}", f"{times['ours'] / times['iconv']:.2f} of iconv, {verdict(times['ours'] / times['iconv'], 1.0)}"]
            if "sax" in times:
                notes = [f"{times['ours'] / times['sax']:.2f} of a SAX pass (xmllint --sax), {verdict(times['ours'] / times['sax'], 1.5)}"]
            notes += [f"{peer} {times[peer]:.2f} s" for peer in self.options.peer]
            print(f"| {kind} | {size / 1e6:.0f} | {times['ours']:.3f} | {size / 1e6 / times['ours']:.0f} | {wc:.1f} | {times['rg']:.3f} | {rg:.1f} | "
                  f"{'' if count is None else f'{count:.1f}'} | {'; '.join(n for n in notes if n)} |", flush=True)

    def tree(self):
        path = self.data / "tree"
        times = in_turns({"ours": self.ours(path), "rg": ["rg", "-j1", "-uu", "-l", "NOT-THERE-AT-ALL", path]}, self.options.rounds)
        ratio = times["ours"] / times["rg"]
        print(f"\nTree: {times['ours']:.2f} s CPU, {ratio:.2f} of `rg -j1 -uu -l ABSENT`, {verdict(ratio, 1.5)}", flush=True)

    def two_workers(self):
        path = self.data / "parts"
        best, cpu_ratio = 0.0, 0.0
        for turn in range(6):
            one, two = spend(self.ours(path, 1)), spend(self.ours(path, 2))
            # The first pair warms the cache.
            if turn and one[1] / two[1] > best:
                best, cpu_ratio = one[1] / two[1], two[0] / one[0]
        print(f"\nTwo workers against one: {best:.2f}x wall (best of 5 pairs), {verdict(best, 1.6, True)}; CPU {cpu_ratio:.2f}x, {verdict(cpu_ratio, 1.15)}", flush=True)

    def start(self):
        version = statistics.median(spend([self.options.program, "version"])[0] for _ in range(15)) * 1000
        empty = statistics.median(spend(self.ours(self.data / "empty", 2))[0] for _ in range(15)) * 1000
        print(f"\nStart-up: `version` {version:.1f} ms CPU, {verdict(version, 15)}; empty folder {empty:.1f} ms, {verdict(empty, 30)}", flush=True)

    def memory(self):
        print("\n| memory, two workers | MiB | bar |\n|---|---|---|")
        for kind in ("csv", "prose", "parts", "tree", "line", "wide"):
            peak = peak_memory(self.ours(self.data / kind, 2))
            print(f"| {kind} | {peak:.0f} | {verdict(peak, 128)} |", flush=True)


KINGFISHER = ["kingfisher", "scan", "--no-validate", "--no-update-check", "--jobs", "1", "--turbo", "--max-file-size", "0"]
# Its expressions are of bytes: characters outside ASCII cannot stand in a class.
CLASSES = {"[年./-]": "(?:年|[./-])", "[月./-]": "(?:月|[./-])", "[ぁ-ん]": r"\xE3[\x81\x82][\x80-\xBF]", "[0-9・]": "(?:[0-9]|・)", "〒?": "(?:〒)?"}


def kingfisher_shapes(path):
    """Kingfisher with the shapes that ripgrep is given, and without its own rules."""
    rules = ["rules:"]
    for number, shape in enumerate(PATTERNS.read_text(encoding="utf-8").splitlines()):
        for old, new in CLASSES.items():
            shape = shape.replace(old, new)
        rules += [f"- name: shape {number}", f"  id: bench.shape.{number}", "  pattern: |", f"    ({shape})",
                  "  min_entropy: 0", "  confidence: high", "  examples: []"]
    file = pathlib.Path(tempfile.gettempdir()) / "tanaoroshi-bench-shapes.yml"
    file.write_text("\n".join(rules) + "\n", encoding="utf-8")
    return [*KINGFISHER, "--load-builtins=false", "--rules-path", file, "--rule", "all", "--confidence", "low", path]


def clamscan(path):
    """ClamAV's search for cards and social security numbers, with one signature that nothing has: its own take seconds to load."""
    file = pathlib.Path(tempfile.gettempdir()) / "tanaoroshi-bench.ndb"
    file.write_text("none:0:*:" + b"nothing has these bytes".hex() + "\n", encoding="ascii")
    return ["clamscan", "-d", file, "--detect-structured=yes", "--max-filesize=2000M", "--max-scansize=2000M", path]


PEERS = {"kingfisher": lambda path: [*KINGFISHER, path], "kingfisher-shapes": kingfisher_shapes, "clamscan": clamscan}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=pathlib.Path, help="what generate.py wrote")
    parser.add_argument("--program", type=pathlib.Path, default=REPOSITORY / ".build/static/release/tanaoroshi")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--instructions", action="store_true", help="count instructions with valgrind")
    parser.add_argument("--peer", action="append", default=[], choices=sorted(PEERS))
    parser.add_argument("--only", action="append", choices=["corpora", "tree", "two_workers", "start", "memory"])
    options = parser.parse_args()
    bench = Bench(options)
    for part in options.only or ["start", "corpora", "tree", "two_workers", "memory"]:
        getattr(bench, part)()


if __name__ == "__main__":
    main()
