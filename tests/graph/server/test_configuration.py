import hashlib
import stat
from pathlib import Path

import pytest

from graph.server.configuration import configure, options, password
from graph.server.folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "neo4j-5.26")
    folder.make()
    return folder


def test_the_password_is_made_once_and_private(folder: Folder) -> None:
    first = password(folder)
    assert password(folder) == first
    assert len(first) >= 24
    assert stat.S_IMODE(folder.password.stat().st_mode) == 0o600


def test_two_folders_have_different_passwords(tmp_path: Path) -> None:
    folders = [Folder(tmp_path / name) for name in "ab"]
    for folder in folders:
        folder.make()
    assert password(folders[0]) != password(folders[1])


def test_the_first_password_is_given_as_a_hash_in_the_form_of_neo4j_admin(folder: Folder) -> None:
    secret = password(folder)
    file = folder.data / "dbms" / "auth.ini"
    user, hashed = file.read_text().strip().rstrip(":").split(":")
    kind, digest, salt, count = hashed.split(",")
    value = bytes.fromhex(salt) + secret.encode()
    for _ in range(int(count)):
        value = hashlib.sha256(value).digest()
    assert (user, kind, digest) == ("neo4j", "SHA-256", value.hex())
    assert secret not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_server_that_has_data_is_not_given_a_password_again(folder: Folder) -> None:
    (folder.data / "databases" / "system").mkdir(parents=True)
    password(folder)
    assert not (folder.data / "dbms").exists()


def test_every_listener_is_on_the_loopback_address(folder: Folder) -> None:
    configure(folder, 7999)
    lines = (folder.configuration / "neo4j.conf").read_text().splitlines()
    values = dict(line.split("=", 1) for line in lines)
    assert values["server.bolt.listen_address"] == "127.0.0.1:7999"
    assert values["server.default_listen_address"] == "127.0.0.1"
    assert values["server.http.enabled"] == values["server.https.enabled"] == "false"


def test_the_heap_is_the_one_set() -> None:
    assert "-Xmx700m" in options(700)


def test_a_plugin_is_named_by_its_folder_and_may_use_what_it_needs(folder: Folder) -> None:
    configure(folder, 7999, Path("/jars/gds-2.13.9"))
    lines = (folder.configuration / "neo4j.conf").read_text().splitlines()
    assert {"server.directories.plugins=/jars/gds-2.13.9", "dbms.security.procedures.unrestricted=gds.*"} <= set(lines)
    configure(folder, 7999)
    assert "procedures" not in (folder.configuration / "neo4j.conf").read_text()
