import base64
import datetime as dt
import hashlib
import re
from pathlib import Path

import pytest

from loaders import Loaded, read
from tests.viz.made_up import HARM
from tests.viz.test_page import Reader
from viz import issues

MADE_ON = dt.date(2025, 5, 1)


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    quoted = [text.replace('"', '""') for text in HARM]
    rows = "".join(f'O{number},"{text}","{text}"\n' for number, text in enumerate(quoted))
    file = tmp_path / "組織.csv"
    file.write_text(f"ID,名称,入会日\n{rows}O,,\n", encoding="utf-8", newline="")
    return read([file])


@pytest.mark.parametrize(("language", "title"), [("ja", "読み込みの報告"), ("en", "Report of issues")])
def test_it_sums_up_by_kind_and_lists_each(loaded: Loaded, language: str, title: str) -> None:
    html = issues.render(loaded, language=language, made_on=MADE_ON)  # type: ignore[arg-type]
    assert f"<title>{title}</title>" in html
    assert f'<html lang="{language}">' in html
    assert "2025-05-01" in html
    shown = re.findall(r'<section id="kind-\d+">.*?</section>', html, flags=re.DOTALL)
    assert sum(section.count("<tr>") - 1 for section in shown) == len(loaded.issues)
    assert f"<strong>{loaded.refused}</strong>" in html


def test_japanese_stays_out_of_the_english_report_but_for_what_the_file_says(tmp_path: Path) -> None:
    file = tmp_path / "Organisation.csv"
    file.write_text("id,name,member since,memo\nO1,,x,y\nO2,a,,\n", encoding="utf-8")
    html = issues.render(read([file]), language="en", made_on=MADE_ON)
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    assert not re.search(r"[ぁ-んァ-ヶ]", body)


def test_it_runs_no_script_and_fetches_nothing(loaded: Loaded) -> None:
    read_ = Reader(issues.render(loaded, made_on=MADE_ON))
    tags = {tag for tag, _ in read_.elements}
    assert not tags & {"script", "link", "iframe", "img", "object", "embed", "base", "form"}
    names = {name for _, attributes in read_.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in {"style", "src"}]
    assert all(str(target).startswith("#kind-") for target in read_.attribute("href"))
    (policy,) = [a["content"] for _, a in read_.elements if a.get("http-equiv") == "Content-Security-Policy"]
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in read_.blocks["style"]]
    assert policy is not None
    assert re.findall(r"'sha256-([^']*)'", policy) == hashes
    assert "default-src 'none'" in policy


def test_many_of_a_kind_are_cut_and_counted(tmp_path: Path) -> None:
    file = tmp_path / "組織.csv"
    file.write_text("ID,名称\n" + "".join(f"O{number},\n" for number in range(1_000)), encoding="utf-8")
    html = issues.render(read([file]), language="en", made_on=MADE_ON)
    assert "and 500 more; --report issues.xlsx shows all." in html


def test_without_issues_it_says_so(tmp_path: Path) -> None:
    file = tmp_path / "組織.csv"
    file.write_text("ID,名称\nO1,a\n", encoding="utf-8")
    assert "問題はありません。" in issues.render(read([file]), made_on=MADE_ON)
