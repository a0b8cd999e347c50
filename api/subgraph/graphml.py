"""GraphML that Gephi, yEd and `networkx.read_graphml` read.

Every column is declared once with one type, and lists are text. All edges are directed, since
networkx refuses a file that mixes both; `symmetric` says of which the direction means nothing. What
the file says of itself stands in `desc`, as JSON: Gephi has no attributes of a graph.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

import orjson

from api.subgraph.pull import EDGE_COLUMNS, NODE_COLUMNS, Pull, Row, as_text
from graph.shared import Value

TYPES: Final = {
    Value.TEXT: "string",
    Value.TEXTS: "string",
    Value.INTEGER: "long",
    Value.NUMBER: "double",
    Value.FLAG: "boolean",
}
"""What a column holds -> its type in GraphML."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""

_HEAD = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def graphml(pull: Pull) -> Iterator[bytes]:
    """The document in pieces."""
    yield _HEAD
    yield f"<desc>{_text(orjson.dumps(pull.about).decode())}</desc>\n".encode()
    for name in pull.node_columns:
        yield _key("node", name, TYPES[NODE_COLUMNS[name]])
    for name in pull.edge_columns:
        yield _key("edge", name, TYPES[EDGE_COLUMNS[name]])
    yield b'<graph edgedefault="directed">\n'
    for node in pull.nodes():
        data = _data("node", pull.node_columns, node)
        yield f'<node id="{node["id"]}">{data}</node>\n'.encode()
    for edge in pull.edges():
        data = _data("edge", pull.edge_columns, edge)
        ends = f'source="{edge["source"]}" target="{edge["target"]}"'
        yield f'<edge id="{edge["key"]}" {ends}>{data}</edge>\n'.encode()
    yield b"</graph>\n</graphml>\n"


def _key(of: str, name: str, type_: str) -> bytes:
    key = f'<key id="{of}.{name}" for="{of}" attr.name="{name}" attr.type="{type_}"/>\n'
    return key.encode()


def _data(of: str, columns: list[str], row: Row) -> str:
    return "".join(
        f'<data key="{of}.{name}">{_text(as_text(row[name]))}</data>'
        for name in columns
        if row.get(name) is not None
    )


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})
