"""Archives: what is in them is read like files on their own."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from loaders import archives, read
from loaders.archives import Archive, unzipped
from loaders.issues import FileProblem


def unpacked(data: bytes, suffix: str) -> list[bytes]:
    if suffix == ".gz":
        return [unzipped(data)]
    archive = Archive(data)
    return [archive.read(entry) for entry in archive.entries]


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
        ("note", "データ.zip", "archive_entries", "読んでください.pdf"),
    ]


def test_names_of_windows_are_read() -> None:
    # Of the same length as its cp932 bytes, so that these can be put in its place, without the flag for UTF-8.
    stand_in = b"ABCD.csv"
    data = zipped({stand_in.decode(): b"id,name\n"}).replace(stand_in, "組織.csv".encode("cp932"))
    assert [entry.path for entry in Archive(data).entries] == ["組織.csv"]


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
        unpacked(whole[:-cut], suffix)


def test_what_unpacks_to_more_than_it_may_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is made small here; nothing larger than it is ever unpacked."""
    monkeypatch.setattr(archives, "_MOST_BYTES", 10_000)
    bomb = b"\0" * 1_000_000
    with pytest.raises(FileProblem, match="unpacked_large"):
        unpacked(gzip.compress(bomb), ".gz")
    honest = zipped({"a.csv": bomb})
    with pytest.raises(FileProblem, match="unpacked_large"):
        unpacked(honest, ".zip")
    # One that lies about its size, in both of its headers, is stopped while it is unpacked.
    lying = honest.replace(len(bomb).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(FileProblem, match="archive"):
        unpacked(lying, ".zip")


@pytest.mark.parametrize("suffix", [".zip", ".gz"])
def test_a_bomb_is_refused_for_unpacking_to_so_many_times_its_size(suffix: str) -> None:
    # 100 MB of one letter become 0.1 MB; data that people keep shrink to a fiftieth at most.
    bomb = b"0" * 100_000_000
    data = zipped({"Theme.csv": bomb}) if suffix == ".zip" else gzip.compress(bomb)
    with pytest.raises(FileProblem, match="unpacked_large"):
        unpacked(data, suffix)


def test_a_password_concerns_its_own_file_only(tmp_path: Path) -> None:
    data = bytearray(zipped({"Organisation.csv": b"x", "Theme.csv": THEMES.encode()}))
    # The first bit of the flags says that an entry is encrypted.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    loaded = read([path])
    assert loaded.loaded == 1
    assert [(issue.kind, issue.file) for issue in loaded.issues] == [("archive_password", "a.zip › Organisation.csv")]


def test_prose_in_an_archive_is_passed_over_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"readme.txt": b"x", "テーマ.txt": "ID\t名称\nT1\t居場所\n".encode("utf-16")}))
    loaded = read([path])
    assert (loaded.loaded, [issue.value for issue in loaded.issues]) == (1, ["readme.txt"])


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"b.zip": zipped({"Theme.csv": THEMES.encode()})}))
    with pytest.raises(Exception, match="holds no file that can be read"):
        read([path])
