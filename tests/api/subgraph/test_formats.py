"""Each format, read by what it is for: the same graph, whatever the names are."""

import csv
import io
import json
import zipfile
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from api.subgraph.formats import CHUNK_BYTES, FORMATS
from api.subgraph.pull import EDGE_COLUMNS, NODE_COLUMNS, Pull
from graph.shared import Value

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"

HOSTILE = [
    "quotes \" and ' and <tags> & ]]> ;",
    "control \x00\x01\x0b\x1f\ufffe end",
    "line\nbreak\r\nand tab\t, comma",
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@sum",
    "\tstarts with a tab",
    "\rstarts with a return",
    "emoji 🎧 and \u2028 and \u202e bidi",
    " spaces around ",
    "null",
    "",
]


def node(at: int, label: str = "Artist", hop: int = 1, **properties: Any) -> dict[str, Any]:
    return {"id": f"ar_{at}", "label": label, "hop": hop, "properties": properties}


def edge(start: int, end: int, type_: str, **properties: Any) -> dict[str, Any]:
    return {"from": f"ar_{start}", "to": f"ar_{end}", "type": type_, "properties": properties}


FOUND: dict[str, Any] = {
    "nodes": [
        node(0, hop=0, name="Ada", genres=["house", "techno"], centralityPct=99.5, synthetic=False),
        node(1, "Venue", name="Club", tier=3, lat=-0.25, source="ra-london"),
        node(2, "Community", name="Community", size=12),
        node(3, "Release", title="Title"),
        node(4, "Scene", slug="berlin"),
        node(5, "Event", date="2019-01-01"),
        *(node(10 + at, name=name) for at, name in enumerate(HOSTILE)),
    ],
    "edges": [
        edge(0, 1, "PLAYED_AT", count=2, first="2019-01-01"),
        edge(0, 5, "PERFORMED_AT", source="test", confidence=1.0, position=1, isLive=True),
        edge(0, 5, "PERFORMED_AT", source="test", confidence=0.5),
        edge(0, 10, "CONNECTED", strength=0.25, kinds=["b2b", "remix"], count=2**40),
        edge(10, 0, "REMIXED", strength=0.125),
    ],
}
PULL = Pull({"root": "ar_0", "truncated": True, "notes": [HOSTILE[0]]}, FOUND)


def document(name: str, pull: Pull = PULL) -> bytes:
    return b"".join(FORMATS[name].chunks(pull))


def tables(pull: Pull = PULL) -> dict[str, list[dict[str, str]]]:
    """Rows of the two tables of the zip file, by their columns."""
    with zipfile.ZipFile(io.BytesIO(document("csv", pull))) as archive:
        assert archive.testzip() is None
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in ("nodes.csv", "edges.csv")
        }


def from_json() -> nx.MultiDiGraph:
    return nx.node_link_graph(json.loads(document("json")), edges="edges")


def from_graphml() -> nx.MultiDiGraph:
    return nx.parse_graphml(document("graphml").decode(), force_multigraph=True)


def from_tables() -> nx.MultiDiGraph:
    """The tables as Gephi reads them: types by column, an empty cell is no value."""
    graph, read = nx.MultiDiGraph(), tables()
    for row in read["nodes.csv"]:
        own, row["label"] = row.pop("Id"), row.pop("Label")
        graph.add_node(own, **typed(row, NODE_COLUMNS))
    for row in read["edges.csv"]:
        ends, key = (row.pop("Source"), row.pop("Target")), int(row.pop("Id"))
        row |= {"kind": row.pop("Kind"), "weight": row.pop("Weight")}
        row["symmetric"] = {"Directed": "false", "Undirected": "true"}[row.pop("Type")]
        graph.add_edge(*ends, key=key, **typed(row, EDGE_COLUMNS))
    return graph


READ = {Value.INTEGER: int, Value.NUMBER: float, Value.FLAG: lambda text: text == "true"}


def typed(row: dict[str, str], columns: Any) -> dict[str, Any]:
    return {name: READ.get(columns[name], str)(text) for name, text in row.items() if text}


def plain(graph: nx.MultiDiGraph, name: Any = str) -> tuple[dict[str, Any], list[Any]]:
    """Nodes and edges with lists as text, texts through `name`, empty ones left out."""

    def flat(about: dict[str, Any]) -> dict[str, Any]:
        shown = {k: "|".join(v) if isinstance(v, list) else v for k, v in about.items()}
        return {k: name(v) if isinstance(v, str) else v for k, v in shown.items() if v != ""}

    nodes = {own: flat(about) for own, about in graph.nodes(data=True)}
    return nodes, [(*ends, flat(about)) for *ends, about in graph.edges(keys=True, data=True)]


def as_xml(text: str) -> str:
    """What XML can hold of a text."""
    return "".join(c if c in "\t\n\r" or (c >= " " and c != "\ufffe") else "\ufffd" for c in text)


