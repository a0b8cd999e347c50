"""Small statements that tests ask the database with."""

from graph.queries import Query, parse


def statement(text: str, *, mode: str = "read", timeout_s: int = 5) -> Query:
    """A query without parameters; what it returns, it returns `AS value`."""
    header = f"// Probe.\n//\n// mode: {mode}\n// timeout: {timeout_s} s\n"
    returns = "// returns: rows\n//   value  ANY\n" if "RETURN" in text else ""
    return parse("test/probe", f"{header}{returns}\n{text}")
