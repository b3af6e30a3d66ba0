import base64
import datetime as dt
import json
import re
import zlib

import pytest

from graph.analysis import Findings, analyse
from tests.viz import made_up
from viz import page

MADE_ON = dt.date(2025, 5, 1)


@pytest.fixture(scope="session")
def findings() -> Findings:
    return analyse(made_up.prefecture())


def unfolded(html: str) -> str:
    """Return a page with the views that stand deflated in it where its script puts them: before the side panel."""
    block = re.search(r'<script type="application/zlib" id="more-views">([^<]*)</script>\n', html)
    assert block
    views: list[str] = json.loads(zlib.decompress(base64.b64decode(block[1])))
    return html.replace(block[0], "").replace('<aside id="panel"', f'{"".join(views)}<aside id="panel"')


@pytest.fixture(scope="session")
def written_html(findings: Findings) -> str:
    """The page as it is written, most views of it deflated; the fixtures below have them unfolded."""
    return page.render(findings, page.Options(made_on=MADE_ON))


@pytest.fixture(scope="session")
def html(written_html: str) -> str:
    return unfolded(written_html)


@pytest.fixture(scope="session")
def hostile_html() -> str:
    return unfolded(page.render(analyse(made_up.hostile()), page.Options(made_on=MADE_ON)))


@pytest.fixture(scope="session")
def empty_html() -> str:
    return unfolded(page.render(analyse(made_up.empty()), page.Options(made_on=MADE_ON)))
