"""The Drift feed format: what is accepted, what is refused, and what partners read about it."""

import re
from datetime import date

import orjson
import pytest
from pydantic import ValidationError

from loaders.feed_format import (
    FEED_FILES,
    LINE_MODELS,
    EventLine,
    LineupEntry,
    MetricLine,
    json_schema,
    parse_line,
    read_partial_date,
)
from loaders.feed_format.reference import (
    GUIDE_FILE,
    SCHEMA_FILE,
    guide_with_tables,
    schema_text,
)

GUIDE = GUIDE_FILE.read_text(encoding="utf-8")
EXAMPLES = [
    line
    for block in re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    for line in block.splitlines()
]


def event(**fields: object) -> bytes:
    """A line of the smallest event with these fields."""
    return orjson.dumps({"kind": "event", "id": "e1", "name": "Night", **fields})


def refusal(line: bytes) -> str:
    """Type of the first error of a line that must be refused."""
    with pytest.raises(ValidationError) as caught:
        parse_line(line)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_guide_is_accepted(example: str) -> None:
    line = parse_line(example.encode())
    assert line.kind == orjson.loads(example)["kind"]


def test_the_guide_shows_most_kinds() -> None:
    shown = {orjson.loads(example)["kind"] for example in EXAMPLES}
    assert {"feed", "artist", "event", "release", "metric"} <= shown


def test_names_are_camel_case_in_the_file_and_snake_case_in_python() -> None:
    line = parse_line(
        event(startsAt="2024-05-03T23:00:00", lineup=[{"artist": "a", "setKey": "s"}])
    )
    assert isinstance(line, EventLine)
    assert line.starts_at is not None
    assert line.lineup == (LineupEntry(artist="a", set_key="s"),)


def test_a_line_written_and_read_again_is_the_same() -> None:
    line = MetricLine(
        id="m1",
        artist="a1",
        platform="ra",
        metric_type="followers",
        year=2024,
        dates=(date(2024, 1, 1), date(2024, 2, 1)),
        values=(3.0, 4.0),
    )
    assert parse_line(line.model_dump_json(exclude_none=True).encode()) == line


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "json_invalid"),
        (b"[]", "dict_type"),
        (b'{"id": "e1"}', "union_tag_not_found"),
        (b'{"kind": "party", "id": "e1"}', "union_tag_invalid"),
        (b'{"kind": "event", "name": "Night"}', "missing"),
        (event(id=" e1"), "string_pattern_mismatch"),
        (event(id=7), "string_type"),
        (event(starts_at="2024-05-03T23:00:00"), "extra_forbidden"),
        (event(startAt="2024-05-03T23:00:00"), "extra_forbidden"),
        (event(startsAt="2024-05-03T23:00:00Z"), "timezone_naive"),
        (event(date="2024-02-30"), "value_error"),
        (event(date="03.05.2024"), "string_pattern_mismatch"),
        (event(cancelled="no"), "bool_type"),
        (event(mode="IN_PERSON"), "literal_error"),
        (event(lineup=[{"position": 1}]), "missing"),
    ],
)
def test_a_line_that_breaks_a_rule_is_refused(line: bytes, reason: str) -> None:
    assert refusal(line) == reason


@pytest.mark.parametrize(
    ("dates", "values", "message"),
    [
        (["2024-01-01"], [1, 2], "differ in length"),
        (["2024-02-01", "2024-01-01"], [1, 2], "do not ascend"),
        (["2023-12-31", "2024-01-01"], [1, 2], "outside the year"),
    ],
)
def test_a_metric_whose_dates_and_values_disagree_is_refused(
    dates: list[str], values: list[float], message: str
) -> None:
    line = {
        "kind": "metric",
        "id": "m1",
        "artist": "a1",
        "platform": "ra",
        "metricType": "followers",
        "year": 2024,
        "dates": dates,
        "values": values,
    }
    with pytest.raises(ValidationError, match=message):
        parse_line(orjson.dumps(line))


@pytest.mark.parametrize(
    ("shares", "message"),
    [
        ([{"share": 0.5}], "one of city and country"),
        ([{"city": "b", "country": "DE", "share": 0.5}], "one of city and country"),
        ([{"city": "b", "share": 0.5}, {"city": "b", "share": 0.1}], "stands twice"),
        ([{"city": "b", "share": 0.7}, {"city": "c", "share": 0.31}], "more than 1"),
        ([{"city": "b", "share": 1.5}], "less than or equal to 1"),
        ([], "at least 1 item"),
    ],
)
def test_an_audience_that_is_no_part_of_one_whole_is_refused(
    shares: list[dict[str, object]], message: str
) -> None:
    line = {"kind": "audience", "id": "u", "artist": "a", "period": "2024-05", "shares": shares}
    with pytest.raises(ValidationError, match=message):
        parse_line(orjson.dumps(line))


def test_shares_of_cities_and_of_countries_are_of_the_same_audience() -> None:
    shares = [
        {"city": "b", "share": 0.7},
        {"city": "c", "share": 0.3},
        {"country": "DE", "share": 1},
    ]
    line = {"kind": "audience", "id": "u", "artist": "a", "period": "2024-05", "shares": shares}
    assert parse_line(orjson.dumps(line)).kind == "audience"


def test_a_partial_date_is_read_as_a_day_in_its_middle() -> None:
    assert read_partial_date("2024-05-03") == (date(2024, 5, 3), "day")
    assert read_partial_date("2024-02") == (date(2024, 2, 15), "month")
    assert read_partial_date("2024") == (date(2024, 7, 1), "year")


def test_each_kind_has_its_own_file_and_model() -> None:
    assert list(FEED_FILES) == list(LINE_MODELS)
    assert len(set(FEED_FILES.values())) == len(FEED_FILES)
    for kind, model in LINE_MODELS.items():
        assert model.model_fields["kind"].default == kind


def test_every_field_is_described() -> None:
    for name, definition in json_schema()["$defs"].items():
        assert definition["description"], name
        for field, schema in definition["properties"].items():
            assert field == "kind" or schema.get("description"), f"{name}.{field}"


def test_the_exported_schema_and_the_tables_of_the_guide_are_those_of_the_models() -> None:
    assert SCHEMA_FILE.read_bytes() == schema_text(), "python -m loaders.feed_format.reference"
    assert guide_with_tables(GUIDE) == GUIDE, "python -m loaders.feed_format.reference"
