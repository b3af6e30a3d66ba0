"""Maven Central, or the mirrors of jgo's configuration, over one pool of open connections."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import requests
from jgo.config import GlobalSettings
from jgo.maven import Artifact, MavenContext
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from graph.errors import ServerError
from graph.server.lock import Jar

_CHUNK = 1 << 17
_TIMEOUT = (10, 60)


class Maven:
    """Gives the bytes of jars; jgo says where each is.

    Parameters
    ----------
    connections
        How many to keep open, one a thread.
    """

    def __init__(self, connections: int) -> None:
        self._context = _context()
        self._session = requests.Session()
        retry = Retry(total=3, connect=1, backoff_factor=0.3, status_forcelist=[429, 500, 502, 503, 504])
        adapter = HTTPAdapter(pool_maxsize=connections, max_retries=retry)
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()

    def chunks(self, jar: Jar) -> Iterator[bytes]:
        """Yield a jar's bytes from the first repository that has it.

        Raises
        ------
        ServerError
            When none can be reached.
        """
        # A body that breaks off gives the wrong sha256, for which the caller asks again.
        with self._open(jar) as response, contextlib.suppress(requests.RequestException):
            yield from response.iter_content(_CHUNK)

    def _open(self, jar: Jar) -> requests.Response:
        failure = requests.RequestException()
        for address in self._addresses(jar):
            try:
                response = self._session.get(address, stream=True, timeout=_TIMEOUT)
                response.raise_for_status()
            except requests.RequestException as error:
                failure = error
            else:
                return response
        raise ServerError("server_offline", reason=_reason(failure)) from failure

    def _addresses(self, jar: Jar) -> list[str]:
        artifact = _artifact(self._context, jar)
        path = f"{artifact.component.path_prefix.as_posix()}/{artifact.filename}"
        return [f"{repository}/{path}" for repository in self._context.remote_repos.values()]


def _context() -> MavenContext:
    mirrors = GlobalSettings.load().repositories
    central = MavenContext(repo_cache=Path(), local_repos=[]).remote_repos
    addresses = mirrors | {name: address for name, address in central.items() if name not in mirrors}
    return MavenContext(repo_cache=Path(), local_repos=[], remote_repos=addresses)


def _artifact(context: MavenContext, jar: Jar) -> Artifact:
    return context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier)


def _reason(error: requests.RequestException) -> str:
    if error.response is not None:
        return f"HTTP {error.response.status_code}"
    return type(error).__name__
