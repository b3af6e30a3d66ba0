from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.language import set_language


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of this test alone, messages in English, and no configuration of the user's."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("JGO_CONFIG_FILE", str(tmp_path / "jgo.conf"))
    set_language("en")
    yield cache / "tsunagari"
    set_language(None)
