"""A load that dies for real at one point: run as a program by `test_killed_loads.py`.

Arguments: the folder to load, the step of the progress, how much of the step is done when it dies, and the process to
kill (this one, or the server's).
"""

import os
import signal
import sys
from pathlib import Path

from graph.errors import TsunagariError
from tsunagari import workflow


class Deadly:
    def __init__(self, step, amount, victim):
        self.step, self.amount, self.victim = step, amount, victim
        self.now, self.done = "", 0

    def start(self, step, total=None):
        self.now, self.done = step, 0
        self._strike()

    def advance(self, amount=1):
        self.done += amount
        self._strike()

    def _strike(self):
        if self.now == self.step and self.done >= self.amount:
            os.kill(self.victim, signal.SIGKILL)
            self.step = ""


if __name__ == "__main__":
    folder, step, amount, victim = sys.argv[1:]
    try:
        workflow.load([Path(folder)], progress=Deadly(step, int(amount), int(victim) or os.getpid()))
    except TsunagariError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
