// The questions that GraphiQL opens with, one tab a question, one question a screen of the product.
// They are stored operations of the server, which has them planned when it starts.

import artist from "../api/operations/artist.graphql";
import centre from "../api/operations/centre.graphql";
import communities from "../api/operations/communities.graphql";
import compare from "../api/operations/compare.graphql";
import discover from "../api/operations/discover.graphql";
import drift from "../api/operations/drift.graphql";
import label from "../api/operations/label.graphql";
import labels from "../api/operations/labels.graphql";
import mix from "../api/operations/mix.graphql";
import night from "../api/operations/night.graphql";
import nights from "../api/operations/nights.graphql";
import operations from "../api/operations/operations.graphql";
import path from "../api/operations/path.graphql";
import rising from "../api/operations/rising.graphql";
import scene from "../api/operations/scene.graphql";
import scenes from "../api/operations/scenes.graphql";
import search from "../api/operations/search.graphql";
import subgraph from "../api/operations/subgraph.graphql";
import venue from "../api/operations/venue.graphql";

// What the questions are about: asked once, so that they can be run as they stand on any graph.
export { default as subjects } from "../api/operations/subjects.graphql";

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
    scene: data?.scenes?.nodes[0]?.id ?? "",
    mix: data?.mixes?.nodes[0]?.id ?? "",
  };
}

export const examples = (about) => [
  { query: centre },
  { query: rising },
  { query: artist, variables: { id: about.artist } },
  { query: drift, variables: { id: about.artist } },
  { query: path, variables: { from: about.artist, to: about.other } },
  { query: compare, variables: { ids: about.several } },
  { query: discover, variables: { near: about.artist } },
  { query: search, variables: { text: about.name } },
  { query: nights },
  { query: night, variables: { id: about.event } },
  { query: venue, variables: { id: about.venue } },
  { query: labels },
  { query: label, variables: { id: about.label } },
  { query: scenes },
  { query: scene, variables: { id: about.scene } },
  { query: mix, variables: { id: about.mix } },
  { query: communities },
  { query: subgraph, variables: { root: about.artist } },
  { query: operations },
];
