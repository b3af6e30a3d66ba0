import csv
import datetime as dt
import io
import itertools
from pathlib import Path

import pytest

from graph.analysis import analyse
from graph.dataset import Dataset
from tests.browser.conftest import Open
from viz import page

pytestmark = pytest.mark.browser

MANY = 400


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """400 collaborations, one beginning each week from 2018 on and lasting a year, and a few of other kinds."""
    begun = [dt.date(2018, 1, 1) + dt.timedelta(weeks=i) for i in range(MANY)]
    works: list[dict[str, object]] = [
        {"id": f"C{i:03}", "name": f"連携{i}", "startDate": day, "endDate": day + dt.timedelta(days=364)}
        for i, day in enumerate(begun)
    ]
    works[0] |= {"name": "続く連携", "endDate": None}
    works.append({"id": "CX", "name": "日付のない連携", "status": "active"})
    tables: dict[str, list[dict[str, object]]] = {
        "Collaboration": works,
        "Theme": [{"id": "T", "name": "居場所"}, {"id": "U", "name": "食堂"}],
        "BROADER": [{"start": "U", "end": "T"}],
        "ADDRESSES": [{"start": work["id"], "end": "U"} for work in works],
        "Event": [{"id": "E", "name": "研修会", "kind": "training", "date": dt.date(2019, 5, 10)}],
        "Case": [{"id": f"K{i}", "name": f"事例{i}", "year": 2020} for i in range(2)],
        "Organisation": [{"id": "O", "name": "会", "memberSince": dt.date(2019, 4, 1)}],
    }
    return page.write(analyse(Dataset.of(tables)), tmp_path_factory.mktemp("page") / "dated.html")


def test_only_what_is_in_sight_is_made_and_all_is_counted(dated: Path, opened: Open) -> None:
    shown = opened(dated, "#view=timeline")
    # Beside the bars stand headings, and a row each of events and cases.
    assert shown.page.evaluate("TimeView.rows().filter(({ kind }) => kind === 'bar').length") == MANY + 1
    assert shown.page.locator("#time-rows .time-row").count() < 100
    assert "404 件を表示" in shown.page.inner_text("#time-count")
    assert "日付の記録なし 1 件" in shown.page.inner_text("#time-count")
    shown.page.keyboard.press("Tab")
    shown.page.locator("#time-rows [tabindex='0']").first.focus()
    shown.page.keyboard.press("End")
    assert shown.page.evaluate("document.activeElement.textContent") == "日付のない連携"
    shown.page.keyboard.press("Enter")
    assert shown.page.inner_text("#panel h2") == "日付のない連携"
    assert shown.faults() == []


def test_bars_and_marks_stand_at_their_time(dated: Path, opened: Open) -> None:
    shown = opened(dated, "#view=timeline")
    # The axis spans whole years, from 2018, when the first begins, to 2026, when the one of week 399 ends.
    bar = shown.page.locator("#time-rows .time-bar").nth(1)
    assert float((bar.get_attribute("x") or "").rstrip("%")) == pytest.approx(100 * (7 / 31) / (9 * 12), abs=0.01)
    assert "2018年1月8日〜2019年1月7日" in (bar.get_attribute("data-said") or "")
    assert "〜続いている" in (shown.page.locator("#time-rows .time-bar").first.get_attribute("data-said") or "")
    shown.page.select_option("#lanes", "kind")
    shown.page.keyboard.press("Tab")
    shown.page.locator("#time-scroll").evaluate("(scroll) => { scroll.scrollTop = scroll.scrollHeight; }")
    shown.page.wait_for_selector(".time-mark")
    assert "研修会 研修 2019年5月10日" in [
        mark.get_attribute("aria-label") for mark in shown.page.locator(".time-mark").all()
    ]


def test_the_handles_narrow_every_view_and_the_address_keeps_it(dated: Path, opened: Open) -> None:
    shown = opened(dated, "#view=timeline&since=2019-03&until=2019-04")
    # Those that began by 2019-04-30 (weeks 0 to 69) and lasted to 2019-03-01 or later (from week 9 on: 2018-03-05 + 364
    # days is 2019-03-04), the one that goes on, and that without dates; no event, no case of 2020.
    assert shown.page.evaluate("TimeView.rows().filter(({ kind }) => kind === 'bar').length") == (69 - 9 + 1) + 1 + 1
    assert shown.page.inner_text(".period-said") == "2019年3月〜2019年4月"
    until = shown.page.locator("[data-end=until]")
    until.focus()
    until.press("ArrowRight")
    assert shown.page.evaluate("State.get('until')") == "2019-05"
    assert until.get_attribute("aria-valuetext") == "2019年5月"
    # Less motion is asked for: the button steps on by the length of the period, three months.
    shown.page.click(".period-play")
    assert shown.page.evaluate("[State.get('since'), State.get('until')]") == ["2019-06", "2019-08"]
    shown.page.click("#tab-table")
    assert shown.page.inner_text(".period-said") == "2019年6月〜2019年8月"
    shown.page.click(".period-all")
    assert shown.page.evaluate("Filter.isNarrowed()") is False


