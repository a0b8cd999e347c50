"""The OpenAPI document of what is answered outside GraphQL to partners."""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.errors import Code
from api.schema.checks import ID_PATTERN
from api.subgraph.formats import FORMATS
from api.subgraph.parameters import LISTS, Parameters
from graph.model import ID_PREFIX
from graph.shared import SHARED_LABELS

_PROBLEM: Final = {
    "type": "object",
    "description": "RFC 9457.",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string", "enum": [code.value for code in Code]},
        "parameter": {"type": "string", "description": "Parameter that was wrong."},
    },
}

_PROBLEMS: Final[Mapping[str, str]] = {
    "400": "A parameter is unknown or out of bounds, or the id is none.",
    "404": "Nothing in the scene has the id, or there is no such format.",
    "503": "The database does not answer, or there is too much to do; try again.",
    "504": "It took too long; ask for less.",
}

_HEADERS: Final[Mapping[str, str]] = {
    "ETag": "Changes when the data or the question does; send it back as `If-None-Match`.",
    "Content-Disposition": "Name of the file.",
    "X-Drift-Truncated": "`true` if something was left out.",
    "X-Drift-Truncated-By": "By which limits: `MAX_NODES;left-out=12, HOPS`. Only if truncated.",
    "X-Drift-Data-Version": "Version of the data it was read from.",
}


async def openapi(_: Request) -> Response:
    """The `/openapi.json` route."""
    return JSONResponse(document())


@cache
def document() -> dict[str, Any]:
    """The document, made from the parameters and formats of the route."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Drift, for partners",
            "version": version("drift"),
            "description": "Files of the scene. Questions are asked at `/graphql`.",
        },
        "paths": {"/subgraph/{id}.{format}": {"get": _pull()}},
        "components": {"schemas": {"Problem": _PROBLEM}},
    }


def _pull() -> dict[str, Any]:
    return {
        "operationId": "pullSubgraph",
        "summary": "The neighbourhood of anything as a file.",
        "parameters": [*_path(), *_query()],
        "responses": {
            "200": {
                "description": "The file.",
                "headers": {
                    name: {"description": told, "schema": {"type": "string"}}
                    for name, told in _HEADERS.items()
                },
                "content": {
                    each.media_type: {"schema": {"description": each.description}}
                    for each in FORMATS.values()
                },
            },
            "304": {"description": "The client has it already."},
            **{
                status: {
                    "description": told,
                    "content": {
                        "application/problem+json": {
                            "schema": {"$ref": "#/components/schemas/Problem"}
                        }
                    },
                }
                for status, told in _PROBLEMS.items()
            },
        },
    }


def _path() -> list[dict[str, Any]]:
    kinds = "|".join(ID_PREFIX[label] for label in SHARED_LABELS)
    return [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "description": "Id to start from, as `search` finds it.",
            "schema": {"type": "string", "pattern": ID_PATTERN.replace("[a-z]{2}", kinds)},
        },
        {
            "name": "format",
            "in": "path",
            "required": True,
            "description": " ".join(
                f"`{name}`: {each.description}" for name, each in FORMATS.items()
            ),
            "schema": {"type": "string", "enum": list(FORMATS)},
        },
    ]


def _query() -> list[dict[str, Any]]:
    schema = Parameters.model_json_schema(mode="validation")
    parameters: list[dict[str, Any]] = []
    for name, about in schema["properties"].items():
        told = {key: value for key, value in about.items() if key not in ("title", "description")}
        parameters.append(
            {
                "name": name,
                "in": "query",
                "required": False,
                "description": about["description"],
                "schema": _without_null(told),
                **({"style": "form", "explode": True} if name in LISTS else {}),
            }
        )
    return parameters


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema whose value may be left out and is never null: an address holds no null."""
    (only,) = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    return only
