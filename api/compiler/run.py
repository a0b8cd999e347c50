"""Runs an operation: declared root fields as one statement, others by their resolvers.

`CompiledExecution` takes the place of the GraphQL library's executor: variables are coerced and
the root selection is collected by the library, its root fields become one statement.
"""

from collections.abc import Awaitable, Hashable
from typing import Any

import orjson
from graphql import (
    GraphQLAbstractType,
    GraphQLError,
    GraphQLObjectType,
    OperationType,
)
from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.compiler.arguments import shape_of
from api.compiler.context import Context
from api.compiler.declare import rule_of
from api.compiler.pages import PageFacts
from api.compiler.read import Record, read
from api.compiler.scope import Request
from api.compiler.shape import Tree, Violation
from api.compiler.statement import Plan, compile_operation
from api.errors import Ambiguous, DocumentTooLarge, TooCostly, Unsupported, located
from graph.errors import DriftError

_TYPE_NAME = "__typename"


class CompiledExecution(StrawberryGraphQLCoreExecutionContext):
    """Executes the declared root fields of a query as one statement."""

    def execute_root_grouped_field_set(
        self,
        root_type: GraphQLObjectType,
        root_value: Any,
        grouped_field_set: GroupedFieldSet,
        serially: bool,
        position_context: Any,
    ) -> Any:
        """The data of the operation, or an awaitable of it."""
        declared = {
            key: details
            for key, details in grouped_field_set.items()
            if self._is_declared(root_type, details)
        }
        asked = any(details[0].node.name.value != _TYPE_NAME for details in declared.values())
        if self.operation.operation is not OperationType.QUERY or not asked:
            return super().execute_root_grouped_field_set(
                root_type, root_value, grouped_field_set, serially, position_context
            )
        return self._execute_declared(root_type, root_value, grouped_field_set, declared)

    def _is_declared(self, root_type: GraphQLObjectType, details: FieldDetailsList) -> bool:
        name = details[0].node.name.value
        definition = root_type.fields.get(name)
        return name == _TYPE_NAME or (definition is not None and rule_of(definition) is not None)

    async def _execute_declared(
        self,
        root_type: GraphQLObjectType,
        root_value: Any,
        grouped: GroupedFieldSet,
        declared: GroupedFieldSet,
    ) -> dict[str, Any]:
        answered = await self.answer(root_type, declared)
        others = {key: details for key, details in grouped.items() if key not in declared}
        if not others:
            return answered
        self.context_value.path = "mixed"
        self.context_value.steady = False
        resolved = await _settled(self.execute_fields(root_type, root_value, None, others, None))
        return {key: answered[key] if key in declared else resolved[key] for key in grouped}

    async def answer(self, root_type: GraphQLObjectType, fields: GroupedFieldSet) -> dict[str, Any]:
        """The declared root fields, by one statement."""
        context: Context = self.context_value
        try:
            plan = self._plan(root_type, fields)
            parameters, pages = plan.arguments(self.variable_values)
            self._charge(plan, parameters, pages)
        except GraphQLError:
            context.refused = True
            raise
        except DocumentTooLarge as error:
            context.refused = True
            raise located(error) from error
        except Unsupported as error:
            return self._failed(root_type, fields, error)
        context.path = "compiled"
        context.steady = plan.steady
        try:
            record = await read(context, plan, parameters)
            for facts in pages.values():
                facts.check_version(record.version)
        except DriftError as error:
            return self._failed(root_type, fields, error)
        return await self._shaped(root_type, fields, plan, record, pages)

    def plan_key(self) -> Hashable:
        """What the text of the statement depends on."""
        context: Context = self.context_value
        names = tuple(d.variable.name.value for d in self.operation.variable_definitions or ())
        return context.document, shape_of(self.variable_values.coerced, names, context.conditions)

    def _plan(self, root_type: GraphQLObjectType, fields: GroupedFieldSet) -> Plan:
        context: Context = self.context_value
        key = self.plan_key()
        plan = context.plans.get(key)
        context.metrics.plans.labels("hit" if plan else "compiled").inc()
        if plan is None:
            request = Request(
                schema=self.schema,
                fragments=self.fragments,
                operation=self.operation,
                variables=self.variable_values,
                page_max=context.settings.page_max,
            )
            plan = compile_operation(request, root_type, fields)
            context.plans.put(key, plan)
        return plan

    def _charge(self, plan: Plan, parameters: dict[str, Any], pages: dict[int, PageFacts]) -> None:
        """Refuse an operation that may cost too much."""
        context: Context = self.context_value
        context.cost = plan.price.of(parameters, pages, context.ceilings)
        try:
            context.cost.check(context.settings)
        except TooCostly as error:
            raise located(error) from error

    async def _shaped(
        self,
        root_type: GraphQLObjectType,
        fields: GroupedFieldSet,
        plan: Plan,
        record: Record,
        pages: dict[int, PageFacts],
    ) -> dict[str, Any]:
        self.context_value.rows += plan.rows(record.data, pages)
        try:
            return plan.shaper(record.data, pages, record.version)
        except (Violation, orjson.JSONDecodeError):
            self.context_value.metrics.recompleted.inc()
            tree = plan.loose(record.data, pages, record.version)
            completed = self.execute_fields(root_type, tree, None, fields, None)
            return await _settled(completed)

    def _failed(
        self, root_type: GraphQLObjectType, fields: GroupedFieldSet, error: DriftError
    ) -> dict[str, Any]:
        """One error a root field, each null where it may be."""
        for key, details in fields.items():
            name = details[0].node.name.value
            if name == _TYPE_NAME:
                continue
            declared = root_type.fields[name].type
            self.handle_field_error(error, declared, details, Path(None, key, root_type.name))
        return {
            key: root_type.name if details[0].node.name.value == _TYPE_NAME else None
            for key, details in fields.items()
        }

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: FieldDetailsList,
        path: Path,
        position_context: Any,
    ) -> Any:
        """A field of a tree that came from the graph, or an ordinary field."""
        name = field_details_list[0].node.name.value
        if not isinstance(source, Tree) or name == _TYPE_NAME:
            return super().execute_field(
                parent_type, source, field_details_list, path, position_context
            )
        definition = parent_type.fields[name]
        nodes = [details.node for details in field_details_list]
        info = self.build_resolve_info(definition, nodes, parent_type, path)
        try:
            return self.complete_value(
                definition.type, field_details_list, info, path, source[str(path.key)], None
            )
        except (GraphQLError, TypeError, ValueError, Ambiguous) as error:
            self.handle_field_error(error, definition.type, field_details_list, path)
            return None

    def complete_object_value(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: Any,
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        """An object; one from the graph knows its type without being asked."""
        if not isinstance(result, Tree):
            return super().complete_object_value(
                return_type, field_details_list, info, path, result, position_context
            )
        return self.collect_and_execute_subfields(
            return_type, field_details_list, path, result, position_context
        )

    def complete_abstract_value(
        self,
        return_type: GraphQLAbstractType,
        field_details_list: FieldDetailsList,
        info: Any,
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        """An object of an interface or union."""
        if not isinstance(result, Tree):
            return super().complete_abstract_value(
                return_type, field_details_list, info, path, result, position_context
            )
        type_ = self.schema.type_map[result.type_name]
        assert isinstance(type_, GraphQLObjectType)
        return self.complete_object_value(
            type_, field_details_list, info, path, result, position_context
        )


async def _settled(value: dict[str, Any] | Awaitable[dict[str, Any]]) -> dict[str, Any]:
    return value if isinstance(value, dict) else await value
