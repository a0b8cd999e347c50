"""One .cypher file, one query object; its header is checked when it is loaded.

The grammar of the header is in `cypher/README.md`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from graph.errors import QueryHeaderInvalid, QueryParametersWrong

CYPHER_FOLDER = Path(__file__).resolve().parent.parent / "cypher"

Mode = Literal["read", "write", "autocommit", "fragment"]

_KEY = re.compile(r"^(mode|timeout|this|params|returns|source):\s*(.*)$")
_ENTRY = re.compile(r"^  (\$?[A-Za-z][A-Za-z0-9]*)\s+([A-Z][A-Z0-9_<> |]*?)(?:\s{2,}(.*))?$")
_TIMEOUT = re.compile(r"^(\d+) s$")
_MOST = re.compile(r"^(?:\d+ (?:to|or) )?(?:(\d+)|\$([A-Za-z]\w*)) rows?(?:,.*)?$")
_PARAMETER = re.compile(r"\$([A-Za-z]\w*)")
_LITERAL_OR_COMMENT = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|//[^\n]*|/\*.*?\*/", re.S)
_NAME = re.compile(r"^`?([A-Za-z]\w*)`?$")


@dataclass(frozen=True)
class Typed:
    """A parameter or a column: its name, Neo4j type and meaning."""

    name: str
    type: str
    description: str


@dataclass(frozen=True)
class Query:
    """A statement or fragment, as its file declares it.

    Attributes:
        name: Path of the file below `cypher/`, without suffix.
        text: The body, without the header.
        mode: How it may be run; a `fragment` only as part of a compiled statement.
        timeout_s: Seconds it may take, 0 for a fragment.
        this: Label a fragment starts from, None for other modes and for root fragments.
        params: Declared parameters in order.
        columns: Declared columns in order.
        most: Rows at most: a number, the parameter that says it, None if the header gives neither.
    """

    name: str
    summary: str
    text: str
    mode: Mode
    timeout_s: float
    this: str | None
    params: tuple[Typed, ...]
    columns: tuple[Typed, ...]
    most: int | str | None = None

    def check_arguments(self, given: frozenset[str]) -> None:
        """Refuse a call whose parameters are not exactly the declared ones."""
        declared = frozenset(param.name for param in self.params)
        if given != declared:
            missing, extra = sorted(declared - given), sorted(given - declared)
            raise QueryParametersWrong(f"{self.name}: missing {missing}, not declared {extra}")


@cache
def cypher(name: str) -> Query:
    """The query in `cypher/<name>.cypher`.

    Raises:
        QueryHeaderInvalid: The file is missing, or header and body disagree.
    """
    path = CYPHER_FOLDER / f"{name}.cypher"
    if not path.is_file():
        raise QueryHeaderInvalid(f"cypher/{name}.cypher does not exist")
    return parse(name, path.read_text(encoding="utf-8"))


def parse(name: str, source: str) -> Query:
    """Read header and body of a file's text and hold one to the other."""
    lines = source.splitlines()
    head = list(_header(lines))
    body = "\n".join(lines[len(head) :]).strip()
    fields, params, columns, summary = _fields(name, head)
    mode = fields.get("mode", "")
    if mode not in get_args(Mode):
        raise QueryHeaderInvalid(f"{name}: mode is {mode!r}, not one of {get_args(Mode)}")
    query = Query(
        name=name,
        summary=summary,
        text=body,
        mode=cast(Mode, mode),
        timeout_s=_timeout(name, mode, fields.get("timeout")),
        this=fields.get("this"),
        params=tuple(params),
        columns=tuple(columns),
        most=_most(fields.get("returns", "")),
    )
    _agree(query)
    return query


