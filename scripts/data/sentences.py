"""Measures the command on written sentences (src/train/sentences/README.md): python3 scripts/data/sentences.py FOLDER banmian [--show]

Reads all lines of the folder's files as one run, as a file of sentences would be. Prints F of names by kind and all together; with
--show also what was missed and what is false in each sentence.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from written import KINDS, f, read


def main(folder, banmian, show):
    lines = [line for path in sorted(Path(folder).glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = [(text.rstrip("\n"), names) for text, _, names in (read(f"P|{line}") for line in lines if line)]
    texts = "\n".join(text for text, _ in gold) + "\n"
    told = subprocess.run([banmian, "tag"], input=texts, capture_output=True, text=True, check=True).stdout.splitlines()
    right, got, wanted = Counter(), Counter(), Counter()
    for (text, names), answer in zip(gold, told, strict=True):
        found = {(tag["kind"], tag["start"], tag["end"]) for tag in json.loads(answer)}
        found = {name for name in found if name[0] in KINDS.values()}
        for count, some in [(right, names & found), (got, found), (wanted, names)]:
            count.update(name[0] for name in some)
        if show and names != found:
            missed, false = ([text[start:end] for _, start, end in sorted(some)] for some in (names - found, found - names))
            print(f"{text}\n    missed {missed}, false {false}")
    for kind in KINDS.values():
        print(f"{kind:13} {f(right[kind], got[kind], wanted[kind]):.3f}")
    print(f"{len(gold)} sentences, names {f(right.total(), got.total(), wanted.total()):.3f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--show" in sys.argv)
