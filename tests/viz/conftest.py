import datetime as dt

import pytest

from graph.analysis import Findings, analyse
from tests.viz import made_up
from viz import page

MADE_ON = dt.date(2025, 5, 1)


@pytest.fixture(scope="session")
def findings() -> Findings:
    return analyse(made_up.prefecture())


@pytest.fixture(scope="session")
def html(findings: Findings) -> str:
    return page.render(findings, made_on=MADE_ON)


@pytest.fixture(scope="session")
def hostile_html() -> str:
    return page.render(analyse(made_up.hostile()), made_on=MADE_ON)


@pytest.fixture(scope="session")
def empty_html() -> str:
    return page.render(analyse(made_up.empty()), made_on=MADE_ON)
