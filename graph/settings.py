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

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    uri: str | None = Field(None, validation_alias="NEO4J_URI")
    username: str = Field("neo4j", validation_alias="NEO4J_USERNAME")
    password: SecretStr = Field(SecretStr(""), validation_alias="NEO4J_PASSWORD")
    database: str = Field("neo4j", validation_alias="NEO4J_DATABASE")
    lang: Literal["ja", "en"] | None = Field(None, validation_alias="TSUNAGARI_LANG")
    home: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("tsunagari")), validation_alias="TSUNAGARI_HOME"
    )
    queries: Path | None = Field(None, validation_alias="TSUNAGARI_QUERIES")
    neo4j_version: Literal["5.26", "2026"] = Field("5.26", validation_alias="TSUNAGARI_NEO4J_VERSION")
    neo4j_jars: Path | None = Field(None, validation_alias="TSUNAGARI_NEO4J_JARS")
    neo4j_plugins: Literal["gds"] | None = Field(None, validation_alias="TSUNAGARI_NEO4J_PLUGINS")
    neo4j_memory: int = Field(512, ge=256, validation_alias="TSUNAGARI_NEO4J_MEMORY")
    neo4j_timeout: int = Field(120, ge=5, validation_alias="TSUNAGARI_NEO4J_TIMEOUT")
    java: Path | None = Field(None, validation_alias="TSUNAGARI_JAVA")
    debug: bool = Field(default=False, validation_alias="TSUNAGARI_DEBUG")


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
