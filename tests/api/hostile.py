"""Requests that were made to hurt, each with the answer it gets."""

from dataclasses import dataclass

import orjson

from tests.api.asking import Request, question

ARTIST = "ar_0000000000000001"


@dataclass(frozen=True)
class Hostile:
    """A hostile request, and the status and code of its answer."""

    name: str
    request: Request
    status: int
    code: str | None


def exponential(levels: int) -> str:
    """Each fragment spreads the next twice: 2^levels fields."""
    fragments = [
        f"fragment F{n} on Query {{ a: x {{ ...F{n + 1} }} b: x {{ ...F{n + 1} }} }}"
        for n in range(levels)
    ]
    return "\n".join(["{ ...F0 }", *fragments, f"fragment F{levels} on Query {{ x }}"])


def nested(depth: int) -> str:
    """Fields in fields."""
    return "{ a " * depth + "{ b }" + " }" * depth


def wrapped(depth: int) -> object:
    """A filter in a filter."""
    filter_: object = {"country": "GB"}
    for _ in range(depth):
        filter_ = {"not": filter_}
    return filter_


def text(value: str, kind: str = "String") -> Request:
    """A request that sends a text as a variable."""
    return question(
        f"query ($v: {kind}) {{ artists(where: {{ country: $v }}) {{ totalCount }} }}", {"v": value}
    )


def raw(body: bytes) -> Request:
    """A request with a body that no JSON writer makes."""
    return Request(body=body)


TOO_LARGE, INPUT = "DOCUMENT_TOO_LARGE", "BAD_USER_INPUT"
FILTERED = "query ($w: ArtistFilter) { artists(where: $w) { totalCount } }"
BY_ID = "query ($id: ID!) { artist(id: $id) { id } }"
FAN_OUT = (
    "{ artists(first: 100) { nodes { connections(first: 39) { nodes { artist "
    "{ connections(first: 39) { nodes { strength } } } } } } } }"
)
WALK = f'degreesOfSeparation(from: "{ARTIST}", to: "{ARTIST}") {{ degrees }}'
WALKS = "{ " + " ".join(f"a{n}: {WALK}" for n in range(60)) + " }"
CIRCULAR = "{ __schema { types " + "{ fields { type " * 11 + "{ name }" + " } }" * 11 + " } }"
FRAGMENT_CYCLE = "{ ...A } fragment A on Query { artist { id } ...B } fragment B on Query { ...A }"

