import stat
from pathlib import Path

import pytest

from graph.errors import ServerError
from graph.server.folder import Folder, write_private


def test_only_the_owner_can_enter_the_folder(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "home" / "neo4j-5.26")
    folder.make()
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.path.parent.stat().st_mode) == 0o700


def test_a_folder_left_open_is_closed(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "open")
    folder.path.mkdir(mode=0o755)
    folder.make()
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


def test_only_the_owner_can_read_a_private_file(tmp_path: Path) -> None:
    write_private(tmp_path / "password", "secret")
    assert stat.S_IMODE((tmp_path / "password").stat().st_mode) == 0o600


def test_a_private_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_private(tmp_path / "state", "a long first text")
    write_private(tmp_path / "state", "second")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("state", "second")]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ServerError) as caught:
        Folder(tmp_path / "file" / "neo4j-5.26").make()
    assert str(tmp_path / "file") in str(caught.value)
    assert "TSUNAGARI_HOME" in str(caught.value)
