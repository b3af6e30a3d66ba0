"""Finding queries by topic and name, among the user's own and those of the library."""

from __future__ import annotations

from graph.errors import QueryError
from graph.language import Catalogue, Text
from loaders.names import fold
from queries.catalog import catalog
from queries.header import Query
from queries.own import Own, own
from queries.suggestion import either, near, row


def available(topic: str | None = None) -> dict[str, Query]:
    """Return all queries by name, the user's own in place of those of the library with the same name.

    Parameters
    ----------
    topic
        Only those of the topic; its name in either language goes too.

    Raises
    ------
    QueryError
        When there is no such topic.
    """
    found = _with_those_of(own())
    if topic is None:
        return found
    known = {key: topic_name(key) for key in dict.fromkeys(entry.topic for entry in found.values())}
    chosen = [key for key, name in known.items() if fold(topic) in {fold(key), fold(name.ja), fold(name.en)}]
    if not chosen:
        listed = [Text(f"{key}({name.ja})", f"{key} ({name.en})") for key, name in known.items()]
        raise QueryError("topic_unknown", topic=topic, known=row(listed))
    return {name: entry for name, entry in found.items() if entry.topic == chosen[0]}


def _with_those_of(mine: Own) -> dict[str, Query]:
    return dict(sorted({**catalog(), **mine.queries}.items()))


def topic_name(topic: str) -> Text:
    """Return what people call a topic; a folder of the user's own is called as it is."""
    catalogue = Catalogue("queries")
    return catalogue.text(f"topics.{topic}") if catalogue.has(f"topics.{topic}") else Text(topic, topic)


def query(name: str) -> Query:
    """Return the query `name`.

    Its topic may be left out where one query only has the name; the user's own comes before that of the library.

    Raises
    ------
    QueryError
        When there is none, or several; or when it is the user's own and its file is wrong.
    """
    mine = own()
    everything = _with_those_of(mine)
    if name in everything:
        return everything[name]
    for shelf in (mine.queries, everything):
        found = [entry for entry in shelf.values() if entry.short == name]
        if len(found) == 1:
            return found[0]
        if found:
            raise QueryError("query_ambiguous", name=name, names=either(entry.name for entry in found))
    for full, wrong in mine.broken.items():
        if name in {full, full.rsplit("/", maxsplit=1)[-1]}:
            raise wrong
    known = {called: full for full, entry in everything.items() for called in (full, entry.short)}
    like = dict.fromkeys(known[called] for called in near(name, known))
    raise QueryError("query_unknown_like" if like else "query_unknown", name=name, near=either(like))
