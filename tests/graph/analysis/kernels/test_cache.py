import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]
SCRIPT = """
import gc
import json
from numba.core.dispatcher import Dispatcher
from loaders import read
from graph.analysis import analyse
analyse(read(["data/kanagawa/csv"]).dataset)
kernels = [k for k in gc.get_objects() if isinstance(k, Dispatcher) and k.py_func.__module__.startswith("graph.")]
used = [k for k in kernels if k.signatures]
compiled = [k.py_func.__name__ for k in used if sum(k.stats.cache_misses.values())]
print(json.dumps({"used": len(used), "compiled": compiled}))
"""


def analysed():
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_a_second_start_compiles_nothing():
    analysed()
    second = analysed()
    assert second["compiled"] == []
    # Fewer than at first, when the kernels that others call are compiled with them.
    assert second["used"] > 3
