"""The brokerage roles of organisations between sectors, as the ranking shows them."""

from __future__ import annotations

import pandas as pd

from graph.analysis import Findings
from graph.analysis.kernels import ROLES
from viz.table import Nodes, plain

STANDS_OUT = 2.0
"""Standard deviations above chance from which a role is said to stand out."""


def shown(*, directed: bool) -> tuple[str, ...]:
    """Return the roles to tell apart; without direction gatekeeper and representative are one."""
    return ROLES if directed else tuple(role for role in ROLES if role != "gatekeeper")


def standing_out(findings: Findings) -> dict[str, str]:
    """Return of each organisation the role that it plays furthest above chance, where one stands out."""
    names = shown(directed=findings.roles.directed)
    deviations = findings.roles.table.set_index("organisation")[[f"{role}Z" for role in names]].astype("float64")
    deviations.columns = pd.Index(names)
    deviations = deviations[deviations.max(axis=1) >= STANDS_OUT]
    return {str(organisation): str(role) for organisation, role in deviations.idxmax(axis=1).items()}


def roles(findings: Findings, nodes: Nodes, organisations: list[str]) -> dict[str, object]:
    """Return of each role how many pairs the organisations broker in it, and how many chance would give."""
    table = findings.roles.table.set_index("organisation").reindex(organisations)
    names = shown(directed=findings.roles.directed)
    return {
        "organisation": [nodes.number[id_] for id_ in organisations],
        "roles": list(names),
        "counts": [[plain(value) for value in table[role]] for role in names],
        "expected": [[plain(value) for value in table[f"{role}Expected"]] for role in names],
    }
