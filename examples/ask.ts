// Ask a running Drift who is central and how two artists are connected.
//
//     node examples/generated/javascript/ask.js http://127.0.0.1:8000/graphql "Ben UFO" "Francesco Poggi"
//
// The documents and their types are made from the schema by `make examples`; nothing else is needed.

import {
  ArtistsDocument,
  type ArtistsQuery,
  PathDocument,
  ProfileDocument,
  SearchDocument,
  type TypedDocumentString,
} from "./generated/typescript/graphql.js";

const PAGE = 3;
const PAGES = 2;

type Ask = <Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** Asks one server; answers the data, throws the first error. */
function client(url: string): Ask {
  return async (document, variables) => {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json",
      },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  };
}

/** Names of the first pages of all artists, each page read after the one before. */
async function mostCentral(ask: Ask): Promise<string[]> {
  const names: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const { artists }: ArtistsQuery = await ask(ArtistsDocument, { first: PAGE, after });
    names.push(...artists.nodes.map((artist) => artist.name));
    after = artists.pageInfo.endCursor;
    if (!artists.pageInfo.hasNextPage) break;
  }
  return names;
}

/** Id of the artist that a name means first of all. */
async function found(ask: Ask, name: string): Promise<string> {
  const { search } = await ask(SearchDocument, { text: name, kinds: ["ARTIST"] });
  const hit = search[0];
  if (!hit) throw new Error(`Nobody is called ${name}.`);
  return hit.node.id;
}

/** What is known of an artist, in a line. */
async function profile(ask: Ask, id: string): Promise<string> {
  const { artist } = await ask(ProfileDocument, { id });
  if (!artist) throw new Error(`Nobody has the id ${id}.`);
  const centrality = artist.network.centralityPercentile;
  const known = centrality === null ? "of unknown centrality" : `percentile ${centrality.toFixed(1)}`;
  const { totalCount, nodes } = artist.connections;
  const links = nodes.map((link) => `${link.artist.name} ${link.strength.toFixed(3)}`).join(", ");
  return `${artist.name}: ${known}, ${totalCount} connections: ${links}`;
}

const [url, one, other] = process.argv.slice(2);
if (!url || !one || !other) throw new Error("Give the address of a server and two names.");
const ask = client(url);
console.log("Most central:", (await mostCentral(ask)).join(", "));
const [from, to] = await Promise.all([found(ask, one), found(ask, other)]);
console.log(await profile(ask, from));
const { degreesOfSeparation: path } = await ask(PathDocument, { from, to });
console.log(path.explanation);
for (const [index, step] of path.path.entries()) {
  const shown = step.evidence.map((piece) => ` ${piece.date ?? "undated"} ${piece.label ?? "unnamed"}`);
  console.log(`${index + 1}. ${step.from.name} and ${step.to.name}, ${step.kind}:${shown.join(",")}`);
}
