"""The notebooks of the docs, run in kernels of their own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from graph.connection import Connection

ROOT = Path(__file__).resolve().parent.parent
_SECONDS = 300


def notebooks() -> list[Path]:
    """Return the notebooks."""
    return sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


def run(path: Path, connection: Connection) -> NotebookNode:
    """Return the notebook at `path` as it is once run, against the database of `connection`, in Japanese.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        When a cell fails.
    """
    notebook: NotebookNode = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook, timeout=_SECONDS, kernel_name="python3", resources={"metadata": {"path": folder}}
        )
        # Sockets in the file system: ports of kernels that start side by side could collide.
        manager = client.create_kernel_manager()
        manager.transport, manager.ip = "ipc", str(Path(folder) / "kernel")
        client.execute(env={**os.environ, **_settings(connection)})
    return notebook


def write(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook without what differs from one run to the next."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(notebook, path)


def outputs(notebook: NotebookNode) -> list[list[Any]]:
    """Return what each cell of code gives: the text and HTML of its outputs."""
    return [
        [output.get("data", output.get("text")) for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _settings(connection: Connection) -> dict[str, str]:
    return {
        "NEO4J_URI": connection.uri,
        "NEO4J_USERNAME": connection.username,
        "NEO4J_PASSWORD": connection.password,
        "NEO4J_DATABASE": connection.database,
        "TSUNAGARI_LANG": "ja",
        "PYTHONPATH": str(ROOT),
    }
