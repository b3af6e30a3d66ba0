from __future__ import annotations

import re
from pathlib import Path

import yaml

from loaders.combine import RULES
from loaders.mapping import headings, reader, rules
from loaders.mapping.reader import read_mapping
from loaders.mapping.transforms import TRANSFORMS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "mapping.md").read_text(encoding="utf-8")


def test_every_word_of_the_language_is_in_the_reference() -> None:
    keys = {
        *reader._ROOT,
        *reader._TABLE,
        *reader._NODE,
        *reader._RELATIONSHIP,
        *rules.RULE,
        *headings.RECOGNITION,
        *reader._CONDITION,
    }
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    written = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", prose))))
    assert {*keys, *TRANSFORMS, *RULES} <= written


def test_the_example_of_the_reference_is_a_mapping(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "mapping.yaml"
    path.write_text(example, encoding="utf-8")
    assert yaml.safe_load(example)["version"] == 1
    assert len(read_mapping(path).tables) == 1


def test_the_mappings_that_ship_can_be_read() -> None:
    folder = Path(__file__).resolve().parents[3] / "data" / "mappings" / "formats"
    assert {path.stem for path in folder.glob("*.yaml")} >= {"subsidies", "smartcity_members", "corporate_numbers"}
    for path in folder.glob("*.yaml"):
        assert read_mapping(path).tables
