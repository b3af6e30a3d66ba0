"""Answers for a notebook: tables, and networks of networkx."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from graph.analysis.gaps import gaps as ranked
from graph.network import Form, KnowledgeGraph, OrganisationNetwork, knowledge_graph, organisation_network
from tsunagari import tables
from tsunagari.notebook.default import connected
from tsunagari.notebook.findings import Given, drawn, studied
from tsunagari.notebook.telling import told


@told()
def query(name_or_cypher: str, /, **values: Any) -> pd.DataFrame:
    """Return the answer to a query of the library, or to Cypher, from the database connected last.

    Parameters
    ----------
    name_or_cypher
        A name such as ``members/by_sector`` (``tsunagari query list`` has all; docs/cypher.md their answers), or a
        statement in Cypher, which may read and not write.
    **values
        Values of its parameters (``$name`` in Cypher). Those of a query of the library are checked before the
        database is asked.

    Returns
    -------
    pandas.DataFrame
        A column for each that the query returns: ``Int64``, ``float64``, ``boolean``, ``str`` or ``datetime64``, in
        which values may be missing; lists and nodes are objects.

    Raises
    ------
    QueryError
        When the query or one of its parameters is wrong, or the query writes.
    DatabaseError
        When the database cannot be reached or refuses.

    Examples
    --------
    >>> query("members/by_sector")  # doctest: +SKIP
    >>> query("MATCH (o:Organisation {sector: $s}) RETURN o.name AS name", s="nonprofit")  # doctest: +SKIP
    """
    return connected().query(name_or_cypher, **values)


@told()
def network(graph: Given = None) -> KnowledgeGraph:
    """Return the whole knowledge graph, to work on with networkx.

    Parameters
    ----------
    graph
        A Dataset or a networkx graph; by default the database.

    Returns
    -------
    networkx.MultiDiGraph
        Each node, by its id, has its properties and ``label``; each edge its properties and ``type``.

    Examples
    --------
    >>> import networkx as nx
    >>> sorted(network(nx.path_graph(["a", "b"])).nodes(data="label"))
    [('a', 'Organisation'), ('b', 'Organisation')]
    """
    return knowledge_graph(studied(graph).dataset)


@told()
def organisations_network(graph: Given = None, *, form: Form | str = Form.PROJECTION) -> OrganisationNetwork:
    """Return the network of organisations that the analysis is made on.

    Parameters
    ----------
    graph
        A Dataset or a networkx graph; by default the database.
    form
        ``projection``: two are tied by sharing collaborations or by a declared tie; ``declared``: by the latter
        alone; ``bipartite``: collaborations stay as nodes between them.

    Returns
    -------
    networkx.Graph
        Each node has its properties; each edge ``weight`` (1 / (k - 1) from each collaboration of k, and the strength
        of a declared tie), ``collaborations`` (how many are shared) and ``declared``.

    References
    ----------
    M. E. J. Newman (2001). Scientific collaboration networks. II. Physical Review E 64, 016132, equation 2.

    Examples
    --------
    >>> import networkx as nx
    >>> organisations_network(nx.path_graph(["a", "b"])).edges["a", "b"]["weight"]
    1.0
    """
    return organisation_network(studied(graph).graph, Form(form))


@told()
def gaps(graph: Given = None, *, unknown: bool = False, as_of: dt.date | None = None) -> pd.DataFrame:
    """Return the municipalities and themes where nobody works, the most urgent first, as ``tsunagari gaps`` does.

    Parameters
    ----------
    graph
        A Dataset or a networkx graph; by default the database.
    unknown
        Whether cells of which nothing is known are among them.
    as_of
        The day on which resources are to be available; by default today.

    Returns
    -------
    pandas.DataFrame
        A row a gap: ``rank``, ``municipality``, ``theme``, ``score`` and its parts, ``nearest`` and ``helpers``,
        ``resources``, and the ids of all.

    Examples
    --------
    >>> gaps()[["municipality", "theme", "score"]].head()  # doctest: +SKIP
    """
    study = studied(graph)
    day = as_of or dt.datetime.now(dt.UTC).astimezone().date()
    return tables.gaps.ranked(study, ranked(study.graph, study.network, study.coverage, unknown=unknown, as_of=day))


@told()
def bridges(graph: Given = None, *, draws: int | None = None) -> pd.DataFrame:
    """Return the organisations that bridge others by rank, as ``tsunagari bridges`` does.

    Parameters
    ----------
    graph
        A Dataset or a networkx graph; by default the database.
    draws
        Random draws by which they are compared with chance and their ranks given as ranges; by default as many as the
        command line takes, which needs some time, and with 0 without both.

    Returns
    -------
    pandas.DataFrame
        A row an organisation: ``rank``, ``organisation``, ``sector``, ``municipality``, ``betweenness`` and other
        measures; with draws also ``expected``, ``ratio``, ``z``, ``p``, ``q``, ``rankLow`` and ``rankHigh``.

    Examples
    --------
    >>> import networkx as nx
    >>> bridges(nx.path_graph(["a", "b", "c"]), draws=0)["organisation"].tolist()
    ['b', 'a', 'c']
    """
    return tables.bridges(drawn(graph, draws), drawn=draws != 0)


@told()
def themes(graph: Given = None) -> pd.DataFrame:
    """Return candidate working groups: themes that belong together and who would work on them, as ``tsunagari themes``.

    Parameters
    ----------
    graph
        A Dataset or a networkx graph; by default the database.

    Returns
    -------
    pandas.DataFrame
        A row a group: ``basis`` (what it rests on), ``groupThemes``, ``core`` (how many work on all of them),
        ``onAny``, ``sectorsAbsent``, ``municipalitiesAbsent`` and others.

    Examples
    --------
    >>> themes()[["groupThemes", "core"]]  # doctest: +SKIP
    """
    return tables.working_groups(studied(graph))
