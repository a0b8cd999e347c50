"""Limits on a document, checked by one walk before the standard rules and before any work.

Every fragment is walked once, however often it is spread. Limits are those of the reliability
goals; the walk stops at the first that is passed.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    NameNode,
    OperationDefinitionNode,
    SelectionSetNode,
)
from graphql.language import SelectionNode

from api.errors import DocumentTooLarge, TooDeep
from api.inputs import check_value

_NESTING_MAX = 64
"""Selections in selections, inline fragments included; the walk itself goes no deeper."""


@dataclass(frozen=True)
class Limits:
    """What a document may have at most.

    Attributes:
        tokens: Lexical tokens.
        selections: Selected fields, a fragment counted at each spread.
        depth: Fields nested in fields.
        introspection_depth: The same below `__schema` and `__type`.
        directives: Uses of directives.
        variables: Variables of an operation.
        repeats: Uses of one response name, or spreads of one fragment, in one selection.
        name: Characters of a name.
    """

    tokens: int = 2000
    selections: int = 400
    depth: int = 12
    introspection_depth: int = 20
    directives: int = 50
    variables: int = 50
    repeats: int = 10
    name: int = 64


@dataclass(frozen=True)
class _Size:
    selections: int
    depth: int
    introspection_depth: int


def check_document(document: DocumentNode, limits: Limits) -> None:
    """Refuse a document that is too large or too deep.

    Raises:
        DocumentTooLarge: It has too many selections, directives, variables or repeats, or too long
            a name.
        TooDeep: Its fields nest too deeply.
        BadArgument: A literal is too large.
    """
    walk = _Walk(document, limits)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            walk.variables(definition)
            walk.check(walk.size(definition.selection_set))
        elif isinstance(definition, FragmentDefinitionNode):
            walk.fragment(definition.name.value)


class _Walk:
    def __init__(self, document: DocumentNode, limits: Limits) -> None:
        self._limits = limits
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._known: dict[str, _Size] = {}
        self._open: set[str] = set()
        self._directives = 0
        self._nesting = 0
        self._introspecting = 0

    def variables(self, operation: OperationDefinitionNode) -> None:
        """Count the variables of an operation, and look at their defaults."""
        definitions = operation.variable_definitions or ()
        if len(definitions) > self._limits.variables:
            raise DocumentTooLarge(
                f"{len(definitions)} variables, {self._limits.variables} are allowed"
            )
        for definition in definitions:
            self._name(definition.variable.name)
            if definition.default_value is not None:
                check_value(f"${definition.variable.name.value}", definition.default_value)

    def check(self, size: _Size) -> _Size:
        """Hold a size to the limits."""
        limits = self._limits
        if size.selections > limits.selections:
            raise DocumentTooLarge(f"{size.selections} selections, {limits.selections} are allowed")
        if size.depth > limits.depth:
            raise TooDeep(f"fields nest {size.depth} deep, {limits.depth} are allowed")
        if size.introspection_depth > limits.introspection_depth:
            raise TooDeep(
                f"introspection nests {size.introspection_depth} deep, "
                f"{limits.introspection_depth} are allowed"
            )
        return size

    def fragment(self, name: str) -> _Size:
        """The size of a fragment, computed once; a cycle counts nothing and is refused later."""
        if name in self._open or name not in self._fragments:
            return _Size(0, 0, 0)
        if name not in self._known:
            fragment = self._fragments[name]
            about_schema = fragment.type_condition.name.value.startswith("__")
            self._open.add(name)
            self._introspecting += about_schema
            self._known[name] = self.size(fragment.selection_set)
            self._introspecting -= about_schema
            self._open.discard(name)
        return self._known[name]

    def size(self, selection_set: SelectionSetNode | None) -> _Size:
        """The size of a selection."""
        if selection_set is None:
            return _Size(0, 0, 0)
        self._nesting += 1
        if self._nesting > _NESTING_MAX:
            raise TooDeep(f"selections nest more than {_NESTING_MAX} deep")
        self._repeats(selection_set.selections)
        selections = depth = introspection = 0
        for part in self._parts(selection_set.selections):
            selections += part.selections
            depth = max(depth, part.depth)
            introspection = max(introspection, part.introspection_depth)
            if self._introspecting:
                self.check(_Size(selections, 0, depth))
            else:
                self.check(_Size(selections, depth, introspection))
        self._nesting -= 1
        return _Size(selections, depth, introspection)

    def _parts(self, selections: tuple[SelectionNode, ...]) -> Iterator[_Size]:
        for selection in selections:
            self._directives += len(selection.directives or ())
            if self._directives > self._limits.directives:
                raise DocumentTooLarge(f"more than {self._limits.directives} directives")
            for directive in selection.directives or ():
                self._literals(directive)
            match selection:
                case FieldNode():
                    yield self._field(selection)
                case FragmentSpreadNode():
                    self._name(selection.name)
                    yield self.fragment(selection.name.value)
                case _:
                    yield self.size(getattr(selection, "selection_set", None))

    def _name(self, name: NameNode) -> None:
        if len(name.value) > self._limits.name:
            raise DocumentTooLarge(
                f"a name has {len(name.value)} characters, {self._limits.name} are allowed"
            )

    def _literals(self, node: FieldNode | DirectiveNode) -> None:
        for argument in node.arguments or ():
            self._name(argument.name)
            check_value(argument.name.value, argument.value)

    def _field(self, field: FieldNode) -> _Size:
        self._name(field.alias or field.name)
        self._name(field.name)
        self._literals(field)
        about_schema = field.name.value in ("__schema", "__type")
        self._introspecting += about_schema
        inner = self.size(field.selection_set)
        self._introspecting -= about_schema
        if about_schema:
            return _Size(inner.selections + 1, 1, inner.depth + 1)
        return _Size(inner.selections + 1, inner.depth + 1, inner.introspection_depth)

    def _repeats(self, selections: tuple[SelectionNode, ...]) -> None:
        names: Counter[str] = Counter()
        for selection in selections:
            if isinstance(selection, FieldNode):
                names[(selection.alias or selection.name).value] += 1
            elif isinstance(selection, FragmentSpreadNode):
                names[f"...{selection.name.value}"] += 1
        for name, count in names.items():
            if count > self._limits.repeats:
                raise DocumentTooLarge(
                    f"{name} stands {count} times in one selection, "
                    f"{self._limits.repeats} are allowed"
                )
