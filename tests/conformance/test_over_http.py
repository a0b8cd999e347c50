"""GraphQL over HTTP, as the audit of graphql-http has it."""

import json
from pathlib import Path
from typing import Any

import pytest

from web.node import output

AUDITS = 61
"""Audits of graphql-http 1.23."""


@pytest.fixture(scope="module")
def audits(node_tools: Path, graphql: str) -> list[dict[str, Any]]:
    """What the audit found, one entry an audit."""
    return json.loads(output(node_tools, "node", "audit.mjs", graphql))


def test_every_audit_of_graphql_over_http_passes(audits: list[dict[str, Any]]) -> None:
    assert len(audits) == AUDITS
    assert [audit for audit in audits if audit["status"] != "ok"] == []