def test_paper_has_all_rows_and_the_csv_too(dated: Path, opened: Open) -> None:
    shown = opened(dated, "#view=timeline")
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown.page.locator("#time-rows .time-bar").count() == MANY
    shown.page.evaluate("dispatchEvent(new Event('afterprint'))")
    with shown.page.expect_download() as download:
        shown.page.click("#time-csv")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert rows[0] == ["種別", "名称", "開始日", "終了日", "まとめ方"]
    assert len(rows) - 1 == MANY + 1 + 1 + 2
    assert ["連携", "連携1", "2018-01-08", "2019-01-07", "居場所"] in rows


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two events in each month of 2019 and 2020, and 30 meetings in the one week from 2020-06-01 on."""
    days = [dt.date(year, month, day) for year in (2019, 2020) for month in range(1, 13) for day in (3, 5)]
    days += [dt.date(2020, 6, 1 + i % 7) for i in range(30)]
    tables: dict[str, list[dict[str, object]]] = {
        "Event": [{"id": f"E{i}", "name": f"会議{i}", "kind": "meeting", "date": day} for i, day in enumerate(days)],
        "Need": [{"id": "N", "name": "課題", "openedOn": dt.date(2020, 6, 30)}],
    }
    return page.write(analyse(Dataset.of(tables)), tmp_path_factory.mktemp("page") / "crowded.html")


BOXES = """[...document.querySelectorAll(".time-marks")].map((row) => [...row.querySelectorAll(".time-mark")]
  .map((mark) => mark.getBoundingClientRect()).map(({ left, right }) => [left, right]))"""


@pytest.mark.parametrize("width", [1366, 390])
def test_marks_never_lie_on_each_other_and_none_is_lost(crowded: Path, opened: Open, width: int) -> None:
    shown = opened(crowded, "#view=timeline")
    shown.page.set_viewport_size({"width": width, "height": 768})
    shown.page.wait_for_timeout(100)
    for row in shown.page.evaluate(BOXES):
        assert all(before[1] <= after[0] + 2 for before, after in itertools.pairwise(row))
    bundles = [(mark.get_attribute("data-bundle") or "").split() for mark in shown.page.locator(".time-bundle").all()]
    singles = shown.page.locator(".time-mark:not(.time-bundle)").count()
    assert singles + sum(map(len, bundles)) == 48 + 30
    assert shown.page.locator(".time-bundle").first.inner_text() == f"+{len(bundles[0])}"
    shown.page.locator(".time-bundle").first.click()
    assert shown.page.evaluate("[Choice.view(), Listing.rows().length]") == ["table", len(bundles[0])]


def test_years_stand_beside_their_eras_and_a_short_period_is_counted_by_months(crowded: Path, opened: Open) -> None:
    shown = opened(crowded, "#view=timeline&since=2020-01&until=2020-12")
    labels = [label.text_content() for label in shown.page.locator(".time-year").all()]
    assert labels == ["令和2年 (2020)", *(f"{month}月" for month in range(1, 13))]
    assert shown.page.get_attribute("#time-head [role=img]", "aria-label") == "登録された課題: 2020年6月 1"
    # The era changed on 1 May 2019.
    assert shown.page.evaluate("['1988', '1989', '2019', '2024'].map(Dates.eras)") == [
        ["昭和63年"], ["昭和64年", "平成元年"], ["平成31年", "令和元年"], ["令和6年"]
    ]  # fmt: skip
    shown.page.evaluate("State.set('lang', 'en')")
    assert [label.text_content() for label in shown.page.locator(".time-year").all()][:3] == ["2020", "Jan", "Feb"]


def test_both_handles_have_names_and_keys_of_a_month_and_of_a_year(crowded: Path, opened: Open) -> None:
    shown = opened(crowded, "#view=network")
    handles = shown.page.get_by_role("slider")
    assert [handle.get_attribute("aria-label") for handle in handles.all()] == ["期間の始まり", "期間の終わり"]
    handles.first.focus()
    handles.first.press("PageUp")
    handles.first.press("ArrowRight")
    assert shown.page.evaluate("State.get('since')") == "2020-02"
    shown.page.keyboard.press("Tab")
    shown.page.keyboard.press("PageDown")
    # The end cannot come before the beginning.
    assert shown.page.evaluate("[State.get('since'), State.get('until')]") == ["2020-02", "2020-02"]
