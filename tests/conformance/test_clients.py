"""Clients made from the schema by foreign generators: made, type-checked, used."""

import subprocess
import sys

import pytest

from examples.generate import EXAMPLES, GENERATED, generate
from web.node import output

NAMES = ("Artist 2", "Artist 5")


@pytest.fixture(scope="module", autouse=True)
def clients() -> None:
    """Both clients, as `make examples` makes them; what does not type-check fails here."""
    generate()


@pytest.fixture(scope="module")
def answer(graphql: str) -> str:
    """What the Python client prints of two artists."""
    command = (sys.executable, EXAMPLES / "ask.py", graphql, *NAMES)
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_python_client_gets_its_answers(answer: str) -> None:
    central, profile, explanation, *steps = answer.splitlines()
    assert central == "Most central: Artist 3, Artist 7, Artist 2, Artist 6, Artist 1, Artist 5"
    assert profile.startswith("Artist 2: percentile 20.0, 5 connections: Artist 8 0.600, ")
    assert explanation.startswith("Artist 2 is 1 degree (2 hops) from Artist 5, ")
    assert [step.partition(":")[0] for step in steps] == ["1. Artist 2 and Artist 5, SAME_EVENT"]


def test_typescript_client_gets_the_same_answers(graphql: str, answer: str) -> None:
    ask = GENERATED / "javascript" / "ask.js"
    assert output(EXAMPLES, "node", ask, graphql, *NAMES) == answer
