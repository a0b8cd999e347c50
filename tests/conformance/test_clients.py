"""Clients made from the schema by foreign generators: made, type-checked, used."""

import subprocess
import sys

import pytest

from examples.generate import EXAMPLES, GENERATED, generate
from web.node import output

ANSWER = """\
Most central: Artist 3, Artist 7, Artist 2, Artist 6, Artist 1, Artist 5
Artist 2: percentile 20.0, 5 connections: Artist 8 0.600, Artist 7 0.500, Artist 5 0.300
Artist 2 is 1 degree (2 hops) from Artist 5, connected via 2 shared events: Artist 2 played with \
Artist 5 on 2018-05-31 (2 nights).
1. Artist 2 and Artist 5, SAME_EVENT: 2018-05-31 Night 10
"""


@pytest.fixture(scope="module", autouse=True)
def clients() -> None:
    """Both clients, as `make examples` makes them; what does not type-check fails here."""
    generate()


def test_python_client_gets_its_answers(graphql: str) -> None:
    command = (sys.executable, EXAMPLES / "ask.py", graphql, "Artist 2", "Artist 5")
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said == ANSWER


def test_typescript_client_gets_the_same_answers(graphql: str) -> None:
    ask = GENERATED / "javascript" / "ask.js"
    assert output(EXAMPLES, "node", ask, graphql, "Artist 2", "Artist 5") == ANSWER
