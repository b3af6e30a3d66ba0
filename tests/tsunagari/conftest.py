import io
import sys

import pytest

from graph.language import set_language
from tsunagari.cli.run import run


class Outcome:
    def __init__(self, code, out, err):
        self.code, self.raw, self.err = code, out, err

    @property
    def out(self):
        return self.raw.decode()


@pytest.fixture
def cli(monkeypatch, capsys):
    """Run a command in this process; what it prints and its exit code come back."""

    def call(*arguments, lang="en"):
        stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stdout)
            code = run(["--lang", lang, *map(str, arguments)])
        set_language(None)
        return Outcome(code, stdout.buffer.getvalue(), capsys.readouterr().err)

    return call


@pytest.fixture(scope="session")
def sample(root):
    return root / "data" / "kanagawa" / "csv"
