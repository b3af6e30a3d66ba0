from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.frames import rows
from loaders import Loaded, read

WriteText = Callable[..., Path]

MEMBERS = "ID,名称\nO1,a\nO2,b\nO3,c\nO4,d\n"


def _read(write: WriteText, places: str, municipalities: str = "") -> Loaded:
    files = [write("組織.csv", MEMBERS), write("所在.csv", f"組織ID,市町村\n{places}")]
    return read([*files, *([write("市町村.csv", municipalities)] if municipalities else [])])


def _ends(loaded: Loaded) -> dict[object, object]:
    return {row["start"]: row["end"] for row in rows(loaded.dataset["LOCATED_IN"])}


def test_a_municipality_may_be_written_as_its_code_or_name(write: WriteText) -> None:
    loaded = _read(write, "O1,横浜市鶴見区\nO2,14100\nO3,JP-LGC-143413\nO4,足柄上郡大井町\n")
    assert _ends(loaded) == {
        "O1": "JP-LGC-141011",
        "O2": "JP-LGC-141003",
        "O3": "JP-LGC-143413",
        "O4": "JP-LGC-143626",
    }
    assert {issue.severity for issue in loaded.issues} == {"note"}
    assert "鶴見区" in {str(row["name"])[3:] for row in rows(loaded.dataset["Municipality"])}


def test_what_is_an_id_of_the_files_stays_and_their_own_row_is_found_by_its_code(write: WriteText) -> None:
    own = "ID,名称,団体コード,都道府県\n14100,横浜市,141003,神奈川県\nM2,鶴見,141011,神奈川県\n"
    loaded = _read(write, "O1,14100\nO2,鶴見区\nO3,中区\nO4,緑区\n", own)
    # 鶴見区 alone is also one of 大阪市; the files' own municipalities are all of Kanagawa.
    assert _ends(loaded) == {"O1": "14100", "O2": "M2", "O3": "JP-LGC-141046"}
    (refused,) = [issue for issue in loaded.issues if issue.severity == "refused"]
    assert (refused.row, refused.column, refused.value, refused.kind) == (5, "市町村", "緑区", "place_ambiguous")


def test_an_id_of_former_times_becomes_that_of_today(write: WriteText) -> None:
    loaded = _read(write, "O1,JP-LGC-221317\nO2,JP-LGC-221350\nO3,JP-LGC-999999\n")
    assert _ends(loaded) == {"O1": "JP-LGC-221384"}
    assert [(issue.row, issue.kind) for issue in loaded.issues if issue.severity != "note"] == [
        (3, "place_divided"),
        (4, "dangling"),
        (2, "place_changed"),
    ]


def test_what_stands_for_none_or_for_several_is_refused(write: WriteText) -> None:
    loaded = _read(write, "O1,鶴見区\nO2,M9\nO3,1.41E+05\nO4,14209\n")
    assert _ends(loaded) == {"O4": "JP-LGC-141500"}
    assert [(issue.severity, issue.row, issue.kind) for issue in loaded.issues] == [
        ("refused", 2, "place_ambiguous"),
        ("refused", 3, "dangling"),
        ("refused", 4, "code_damaged"),
        ("mended", 5, "place_changed"),
        ("note", 5, "municipality_joined"),
    ]
