"""Answers that clients may keep: their entity tag, and whether a kept one is still right.

An answer follows from the document, the variables, what the caller may see, the versions of the
data it was read from, and this build of Drift. A tag is a digest of all that, so a client that
asks again is told "not modified" by a look at the versions alone.
"""

from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version

import orjson
from graphql import GraphQLSchema, print_schema
from starlette.requests import Request

from api.compiler.scope import Reader
from api.graphql_request import Asked
from graph.errors import DriftError
from graph.queries import cypher

VERSIONS = cypher("publish/read_versions")


@dataclass(frozen=True)
class Versions:
    """The versions of published scores and of the data."""

    published: int
    data: int

    @property
    def rests(self) -> bool:
        """Whether no scores are being written."""
        return self.published % 2 == 0


async def current_versions(graph: Reader) -> Versions | None:
    """The versions as they are now; None if the database does not say."""
    try:
        values = await graph.record(VERSIONS.text, {}, timeout_s=VERSIONS.timeout_s)
    except DriftError:
        return None
    return None if values is None else Versions(*values)


def build_digest(schema: GraphQLSchema) -> str:
    """Digest of what answers: another schema or another version of Drift has another."""
    return sha256(f"{version('drift')}\n{print_schema(schema)}".encode()).hexdigest()


def visibility(_: Request) -> str:
    """What the caller may see: everybody sees the same, the public graph."""
    return "public"


def tag_of(request: Request, asked: Asked, build: str, versions: Versions) -> str:
    """The entity tag of an answer; weak, since it may travel compressed."""
    about = [
        build,
        asked.digest,
        asked.operation_name,
        asked.variables or {},
        visibility(request),
        versions.published,
        versions.data,
    ]
    digest = sha256(orjson.dumps(about, option=orjson.OPT_SORT_KEYS)).hexdigest()
    return f'W/"{digest[:32]}"'


def is_kept(request: Request, tag: str) -> bool:
    """Whether the client says that it keeps the answer with a tag."""
    kept = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
    return tag in kept or tag.removeprefix("W/") in kept
