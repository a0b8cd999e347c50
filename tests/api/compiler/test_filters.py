"""The text of a filter depends on its shape, never on its values."""

from typing import Any

import pytest
from graphql import GraphQLInputObjectType, GraphQLSchema

from api.compiler.filters import CONDITIONS_MAX, LOOKS_MAX, Filter, compile_filter
from api.errors import BadArgument, BadId


def compiled(schema: GraphQLSchema, value: dict[str, Any]) -> Filter:
    type_ = schema.type_map["ArtistFilter"]
    assert isinstance(type_, GraphQLInputObjectType)
    return compile_filter(type_, value, "node_2", "1")


def check(schema: GraphQLSchema, value: dict[str, Any]) -> None:
    compiled(schema, value).check(value)


def nested(name: str, country: str) -> dict[str, Any]:
    return {
        "or": [
            {"name": {"startsWith": name, "in": [name]}, "centralityPct": {"min": 10.0}},
            {"not": {"performances": {"some": {"artists": {"none": {"country": country}}}}}},
        ]
    }


def test_equal_shapes_have_one_text_and_their_values_are_parameters(schema: GraphQLSchema) -> None:
    one, other = nested("Robert'] //", "XQ"), nested("b", "ZZ")
    first = compiled(schema, one)
    assert first.text == compiled(schema, other).text
    for value in ("Robert", "XQ", "10"):
        assert value not in first.text
    assert list(first.parameters(one).values()) == ["Robert'] //", ["Robert'] //"], 10.0, "XQ"]
    assert list(first.parameters(other).values()) == ["b", ["b"], 10.0, "ZZ"]


def test_what_is_reached_twice_is_named_apart(schema: GraphQLSchema) -> None:
    city = {"city": "London"}
    text = compiled(schema, city | {"performances": {"some": {"artists": {"some": city}}}}).text
    names = {word for word in text.replace("(", " ").replace(":", " ").split() if "city_" in word}
    assert len({name.split(".")[0] for name in names}) == 2


def test_a_field_that_is_null_asks_nothing(schema: GraphQLSchema) -> None:
    value = {"country": None, "name": {"eq": None}, "performances": {"some": None}}
    found = compiled(schema, value)
    assert (found.text, found.values) == ("", {})


CONSTANTS: list[tuple[dict[str, Any], str]] = [
    ({"and": []}, ""),
    ({"or": []}, "false"),
    ({"or": [{"country": "GB"}, {}]}, ""),
    ({"not": {}}, "false"),
    ({"not": {"or": []}}, ""),
    ({"performances": {"some": {"or": []}}}, "false"),
    ({"performances": {"none": {"or": []}}}, ""),
    ({"or": [{"or": []}, {"country": "GB"}]}, "(node_2.country = $where0_1)"),
]


@pytest.mark.parametrize(("value", "text"), CONSTANTS)
def test_what_always_or_never_holds_is_no_predicate(
    schema: GraphQLSchema, value: dict[str, Any], text: str
) -> None:
    assert compiled(schema, value).text == text


def test_an_empty_filter_has_no_text(schema: GraphQLSchema) -> None:
    assert compiled(schema, {}).text == ""


def test_a_filter_of_too_many_conditions_is_refused(schema: GraphQLSchema) -> None:
    check(schema, {"or": [{"country": "GB"}] * CONDITIONS_MAX})
    with pytest.raises(BadArgument, match="51 conditions"):
        check(schema, {"or": [{"country": "GB"}] * (CONDITIONS_MAX + 1)})


def test_a_filter_that_looks_at_too_many_other_things_is_refused(schema: GraphQLSchema) -> None:
    check(schema, {"or": [{"genre": "house"}] * LOOKS_MAX})
    with pytest.raises(BadArgument, match=f"{LOOKS_MAX + 1} times"):
        check(schema, {"or": [{"genre": "house"}] * (LOOKS_MAX + 1)})


def test_a_filter_that_goes_too_far_is_refused(schema: GraphQLSchema) -> None:
    value: dict[str, Any] = {}
    for relation in ("performances", "artists", "performances"):
        value = {relation: {"none": value}}
    check(schema, value)
    far = {"not": {"performances": {"some": {"artists": {"some": value}}}}}
    with pytest.raises(BadArgument, match="5 relations deep"):
        check(schema, far)


def test_an_id_of_another_kind_is_refused_wherever_it_stands(schema: GraphQLSchema) -> None:
    check(schema, {"not": {"label": "lb_0000000000000001"}})
    with pytest.raises(BadId, match="`lb_...`"):
        check(schema, {"or": [{"country": "GB"}, {"not": {"label": "ar_0000000000000001"}}]})
