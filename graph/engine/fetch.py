"""Fetching one jar from the registry, through its ordinary Python client."""

from collections.abc import Callable
from pathlib import Path

import requests
from jgo.maven import MavenContext

from graph.engine.lockfile import Artifact
from graph.errors import RegistryUnreachable

Fetch = Callable[[Artifact, Path], Path]
"""Fetches a jar into an empty folder; gives the file in it. The caller checks the hash."""

TIMEOUT_S = 30
"""Seconds without a byte after which a request is given up."""


def fetch(artifact: Artifact, folder: Path) -> Path:
    """Fetch one jar into a folder.

    jgo writes to the final name while it downloads and takes a short file for a whole one later:
    the folder must be empty, and must be thrown away after a failure.

    Raises:
        RegistryUnreachable: The registry does not answer or does not have the jar.
        OSError: The file could not be written.
    """
    context = MavenContext(repo_cache=folder, timeout=TIMEOUT_S)
    component = context.project(artifact.group, artifact.name).at_version(artifact.version)
    try:
        return component.artifact(classifier=artifact.classifier).resolve()
    except (requests.RequestException, RuntimeError) as error:
        raise RegistryUnreachable(
            f"{artifact.coordinates} could not be fetched: {_reason(error)}",
            hint="Check the network and HTTPS_PROXY, then run `drift engine install` again: "
            "it goes on with what is missing.",
        ) from error


def _reason(error: Exception) -> str:
    """What happened, without the address that was asked."""
    if isinstance(error, requests.Timeout):
        return f"no answer in {TIMEOUT_S} s"
    if isinstance(error, requests.ConnectionError):
        return "no connection to the registry"
    if isinstance(error, requests.RequestException):
        return "the connection broke"
    return "the registry does not have it or refuses to give it"
