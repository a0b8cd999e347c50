"""What is known of a managed server."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import SecretStr


@dataclass(frozen=True)
class RunningEngine:
    """A server that answers, and how to log in.

    Attributes:
        bolt_uri: Address for drivers.
        http_uri: Address of the Browser.
        data_dir: Data folder of the settings it belongs to.
    """

    bolt_uri: str
    http_uri: str
    user: str
    password: SecretStr
    pid: int
    data_dir: Path


@dataclass(frozen=True)
class EngineStatus:
    """What is there of a server.

    Attributes:
        state: `starting` means that its process runs but has not been seen ready yet.
        pid: Its process; None when stopped, as are both addresses.
        password_file: Where its generated password is kept once it was started.
        logs: Folder of its logs.
        jars_missing: How many of the `jars` must still be fetched; 0 when installed.
    """

    state: Literal["stopped", "starting", "running"]
    pid: int | None
    bolt_uri: str | None
    http_uri: str | None
    data_dir: Path
    user: str
    password_file: Path
    logs: Path
    cache_dir: Path
    jars: int
    jars_missing: int
    neo4j_version: str
    gds_version: str
