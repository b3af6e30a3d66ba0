import pytest

from graph.errors import QueryError
from graph.language import LANGUAGES, set_language
from queries import available, catalog, own, query
from queries.values import Stored

TEXT = """// title: 自分の
// question: 自分の問い
// columns: {n: 数}
RETURN 1 AS n
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("TSUNAGARI_QUERIES", str(tmp_path))
    set_language("en")
    yield tmp_path
    set_language(None)


def test_own_queries_are_there_beside_those_of_the_library(folder):
    (folder / "mine.cypher").write_text(TEXT, encoding="utf-8")
    (folder / "coverage").mkdir()
    (folder / "coverage" / "wards.cypher").write_text(TEXT, encoding="utf-8-sig")
    assert set(available()) == {*catalog(), "own/mine", "coverage/wards"}
    assert query("mine") == query("own/mine")
    assert query("mine").file == folder / "mine.cypher"
    assert query("mine").overrides is None
    assert query("wards").title.ja == "自分の"
    assert set(available("coverage")) == {key for key in [*catalog(), "coverage/wards"] if key.startswith("coverage/")}
    assert set(available("自分の問い合わせ")) == {"own/mine"}


def test_an_own_query_in_place_of_the_librarys_says_so(folder):
    (folder / "largest.cypher").write_text(TEXT, encoding="utf-8")
    (folder / "coverage").mkdir()
    (folder / "coverage" / "empty_cells.cypher").write_text(TEXT, encoding="utf-8")
    assert query("largest").overrides == "collaboration/largest"
    assert query("collaboration/largest").overrides is None
    assert query("collaboration/largest").file is None
    assert query("empty_cells").overrides == "coverage/empty_cells"
    assert query("coverage/empty_cells").question.en == "自分の問い"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"RETURN 1", "does not begin with a header"),
        (TEXT.replace("question", "questoin").encode(), "did you mean 'question'?"),
        (TEXT.encode("cp932"), "is not in UTF-8"),
    ],
)
def test_a_broken_file_is_one_sentence_and_stops_no_other(folder, content, said):
    (folder / "broken.cypher").write_bytes(content)
    (folder / "mine.cypher").write_text(TEXT, encoding="utf-8")
    assert query("mine").cypher == "RETURN 1 AS n"
    (wrong,) = own.own().broken.values()
    assert str(folder / "broken.cypher") in str(wrong)
    assert said in str(wrong)
    with pytest.raises(QueryError, match=r"broken\.cypher"):
        query("broken")


def test_a_folder_that_the_setting_names_has_to_be_there(folder, monkeypatch):
    monkeypatch.setenv("TSUNAGARI_QUERIES", str(folder / "nowhere"))
    with pytest.raises(QueryError, match="correct TSUNAGARI_QUERIES or make the folder"):
        available()


def test_without_the_setting_own_queries_lie_in_the_home(tmp_path, monkeypatch):
    monkeypatch.delenv("TSUNAGARI_QUERIES", raising=False)
    monkeypatch.setenv("TSUNAGARI_HOME", str(tmp_path))
    assert set(available()) == set(catalog())
    assert own.create("mine").file == tmp_path / "queries" / "mine.cypher"
    assert "own/mine" in available()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_new_file_explains_itself_and_works(folder, code):
    set_language(code)
    made = own.create("coverage/mine.cypher")
    assert (made.name, made.file) == ("coverage/mine", folder / "coverage" / "mine.cypher")
    assert made == query("coverage/mine")
    assert made.parameters["theme"].values == Stored("Theme", "name")
    text = made.file.read_text(encoding="utf-8")
    assert all(word in text for word in ("default:", "values:", "least:", "strings", "Collaboration.status"))


def test_a_new_file_may_begin_as_a_copy(folder):
    made = own.create("mine", query("empty_cells"))
    assert made.cypher == catalog()["coverage/empty_cells"].cypher
    assert own.create("again", made).question == made.question


def test_a_new_file_takes_the_place_of_none(folder):
    own.create("mine")
    with pytest.raises(QueryError, match=r"mine\.cypher is there already"):
        own.create("own/mine")
    for name in ("../mine", "/mine", "", "a//b", "a b"):
        with pytest.raises(QueryError, match="cannot be called"):
            own.create(name)
    (folder / "file").write_text("", encoding="utf-8")
    with pytest.raises(QueryError, match="cannot be written"):
        own.create("file/mine")


def test_a_near_miss_is_named_in_full(folder):
    with pytest.raises(QueryError, match="did you mean coverage/empty_cells"):
        query("empty_cell")
    with pytest.raises(QueryError, match="tsunagari query list shows all"):
        query("ＸＹＺ")
    with pytest.raises(QueryError, match=r"no topic 'cov'; write one of bridging \(Bridging\)"):
        available("cov")


def test_a_short_name_that_several_have_is_not_guessed(folder):
    for topic in ("a", "b"):
        (folder / topic).mkdir()
        (folder / topic / "mine.cypher").write_text(TEXT, encoding="utf-8")
    with pytest.raises(QueryError, match="a/mine or b/mine"):
        query("mine")
