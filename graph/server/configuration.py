"""What the server is told: its settings, its first password and the options of its Java."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

from graph.server.folder import Folder, write_private

USERNAME = "neo4j"
DATABASE = "neo4j"
HOST = "127.0.0.1"

SETTINGS = {
    "server.default_listen_address": HOST,
    "server.default_advertised_address": HOST,
    "server.bolt.enabled": "true",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "128m",
    "dbms.security.auth_enabled": "true",
    # LOAD CSV reaches neither files nor addresses.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "dbms.usage_report.enabled": "false",
    "db.tx_log.preallocate": "false",
    # Stopping otherwise waits ten seconds for connections that no one has.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    "internal.dbms.bolt.netty_server_shutdown_timeout": "2",
}
# What GDS computes is kept in memory of its own, outside of any database; its procedures reach that only so.
_GDS = {"dbms.security.procedures.unrestricted": "gds.*"}
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang", "java.lang.reflect")
_ITERATIONS = 1024


def options(memory: int) -> list[str]:
    """Return the options of the server's Java; `memory` is its heap in MiB.

    The quick compiler and the plain collector halve the processor time of a start.
    """
    return [
        f"-Xmx{memory}m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Dlog4j2.disable.jmx=true",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
    ]


def uri(port: int) -> str:
    """Return the address of the server on this port."""
    return f"bolt://{HOST}:{port}"


def configure(folder: Folder, port: int, plugins: Path | None = None) -> None:
    """Write ``neo4j.conf`` for a server on the given Bolt port, with the folder of its plugins."""
    settings = SETTINGS | {"server.bolt.listen_address": f"{HOST}:{port}"}
    if plugins:
        settings |= {"server.directories.plugins": plugins.as_posix(), **_GDS}
    text = "".join(f"{name}={value}\n" for name, value in settings.items())
    write_private(folder.configuration / "neo4j.conf", text)


def password(folder: Folder) -> str:
    """Return the password, made at random and told to the server before its first start."""
    if not folder.password.exists():
        write_private(folder.password, secrets.token_urlsafe(24))
    text = folder.password.read_text(encoding="utf-8").strip()
    initial = folder.data / "dbms" / "auth.ini"
    if not initial.exists() and not (folder.data / "databases" / "system").exists():
        _write_initial(initial, text)
    return text


def _write_initial(file: Path, text: str) -> None:
    """Write what ``neo4j-admin dbms set-initial-password`` would, but quickly and with nothing in argv."""
    file.parent.mkdir(parents=True, exist_ok=True)
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + text.encode()).digest()
    for _ in range(_ITERATIONS - 1):
        digest = hashlib.sha256(digest).digest()
    write_private(file, f"{USERNAME}:SHA-256,{digest.hex()},{salt.hex()},{_ITERATIONS}:\n")
