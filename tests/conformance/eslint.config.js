// What graphql-eslint asks of `schema.graphql`: all its rules for schemas and for Relay's
// connections, but those that are named here with the reason.

import graphql from "@graphql-eslint/eslint-plugin";

const rules = {
  ...graphql.configs["flat/schema-all"].rules,
  ...graphql.configs["flat/schema-relay"].rules,

  "@graphql-eslint/require-description": [
    "error",
    {
      types: true,
      rootField: true,
      DirectiveDefinition: true,
      EnumValueDefinition: true,
      FieldDefinition: true,
      InputValueDefinition: true,
    },
  ],

  // Rows of a connection may be values, such as a set played or a link, which have no id; a short
  // list with `first` is a plain list, as the contract has it.
  "@graphql-eslint/relay-edge-types": [
    "error",
    { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
  ],

  // The order is one that reads well: ids first, what belongs together side by side.
  "@graphql-eslint/alphabetize": "off",

  // Things of the graph have an id (`implements Node`); pages, scores and steps are values.
  "@graphql-eslint/strict-id-in-types": "off",

  // A connection is always there, if empty, and so is the answer about a path.
  "@graphql-eslint/require-nullable-result-in-root": "off",

  // `Release.releaseDate` is the word that everybody uses.
  "@graphql-eslint/no-typename-prefix": "off",

  // `@deprecated` has a reason and no argument for a date; ours stand in the reason.
  "@graphql-eslint/require-deprecation-date": "off",
};

export default [
  {
    files: ["**/*.graphql"],
    rules,
    plugins: { "@graphql-eslint": graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "schema.graphql" } },
    },
  },
];
