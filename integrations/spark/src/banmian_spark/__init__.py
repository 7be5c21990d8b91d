"""Newspaper pages on Apache Spark: a DataFrame of pages to articles, entities and themes.

``analyze`` reads every page once, by one lasting process of the command ``banmian`` for each partition; ``articles``, ``entities``
and ``themes`` are views of what it gives, and ``themes_over_time`` counts the themes by paper and date in SQL.
"""

from .command import Broken, Command, Missing
from .frames import analyze, articles, entities, failures, pages, themes, themes_over_time

__all__ = [
    "Broken",
    "Command",
    "Missing",
    "analyze",
    "articles",
    "entities",
    "failures",
    "pages",
    "themes",
    "themes_over_time",
]
