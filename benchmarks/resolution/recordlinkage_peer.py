"""Run in an environment of its own: names on standard input, near pairs with their similarity on standard output."""

import json
import sys

import pandas as pd
import recordlinkage  # type: ignore[import-not-found] # pyright: ignore[reportMissingImports] # it is in the environment of this script alone

names = pd.DataFrame({"name": json.load(sys.stdin)})
indexer = recordlinkage.Index()
indexer.full()
compare = recordlinkage.Compare()
compare.string("name", "name", method="jarowinkler", label="score")
found = compare.compute(indexer.index(names), names)["score"]
near = found[found >= 0.7]
json.dump([[int(a), int(b), float(score)] for (a, b), score in near.items()], sys.stdout)
