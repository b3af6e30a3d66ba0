import re

from queries.catalog import catalog

JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def test_every_query_says_all_in_both_languages():
    assert len(catalog()) >= 8
    for found in catalog().values():
        texts = [found.title, found.question, *found.columns.values(), *(p.meaning for p in found.parameters.values())]
        texts += [text for text in (found.scans, found.growth) if text is not None]
        assert not any(JAPANESE.search(text.en) for text in texts), found.name
        assert all(JAPANESE.search(text.ja) for text in texts if text.ja != "ID"), found.name
        for column in found.columns:
            assert f" {column}" in found.cypher, found.name
