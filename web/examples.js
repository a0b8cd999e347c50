// The questions that GraphiQL opens with: one tab a question.
export const examples = [
  {
    query: `# How far is one artist from another, and through which nights?
# Take two ids from the search tab.
query Path($from: ID!, $to: ID!) {
  degreesOfSeparation(from: $from, to: $to) {
    explanation
    degrees
    path {
      from { ... on Artist { name } }
      to { ... on Artist { name } }
      kind
      strength
      evidence(first: 3) { kind label date }
    }
  }
}
`,
    variables: '{\n  "from": "",\n  "to": ""\n}',
  },
  {
    query: `# Find a node by a name, misspelt or not.
query Search($text: String!) {
  search(text: $text, first: 10) {
    kind
    text
    node { id }
  }
}
`,
    variables: '{\n  "text": "fabric"\n}',
  },
  {
    query: `# The most central artists, and whom they are closest to.
query Central {
  artists(first: 10, orderBy: { field: CENTRALITY, direction: DESC }) {
    nodes {
      id
      name
      network {
        centralityPercentile
        community { name }
      }
      connections(first: 3) {
        nodes { artist { name } strength count kinds }
      }
    }
  }
}
`,
  },
];
