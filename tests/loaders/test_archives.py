"""Archives: what is in them is read like files on their own."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from loaders import archives, read
from loaders.archives import unpacked
from loaders.issues import FileProblem

THEMES = "id,name\nT1,居場所\n"


def zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_gzip_holds_one_file(tmp_path: Path) -> None:
    path = tmp_path / "Theme.csv.gz"
    path.write_bytes(gzip.compress(THEMES.encode("cp932")))
    loaded = read([path])
    assert list(loaded.dataset["Theme"]["name"]) == ["居場所"]
    assert [count.file for count in loaded.files] == ["Theme.csv.gz"]


def test_each_file_of_a_zip_is_one(tmp_path: Path) -> None:
    path = tmp_path / "データ.zip"
    entries = {
        "表/Theme.csv": THEMES.encode(),
        "表/Organisation.csv": "id,name\nO1,架空の会\nO2,\n".encode(),
        "__MACOSX/._Theme.csv": b"\x00\x05\x16\x07",
        "表/.DS_Store": b"x",
        "読んでください.pdf": b"%PDF",
        "表/空.csv": b"",
    }
    path.write_bytes(zipped(entries))
    loaded = read([path])
    assert (loaded.rows, loaded.loaded, loaded.refused) == (3, 2, 1)
    assert [(issue.severity, issue.file, issue.kind, issue.value) for issue in loaded.issues] == [
        ("refused", "データ.zip › 表/Organisation.csv", "missing", ""),
        ("refused", "データ.zip › 表/空.csv", "empty", ""),
        ("note", "データ.zip", "archive_entry", "読んでください.pdf"),
    ]


def test_names_of_windows_are_read() -> None:
    # Of the same length as its cp932 bytes, so that these can be put in its place, without the flag for UTF-8.
    stand_in = b"ABCD.csv"
    data = zipped({stand_in.decode(): b"id,name\n"}).replace(stand_in, "組織.csv".encode("cp932"))
    assert [packed.name for packed in unpacked(data, "a", ".zip")] == ["組織.csv"]


def test_a_mapping_finds_its_file_in_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "packed.zip"
    path.write_bytes(zipped({"list.csv": "番号,名称\n1,居場所\n".encode()}))
    mapping = tmp_path / "m.yaml"
    mapping.write_text(
        "source: {id: S, name: 出典}\n"
        "tables: [{file: list.csv, nodes: [{label: Theme, id: '{番号}', properties: {name: 名称}}]}]\n",
        encoding="utf-8",
    )
    loaded = read([path], mapping)
    assert list(loaded.dataset["Theme"]["id"]) == ["1"]
    assert list(loaded.dataset["Source"]["id"]) == ["S"]


@pytest.mark.parametrize("suffix", [".zip", ".gz"])
@pytest.mark.parametrize("cut", [1, 10, 40])
def test_a_damaged_archive_is_refused_in_one_sentence(suffix: str, cut: int) -> None:
    whole = zipped({"a.csv": THEMES.encode() * 50}) if suffix == ".zip" else gzip.compress(THEMES.encode() * 50)
    with pytest.raises(FileProblem, match="archive"):
        list(unpacked(whole[:-cut], "a", suffix))


def test_what_unpacks_to_more_than_it_may_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is made small here; nothing larger than it is ever unpacked."""
    monkeypatch.setattr(archives, "MOST_BYTES", 10_000)
    bomb = b"\0" * 1_000_000
    with pytest.raises(FileProblem, match="too_large"):
        list(unpacked(gzip.compress(bomb), "a", ".gz"))
    honest = zipped({"a.csv": bomb})
    with pytest.raises(FileProblem, match="too_large"):
        list(unpacked(honest, "a", ".zip"))
    # One that lies about its size, in both of its headers, is stopped while it is unpacked.
    lying = honest.replace(len(bomb).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(FileProblem):
        list(unpacked(lying, "a", ".zip"))


def test_a_password_is_said(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.csv": b"x"}))
    # The first bit of the flags says that an entry is encrypted.
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FileProblem, match="archive_password"):
        list(unpacked(bytes(data), "a", ".zip"))


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"b.zip": zipped({"Theme.csv": THEMES.encode()})}))
    with pytest.raises(Exception, match="holds no file that can be read"):
        read([path])