def as_cell(text: str) -> str:
    """A text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def test_networkx_reads_the_same_graph_from_each_format() -> None:
    assert plain(from_graphml()) == plain(from_json(), as_xml)
    assert plain(from_tables()) == plain(from_json(), as_cell)


def test_what_is_read_is_what_was_found() -> None:
    graph = from_json()
    assert graph.nodes["ar_1"] == {
        "label": "Club", "entity": "Venue", "hop": 1, "name": "Club", "tier": "3", "lat": -0.25,
        "provenance": "ra-london",
    }  # fmt: skip
    assert graph.nodes["ar_2"]["members"] == 12
    labels = {own: about["label"] for own, about in graph.nodes(data=True)}
    assert (labels["ar_3"], labels["ar_4"], labels["ar_5"]) == ("Title", "berlin", "ar_5")
    assert graph.edges["ar_0", "ar_10", 3] == {
        "kind": "CONNECTED", "symmetric": True, "weight": 0.25, "strength": 0.25,
        "kinds": ["b2b", "remix"], "count": 2**40,
    }  # fmt: skip
    assert graph.edges["ar_0", "ar_5", 1] == {
        "kind": "PERFORMED_AT", "symmetric": False, "weight": 1.0, "provenance": "test",
        "confidence": 1.0, "position": 1, "isLive": True,
    }  # fmt: skip
    assert not graph.edges["ar_10", "ar_0", 4]["symmetric"]
    assert {graph.nodes[f"ar_{10 + at}"].get("name") for at in range(len(HOSTILE))} == set(HOSTILE)


def test_graphml_declares_every_column_once_with_its_type() -> None:
    root = ElementTree.fromstring(document("graphml"))
    keys = root.findall(f"{GRAPHML}key")
    declared = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in keys}
    assert len(declared) == len(keys) == len({key.get("id") for key in keys})
    assert {key.get("for") for key in keys} == {"node", "edge"}
    assert declared["node", "centralityPct"] == "double"
    assert declared["node", "genres"] == declared["node", "tier"] == "string"
    assert declared["edge", "count"] == "long"
    assert declared["edge", "symmetric"] == "boolean"
    used = {data.get("key") for data in root.iter(f"{GRAPHML}data")}
    assert used == {key.get("id") for key in keys}
    assert not any(len(data) for data in root.iter(f"{GRAPHML}data"))
    assert {each.get("directed") for each in root.iter(f"{GRAPHML}edge")} == {None}


def test_gephi_finds_its_columns_in_the_tables() -> None:
    read = tables()
    assert list(read["nodes.csv"][0])[:4] == ["Id", "Label", "entity", "hop"]
    assert list(read["edges.csv"][0])[:6] == ["Source", "Target", "Type", "Id", "Kind", "Weight"]
    types = {row["Kind"]: row["Type"] for row in read["edges.csv"]}
    assert types["CONNECTED"] == "Undirected"
    assert types["REMIXED"] == types["PLAYED_AT"] == "Directed"


def test_no_cell_of_text_begins_as_a_formula_and_numbers_stay_numbers() -> None:
    rows = [*tables()["nodes.csv"], *tables()["edges.csv"]]
    suspect = {cell for row in rows for cell in row.values() if cell[:1] in tuple("=+-@\t\r")}
    assert suspect == {"-0.25"}
    assert "'=HYPERLINK(1)" in {row["Label"] for row in tables()["nodes.csv"]}


def test_each_file_says_what_was_left_out_of_it() -> None:
    assert json.loads(document("json"))["graph"] == PULL.about
    desc = ElementTree.fromstring(document("graphml")).findtext(f"{GRAPHML}desc")
    assert desc is not None
    assert json.loads(desc) == PULL.about
    with zipfile.ZipFile(io.BytesIO(document("csv"))) as archive:
        assert archive.namelist() == ["nodes.csv", "edges.csv", "about.json"]
        assert json.loads(archive.read("about.json")) == PULL.about


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_the_same_each_time(name: str) -> None:
    assert document(name) == document(name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_pull_of_nothing_but_its_root_is_a_file_too(name: str) -> None:
    alone = Pull({"root": "ar_0"}, {"nodes": [node(0, hop=0, name="Ada")], "edges": []})
    assert document(name, alone)
    if name == "csv":
        assert tables(alone) == {
            "nodes.csv": [
                {"Id": "ar_0", "Label": "Ada", "entity": "Artist", "hop": "0", "name": "Ada"}
            ],
            "edges.csv": [],
        }


@pytest.mark.parametrize("name", FORMATS)
def test_a_large_file_is_sent_in_pieces(name: str) -> None:
    edges = [edge(0, at, "CONNECTED", strength=1 / (at + 1)) for at in range(20_000)]
    nodes = [node(at, name=f"{at * 7919 % 10007:x}") for at in range(20_000)]
    pieces = list(FORMATS[name].chunks(Pull({}, {"nodes": nodes, "edges": edges})))
    assert len(pieces) > 2
    assert max(map(len, pieces)) < 3 * CHUNK_BYTES