HOSTILE = [
    Hostile("exponential fragments", question(exponential(30)), 400, TOO_LARGE),
    Hostile("fragment cycle", question(FRAGMENT_CYCLE), 400, INPUT),
    Hostile("5,000 nested braces", question(nested(5000)), 400, "DEPTH_LIMIT"),
    Hostile("900 nested braces", question(nested(900)), 400, "DEPTH_LIMIT"),
    Hostile("5,000 nested lists", question(f"{{ a(b: {'[' * 5000}) }}"), 400, "DEPTH_LIMIT"),
    Hostile(
        "900 nested lists", question(f"{{ a(b: {'[' * 900}{']' * 900}) }}"), 400, "DEPTH_LIMIT"
    ),
    Hostile("200,000 tokens", question(f"{{ a(b: [{'[]' * 100_000}]) }}"), 400, TOO_LARGE),
    Hostile("1,900 repeats of a field", question("{ " + "a " * 1900 + "}"), 400, TOO_LARGE),
    Hostile("10,000 repeats of a field", question("{ " + "a " * 10_000 + "}"), 400, TOO_LARGE),
    Hostile(
        "400 repeats of aliases in one another",
        question("{ " + " ".join(f"a{n % 40}: artist(id: 1) {{ id }}" for n in range(399)) + " }"),
        400,
        TOO_LARGE,
    ),
    Hostile(
        "600 aliases",
        question("{ " + " ".join(f"a{n}: x" for n in range(600)) + " }"),
        400,
        TOO_LARGE,
    ),
    Hostile(
        "1,000 aliases",
        question("{ " + " ".join(f"a{n}: x" for n in range(1000)) + " }"),
        400,
        TOO_LARGE,
    ),
    Hostile("2,000 directives", question("{ a " + "@a" * 2000 + " }"), 400, TOO_LARGE),
    Hostile("60 directives", question("{ a " + "@include(if: true)" * 60 + " }"), 400, TOO_LARGE),
    Hostile(
        "390 unknown names",
        question("{ " + " ".join(f"artst{n}" for n in range(390)) + " }"),
        400,
        INPUT,
    ),
    Hostile("a name of 200,000 letters", question("{ " + "a" * 200_000 + " }"), 400, TOO_LARGE),
    Hostile(
        "2,000 unknown fragments",
        question("{ " + " ".join(f"...F{n}" for n in range(2000)) + " }"),
        400,
        TOO_LARGE,
    ),
    Hostile(
        "390 unknown fragments",
        question("{ " + " ".join(f"...F{n}" for n in range(390)) + " }"),
        400,
        INPUT,
    ),
    Hostile("connection fan-out", question(FAN_OUT), 400, "COST_LIMIT"),
    Hostile("60 walks for a path", question(WALKS), 400, TOO_LARGE),
    Hostile("circular introspection", question(CIRCULAR), 400, "DEPTH_LIMIT"),
    Hostile("60 variables", question(f"query ({'$v: Int ' * 60}) {{ a }}"), 400, TOO_LARGE),
    Hostile("a list of 40,000 ids", question(BY_ID, {"id": ["a"] * 40_000}), 400, INPUT),
    Hostile(
        "an object of 12,000 fields",
        question(BY_ID, {"id": {f"k{n}": n for n in range(12_000)}}),
        400,
        INPUT,
    ),
    Hostile(
        "2,000 filters",
        question(FILTERED, {"w": {"and": [{"or": [{"country": "GB"}] * 20}] * 100}}),
        400,
        INPUT,
    ),
    Hostile("filters 500 deep", question(FILTERED, {"w": wrapped(500)}), 400, INPUT),
    Hostile(
        "a literal 300 deep",
        question(f"{{ artists(where: {'{not: ' * 300}{{}}{'}' * 300}) {{ totalCount }} }}"),
        400,
        "DEPTH_LIMIT",
    ),
    Hostile(
        "a literal 13 deep",
        question(f"{{ artists(where: {'{not: ' * 13}{{}}{'}' * 13}) {{ totalCount }} }}"),
        400,
        INPUT,
    ),
    Hostile("JSON 50,000 deep", raw(b"[" * 50_000), 400, INPUT),
    Hostile(
        "variables 50,000 deep",
        raw(b'{"query":"{ a }","variables":{"a":' + b"[" * 50_000 + b"]" * 50_000 + b"}}"),
        400,
        INPUT,
    ),
    Hostile("half a surrogate pair", raw(b'{"query":"{ a(b: \\"\\ud800\\") }"}'), 400, INPUT),
    Hostile("a surrogate in a literal", question('{ a(b: "\\uD800") }'), 400, INPUT),
    Hostile("U+0000 in a variable", text("a\x00b"), 400, INPUT),
    Hostile("U+0000 in a literal", question('{ node(id: "\\u0000") { id } }'), 400, INPUT),
    Hostile("a text of 200,000 letters", text("a" * 200_000), 400, INPUT),
    Hostile(
        "a number of 5,000 digits", question(f"{{ artists(first: {'9' * 5000}) }}"), 400, INPUT
    ),
    Hostile(
        "a number beyond all",
        question("{ artists(where: { centralityPct: { min: 1e999 } }) { totalCount } }"),
        400,
        INPUT,
    ),
    Hostile(
        "a number in JSON beyond all",
        raw(
            b'{"query":"query ($n: Int) { artists(first: $n) { totalCount } }",'
            b'"variables":{"n":1e999}}'
        ),
        400,
        INPUT,
    ),
    Hostile("garbage for an id", question(BY_ID, {"id": "' OR 1=1 //"}), 400, "BAD_ID"),
    Hostile("batching", raw(orjson.dumps([{"query": "{ __typename }"}] * 1000)), 400, INPUT),
    Hostile("mutation by GET", Request("GET", "/graphql?query=mutation%7Ba%7D"), 400, INPUT),
    Hostile(
        "a form",
        Request(body=b"query={a}", headers={"content-type": "application/x-www-form-urlencoded"}),
        415,
        None,
    ),
    Hostile("a body of 80 MB", Request(body=b" " * 65_536, pieces=1280), 413, TOO_LARGE),
]
