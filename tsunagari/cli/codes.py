"""Exit codes."""

DONE = 0
FAILED = 1
"""An error, said in one sentence."""
MISUSED = 2
"""Wrong usage."""
REFUSED = 3
"""Done, but some rows, sheets or files were refused."""
INTERRUPTED = 130
