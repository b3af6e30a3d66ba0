import json

from graph.inventory import Inventory
from graph.language import LANGUAGES
from graph.schema import schema
from tsunagari.inventory import differences, mermaid, records, tables


def test_what_only_the_database_has_is_said_with_what_may_be_meant(found):
    said = [text.to("en") for text in differences(found, schema())]
    assert said[0] == "The label Organization (4 nodes) is not in the schema. Is Organisation meant?"
    assert "The relationship type LIKES (1 relationships) is not in the schema." in said
    assert "Organisation has the property colour (1 times), which is not in the schema." in said
    assert "WORKS_ON leads from Theme to Theme (1 times), which the schema does not provide for." in said


def test_what_only_the_schema_has_is_said(found):
    said = "\n".join(text.to("ja") for text in differences(found, schema()))
    assert "Theme で、どれにも値がないプロパティ: nameEn, description, sources, visibility。" in said
    assert "スキーマにあって、ノードが一つもないラベル: Municipality, Collaboration" in said
    assert "datePrecision" not in said


def test_an_empty_database_lacks_all_labels_and_types():
    said = differences(Inventory({}, {}), schema())
    assert len(said) == 2
    assert all(text.to(code) for text in said for code in LANGUAGES)


def test_tables_count_and_say_how_far_properties_are_filled(found):
    made = tables(found, schema())
    assert made["labels"][["label", "nodeCount", "inSchema"]].values.tolist() == [
        ["Organisation", 2, True],
        ["Theme", 1, True],
        ["Organization", 4, False],
    ]
    properties = made["properties"].set_index(["labelOrType", "propertyName"])
    assert properties.loc[("Organisation", "sector"), "filledPercent"] == 50.0
    assert properties.loc[("Organisation", "url"), "filledCount"] == 0
    assert not properties.loc[("Organisation", "colour"), "inSchema"]
    assert ("Theme", "datePrecision") not in properties.index


def test_json_holds_the_same(found):
    content = json.loads(json.dumps(records(found, schema())))
    organisation = content["labels"][0]
    assert (organisation["key"], organisation["count"]) == ("Organisation", 2)
    rates = {each["key"]: each["fillRate"] for each in organisation["properties"]}
    assert rates["sector"] == 0.5
    assert content["relationships"][1]["ends"] == [{"start": "Theme", "end": "Organisation", "count": 1}]
    assert len(content["differences"]) == len(differences(found, schema()))


def test_the_diagram_has_a_box_a_label_and_an_arrow_a_pair_of_ends(found):
    text = mermaid(found, schema())
    assert text.startswith("flowchart LR\n")
    assert "<br/>Organisation<br/>2" in text
    assert text.count("-->") == 3
    assert '|"WORKS_ON 1"|' in text


def test_no_name_breaks_out_of_the_diagram():
    from graph.inventory import Stock

    strange = 'a"]; click x "javascript:1" <img>'
    text = mermaid(Inventory({strange: Stock(strange, 1, {})}, {}), schema())
    assert text.count('"') == 2
    assert "<img>" not in text
