"""Parameters are the options of the GraphQL field, and what is wrong with one is said."""

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLSchema, get_named_type

from api.subgraph.parameters import LISTS, NAMES, BadParameter, Parameters, read_parameters


def test_names_and_defaults_are_those_of_the_options(schema: GraphQLSchema) -> None:
    options = schema.type_map["SubgraphOptions"]
    assert isinstance(options, GraphQLInputObjectType)
    assert list(options.fields) == NAMES
    told = Parameters.model_json_schema()["properties"]
    for name, field in options.fields.items():
        assert told[name].get("default") == field.default_value
        assert told[name]["description"] == field.description


def test_lists_take_the_names_of_the_enums(schema: GraphQLSchema) -> None:
    options = schema.type_map["SubgraphOptions"]
    assert isinstance(options, GraphQLInputObjectType)
    for name in LISTS:
        kind = get_named_type(options.fields[name].type)
        assert isinstance(kind, GraphQLEnumType)
        given = [(name, each.lower()) for each in kind.values]
        assert read_parameters(given).options()[name] == list(kind.values)


def test_what_is_given_becomes_options_and_the_rest_is_usual() -> None:
    given = [
        ("hops", "3"), ("maxNodes", "50"), ("kinds", "b2b"), ("kinds", "SAME_EVENT"),
        ("labels", "Artist"), ("since", "2018-01-01"), ("until", "2018-12-31"),
        ("minStrength", "0.5"),
    ]  # fmt: skip
    assert read_parameters(given).options() == {
        "hops": 3,
        "maxNodes": 50,
        "kinds": ["B2B", "SAME_EVENT"],
        "labels": ["ARTIST"],
        "since": "2018-01-01",
        "until": "2018-12-31",
        "minStrength": 0.5,
    }
    assert read_parameters([]).options() == {"hops": 2, "maxNodes": 500}


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("hops", "0", "hops: '0', input should be greater than or equal to 1"),
        ("hops", "4", "hops: '4', input should be less than or equal to 3"),
        ("hops", "two", "hops: 'two', input should be a valid integer"),
        ("hops", "", "hops: '', input should be a valid integer"),
        ("maxNodes", "2001", "maxNodes: '2001', input should be less than or equal to 2000"),
        ("minStrength", "nan", "minStrength: 'nan', input should be"),
        ("minStrength", "1.1", "minStrength: '1.1', input should be less than or equal to 1"),
        ("kinds", "FRIEND", "kinds: 'FRIEND', expected one of B2B, COLLAB"),
        ("labels", "CAMPAIGN", "labels: 'CAMPAIGN', expected one of ARTIST, LABEL"),
        ("since", "20180101", "since: '20180101', expected a day like 2019-12-31"),
        ("since", "1546300800", "since: '1546300800', expected a day like 2019-12-31"),
        ("until", "2018-02-30", "until: '2018-02-30', expected a day like 2019-12-31"),
        ("hop", "1", "hop: there is no such parameter; there are hops, maxNodes"),
        ("max_nodes", "1", "max_nodes: there is no such parameter"),
    ],
)
def test_a_wrong_parameter_is_named_with_what_would_be_right(
    name: str, value: str, says: str
) -> None:
    with pytest.raises(BadParameter) as caught:
        read_parameters([(name, value)])
    assert str(caught.value).startswith(says)
    assert caught.value.name == name


def test_a_value_given_twice_and_a_window_that_ends_before_it_begins_are_wrong() -> None:
    with pytest.raises(BadParameter, match="hops: it is given twice"):
        read_parameters([("hops", "1"), ("hops", "2")])
    with pytest.raises(BadParameter, match="since: it comes after until"):
        read_parameters([("since", "2019-01-02"), ("until", "2019-01-01")])
