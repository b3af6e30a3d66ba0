from __future__ import annotations

import re
import string
from pathlib import Path

import loaders
from graph.language import Catalogue

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(loaders.__file__).parent.rglob("*.py"))


def test_both_languages_have_the_same_keys_and_fields() -> None:
    catalogue = Catalogue("loaders")
    ja, en = catalogue.entries("ja"), catalogue.entries("en")
    assert set(ja) == set(en)
    for key in ja:
        fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (ja[key], en[key])]
        # The limit's unit and such may be worded away in one language, but nothing is filled in that is not given.
        assert fields[0] == fields[1], key


def test_every_kind_of_issue_has_a_title() -> None:
    for package, room in (("loaders", "issues"), ("graph", "violations")):
        keys = Catalogue(package).keys()
        for key in sorted(keys):
            if key.startswith(f"{room}.") and key.endswith(".problem"):
                assert key.replace(".problem", ".title") in keys, f"{key}: the summary by kind needs a title"


def test_every_sentence_is_used() -> None:
    for key in sorted(Catalogue("loaders").keys()):
        _, _, name = key.partition(".")
        stem = name.partition(".")[0].removesuffix("_optional")
        assert re.search(rf"[\"']{stem}[\"']", SOURCES), key
