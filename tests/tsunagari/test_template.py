import openpyxl
import pytest

from graph.language import LANGUAGES
from loaders import read


@pytest.mark.parametrize(("lang", "first"), [("ja", "使い方"), ("en", "Instructions")])
def test_a_template_is_written_in_either_language(cli, tmp_path, lang, first):
    path = tmp_path / "入力.xlsx"
    outcome = cli("template", path, lang=lang)
    assert outcome.code == 0, outcome.err
    assert str(path) in outcome.err
    assert openpyxl.load_workbook(path).sheetnames[0] == first
    assert cli("check", path, lang=lang).code == 0


def test_it_is_filled_from_files(cli, sample, tmp_path):
    path = tmp_path / "data.xlsx"
    assert cli("template", path, "--with", "data", "--from", sample).code == 0
    assert read([path]).dataset == read([sample]).dataset


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_that_is_there_is_not_lost(cli, tmp_path, lang):
    path = tmp_path / "data.xlsx"
    path.write_bytes(b"mine")
    outcome = cli("template", path, lang=lang)
    assert outcome.code == 1
    assert "--overwrite" in outcome.err
    assert path.read_bytes() == b"mine"
    assert cli("template", path, "--overwrite", lang=lang).code == 0


def test_another_ending_or_a_folder_that_is_not_there_is_one_sentence(cli, tmp_path):
    assert ".xlsx" in cli("template", tmp_path / "data.csv").err
    outcome = cli("template", tmp_path / "no" / "data.xlsx")
    assert outcome.code == 1
    assert "Traceback" not in outcome.err


def test_what_will_not_come_back_is_said(cli, tmp_path):
    file = tmp_path / "Theme.csv"
    file.write_text("id,name\nT1,居場所\nT2,\n", encoding="utf-8")
    outcome = cli("template", tmp_path / "data.xlsx", "--from", file)
    assert outcome.code == 3
    assert "Required value is empty" in outcome.err


def test_only_data_can_be_filled_in(cli, tmp_path):
    assert cli("template", tmp_path / "data.xlsx", "--with", "x").code == 2
