"""The shell's conversation: read a statement, do it, say what went wrong, go on."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.history import History
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output
from rich.console import Console

import queries
from graph.connection import Connection
from graph.errors import QueryError, TsunagariError
from graph.inventory import inventory, names
from graph.language import Catalogue
from graph.store import Store, translated
from queries import lookup, parameters
from tsunagari.cli import answer
from tsunagari.cli.answer import Asked
from tsunagari.cli.messages import say
from tsunagari.cli.output import write
from tsunagari.cli.schema import show
from tsunagari.cli.shell.completion import SchemaCompleter

_PROMPT, _MORE = "tsunagari> ", "         … "


class Misused(QueryError):
    """A command of the shell is not as it should be."""

    package = "tsunagari"


class Shell:
    """A prompt for queries in read access mode, which the server itself keeps from writing.

    Parameters
    ----------
    store
        Open; `connection` is where it leads, for what is said when the server is gone.
    history
        What was typed before.
    typed, screen
        By default the terminal.
    """

    def __init__(
        self,
        store: Store,
        connection: Connection,
        history: History,
        typed: Input | None = None,
        screen: Output | None = None,
    ) -> None:
        self._store = store
        self._connection = connection
        self._parameters: dict[str, object] = {}
        self._last: Asked | None = None
        self._commands: Mapping[str, Callable[[str], None]] = {
            ":schema": self._schema,
            ":param": self._param,
            ":params": self._params,
            ":run": self._run,
            ":explore": self._explore,
            ":help": self._help,
        }
        self._prompt: PromptSession[str] = PromptSession(
            history=history,
            completer=SchemaCompleter(names(store), [*self._commands, ":quit"]),
            complete_while_typing=False,
            multiline=True,
            key_bindings=_keys(),
            prompt_continuation=_MORE,
            input=typed,
            output=screen,
        )

    def run(self) -> None:
        """Ask until somebody leaves."""
        say("shell_welcome")
        while True:
            try:
                # In a thread of its own, since whoever calls may have an event loop running.
                text = self._prompt.prompt(_PROMPT, in_thread=True).strip()
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            if text in (":quit", ":exit"):
                return
            if text:
                self._do(text)

    def _do(self, text: str) -> None:
        try:
            with translated(self._connection):
                if text.startswith(":"):
                    self._command(text)
                else:
                    self._ask(Asked(text.removesuffix(";").strip(), dict(self._parameters)))
        except KeyboardInterrupt:
            say("query_stopped")
        except TsunagariError as error:
            Console(stderr=True, highlight=False, soft_wrap=True).print(str(error), style="red", markup=False)

    def _command(self, text: str) -> None:
        name, _, rest = text.removesuffix(";").partition(" ")
        if name not in self._commands:
            raise Misused("shell_command", name=name, known=", ".join([*self._commands, ":quit"]))
        self._commands[name](rest.strip())

    def _ask(self, asked: Asked) -> None:
        if asked.cypher:
            self._last = asked
            answer.run(self._store, asked)

    def _schema(self, rest: str) -> None:  # noqa: ARG002 - takes nothing
        show(inventory(self._store))

    def _param(self, rest: str) -> None:
        name, _, value = rest.partition(" ")
        if not name or not value.strip():
            raise Misused("shell_param")
        self._parameters |= parameters.free({name: value.strip()})

    def _params(self, rest: str) -> None:  # noqa: ARG002 - takes nothing
        write("".join(f"{name} = {value!r}\n" for name, value in self._parameters.items()), None)

    def _run(self, rest: str) -> None:
        if not rest:
            raise Misused("shell_run")
        name, *given = _words(rest)
        query = queries.query(name)
        values = lookup.resolved(self._store, query, parameters.fitting(query, parameters.pairs(given)))
        self._ask(Asked(query.cypher, values, query=query))

    def _explore(self, rest: str) -> None:
        if not rest or self._last is None:
            raise Misused("shell_explore")
        answer.run(self._store, replace(self._last, explore=Path(rest)))

    def _help(self, rest: str) -> None:  # noqa: ARG002 - takes nothing
        write(str(Catalogue("tsunagari").text("shell.help")), None)


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError as error:
        raise Misused("shell_quotes") from error


def _keys() -> KeyBindings:
    """Return the keys: Enter ends what is whole, that is a command, or a query that ends with a semicolon."""
    keys = KeyBindings()

    @keys.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        text = buffer.text.strip()
        if not text or text.startswith(":") or text.endswith(";"):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    return keys
