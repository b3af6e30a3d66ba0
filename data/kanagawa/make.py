"""Make the sample of Kanagawa: ``python data/kanagawa/make.py``, or with ``--check`` compare with what is there.

The same bytes come out on every run. Nothing is written unless the Dataset holds and every planted finding is there.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from data.kanagawa.making.activities import write_cases, write_events, write_meeting_places
from data.kanagawa.making.collaborations import make_collaborations, write_collaborations
from data.kanagawa.making.draft import Draft
from data.kanagawa.making.exchange import Exchange, write_reported_none
from data.kanagawa.making.figures import write_figures, write_sources
from data.kanagawa.making.membership import make_groups
from data.kanagawa.making.organisations import make_organisations, write_organisations
from data.kanagawa.making.places import read_prefecture, write_places
from data.kanagawa.making.plan import read_plan
from data.kanagawa.making.themes import write_themes
from data.kanagawa.making.ties import write_ties
from data.kanagawa.making.truth import Planted, truth
from data.kanagawa.making.writing import (
    csv_bytes,
    stale,
    truth_bytes,
    workbook_bytes,
    write_files,
    written_tables,
)
from graph.dataset import Dataset

FOLDER = Path(__file__).resolve().parent
WORKBOOK = "kanagawa.xlsx"
REPORTED_NONE = (3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1)


def make_sample() -> tuple[Draft, Planted]:
    """Return the rows of the sample and what was planted in them."""
    prefecture = read_prefecture()
    plan = read_plan(prefecture)
    organisations = make_organisations(prefecture, plan)
    groups = make_groups(organisations)
    collaborations = make_collaborations(groups, prefecture, plan)
    draft = Draft()
    write_sources(draft)
    write_places(draft, prefecture)
    write_themes(draft)
    write_figures(draft)
    write_organisations(draft, organisations)
    write_collaborations(draft, collaborations)
    write_ties(draft, organisations, groups)
    write_cases(draft, collaborations)
    write_events(draft, prefecture, organisations)
    write_meeting_places(draft, prefecture)
    exchange = Exchange(draft, prefecture, plan, organisations)
    exchange.write()
    write_reported_none(draft, prefecture, REPORTED_NONE)
    return draft, Planted(organisations, exchange.empty, exchange.pairs)


def make_files() -> dict[str, bytes]:
    """Return the content of every file of the sample, by its path below this folder."""
    draft, planted = make_sample()
    dataset = Dataset.of(draft.tables)
    findings = truth(draft.tables, planted)
    files = {f"csv/{key}.csv": csv_bytes(dataset, key) for key in written_tables(dataset)}
    return files | {WORKBOOK: workbook_bytes(dataset), "truth.json": truth_bytes(findings)}


def differences(files: Mapping[str, bytes]) -> list[str]:
    """Return the files on disk that are missing, differ or should not be there."""
    found = [name for name, content in files.items() if not _same(FOLDER / name, content)]
    return sorted([*found, *(path.relative_to(FOLDER).as_posix() for path in stale(FOLDER, files))])


def _same(path: Path, content: bytes) -> bool:
    if not path.is_file():
        return False
    written = path.read_bytes()
    # How tightly a workbook is packed depends on the zlib at hand; what is in it does not.
    return _unpacked(written) == _unpacked(content) if path.suffix == ".xlsx" else written == content


def _unpacked(workbook: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def main() -> int:
    """Write the sample, or compare it with the files on disk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the files on disk and write nothing")
    files = make_files()
    if not parser.parse_args().check:
        write_files(FOLDER, files)
        return 0
    found = differences(files)
    for name in found:
        print(
            f"data/kanagawa/{name} differs from what make.py makes: run python data/kanagawa/make.py", file=sys.stderr
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
