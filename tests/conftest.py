import io
import sys
from pathlib import Path

import pytest

from graph.language import set_language
from tsunagari.cli.run import run

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def reference_municipalities():
    return ROOT / "data" / "reference" / "municipalities_japan.csv"


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch, tmp_path_factory):
    """Tests see no .env of the folder they are started in, and no server of the person who starts them."""
    for name in (
        "NEO4J_URI",
        "NEO4J_USERNAME",
        "NEO4J_PASSWORD",
        "NEO4J_DATABASE",
        "TSUNAGARI_LANG",
        "TSUNAGARI_DEBUG",
    ):
        monkeypatch.delenv(name, raising=False)


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
