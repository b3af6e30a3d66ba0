import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from graph.loads.packing import packed, unpacked

values = st.one_of(
    st.text(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dates(),
    st.datetimes(timezones=st.just(dt.UTC)),
    st.lists(st.text()),
)


@given(st.lists(st.dictionaries(st.text(min_size=1).filter(lambda key: key not in ("date", "datetime")), values)))
def test_what_is_unpacked_is_what_was_packed(records):
    assert list(unpacked(packed(records))) == records


def test_large_content_is_kept_in_parts():
    # Incompressible: each number once, so that more than one part is needed.
    records = [{"n": n * 6364136223846793005 % 2**63} for n in range(150_000)]
    parts = packed(records)
    assert len(parts) > 1
    assert max(map(len, parts)) <= 512 * 1024
    assert list(unpacked(parts)) == records