def _header(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("//"):
            return
        yield line[2:].removeprefix(" ")


def _fields(name: str, head: list[str]) -> tuple[dict[str, str], list[Typed], list[Typed], str]:
    fields: dict[str, str] = {}
    entries: dict[str, list[Typed]] = {"params": [], "returns": []}
    summary: list[str] = []
    section = ""
    for line in head:
        if key := _KEY.match(line):
            section = key[1]
            fields[section] = key[2].strip()
        elif section in entries and (entry := _ENTRY.match(line)):
            is_param = entry[1].startswith("$")
            if is_param != (section == "params"):
                raise QueryHeaderInvalid(f"{name}: {entry[1]} stands under {section}")
            entries[section].append(Typed(entry[1].lstrip("$"), entry[2].strip(), entry[3] or ""))
        elif not section and line:
            summary.append(line)
        elif line and not line.startswith("  "):
            raise QueryHeaderInvalid(f"{name}: cannot read header line {line!r}")
    if not summary:
        raise QueryHeaderInvalid(f"{name}: the header begins with a sentence")
    return fields, entries["params"], entries["returns"], " ".join(summary)


def _timeout(name: str, mode: str, text: str | None) -> float:
    if mode == "fragment":
        return 0.0
    if text is None or not (match := _TIMEOUT.match(text)):
        raise QueryHeaderInvalid(f"{name}: timeout is {text!r}, expected like '2 s'")
    return float(match[1])


def _most(returns: str) -> int | str | None:
    match = _MOST.match(returns)
    return None if match is None else match[2] or int(match[1])


def _agree(query: Query) -> None:
    code = _LITERAL_OR_COMMENT.sub("", query.text)
    used = frozenset(_PARAMETER.findall(code))
    declared = frozenset(param.name for param in query.params)
    if used != declared:
        raise QueryHeaderInvalid(
            f"{query.name}: header declares {sorted(declared)}, body uses {sorted(used)}"
        )
    if isinstance(query.most, str) and query.most not in declared:
        raise QueryHeaderInvalid(f"{query.name}: ${query.most} rows, but no such parameter")
    returned = returned_columns(code)
    columns = [column.name for column in query.columns]
    if returned is not None and returned != columns:
        raise QueryHeaderInvalid(f"{query.name}: header says {columns}, body returns {returned}")


def returned_columns(code: str) -> list[str] | None:
    """Names of the columns of the final RETURN; None for an expression without a name.

    `code` has no string literals and no comments. A body without a final RETURN has no columns.
    """
    tail = _final_return(code)
    if tail is None:
        return []
    names: list[str] = []
    for item in split_top_level(tail):
        aliased = re.search(r"\bAS\s+(`?\w+`?)\s*$", item)
        match = _NAME.match((aliased[1] if aliased else item).strip())
        if not match:
            return None
        names.append(match[1])
    return names


def _final_return(code: str) -> str | None:
    depth, last = 0, None
    for token in re.finditer(r"[({\[]|[)}\]]|\bRETURN\b", code):
        if token[0] in "({[":
            depth += 1
        elif token[0] in ")}]":
            depth -= 1
        elif depth == 0:
            last = token.end()
    if last is None:
        return None
    tail = re.sub(r"^\s*DISTINCT\b", "", code[last:])
    depth = 0
    for token in re.finditer(r"[({\[]|[)}\]]|\b(?:ORDER BY|SKIP|LIMIT)\b", tail):
        if token[0] in "({[":
            depth += 1
        elif token[0] in ")}]":
            depth -= 1
        elif depth == 0:
            return tail[: token.start()]
    return tail


def split_top_level(text: str) -> list[str]:
    """Split at commas that stand in no bracket."""
    parts: list[str] = []
    depth = start = 0
    for at, char in enumerate(text):
        if char in "({[":
            depth += 1
        elif char in ")}]":
            depth -= 1
        elif char == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return [part.strip() for part in [*parts, text[start:]]]


def all_queries() -> Iterator[str]:
    """Names of all query files, migrations excepted, in order."""
    for path in sorted(CYPHER_FOLDER.rglob("*.cypher")):
        name = path.relative_to(CYPHER_FOLDER).with_suffix("").as_posix()
        if not name.startswith("migrations/"):
            yield name
