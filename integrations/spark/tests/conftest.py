"""Spark on this machine, and the command as it was built last."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

ROOT = Path(__file__).resolve().parents[3]

# Spark's workers run the Python that runs the tests.
os.environ["PYSPARK_PYTHON"] = sys.executable
SOURCES = str(ROOT / "integrations/spark/src")
os.environ["PYTHONPATH"] = os.pathsep.join([SOURCES, *filter(None, [os.environ.get("PYTHONPATH")])])


@pytest.fixture(scope="session")
def banmian() -> str:
    return os.environ.get("BANMIAN", str(ROOT / "target/debug/banmian"))


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    # Two cores, and a task that fails is tried four times, as on a cluster.
    session = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
