"""Pages on Spark: the same answers as the module gives, errors in their row, a killed process survived."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyspark.errors import PythonException
from pyspark.sql import DataFrame, SparkSession

import banmian_spark as b

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = sorted((ROOT / "www/samples").glob("*.txt"))


def paper(day: int, page: int) -> str:
    return (
        f"青陵日报　2025年4月{day}日　第{page}版\n# 渡口镇修好老石桥\n\n本报渡口镇讯（记者 陆小满）老石桥昨日通行，"
        f"镇长到场，推进“河湾治理”又添一景。\n\n# 河湾治理见成效\n\n本报渡口镇讯（记者 陆小满）白鹭回来了。\n"
    )


def frame(spark: SparkSession, texts: list[str | None], parts: int = 2) -> DataFrame:
    return spark.createDataFrame([(i, text) for i, text in enumerate(texts)], "id bigint, text string").repartition(parts)


@pytest.fixture(scope="module")
def reports(spark: SparkSession, banmian: str) -> DataFrame:
    texts = [paper(day, page) for day in (16, 17, 18) for page in (1, 2)]
    return b.analyze(frame(spark, [*texts, None, "", "𠮷\u2028“"]), command=[banmian]).cache()


def test_the_same_answers_as_the_module_gives(spark: SparkSession, banmian: str) -> None:
    texts = [path.read_text("utf-8") for path in SAMPLES] + [paper(1, 1), "", " \u3000\r\n", "𠮷家巷🍜夜市开张\n\0\u2028"]
    program = """
      import { readFileSync } from "node:fs";
      import { analyze, initSync } from "./www/engine/pkg/banmian.js";
      initSync({ module: readFileSync("www/engine/pkg/banmian_bg.wasm") });
      for (const text of JSON.parse(readFileSync(0, "utf8"))) console.log(JSON.stringify(analyze(text)));
    """
    node = shutil.which("node")
    assert node is not None
    printed = subprocess.run(
        [node, "--input-type=module", "-e", program], input=json.dumps(texts), capture_output=True, text=True, check=True, cwd=ROOT
    )
    expected = [json.loads(line) for line in printed.stdout.split("\n") if line]
    rows = b.analyze(frame(spark, list(texts), 3), command=[banmian]).orderBy("id").collect()
    assert [row.id for row in rows] == list(range(len(texts)))
    assert [json.loads(row.report) for row in rows] == expected


def test_a_page_that_cannot_be_read_has_its_error_and_the_others_go_on(reports: DataFrame) -> None:
    rows = {row.id: row for row in reports.collect()}
    assert len(rows) == 9
    assert [key for key, row in rows.items() if row.error is not None] == [6]
    assert all((row.report is None) == (row.error is not None) for row in rows.values())
    assert [(row.id, row.error) for row in b.failures(reports).collect()] == [(6, "the page has no text")]


def test_pages_articles_and_entities(reports: DataFrame) -> None:
    first = b.pages(reports).where("id = 0").collect()[0]
    assert (first.paper, first.date, first.page, first.articles) == ("青陵日报", date(2025, 4, 16), "第1版", 2)
    rows = b.articles(reports).where("id = 3").orderBy("article").collect()
    assert [row.title for row in rows] == ["渡口镇修好老石桥", "河湾治理见成效"]
    assert rows[0].byline[0].name == "陆小满"
    assert "老石桥昨日通行" in rows[0].text and rows[0].date == date(2025, 4, 17)
    names = {(row.kind, row.name) for row in b.entities(reports).where("id = 3").collect()}
    assert ("person", "陆小满") in names


def test_themes_by_paper_and_date(reports: DataFrame) -> None:
    rows = b.themes_over_time(reports).where("theme = '河湾治理'").orderBy("date").collect()
    assert [(row.paper, row.date.day, row.pages, row.articles) for row in rows] == [("青陵日报", day, 2, 4) for day in (16, 17, 18)]
    assert {row.first.day for row in rows} == {16}
    assert all(row.mentions >= 4 for row in rows)


def test_the_words_of_the_user_win_and_ids_may_be_of_any_type(spark: SparkSession, banmian: str, tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text("老石桥,place\n", "utf-8")
    kinds: dict[str, list[Any]] = {"string": ["一版", None], "bigint": [2**60 + 1, None], "struct<paper: string, page: int>": [("日报", 1), None]}
    for kind, ids in kinds.items():
        pages = spark.createDataFrame([(id, paper(1, 1), 7) for id in ids], f"id {kind}, text string, other int").coalesce(1)
        seen = b.entities(b.analyze(pages, command=[banmian], lexicon=str(words))).where("name = '老石桥'").collect()
        assert [(row.id, row.kind) for row in seen] == [(id, "place") for id in ids]


def test_a_process_that_is_killed_costs_no_page(spark: SparkSession, banmian: str, tmp_path: Path) -> None:
    """The first process to come by kills itself after three answers; Spark does its partition again."""
    mark = tmp_path / "killed"
    script = tmp_path / "dies-once.py"
    script.write_text(
        f"""
import os, signal, subprocess, sys
try:
    os.close(os.open({str(mark)!r}, os.O_CREAT | os.O_EXCL))
except FileExistsError:
    os.execv({banmian!r}, [{banmian!r}, *sys.argv[1:]])
process = subprocess.Popen([{banmian!r}, *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for _ in range(3):
    process.stdin.write(sys.stdin.buffer.readline())
    process.stdin.flush()
    sys.stdout.buffer.write(process.stdout.readline())
    sys.stdout.flush()
process.kill()
os.kill(os.getpid(), signal.SIGKILL)
""",
        "utf-8",
    )
    texts: list[str | None] = [paper(1 + i % 28, 1) for i in range(24)]
    rows = b.analyze(frame(spark, texts, 4), command=[sys.executable, str(script)]).orderBy("id").collect()
    assert mark.exists()
    assert [row.id for row in rows] == list(range(24))
    assert all(row.report is not None for row in rows)


def test_a_frame_without_pages_gives_frames_without_rows(spark: SparkSession, banmian: str) -> None:
    reports = b.analyze(frame(spark, []), command=[banmian])
    views = [reports, b.pages(reports), b.articles(reports), b.entities(reports), b.themes(reports), b.themes_over_time(reports)]
    assert [view.count() for view in views] == [0] * 6
    assert reports.columns == ["id", "report", "error"]


def test_one_process_serves_a_whole_partition(spark: SparkSession, banmian: str, tmp_path: Path) -> None:
    script = tmp_path / "counted"
    script.write_text(f'#!/bin/sh\necho $$ >> {tmp_path}/starts\nexec {banmian} "$@"\n', "utf-8")
    os.chmod(script, 0o755)
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "5")
    texts: list[str | None] = [paper(1, 1)] * 20
    assert b.analyze(frame(spark, texts, 2), command=[str(script)]).where("report is not null").count() == 20
    spark.conf.unset("spark.sql.execution.arrow.maxRecordsPerBatch")
    assert len((tmp_path / "starts").read_text().split()) == 2


def test_a_command_that_is_not_there_is_said_so(spark: SparkSession) -> None:
    with pytest.raises(PythonException, match="'/nowhere/banmian' cannot be started"):
        b.analyze(frame(spark, ["文"], 1), command=["/nowhere/banmian"]).collect()
