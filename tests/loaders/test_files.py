from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import InputError, MappingError
from loaders import read
from loaders.files import inputs

WriteText = Callable[..., Path]

MAPPING = 'tables: [{file: "名簿*.csv", nodes: [{label: Theme, id: "{番号}", properties: {name: 名前}}]}]'
DATA = "番号,名前\n1,a\n"


def test_a_mapping_given_as_such_or_among_the_paths_or_in_the_folder(tmp_path: Path, write: WriteText) -> None:
    mapping, data = write("mapping.yaml", MAPPING), write("名簿1.csv", DATA)
    ways: list[tuple[list[Path], Path | None]] = [
        ([data], mapping),
        ([data, mapping], None),
        ([tmp_path], None),
        ([mapping], None),
        ([], mapping),
    ]
    for paths, given in ways:
        loaded = read(paths, given)
        assert loaded.dataset["Theme"]["name"].tolist() == ["a"]


def test_files_of_the_mapping_may_lie_elsewhere(write: WriteText) -> None:
    loaded = read([write("data/名簿2.csv", DATA)], write("mappings/m.yaml", MAPPING))
    assert loaded.loaded == 1


def test_a_file_that_no_entry_matches_is_read_as_own_layout(write: WriteText) -> None:
    own = write("テーマ.csv", "ID,名称\nT,居場所\n")
    loaded = read([own, write("名簿1.csv", DATA)], write("m.yaml", MAPPING))
    assert loaded.dataset["Theme"]["id"].tolist() == ["1", "T"]


def test_a_mapping_that_finds_no_file_says_so(write: WriteText) -> None:
    with pytest.raises(MappingError, match="no file matches"):
        read([write("m.yaml", MAPPING)])


def test_a_link_out_of_the_mapping_s_folder_is_not_followed(tmp_path: Path, write: WriteText) -> None:
    outside = write("outside/名簿1.csv", DATA)
    mapping = write("inside/m.yaml", MAPPING)
    (tmp_path / "inside" / "名簿1.csv").symlink_to(outside)
    with pytest.raises(MappingError, match="leads out"):
        read([mapping])


def test_names_in_the_decomposed_form_of_other_systems_match(write: WriteText) -> None:
    # macOS may hand over デ as テ and a mark of its own.
    data = write("テ\u3099ータ.csv", DATA)
    mapping = write("m.yaml", MAPPING.replace("名簿*", "データ"))
    found, _ = inputs([data], mapping)
    assert found[0].mapped(data.name)


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there"):
        read([], tmp_path / "m.yaml")
