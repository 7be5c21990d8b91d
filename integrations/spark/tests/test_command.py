"""The process behind the frames: pipes that are full, answers that are errors, an end too soon."""

from __future__ import annotations

import sys

import pytest

from banmian_spark import Broken, Command

#: More than any pipe holds.
LONG = 1 << 20


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def test_a_text_that_cannot_be_read_has_its_error_and_the_others_go_on(banmian: str) -> None:
    with Command([banmian]) as command:
        broken, none, good = command.ask(["\ud800", None, "河湾治理见成效"])
        assert broken.report is None and broken.error is not None and "hex escape" in broken.error
        assert none.report is None and none.error == "the page has no text"
        assert good.report is not None and good.report.startswith('{"version":1,') and good.error is None


def test_long_texts_and_long_answers_pass_both_pipes(banmian: str) -> None:
    text = "老石桥昨日通行。" * 20_000
    with Command([banmian]) as command:
        answers = list(command.ask([text] * 3))
    assert all(answer.report is not None and len(answer.report) > LONG // 8 for answer in answers)


def test_a_command_that_says_much_on_its_standard_error_is_heard_out() -> None:
    answer = '{"id":null,"report":{}}'
    loud = f"import sys\nfor line in sys.stdin: sys.stderr.write('.' * {LONG}); print({answer!r}, flush=True)"
    with Command(python(loud)) as command:
        assert [answer.report for answer in command.ask(["一", "二"])] == ["{}", "{}"]


def test_a_command_that_ends_too_soon_is_broken_with_its_code() -> None:
    with pytest.raises(Broken, match="code 3"), Command(python("import sys; sys.exit(3)")) as command:
        list(command.ask(["文" * LONG]))
