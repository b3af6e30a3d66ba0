"""What `tsunagari` exports, against its docstrings and the pages that describe it."""

import inspect
import re

import pytest

import tsunagari
from tsunagari import notebook

FUNCTIONS = [name for name in tsunagari.__all__ if inspect.isfunction(getattr(tsunagari, name))]


def sections(function):
    """The sections of a NumPy docstring by their headings."""
    parts = re.split(r"^(\w+)\n-+\n", inspect.getdoc(function), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def parameters(name):
    return inspect.signature(getattr(tsunagari, name)).parameters.values()


def written(parameter):
    return {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "") + parameter.name


def test_names_are_exported_in_one_place():
    assert tsunagari.__all__ == sorted(tsunagari.__all__, key=lambda name: (name[0].islower(), name))
    assert notebook.__all__ == tsunagari.__all__
    assert all(getattr(tsunagari, name) is getattr(notebook, name) for name in tsunagari.__all__)
    assert {"connect", "query", "network", "organisations_network", "gaps", "bridges", "themes", "page"} <= set(
        FUNCTIONS
    )


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_parameter_is_documented_and_typed(name):
    function = getattr(tsunagari, name)
    found = sections(function)
    headings = re.findall(r"^(\S.*)$", found.get("Parameters", ""), flags=re.MULTILINE)
    documented = [each.lstrip("*") for heading in headings for each in heading.split(", ")]
    # What `issues` takes is what its name and type say.
    assert documented == [parameter.name for parameter in parameters(name)] or name == "issues"
    assert all(parameter.annotation is not inspect.Parameter.empty for parameter in parameters(name))
    assert inspect.signature(function).return_annotation is not inspect.Signature.empty
    assert {"Returns", "Examples"} <= set(found)


@pytest.mark.parametrize("ending", ["md", "ja.md"])
def test_the_guide_lists_every_function_with_its_parameters(root, ending):
    guide = (root / "docs" / "how-to" / f"notebook.{ending}").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `tg\.(\w+)\(([^)]*)\)`", guide, flags=re.MULTILINE))
    assert listed == {name: ", ".join(map(written, parameters(name))) for name in FUNCTIONS}
