"""What is said when the registry cannot be reached."""

import socket
from pathlib import Path

import pytest

from graph.engine.fetch import fetch
from graph.engine.lockfile import Artifact
from graph.errors import RegistryUnreachable


def test_network_that_is_down_is_said_with_the_jar_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        for variable in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.setenv(variable, proxy)
        for variable in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(variable, raising=False)

        with pytest.raises(RegistryUnreachable) as raised:
            fetch(Artifact("org.example", "part", "1.0", "", "ab" * 32, 1), tmp_path)

    assert raised.value.message == (
        "org.example:part:1.0 could not be fetched: no connection to the registry"
    )
    assert "drift engine install" in raised.value.hint
    assert raised.value.exit_code == 4
