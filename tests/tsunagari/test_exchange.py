import json
import zipfile

import pytest

from loaders import read


def test_a_graph_goes_out_and_comes_back(cli, sample, tmp_path):
    out = tmp_path / "atlas.graphml"
    outcome = cli("export", "graphml", out, "--from", sample)
    assert outcome.code == 0
    assert outcome.out == ""
    assert f"Written to {out} as GraphML: 5,045 nodes and relationships." in outcome.err
    assert read([out]).dataset == read([sample]).dataset
    checked = cli("check", out, lang="ja")
    assert checked.code == 0
    assert "atlas.graphml を「GraphML」として読みました(--as graphml)" in checked.err


def test_several_files_go_into_a_folder_or_an_archive(cli, sample, tmp_path):
    folder, packed = tmp_path / "new" / "gephi", tmp_path / "gephi.zip"
    assert cli("export", "gephi", folder, "--from", sample).code == 0
    assert cli("export", "gephi", packed, "--from", sample).code == 0
    with zipfile.ZipFile(packed) as archive:
        assert (
            sorted(archive.namelist()) == sorted(path.name for path in folder.iterdir()) == ["edges.csv", "nodes.csv"]
        )
        assert archive.read("nodes.csv") == (folder / "nodes.csv").read_bytes()


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "which are not in the file: Municipality 61, Collaboration 180,"),
        ("ja", "次のものはファイルにありません: 市町村 61件、連携 180件、"),
    ],
)
def test_what_a_format_cannot_hold_is_said(cli, sample, tmp_path, lang, sentence):
    outcome = cli("export", "hsds", tmp_path / "hsds", "--from", sample, lang=lang)
    assert outcome.code == 0
    assert sentence in outcome.err
    assert "3,711" in outcome.err
    assert (tmp_path / "hsds" / "datapackage.json").is_file()


def test_json_ld_is_one_document(cli, sample, tmp_path):
    out = tmp_path / "x.jsonld"
    assert cli("export", "jsonld", out, "--from", sample).code == 0
    assert set(json.loads(out.read_text(encoding="utf-8"))) == {"@context", "@graph"}


def test_characters_taken_out_are_said(cli, tmp_path):
    path = tmp_path / "in.cyjs"
    data = {"id": "A", "name": "甲"}
    path.write_text(json.dumps({"elements": {"nodes": [{"data": data}]}}), encoding="utf-8")
    assert cli("export", "kumu", tmp_path / "k.json", "--from", path).code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["gexf", "x.txt"], "GEXF goes into a file ending in one of: .gexf"),
        (["gephi", "x.csv"], "goes into a folder, or a file ending in one of: .zip"),
        (["nosuch", "x"], "'nosuch' is no format that can be written"),
        (["360giving", "x"], "'360giving' is no format that can be written"),
        (["gexf", "no/x.gexf"], "cannot be written"),
    ],
)
def test_errors_are_one_sentence(cli, sample, tmp_path, monkeypatch, arguments, sentence):
    monkeypatch.chdir(tmp_path)
    outcome = cli("export", *arguments, "--from", sample)
    assert outcome.code == 1
    assert sentence in outcome.err
    assert "Traceback" not in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_refused_rows_show_in_the_exit_code(cli, tmp_path):
    file = tmp_path / "Theme.csv"
    file.write_text("id,name\nT1,居場所\nT2,\n", encoding="utf-8")
    outcome = cli("export", "cytoscape", tmp_path / "x.cyjs", "--from", file)
    assert outcome.code == 3
    assert (tmp_path / "x.cyjs").is_file()


def test_load_and_check_take_a_format_by_name(cli, tmp_path):
    file = tmp_path / "ties.csv"
    file.write_text("memo,source,target\nm,甲,乙\n", encoding="utf-8")
    outcome = cli("check", file, "--as", "edgelist")
    assert outcome.code == 0
    assert "ties.csv was taken for: Edge list (--as edgelist)" in outcome.err
    assert outcome.out.startswith("[Note] Organisations made of ends (1)\n  ties.csv row 1: ")
