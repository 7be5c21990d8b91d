"""The command ``banmian batch`` as a process that lasts: texts in, answers out, in order.

It runs on a worker of the cluster and knows nothing of Spark.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from threading import Thread
from types import TracebackType
from typing import NamedTuple

#: How a line begins that has a report and no error. Every text is sent without an ``id``, since order tells which is which.
REPORT = b'{"id":null,"report":'


class Missing(RuntimeError):
    """The command is not on this worker."""


class Broken(RuntimeError):
    """The process has ended though there was more to do. Spark tries the partition again."""


class Answer(NamedTuple):
    """What the command says of a page: its report as JSON, or why there is none."""

    report: str | None
    error: str | None


class Command:
    """One process of the command, to be used in a ``with``."""

    def __init__(self, command: Sequence[str] = ("banmian",), *, lexicon: str | None = None, all_themes: bool = False) -> None:
        # Spark runs a task on each core, so one thread is what a task may take.
        arguments = [*command, "batch", "--threads", "1"]
        if lexicon is not None:
            arguments += ["--lexicon", lexicon]
        if all_themes:
            arguments.append("--all-themes")
        try:
            # What it says on its standard error goes to the worker's, which is always read.
            self._process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as error:
            raise Missing(
                f"the command {command[0]!r} cannot be started ({error.strerror}); it must be on every worker, "
                "in the PATH or where the argument `command` says"
            ) from error
        assert self._process.stdin and self._process.stdout
        self._stdin, self._stdout = self._process.stdin, self._process.stdout

    def __enter__(self) -> Command:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            self._process.kill()
        try:
            self._stdin.close()
        except OSError:
            pass  # What was still to be sent to a dead process.
        self._process.wait()
        self._stdout.close()

    def ask(self, texts: Sequence[str | None]) -> Iterator[Answer]:
        """The answers on texts, in their order; a page without a text has an error.

        A thread of its own sends them: the process answers while it is asked, and both pipes are short.
        """
        Thread(target=self._send, args=(texts,), daemon=True).start()
        for text in texts:
            yield self._answer() if text is not None else Answer(None, "the page has no text")

    def _send(self, texts: Sequence[str | None]) -> None:
        try:
            for text in texts:
                if text is not None:
                    self._stdin.write(json.dumps({"text": text}).encode("ascii") + b"\n")
            self._stdin.flush()
        except Exception:
            # Most often the process is dead; whatever it is, who reads the answers must not wait for ever.
            self._process.kill()

    def _answer(self) -> Answer:
        line = self._stdout.readline()
        if not line.endswith(b"\n"):
            raise Broken(f"the command has ended with code {self._process.wait()}; the worker's standard error may say why")
        # A report is passed on as it is; to read and write it again would cost more than all else here.
        if line.startswith(REPORT):
            return Answer(line[len(REPORT) : -len(b"}\n")].decode("utf-8"), None)
        return Answer(None, str(json.loads(line)["error"]))
