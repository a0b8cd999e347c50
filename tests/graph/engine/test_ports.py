"""Which ports are taken for a server."""

import socket

import pytest

from graph.engine.ports import Ports, choose
from graph.errors import PortTaken
from graph.settings import EngineSettings


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_without_wishes_two_different_free_ports_are_chosen() -> None:
    chosen = choose(EngineSettings(), None)

    assert chosen.bolt != chosen.http
    for port in (chosen.bolt, chosen.http):
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", port))


def test_last_ports_are_chosen_again() -> None:
    last = choose(EngineSettings(), None)

    assert choose(EngineSettings(), last) == last


def test_last_port_that_is_taken_now_is_replaced() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken, http = other.getsockname()[1], free_port()

        chosen = choose(EngineSettings(), Ports(taken, http))

    assert chosen.bolt != taken
    assert chosen.http == http


def test_fixed_ports_are_taken() -> None:
    bolt, http = free_port(), free_port()

    assert choose(EngineSettings(bolt_port=bolt, http_port=http), None) == Ports(bolt, http)


@pytest.mark.parametrize("kind", ["bolt", "http"])
def test_fixed_port_that_is_taken_is_refused_with_its_variable(kind: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(PortTaken, match=f"port {port} is taken") as raised:
            choose(EngineSettings.model_validate({f"{kind}_port": port}), None)

    assert f"DRIFT_ENGINE__{kind.upper()}_PORT" in raised.value.hint


def test_one_fixed_port_for_both_is_refused() -> None:
    port = free_port()

    with pytest.raises(PortTaken):
        choose(EngineSettings(bolt_port=port, http_port=port), None)
