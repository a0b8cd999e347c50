"""What the graph knows of records of one name: their company, years and cities."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from graph.client import Graph
from graph.names import normalise_name
from graph.queries import cypher
from loaders.identity.regroup import Known
from loaders.identity.scoring import Evidence

HOME_CITIES = cypher("identity/home_cities")
LINE_UPS = cypher("identity/line_ups")

UNDATED: Final = 0
"""Year of a night without a date; it shows company, not when."""


@dataclass(frozen=True)
class NamedPair:
    """Two records of two sources with one normalised name; `a` has the smaller id."""

    a: str
    b: str
    evidence: Evidence


@dataclass
class Past:
    """What a record did: whom it played with, in which years, and where it is based."""

    company: set[str]
    years: set[int]
    cities: set[str]


async def named_pairs(graph: Graph, records: Sequence[Known]) -> list[NamedPair]:
    """Pairs of artist records of different sources with one name, in order of their ids."""
    name_of = {
        each.id: normalise_name(str(each.record.payload.get("name", ""))) for each in records
    }
    named: dict[str, list[Known]] = defaultdict(list)
    for each in records:
        if name_of[each.id]:
            named[name_of[each.id]].append(each)
    shared = {
        name: group
        for name, group in named.items()
        if len({each.record.source for each in group}) > 1
    }
    if not shared:
        return []
    sources_of = {name: {each.record.source for each in group} for name, group in named.items()}
    pasts = await _pasts(graph, name_of, {each.id for group in shared.values() for each in group})
    pairs = [
        NamedPair(a.id, b.id, _evidence(name, a, b, group, pasts, sources_of))
        for name, group in shared.items()
        for a, b in combinations(sorted(group, key=lambda each: each.id), 2)
        if a.record.source != b.record.source
    ]
    return sorted(pairs, key=lambda pair: (pair.a, pair.b))


async def _pasts(graph: Graph, name_of: Mapping[str, str], wanted: set[str]) -> dict[str, Past]:
    pasts = {id_: Past(set(), set(), set()) for id_ in wanted}
    [nights] = await graph.rows(LINE_UPS)
    for year, line_up in zip(nights["years"], nights["lineUps"], strict=True):
        names = {name_of.get(id_, "") for id_ in line_up} - {""}
        for id_ in line_up:
            if past := pasts.get(id_):
                past.company |= names
                past.years |= {year} - {UNDATED}
    for row in await graph.rows(HOME_CITIES):
        if past := pasts.get(row["record"]):
            past.cities.add(row["city"])
    return pasts


def _evidence(
    name: str,
    a: Known,
    b: Known,
    group: Sequence[Known],
    pasts: Mapping[str, Past],
    sources_of: Mapping[str, set[str]],
) -> Evidence:
    sources = [each.record.source for each in group]
    past_a, past_b = pasts[a.id], pasts[b.id]
    both = {a.record.source, b.record.source}
    company_a = {other for other in past_a.company if other != name and both <= sources_of[other]}
    company_b = {other for other in past_b.company if other != name and both <= sources_of[other]}
    return Evidence(
        name=name,
        company_a=len(company_a),
        company_b=len(company_b),
        company_shared=len(company_a & company_b),
        years_shared=len(past_a.years & past_b.years),
        same_city=bool(past_a.cities & past_b.cities),
        ambiguous=any(sources.count(source) > 1 for source in both),
    )
