// The questions that GraphiQL opens with, one tab a question, one question a screen of the product.

// What the questions are about: asked once, so that they can be run as they stand on any graph.
export const subjects = `query Subjects {
  artists(first: 6) {
    nodes {
      id
      name
      performances(first: 1) { nodes { event { id venue { id } } } }
      releases(first: 1) { nodes { label { id } } }
    }
  }
}`;

// The ids and names to ask about, from the answer to `subjects`; empty where there is none.
export function pick(data) {
  const artists = data?.artists?.nodes ?? [];
  const first = (of) => artists.map(of).find(Boolean) ?? "";
  return {
    artist: artists[0]?.id ?? "",
    other: artists.at(-1)?.id ?? "",
    several: artists.slice(0, 3).map(({ id }) => id),
    name: artists[0]?.name ?? "",
    event: first((artist) => artist.performances.nodes[0]?.event.id),
    venue: first((artist) => artist.performances.nodes[0]?.event.venue?.id),
    label: first((artist) => artist.releases.nodes[0]?.label?.id),
  };
}

export const examples = (about) => [
  {
    query: `# The dashboard: who is at the centre of it all,
# and whom they are closest to.
query Centre {
  artists(
    first: 10
    orderBy: { field: CENTRALITY, direction: DESC }
  ) {
    totalCount
    nodes {
      id
      name
      degree
      network {
        centralityPercentile
        community { name }
      }
      connections(first: 3) {
        nodes { artist { name } strength kinds }
      }
    }
  }
}
`,
  },
  {
    query: `# The page of an artist: what is known, from where,
# and what was computed from it.
query Artist($id: ID!) {
  artist(id: $id) {
    name
    type
    country
    homeCity
    genres
    sources { source }
    externalIds { platform platformId }
    network {
      centralityPercentile
      bridge { percentile }
      community { name size topCity }
      missing
      asOf
    }
    connections(first: 5) {
      totalCount
      nodes { artist { name } strength kinds last }
    }
    performances(first: 5) {
      totalCount
      nodes { event { name date venue { name } } }
    }
    releases(first: 5) {
      nodes { title releaseDate label { name } }
    }
  }
}
`,
    variables: { id: about.artist },
  },
  {
    query: `# How far is one artist from another,
# and through which nights and releases?
query Path($from: ID!, $to: ID!) {
  degreesOfSeparation(
    from: $from
    to: $to
    options: { mode: SHORTEST, maxHops: 6 }
  ) {
    explanation
    degrees
    path {
      from { name }
      to { name }
      kind
      strength
      evidence(first: 3) { label date source }
    }
  }
}
`,
    variables: { from: about.artist, to: about.other },
  },
  {
    query: `# Artists side by side, as they were asked for.
query Compare($ids: [ID!]!) {
  compareArtists(ids: $ids) {
    name
    degree
    network {
      centralityPercentile
      bridge { percentile }
    }
    career { stage stageReasons missing }
    uai { score profile coverage missing }
  }
}
`,
    variables: { ids: about.several },
  },
  {
    query: `# Discover: who is near an artist,
# and in the upper half by centrality.
query Discover($near: ID!) {
  discover(
    where: {
      withinHopsOf: $near
      maxHops: 2
      base: { centralityPct: { min: 50 } }
    }
    first: 10
  ) {
    totalCount
    nodes {
      name
      homeCity
      network { centralityPercentile }
    }
  }
}
`,
    variables: { near: about.artist },
  },
  {
    query: `# Find anything by its name, misspelt or not.
query Search($text: String!) {
  search(text: $text, first: 10) {
    kind
    text
    score
    node {
      id
      ... on Artist { homeCity }
      ... on Venue { city }
    }
  }
}
`,
    variables: { text: about.name },
  },
  {
    query: `# A night: where it was, who made it,
# who played when.
query Night($id: ID!) {
  event(id: $id) {
    name
    date
    venue { id name city }
    series { name }
    organisers { ... on Collective { name } }
    performances {
      artist { id name }
      slot
      setStart
      floor
      isB2b
    }
  }
}
`,
    variables: { id: about.event },
  },
  {
    query: `# A venue and its last nights.
query Venue($id: ID!) {
  venue(id: $id) {
    name
    city
    capacity
    events(first: 5) {
      totalCount
      nodes {
        name
        date
        performances { artist { name } }
      }
    }
  }
}
`,
    variables: { id: about.venue },
  },
  {
    query: `# A label: its roster, its family,
# its last releases.
query Label($id: ID!) {
  label(id: $id) {
    name
    independenceStatus
    hqCity
    parent { name }
    sublabels { name }
    roster(first: 5) { totalCount nodes { name } }
    releases(first: 5) {
      nodes { title releaseDate artists { name } }
    }
  }
}
`,
    variables: { id: about.label },
  },
  {
    query: `# Communities, the largest first,
# with their best known members.
query Communities {
  communities(first: 5) {
    totalCount
    nodes {
      name
      size
      topCity
      churn
      members(first: 5) {
        nodes {
          name
          network { centralityPercentile }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# The page of the operator:
# how fresh each source is, and what ran last.
query Operations {
  dataFreshness {
    source
    lastStatus
    lastSuccess
    ageHours
    rowsRead
    rowsRejected
    lastError
  }
  algorithmRuns(first: 10) {
    kind
    status
    startedAt
    milliseconds
    counts
    error
  }
}
`,
  },
];
