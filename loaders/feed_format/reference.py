"""What partners read: the JSON Schema and the field tables of `docs/feed.md`, from the models.

`python -m loaders.feed_format.reference` writes both again after a change of the models.
"""

import types
from datetime import date
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import orjson
from pydantic import NaiveDatetime
from pydantic.fields import FieldInfo

from graph.settings import PROJECT_ROOT
from loaders.feed_format import FEED_FILES, LINE_MODELS, json_schema
from loaders.feed_format.base import FeedPart

SCHEMA_FILE = PROJECT_ROOT / "docs" / "feed.schema.json"
GUIDE_FILE = PROJECT_ROOT / "docs" / "feed.md"
TABLES_START = "<!-- fields: written by loaders/feed_format/reference.py -->\n"
TABLES_END = "<!-- end of fields -->\n"


_WORDS: dict[Any, str] = {
    str: "text",
    int: "integer",
    float: "number",
    bool: "true or false",
    date: "date",
    NaiveDatetime: "local time",
}


def schema_text() -> bytes:
    """The JSON Schema as it stands in its file."""
    return orjson.dumps(json_schema(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def tables_text() -> str:
    """One Markdown section a line kind, with the objects inside it."""
    sections: list[str] = []
    for kind, model in LINE_MODELS.items():
        sections.append(f"### {kind}\n\nIn `{FEED_FILES[kind]}`. {_sentence(model)}\n\n")
        sections.append(_table(model))
        for name, part in _parts(model).items():
            sections.append(f"\n`{name}` holds: {_sentence(part)}\n\n{_table(part)}")
        sections.append("\n")
    return "".join(sections)


def guide_with_tables(guide: str) -> str:
    """The guide with its field tables written anew."""
    before, _, rest = guide.partition(TABLES_START)
    _, _, after = rest.partition(TABLES_END)
    return f"{before}{TABLES_START}\n{tables_text()}{TABLES_END}{after}"


def _sentence(model: type[FeedPart]) -> str:
    return (model.__doc__ or "").strip().splitlines()[0]


def _table(model: type[FeedPart]) -> str:
    rows = ["| field | type | needed | meaning |", "|---|---|---|---|"]
    for field in model.model_fields.values():
        needed = "yes" if field.is_required() or field.alias == "kind" else ""
        meaning = field.description or "The kind of this line."
        rows.append(f"| `{field.alias}` | {_type(field.annotation)} | {needed} | {meaning} |")
    return "\n".join(rows) + "\n"


def _parts(model: type[FeedPart]) -> dict[str, type[FeedPart]]:
    return {
        str(field.alias): part
        for field in model.model_fields.values()
        if (part := _inner(field)) is not None
    }


def _inner(field: FieldInfo) -> type[FeedPart] | None:
    inner = get_args(field.annotation)
    first: Any = inner[0] if inner else None
    return first if isinstance(first, type) and issubclass(first, FeedPart) else None


def _type(annotation: Any) -> str:
    """A type in words a partner knows."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if origin in (Union, types.UnionType):
        return _type(next(part for part in inner if part is not type(None)))
    if origin is tuple:
        return f"list of {_type(inner[0])}"
    if origin is not None:
        return _type(inner[0])
    return _WORDS.get(annotation, "objects")


def write(schema_file: Path = SCHEMA_FILE, guide_file: Path = GUIDE_FILE) -> None:
    """Write the schema and the tables of the guide."""
    schema_file.write_bytes(schema_text())
    guide_file.write_text(guide_with_tables(guide_file.read_text(encoding="utf-8")), "utf-8")


if __name__ == "__main__":
    write()
