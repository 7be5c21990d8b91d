"""Measures the command on written pages (src/train/pages/README.md): python3 scripts/data/written.py FOLDER banmian [--show]

Prints F of article starts, how many pages have no mistake, how many lines have the right part and F of names by kind;
with --show also each line that was read wrongly.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

KINDS = {"p": "person", "l": "place", "o": "organization"}
MARK = re.compile(r"\[([plob]):([^\[\]]*)\]")
PARTS = {"body": "P", "caption": "F", "heading": "C", "note": "E", "credit": "B"}


class Line:
    def __init__(self, code, start, text, opens):
        blanks = len(text) - len(text.lstrip())
        self.code, self.text, self.opens = code, text.strip(), opens
        self.start, self.end = start + blanks, start + len(text.rstrip())

    def most(self, marks):
        """What most of its characters are marked with."""
        found = Counter(marks[i] for i in range(self.start, self.end) if i in marks)
        return found.most_common(1)[0][0] if found else None


def read(source):
    """The text of a page, its lines, and its names by kind and place."""
    text, lines, names, opens = "", [], set(), False
    for raw in source.splitlines():
        if raw.strip() == "=":
            opens = True
            continue
        code, bar, body = raw.partition("|")
        plain, at = "", 0
        for mark in MARK.finditer(body if bar else ""):
            plain += body[at : mark.start()]
            start = len(text) + len(plain)
            plain, at = plain + mark[2], mark.end()
            if code != "N" and mark[1] in KINDS:
                names.add((KINDS[mark[1]], start, start + len(mark[2])))
        plain += body[at:]
        if plain.strip():
            code = lines[-1].code if code == "+" else code
            lines.append(Line(code, len(text), plain, opens and code != "N"))
            opens = opens and code == "N"
        text += plain + "\n"
    return text, lines, names


def parts(report):
    """The article and the part of each character."""
    owner, part = {}, {}

    def mark(into, spans, value):
        into.update((i, value) for span in spans for i in range(span["start"], span["end"]))

    for article in report["articles"]:
        mark(owner, article["spans"], article["id"])
        mark(part, article["spans"], "B")
        for paragraph in article["paragraphs"]:
            mark(part, paragraph["spans"], PARTS[paragraph["role"]])
        heads = [("K", article["kicker"]), ("H", article["title"])] + [("S", text) for text in article["subtitles"]]
        for code, head in heads:
            mark(part, head["spans"] if head else [], code)
        mark(part, article["byline"], "B")
    for block in report["unplaced"]:
        mark(part, block["spans"], "N")
    return owner, part


def f(right, got, wanted):
    return 2 * right / max(1, got + wanted)


def main(folder, command, show):
    starts, names, exact, right, lines_seen = [0] * 3, {kind: [0] * 3 for kind in KINDS.values()}, 0, 0, 0
    pages = sorted(Path(folder).glob("*.txt"))
    for page in pages:
        text, lines, wanted = read(page.read_text(encoding="utf-8"))
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            report = json.loads(subprocess.check_output([command, "analyze", "--format", "ndjson", file.name]))
        owner, part = parts(report)
        got, seen = set(), set()
        for line in lines:
            article = line.most(owner)
            if article and article not in seen:
                got.add(line.start)
            seen.add(article)
            found = line.most(part)
            right += found == line.code or (found, line.code) == ("E", "L")
            lines_seen += 1
            if show and (found != line.code or (line.start in got) != line.opens):
                print(page.name, f"{line.code}→{found}", "start" if line.start in got else "", line.text[:40])
        gold = {line.start for line in lines if line.opens}
        starts = [a + b for a, b in zip(starts, (len(got & gold), len(got), len(gold)))]
        exact += got == gold
        inside = {i for line in lines if line.code != "N" for i in range(line.start, line.end)}
        tags = {(e["kind"], m["start"], m["end"]) for e in report["entities"] for m in e["mentions"]}
        for kind, counts in names.items():
            found = {tag for tag in tags if tag[0] == kind and tag[1] in inside}
            want = {tag for tag in wanted if tag[0] == kind}
            names[kind] = [a + b for a, b in zip(counts, (len(found & want), len(found), len(want)))]
    print(f"starts F {f(*starts):.3f}, {exact} of {len(pages)} pages without a mistake, {right} of {lines_seen} lines right")
    print(", ".join(f"{kind} F {f(*counts):.3f}" for kind, counts in names.items()))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--show" in sys.argv)
