"""Reads a file of pages on Spark and counts their reports: pages_on_spark.py PAGES COMMAND CORES LIMIT."""

import sys

from pyspark.sql import SparkSession

import banmian_spark

file, command, cores, limit = sys.argv[1:]
spark = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1").getOrCreate()
pages = spark.read.schema("id long, text string").json(file).limit(int(limit)).repartition(8)
read = banmian_spark.analyze(pages, command=[command]).where("report is not null").count()
spark.stop()
if read != int(limit):
    raise SystemExit(f"{read} of {limit} pages have a report")
