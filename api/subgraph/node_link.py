"""JSON that `networkx.node_link_graph` reads: nodes, edges, and the file about itself."""

from collections.abc import Iterator

import orjson

from api.subgraph.pull import Pull


def node_link(pull: Pull) -> Iterator[bytes]:
    """The document in pieces, a node or an edge a line."""
    about = orjson.dumps(pull.about)
    yield b'{"directed":true,"multigraph":true,"graph":' + about + b',\n"nodes":['
    for at, node in enumerate(pull.nodes()):
        yield (b",\n" if at else b"\n") + orjson.dumps(node)
    yield b'],\n"edges":['
    for at, edge in enumerate(pull.edges()):
        yield (b",\n" if at else b"\n") + orjson.dumps(edge)
    yield b"]}\n"
