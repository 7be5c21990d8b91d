"""DataFrames of pages, and what is read out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import StructField, StructType

from .command import Answer, Command

#: Pages whose reports are held in memory together. Spark hands over ten thousand at a time, and reports are long.
AT_ONCE = 64

#: What is read of a report, version 1; the report itself has more, see ``report.d.ts`` of the project.
REPORT = """
  source struct<length: int, masthead: struct<paper: string, date: string, page: string>>,
  articles array<struct<
    id: string, spans: array<struct<start: int, end: int>>, kicker: struct<text: string>, title: struct<text: string>,
    subtitles: array<struct<text: string>>, dateline: struct<agency: string, place: string, date: string>,
    byline: array<struct<name: string, role: string, organization: string>>,
    paragraphs: array<struct<text: string, role: string>>, keywords: array<struct<term: string, weight: double, count: int>>,
    category: struct<name: string, score: double>, confidence: double>>,
  entities array<struct<
    id: string, kind: string, name: string, aliases: array<string>,
    roles: array<struct<title: string, organization: string, count: int>>, value: string,
    mentions: array<struct<article: string, start: int, end: int, by: string>>>>,
  themes array<struct<
    id: string, name: string, variants: array<string>, origin: string, score: double,
    articles: array<struct<article: string, headline: int, body: int>>,
    evidence: array<struct<article: string, start: int, end: int>>>>
"""


def analyze(
    pages: DataFrame,
    *,
    command: Sequence[str] = ("banmian",),
    lexicon: str | None = None,
    all_themes: bool = False,
) -> DataFrame:
    """Reads pages: a DataFrame with the columns ``id`` and ``text`` to one of ``id``, ``report`` and ``error``.

    ``id`` is of whatever type it is and comes back as it was; a row has either ``report``, JSON as the command prints it, or
    ``error``. Other columns are left out: join them by ``id``. Each partition has one process of ``command``, which must be
    there on every worker, as ``lexicon``, a path, must. Keep the result (``cache``, ``write``) where more than one view of it is
    used, or the pages are read anew for each.
    """
    chosen = pages.select("id", F.col("text").cast("string"))
    arguments = tuple(command)

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with Command(arguments, lexicon=lexicon, all_themes=all_themes) as running:
            for batch in batches:
                for start in range(0, batch.num_rows, AT_ONCE):
                    rows = batch.slice(start, AT_ONCE)
                    yield _answered(rows.column("id"), list(running.ask(rows.column("text").to_pylist())))

    schema = StructType([StructField("id", chosen.schema["id"].dataType)])
    return chosen.mapInArrow(read, schema.add("report", "string").add("error", "string"))


def _answered(ids: pa.Array, answers: list[Answer]) -> pa.RecordBatch:
    reports = pa.array([answer.report for answer in answers], pa.string())
    errors = pa.array([answer.error for answer in answers], pa.string())
    return pa.RecordBatch.from_arrays([ids, reports, errors], names=["id", "report", "error"])


def failures(reports: DataFrame) -> DataFrame:
    """The pages that could not be read: ``id``, ``error``."""
    return reports.where(F.col("error").isNotNull()).select("id", "error")


def _parsed(reports: DataFrame) -> DataFrame:
    return reports.where(F.col("report").isNotNull()).select("id", F.from_json("report", REPORT).alias("r"))


def _masthead() -> list[Column]:
    head = F.col("r.source.masthead")
    return [head["paper"].alias("paper"), F.to_date(head["date"], "yyyy-MM-dd").alias("date"), head["page"].alias("page")]


#: What names the page in every view.
PAGE = ("id", "paper", "date", "page")


def pages(reports: DataFrame) -> DataFrame:
    """A row a page: ``id``, ``paper``, ``date``, ``page`` of its masthead, ``length`` in UTF-16 code units, number of ``articles``."""
    length = F.col("r.source.length").alias("length")
    return _parsed(reports).select("id", *_masthead(), length, F.size("r.articles").alias("articles"))


def articles(reports: DataFrame) -> DataFrame:
    """A row an article: its headline, who wrote it, its text, its keywords."""
    rows = _parsed(reports).select("id", *_masthead(), F.explode("r.articles").alias("a"))
    body = F.concat_ws("\n", F.transform("a.paragraphs", lambda paragraph: paragraph["text"]))
    return rows.select(
        *PAGE,
        F.col("a.id").alias("article"),
        F.col("a.kicker.text").alias("kicker"),
        F.col("a.title.text").alias("title"),
        F.col("a.subtitles.text").alias("subtitles"),
        F.col("a.dateline").alias("dateline"),
        F.col("a.byline").alias("byline"),
        body.alias("text"),
        F.col("a.spans").alias("spans"),
        F.col("a.category.name").alias("category"),
        F.col("a.keywords.term").alias("keywords"),
        F.col("a.confidence").alias("confidence"),
    )


def entities(reports: DataFrame) -> DataFrame:
    """A row a name of a page: people, organizations, places, dates, works, terms, with every mention."""
    rows = _parsed(reports).select("id", *_masthead(), F.explode("r.entities").alias("e"))
    return rows.select(
        *PAGE,
        F.col("e.kind").alias("kind"),
        F.col("e.name").alias("name"),
        F.col("e.aliases").alias("aliases"),
        F.col("e.roles").alias("roles"),
        F.col("e.value").alias("value"),
        F.size("e.mentions").alias("count"),
        F.col("e.mentions").alias("mentions"),
    )


def themes(reports: DataFrame) -> DataFrame:
    """A row a theme of a page, with the articles it runs through and its evidence."""
    rows = _parsed(reports).select("id", *_masthead(), F.explode("r.themes").alias("t"))
    mentions = F.aggregate("t.articles", F.lit(0), lambda sum, one: sum + one["headline"] + one["body"])
    return rows.select(
        *PAGE,
        F.col("t.name").alias("theme"),
        F.col("t.variants").alias("variants"),
        F.col("t.origin").alias("origin"),
        F.col("t.score").alias("score"),
        F.col("t.articles.article").alias("articles"),
        mentions.alias("mentions"),
        F.col("t.evidence").alias("evidence"),
    )


def themes_over_time(reports: DataFrame) -> DataFrame:
    """Themes by paper and date: on how many pages, in how many articles, how often; and the first day of each in its paper."""
    spark = reports.sparkSession
    return spark.sql(
        """
        SELECT paper, date, theme, count(DISTINCT id) AS pages, sum(size(articles)) AS articles, sum(mentions) AS mentions,
               max(score) AS score, min(date) OVER (PARTITION BY paper, theme) AS first
        FROM {themes} GROUP BY paper, date, theme ORDER BY paper, date, mentions DESC, theme
        """,
        themes=themes(reports),
    )
