import importlib.util
import re
import sys

import pytest

from graph.settings import Settings


@pytest.fixture(scope="module")
def generate(root):
    spec = importlib.util.spec_from_file_location("docs_generate", root / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_reference_pages_are_those_that_the_program_makes(generate, root):
    for name, text in generate.pages().items():
        assert (root / "docs" / "reference" / name).read_text(encoding="utf-8") == text, f"{name}: run make docs"


@pytest.mark.parametrize("name", ["settings.md", "settings.ja.md"])
def test_every_setting_is_documented(root, name):
    text = (root / "docs" / "reference" / name).read_text(encoding="utf-8")
    for field in Settings.model_fields.values():
        assert f"`{field.validation_alias}`" in text


def test_no_setting_is_read_past_the_settings_module(root):
    for package in ("graph", "loaders", "queries", "viz", "tsunagari"):
        for file in (root / package).rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"(?:environ(?:\.get)?|getenv)[\[(]\s*[\"'](?:NEO4J|TSUNAGARI)_", text), file


def test_links_between_pages_lead_somewhere(root):
    for page in [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "data").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page}: {target}"


def test_every_command_named_in_the_docs_is_one(generate, root):
    known = set(re.findall(r"## `(tsunagari[^`]*)`", generate.pages()["commands.md"]))
    groups = {name for name in known if any(other.startswith(f"{name} ") for other in known)}
    for page in [*root.glob("README*.md"), *(root / "docs").rglob("*.md")]:
        code = re.findall(r"```\w*\n(.*?)```|`([^`\n]+)`", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for command, inner in re.findall(
            r"(?<!import )\btsunagari ([a-z0-9]+)(?: ([a-z-]+))?", " ; ".join(map("".join, code))
        ):
            assert f"tsunagari {command}" in known, f"{page}: {command}"
            if f"tsunagari {command}" in groups and inner:
                assert f"tsunagari {command} {inner}" in known, f"{page}: {command} {inner}"
