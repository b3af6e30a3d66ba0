"""What goes out and comes back is the same, in every format that says it holds everything."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.dataset import Dataset
from graph.language import set_language
from loaders import read
from loaders.formats import archive, writer_named, writers

WHOLE = [
    (writer.key, ending) for writer in writers() if writer.key not in ("hsds", "jsonld") for ending in writer.forms
]


@pytest.mark.parametrize(("key", "ending"), WHOLE)
def test_the_sample_comes_back_equal(key, ending, kanagawa, exported) -> None:
    loaded = read([exported(key, ending, kanagawa)])
    assert loaded.dataset == kanagawa
    assert loaded.issues == ()
    assert loaded.rows == kanagawa.node_count + kanagawa.relationship_count
    assert {taken.format.key if taken.format else "csv" for taken in loaded.taken} == {key}


@pytest.mark.parametrize(("key", "ending"), WHOLE)
def test_what_is_easily_lost_comes_back_equal(key, ending, hard, exported) -> None:
    loaded = read([exported(key, ending, hard)])
    assert loaded.dataset == hard
    assert loaded.issues == ()


@pytest.mark.parametrize(("key", "ending"), [(writer.key, ending) for writer in writers() for ending in writer.forms])
def test_files_are_the_same_each_time_and_in_either_order_of_rows(key, ending, kanagawa) -> None:
    turned = Dataset.of({name: frame.iloc[::-1] for name, frame in kanagawa.tables.items()})
    write = writer_named(key).forms[ending]
    first, second = write(kanagawa).files, write(turned).files
    assert first == second
    if "" not in first:
        assert archive(first) == archive(dict(sorted(second.items(), reverse=True)))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_own_layout_comes_back_in_either_language(lang, kanagawa, exported) -> None:
    set_language(lang)
    folder = exported("csv", "", kanagawa)
    header = (folder / "TIED_TO.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert header.startswith("起点,終点,種別" if lang == "ja" else "start,end,Kind")
    assert read([folder]).dataset == kanagawa


def test_an_empty_dataset_is_written_by_all() -> None:
    for writer in writers():
        for write in writer.forms.values():
            assert write(Dataset.of({})).losses() is None


def test_losses_are_counted_by_table() -> None:
    dataset = Dataset.of(
        {
            "Organisation": [{"id": "a", "name": "a"}],
            "Event": [{"id": "e", "name": "e", "date": dt.date(2024, 4, 1)}, {"id": "f", "name": "f"}],
            "HOSTED": [{"start": "a", "end": "e"}],
        }
    )
    losses = writer_named("hsds").forms[""](dataset).losses()
    assert losses is not None
    assert losses.en == "The format holds no place for these, which are not in the file: Event 2, hosted 1."
    assert losses.ja == "この形式に入らないため、次のものはファイルにありません: 行事 2件、行事の主催 1件。"
