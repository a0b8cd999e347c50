"""From the selected fields to one Cypher expression each, the shape of its value, its arguments."""

from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLList,
    GraphQLObjectType,
    GraphQLOutputType,
    is_abstract_type,
    is_leaf_type,
    is_object_type,
)
from graphql.execution.collect_fields import (
    FieldDetails,
    FieldDetailsList,
    GroupedFieldSet,
    collect_subfields,
)

from api.compiler.arguments import Assign, Binding, coerced, is_constant
from api.compiler.connections import page
from api.compiler.declare import (
    Column,
    Expression,
    Paged,
    Shared,
    Stored,
    Traverse,
    is_row,
    is_steady,
    rule_of,
    weight_of,
)
from api.compiler.rows import rows
from api.compiler.scalars import leaf
from api.compiler.scope import THIS, Compiled, Request, Scope, unwrap
from api.compiler.shape import FieldShape, LeafShape, ListShape, ObjectShape, TaggedShape
from api.compiler.tokens import render, template
from api.errors import DocumentTooLarge, Unsupported

TEXT_MAX = 50_000
"""Characters of a statement. The database plans a text before it runs it; what that takes grows
with the text and can hardly be stopped: 5 walks for a path are 49 000 characters and took 30 s on
a busy machine of 2 cores (November 2026). The evidence of one score is 8 000 characters, a path
with all there is to ask about it 26 000."""


