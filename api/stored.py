"""Stored operations: documents that clients ask for by their SHA-256.

Some are shipped with Drift, in `api/operations`; a client may add others by sending a document
together with its SHA-256 ("automatic persisted queries"), which are kept while there is room.
"""

import re
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import orjson

from api.errors import BadArgument, NotAllowed, NotStored
from api.graphql_request import Asked
from graph.settings import ApiSettings

FOLDER = Path(__file__).resolve().parent / "operations"
SAMPLES = FOLDER / "samples.json"
"""Variables of shipped operations that find nothing, one set for each plan the database makes."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Shipped:
    """An operation shipped with Drift.

    Attributes:
        samples: Variables to run it with before a client does.
    """

    name: str
    text: str
    samples: list[dict[str, Any]]


def shipped() -> list[Shipped]:
    """All operations shipped with Drift, by name."""
    samples = cast(dict[str, list[dict[str, Any]]], orjson.loads(SAMPLES.read_bytes()))
    return [
        Shipped(path.stem, path.read_text(encoding="utf-8"), samples.get(path.stem, [{}]))
        for path in sorted(FOLDER.glob("*.graphql"))
    ]


def digest_of(text: str) -> str:
    """The SHA-256 of a document, 64 hexadecimal digits."""
    return sha256(text.encode(errors="replace")).hexdigest()


class StoredOperations:
    """The documents of one process by their SHA-256."""

    def __init__(self, settings: ApiSettings) -> None:
        self._shipped = {digest_of(each.text): each.text for each in shipped()}
        self._sent: OrderedDict[str, str] = OrderedDict()
        self._only = settings.stored_only
        self._most = settings.stored_max

    def __len__(self) -> int:
        return len(self._shipped) + len(self._sent)

    def find(self, digest: str) -> str:
        """The document of a digest.

        Raises:
            NotStored: There is none.
        """
        text = self._shipped.get(digest) or self._sent.get(digest)
        if text is None:
            raise NotStored
        if digest in self._sent:
            self._sent.move_to_end(digest)
        return text

    def document(self, asked: Asked) -> str:
        """The document that is asked for.

        Raises:
            NotStored: By a digest that has none.
            BadArgument: With a digest that is none, or that of another document.
            NotAllowed: Only stored operations are answered, and it is none.
        """
        if asked.digest is not None and not _DIGEST.fullmatch(asked.digest):
            raise BadArgument("the SHA-256 of a document has 64 hexadecimal digits in lower case")
        if asked.query is None:
            return self.find(asked.digest or "")
        if asked.digest is not None and asked.digest != digest_of(asked.query):
            raise BadArgument("the SHA-256 is not that of the document that came with it")
        if self._only and digest_of(asked.query) not in self._shipped:
            raise NotAllowed("Only stored operations are answered here.")
        return asked.query

    def keep(self, asked: Asked) -> None:
        """Keep a document that came with its digest and was answered."""
        if asked.query is None or asked.digest is None or asked.digest in self._shipped:
            return
        self._sent[asked.digest] = asked.query
        self._sent.move_to_end(asked.digest)
        if len(self._sent) > self._most:
            self._sent.popitem(last=False)
