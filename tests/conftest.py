from pathlib import Path

import pytest

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
