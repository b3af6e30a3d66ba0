import re

from graph.schema import schema
from tsunagari.neo4j_tools import grass


def rules(text):
    """The style sheet as its selectors and what they say, as Neo4j Browser reads it."""
    found = re.findall(r"([\w.]+) \{\n(.*?)\n\}", text, flags=re.DOTALL)
    return {name: dict(re.findall(r"  ([a-z-]+): (.*);", body)) for name, body in found}


def test_every_label_has_its_colour_and_its_name_as_caption():
    styled = rules(grass(schema()))
    for label in schema().labels.values():
        assert styled[f"node.{label.key}"]["color"] == label.colour
        assert styled[f"node.{label.key}"]["caption"] == "'{name}'"
    assert {f"relationship.{key}" for key in schema().relationships} <= set(styled)


def test_no_two_labels_look_alike():
    looks = [tuple(style.values()) for name, style in rules(grass(schema())).items() if name.startswith("node.")]
    assert len(set(looks)) == len(looks)


def test_text_is_white_on_dark_colours_and_black_on_light_ones():
    # Contrast by WCAG 2.2, worked out with its formula by hand: #0072B2 is 5.19 against white and 4.05 against black;
    # #E69F00 2.25 and 9.35; #F0E442 1.29 and 16.29; #000000 21 and 1.
    styled = rules(grass(schema()))
    colours = {"Organisation": "#FFFFFF", "Municipality": "#000000", "Case": "#000000", "Event": "#FFFFFF"}
    for label, expected in colours.items():
        assert styled[f"node.{label}"]["text-color-internal"] == expected


def test_nothing_but_rules_is_in_it():
    text = grass(schema())
    assert re.sub(r"[\w.]+ \{\n(?:  [a-z-]+: [^;{}]+(?:\{name\}')?;\n)+\}\n", "", text).strip() == ""
