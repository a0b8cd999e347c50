"""Documents, read once: parsed, held to the limits, validated, and kept."""

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
    parse,
    specified_rules,
    validate,
)

from api.compiler.arguments import shaping_variables
from api.errors import ERRORS_SHOWN, ApiError, DocumentTooLarge, TooDeep, located
from api.guard import Limits, check_document
from graph.settings import ApiSettings

_TEXT_KEPT = 16_384
"""Documents longer than this, in characters, are read anew each time."""

_PARSER_LIMITS: dict[str, type[ApiError]] = {
    "Document contains more than": DocumentTooLarge,
    "Document is nested too deeply": TooDeep,
}


@dataclass(frozen=True)
class Document:
    """A document, or why it is none.

    Attributes:
        digest: Its SHA-256, 64 hexadecimal digits.
        conditions: Variables of its `@include` and `@skip`.
        name: Name of its only operation, None if that has none or there are several.
        errors: Why it is refused; none if it can be executed.
    """

    digest: str
    ast: DocumentNode = DocumentNode(definitions=())  # noqa: RUF009 - it is never changed
    conditions: frozenset[str] = frozenset()
    name: str | None = None
    errors: tuple[GraphQLError, ...] = ()

    def changes(self, operation_name: str | None) -> bool:
        """Whether an operation of it is no query, so that it may change something."""
        operation = get_operation_ast(self.ast, operation_name)
        return operation is not None and operation.operation is not OperationType.QUERY


class Documents:
    """Documents by their text, the least recently used given up first."""

    def __init__(self, schema: GraphQLSchema, settings: ApiSettings, limits: Limits) -> None:
        self._schema = schema
        self._limits = limits
        self._size = settings.plan_cache_size
        self._open = settings.introspection == "open"
        self._known: OrderedDict[str, Document] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def read(self, text: str) -> Document:
        """The document of a text."""
        known = self._known.get(text)
        if known is not None:
            self._known.move_to_end(text)
            return known
        document = self._read(text)
        if len(text) > _TEXT_KEPT:
            return document
        self._known[text] = document
        if len(self._known) > self._size:
            self._known.popitem(last=False)
        return document

    def _read(self, text: str) -> Document:
        digest = sha256(text.encode(errors="replace")).hexdigest()
        try:
            ast = parse(text, max_tokens=self._limits.tokens)
            check_document(ast, self._limits)
        except GraphQLError as error:
            return Document(digest, errors=(_limited(error),))
        except ApiError as error:
            return Document(digest, errors=(located(error),))
        # Where the schema may not be asked for, errors do not tell its names either.
        rules = (
            specified_rules if self._open else (*specified_rules, NoSchemaIntrospectionCustomRule)
        )
        errors = validate(
            self._schema, ast, rules, max_errors=ERRORS_SHOWN, hide_suggestions=not self._open
        )
        return Document(digest, ast, shaping_variables(ast), _name(ast), tuple(errors))


def _name(ast: DocumentNode) -> str | None:
    operations = [node for node in ast.definitions if isinstance(node, OperationDefinitionNode)]
    name = operations[0].name if len(operations) == 1 else None
    return name.value if name else None


def _limited(error: GraphQLError) -> GraphQLError:
    """A syntax error, or one of the parser's own limits as an error of ours."""
    message = error.message.removeprefix("Syntax Error: ")
    for beginning, kind in _PARSER_LIMITS.items():
        if message.startswith(beginning):
            return located(kind(message))
    return error
