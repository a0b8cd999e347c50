"""The questions that both sides answer, and how their answers are compared.

Each side asks in its own best words, and both answers are read into the same plain lists. The peer
gets the predicates its users would write: a bound on the score, without which artists that have
none come first and no index serves the order, and cancelled sets left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

LARGEST_PAGE = 1000
"""Page maximum of our side: the largest of the questions."""

Data = dict[str, Any]
Variables = dict[str, Any]


@dataclass(frozen=True)
class Wording:
    """A question in the words of one side.

    Attributes:
        text: The GraphQL document.
        read: `data` of an answer -> what both sides must agree on.
    """

    text: str
    read: Callable[[Data], Any]


@dataclass(frozen=True)
class Question:
    """What is asked of both sides.

    Attributes:
        floor: How many times faster the median of our answers must be.
        aim: How many times faster we want it to be.
        variables: Values of the variables, taken in turn.
    """

    name: str
    ours: Wording
    peer: Wording
    floor: float
    aim: float
    variables: Sequence[Variables]


def artist(node: Data, network: Data) -> list[Any]:
    """One artist, with the object that holds its scores."""
    score = network.get("centralityPercentile", network.get("centralityPct"))
    return [node["id"], node["name"], node["country"], network["pagerank"], score]


OUR_FIELDS = "id name country network { pagerank centralityPercentile }"
PEER_FIELDS = "id name country pagerank centralityPct"

OUR_ARTIST = Wording(
    f"query Artist($id: ID!) {{ artist(id: $id) {{ {OUR_FIELDS} }} }}",
    lambda data: [artist(data["artist"], data["artist"]["network"])],
)
PEER_ARTIST = Wording(
    f"query Artist($id: ID!) {{ artists(where: {{id: {{eq: $id}}}}) {{ {PEER_FIELDS} }} }}",
    lambda data: [artist(node, node) for node in data["artists"]],
)

PEER_LINK_ORDER = "sort: [{edge: {strength: DESC}}, {node: {id: ASC}}]"
PEER_SETS = """
  where: {edge: {cancelled: {eq: false}}, node: {cancelled: {eq: false}}}
  sort: [{node: {date: DESC}}, {edge: {source: ASC}}, {edge: {sourceId: ASC}}]
"""
PEER_TOP_ARTISTS = """artists(
  where: {centralityPct: {gte: 0}}, sort: [{centralityPct: DESC}, {id: ASC}], limit: $first
)"""

OUR_TOP = Wording(
    f"query Top($first: Int!) {{ artists(first: $first) {{ nodes {{ {OUR_FIELDS} }} }} }}",
    lambda data: [artist(node, node["network"]) for node in data["artists"]["nodes"]],
)
PEER_TOP = Wording(
    f"query Top($first: Int!) {{ {PEER_TOP_ARTISTS} {{ {PEER_FIELDS} }} }}",
    lambda data: [artist(node, node) for node in data["artists"]],
)


def linked(node: Data, links: list[tuple[Data, Data]]) -> list[Any]:
    """One artist and its connections: strength and count, and the other artist."""
    return [
        node["id"],
        node["name"],
        [[link["strength"], link["count"], other["id"], other["name"]] for link, other in links],
    ]


OUR_CONNECTIONS = Wording(
    """
    query Connections($first: Int!) {
      artists(first: $first) {
        nodes { id name connections(first: 5) { nodes { strength count artist { id name } } } }
      }
    }""",
    lambda data: [
        linked(node, [(link, link["artist"]) for link in node["connections"]["nodes"]])
        for node in data["artists"]["nodes"]
    ],
)
PEER_CONNECTIONS = Wording(
    f"""
    query Connections($first: Int!) {{
      {PEER_TOP_ARTISTS} {{
        id name
        connectionsConnection(first: 5, {PEER_LINK_ORDER}) {{
          edges {{ properties {{ strength count }} node {{ id name }} }}
        }}
      }}
    }}""",
    lambda data: [
        linked(
            node,
            [(edge["properties"], edge["node"]) for edge in node["connectionsConnection"]["edges"]],
        )
        for node in data["artists"]
    ],
)


def played(night: Data, billing: str | None, venue: Data | None) -> list[Any]:
    """One set: its billing, its night, its venue."""
    where = venue and [venue["id"], venue["name"]]
    return [billing, night["id"], night["name"], night["date"], where]


OUR_BUSY = Wording(
    """
    query Sets($id: ID!) {
      artist(id: $id) {
        id name
        performances(first: 50) { nodes { billing event { id name date venue { id name } } } }
      }
    }""",
    lambda data: [
        played(each["event"], each["billing"], each["event"]["venue"])
        for each in data["artist"]["performances"]["nodes"]
    ],
)
PEER_BUSY = Wording(
    f"""
    query Sets($id: ID!) {{
      artists(where: {{id: {{eq: $id}}}}) {{
        id name
        performancesConnection(first: 50, {PEER_SETS}) {{
          edges {{ properties {{ billing }} node {{ id name date venue {{ id name }} }} }}
        }}
      }}
    }}""",
    lambda data: [
        played(edge["node"], edge["properties"]["billing"], next(iter(edge["node"]["venue"]), None))
        for edge in data["artists"][0]["performancesConnection"]["edges"]
    ],
)

OUR_HUB = Wording(
    """
    query Hub($id: ID!) {
      artist(id: $id) {
        connections(first: 5) {
          nodes { artist { id performances(first: 3) { nodes { event { id } } } } }
        }
      }
    }""",
    lambda data: [
        [
            link["artist"]["id"],
            [each["event"]["id"] for each in link["artist"]["performances"]["nodes"]],
        ]
        for link in data["artist"]["connections"]["nodes"]
    ],
)
PEER_HUB = Wording(
    f"""
    query Hub($id: ID!) {{
      artists(where: {{id: {{eq: $id}}}}) {{
        connectionsConnection(first: 5, {PEER_LINK_ORDER}) {{
          edges {{ node {{
            id
            performancesConnection(first: 3, {PEER_SETS}) {{ edges {{ node {{ id }} }} }}
          }} }}
        }}
      }}
    }}""",
    lambda data: [
        [
            edge["node"]["id"],
            [each["node"]["id"] for each in edge["node"]["performancesConnection"]["edges"]],
        ]
        for edge in data["artists"][0]["connectionsConnection"]["edges"]
    ],
)


def questions(artists: Sequence[str], busy: Sequence[str]) -> list[Question]:
    """The five questions, over some artists and over some that played at least fifty sets."""
    ids: list[Variables] = [{"id": each} for each in artists]
    busy_ids: list[Variables] = [{"id": each} for each in busy]
    return [
        Question("one artist by id", OUR_ARTIST, PEER_ARTIST, 2.5, 4, ids),
        Question("20 artists by score", OUR_TOP, PEER_TOP, 2.5, 5, [{"first": 20}]),
        Question("1,000 artists by score", OUR_TOP, PEER_TOP, 2, 4, [{"first": 1000}]),
        Question(
            "20 artists with 5 connections each",
            OUR_CONNECTIONS,
            PEER_CONNECTIONS,
            1.5,
            2.5,
            [{"first": 20}],
        ),
        Question("50 sets of an artist, with night and venue", OUR_BUSY, PEER_BUSY, 2, 4, busy_ids),
    ]
