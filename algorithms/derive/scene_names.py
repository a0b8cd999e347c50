"""What scenes are called, and where their countries are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from anyascii import anyascii

from graph.client import Row
from graph.model import SceneKind

_COUNTRIES = Path(__file__).with_name("countries.tsv")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Country:
    """A country.

    Attributes:
        region: Its continent as the graph stores it.
        name: English, as people call it.
    """

    region: str
    name: str


@cache
def countries() -> Mapping[str, Country]:
    """Countries by ISO 3166 code; continents as the statistics division of the UN has them."""
    rows = (line.split("\t") for line in _COUNTRIES.read_text(encoding="utf-8").splitlines())
    return {code: Country(region, name) for code, region, name in rows}


def descriptions(scenes: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Scene id -> the properties that follow from what it is the scene of.

    Of scenes that would have the same slug, that with more nights has it as it is; the others
    have their country or, if that is taken too, the end of their id added.

    Args:
        scenes: All scenes: `{id, kind, nights, synthetic, city, countries, genre}`; city and
            genre are names, countries the codes of the countries it lies in.
    """
    taken: set[str] = set()
    described: dict[str, dict[str, Any]] = {}
    for scene in sorted(scenes, key=lambda scene: (-scene["nights"], scene["id"])):
        code = min(scene["countries"], default=None)
        country = countries().get(code or "")
        name = _name(scene, code, country)
        slug = next(each for each in _slugs(name, code, scene["id"]) if each not in taken)
        taken.add(slug)
        described[scene["id"]] = {
            "name": name,
            "slug": slug,
            "city": scene["city"],
            "country": code,
            "region": country and country.region,
            "genre": scene["genre"],
            "synthetic": scene["synthetic"],
        }
    return described


def _name(scene: Row, code: str | None, country: Country | None) -> str:
    place = scene["city"]
    if scene["kind"] == SceneKind.COUNTRY_GENRE:
        place = country.name if country else code
    genre = (word[:1].upper() + word[1:] for word in (scene["genre"] or "").split())
    return " ".join([place or scene["id"], *genre])


def _slugs(name: str, code: str | None, id_: str) -> Iterator[str]:
    plain = _joined(name)
    if plain:
        yield plain
        yield _joined(f"{name} {code or ''}")
    yield _joined(f"{name} {id_.partition('_')[2]}")


def _joined(text: str) -> str:
    return "_".join(_WORD.findall(anyascii(text).lower()))


def changed(scenes: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows `{id, properties}` of scenes that are stored with other properties than they have."""
    scenes = list(scenes)
    wanted = descriptions(scenes)
    return [
        {"id": scene["id"], "properties": wanted[scene["id"]]}
        for scene in scenes
        if scene["stored"] != wanted[scene["id"]]
    ]
