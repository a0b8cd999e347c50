"""`drift serve`: where it can listen and where not."""

import socket

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.cli.serve import address, listen
from graph.errors import PortTaken, SettingsError


def test_port_0_takes_a_free_one() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert address(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_a_taken_port_is_told_from_a_foreign_address() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(PortTaken, match="taken by another program"):
            listen("127.0.0.1", other.getsockname()[1])
    with pytest.raises(SettingsError, match=r"cannot listen on 192\.0\.2\.1"):
        listen("192.0.2.1", 0)


def test_a_port_that_cannot_be_is_wrong_usage() -> None:
    assert CliRunner().invoke(app, ["serve", "--port", "65536"]).exit_code == 2
