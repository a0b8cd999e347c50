"""The schema, as the linter graphql-eslint reads it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from web.node import output

Lint = Callable[[Path], list[tuple[str, int]]]

POOR = '''"""Questions."""
type Query {
  """Rows."""
  things(
    """Rows at most."""
    first: Int
  ): ThingConnection!
  bare: Int
}

"""A page."""
type ThingConnection {
  """The rows."""
  edges: [Thing]
}

"""A thing."""
type Thing {
  """Kind."""
  kind: Kind @deprecated
}

"""A kind."""
enum Kind {
  """In small letters."""
  small
}

"""Nobody asks for it."""
type Lonely {
  """Size."""
  size: Int
}
'''


@pytest.fixture(scope="session")
def lint(node_tools: Path) -> Lint:
    """The rules that `schema.graphql` of a folder breaks, with the line."""
    eslint = node_tools / "node_modules" / ".bin" / "eslint"
    config = node_tools / "eslint.config.js"

    def findings(folder: Path) -> list[tuple[str, int]]:
        command = (eslint, "--config", config, "--format", "json", "schema.graphql")
        said = output(folder, *command, check=False)  # it exits with 1 when it finds something
        (file,) = json.loads(said)
        return [(found["ruleId"].split("/")[1], found["line"]) for found in file["messages"]]

    return findings


def test_schema_breaks_no_rule(lint: Lint, project_root: Path) -> None:
    assert lint(project_root) == []


def test_schema_that_breaks_the_rules_is_found_out(lint: Lint, tmp_path: Path) -> None:
    (tmp_path / "schema.graphql").write_text(POOR)
    assert {rule for rule, _ in lint(tmp_path)} == {
        "naming-convention",
        "no-unreachable-types",
        "relay-arguments",
        "relay-connection-types",
        "relay-edge-types",
        "relay-page-info",
        "require-deprecation-reason",
        "require-description",
    }
