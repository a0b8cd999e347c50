"""Two tables that Gephi imports, and what they say of themselves, in one zip file.

The zip file is written as it is read, so that a few rows are in memory and not a table.
"""

import csv
from collections.abc import Iterable, Iterator
from io import RawIOBase
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import orjson

from api.subgraph.pull import EDGE_COLUMNS, NODE_COLUMNS, Pull, Row, as_text
from graph.shared import Value

GEPHI: Final = {"label": "Label", "kind": "Kind", "weight": "Weight"}
"""Column -> how Gephi calls what it knows; other columns keep their names."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet runs as a formula."""

_TEXTS = (Value.TEXT, Value.TEXTS)


class _Sink(RawIOBase):
    """Takes what the zip file writes, and gives it away."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: Any, /) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def drain(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


class _Line:
    """Gives a line of CSV back to who writes it."""

    def write(self, line: str) -> str:
        return line


def csv_pair(pull: Pull) -> Iterator[bytes]:
    """The zip file in pieces: `nodes.csv`, `edges.csv`, `about.json`."""
    sink = _Sink()
    about = orjson.dumps(pull.about, option=orjson.OPT_INDENT_2)
    files: list[tuple[str, Iterable[bytes]]] = [
        ("nodes.csv", _nodes(pull)),
        ("edges.csv", _edges(pull)),
        ("about.json", [about]),
    ]
    with ZipFile(sink, "w") as archive:
        for name, lines in files:
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            with archive.open(entry, "w") as member:
                for line in lines:
                    member.write(line)
                    yield sink.drain()
    yield sink.drain()


def _nodes(pull: Pull) -> Iterator[bytes]:
    columns = pull.node_columns
    yield _line(["Id", *(GEPHI.get(name, name) for name in columns)])
    for node in pull.nodes():
        yield _line([node["id"], *(_cell(node, name, NODE_COLUMNS[name]) for name in columns)])


def _edges(pull: Pull) -> Iterator[bytes]:
    columns = [name for name in pull.edge_columns if name != "symmetric"]
    yield _line(["Source", "Target", "Type", "Id", *(GEPHI.get(name, name) for name in columns)])
    for edge in pull.edges():
        type_ = "Undirected" if edge["symmetric"] else "Directed"
        cells = [_cell(edge, name, EDGE_COLUMNS[name]) for name in columns]
        yield _line([edge["source"], edge["target"], type_, edge["key"], *cells])


def _cell(row: Row, name: str, type_: Value) -> str:
    value = row.get(name)
    text = "" if value is None else as_text(value)
    return f"'{text}" if type_ in _TEXTS and text.startswith(_FORMULA) else text


def _line(cells: list[Any]) -> bytes:
    line: Any = csv.writer(_Line()).writerow(cells)
    return line.encode()
