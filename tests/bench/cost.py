"""What a command costs: prints its seconds by the clock, its seconds of work on all cores, and its peak of memory in KiB.

Usage: cost.py INPUT COMMAND ARGUMENT …; the command reads INPUT, and what it prints is thrown away.
"""

import json
import resource
import subprocess
import sys
import time

begun = time.monotonic()
with open(sys.argv[1], "rb") as given:
    subprocess.run(sys.argv[2:], stdin=given, stdout=subprocess.DEVNULL, check=True)
clock = time.monotonic() - begun
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"clock": clock, "work": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss}))