@dataclass
class Compilation:
    """One operation being compiled.

    Attributes:
        uses: Numbers given out so far; names in the statement end in one.
        bindings: Arguments of the fields, in the order of their numbers.
        steady: Whether all values change only with the data version.
    """

    request: Request
    uses: int = 0
    bindings: list[Binding] = field(default_factory=list[Binding])
    steady: bool = True

    def number(self) -> int:
        """A number that no other name of the statement ends in."""
        self.uses += 1
        return self.uses

    def bind(
        self, use: int, definition: GraphQLField, details: FieldDetails, scope: Scope, to: Assign
    ) -> None:
        """Remember how the arguments of a field become parameters."""
        constant = is_constant(details.node)
        self.bindings.append(
            Binding(use, definition, details.node, details, scope.path, constant, to)
        )

    def arguments(self, definition: GraphQLField, details: FieldDetails) -> dict[str, Any]:
        """The arguments of this request; the text may depend on their shape only."""
        return coerced(definition, details, self.request.variables)

    def subfields(self, type_: GraphQLObjectType, details: FieldDetailsList) -> GroupedFieldSet:
        """What is selected of an object."""
        request = self.request
        collected = collect_subfields(
            request.schema, request.fragments, request.variables, request.operation, type_, details
        )
        if collected.new_defer_usages:
            raise Unsupported("@defer")
        return collected.grouped_field_set

    def selection(
        self,
        type_: GraphQLObjectType,
        fields: GroupedFieldSet,
        scope: Scope,
        *,
        nullable: bool,
        is_node: bool = True,
    ) -> tuple[str, ObjectShape]:
        """A row of the selected fields."""
        values: list[str] = []
        shapes: list[FieldShape] = []
        length = 0
        for key, details in fields.items():
            name = details[0].node.name.value
            if name == "__typename":
                shapes.append(FieldShape(key, None, None))
                continue
            definition = type_.fields[name]
            self.steady &= is_steady(definition)
            text, shape = self.field(type_, definition, details, scope.at(key))
            shapes.append(FieldShape(key, len(values), shape, weight_of(definition)))
            values.append(text)
            length += len(text)
            if length > TEXT_MAX:
                raise DocumentTooLarge(
                    f"over {TEXT_MAX} characters of Cypher: ask in several requests"
                )
        row = f"[{', '.join(values) or '0'}]"
        return row, ObjectShape(nullable, type_.name, tuple(shapes), len(values), is_node)

    def field(
        self,
        parent: GraphQLObjectType,
        definition: GraphQLField,
        details: FieldDetailsList,
        scope: Scope,
    ) -> Compiled:
        """The expression of one field."""
        name = details[0].node.name.value
        match rule_of(definition):
            case Stored(property):
                text = f"{scope.expression(THIS)}.{property or name}"
                return self.output(definition.type, text, details, scope)
            case Column(column, items):
                text = scope.expression(column or name)
                return self.output(definition.type, text, details, scope, items=items)
            case Expression(source):
                return self.output(definition.type, self.inline(source, scope), details, scope)
            case Shared(when):
                return self.shared(definition, when, details, scope)
            case Paged() as rule:
                return page(self, rule, definition, details, scope)
            case Traverse() as rule:
                return rows(self, rule, definition, details, scope)
            case None:
                raise Unsupported(f"{parent.name}.{name} has a resolver")

    def inline(self, source: str, scope: Scope) -> str:
        """An expression of a declaration, its own variables renamed apart."""
        use, parts = self.number(), template(source)
        text = render(
            parts,
            lambda name: scope.expression(name) if scope.has(name) else f"{name}_{use}",
            lambda name: f"{name}_{use}",
        )
        return f"({text})"

    def shared(
        self, definition: GraphQLField, when: str | None, details: FieldDetailsList, scope: Scope
    ) -> Compiled:
        """A sub-object of the same node or row."""
        type_, nullable = unwrap(definition.type)
        if not is_object_type(type_):
            raise Unsupported("a part is an object")
        fields = self.subfields(type_, details)
        row, shape = self.selection(type_, fields, scope, nullable=nullable, is_node=False)
        if when is None:
            return row, shape
        return f"CASE WHEN {self.inline(when, scope)} THEN {row} END", shape

    def output(
        self,
        declared: GraphQLOutputType,
        text: str,
        details: FieldDetailsList,
        scope: Scope,
        *,
        present: bool = False,
        items: int | None = None,
    ) -> Compiled:
        """A value that an expression already gives: a leaf, a node, a row as a map, or a list.

        Args:
            present: The value is never null.
            items: Entries at most, where it is a list of objects.
        """
        type_, nullable = unwrap(declared)
        if isinstance(type_, GraphQLList):
            item = f"item_{self.number()}"
            inner, shape = self.output(type_.of_type, item, details, scope)
            if inner != item:
                text = f"[{item} IN {text} | {inner}]"
            return text, ListShape(nullable, shape, items or 0)
        if is_leaf_type(type_):
            rule = leaf(type_)
            if rule is None:
                raise Unsupported(f"scalar {type_.name}")
            return (rule.convert.format(text) if rule.convert else text), LeafShape(nullable, rule)
        if not text.isidentifier():
            item = f"item_{self.number()}"
            inner, shape = self.output(declared, item, details, scope)
            return f"head([{item} IN [{text}] | {inner}])", shape
        if is_abstract_type(type_):
            return self.tagged(declared, text, details, scope)
        assert is_object_type(type_)
        fields = self.subfields(type_, details)
        inside = scope.holding({}, row=text) if is_row(type_) else scope.holding({THIS: text})
        row, shape = self.selection(type_, fields, inside, nullable=nullable)
        return (row if present else f"CASE WHEN {text} IS NOT NULL THEN {row} END"), shape

    def tagged(
        self, declared: GraphQLOutputType, node: str, details: FieldDetailsList, scope: Scope
    ) -> Compiled:
        """A node whose label says which of several types it is."""
        type_, nullable = unwrap(declared)
        cases: list[str] = []
        variants: list[ObjectShape] = []
        for possible in self.request.schema.get_possible_types(type_):
            fields = self.subfields(possible, details)
            row, shape = self.selection(
                possible, fields, scope.holding({THIS: node}), nullable=False
            )
            cases.append(f"WHEN {node}:{possible.name} THEN [{len(variants)}, {row}]")
            variants.append(shape)
        return f"CASE {' '.join(cases)} END", TaggedShape(nullable, tuple(variants))
