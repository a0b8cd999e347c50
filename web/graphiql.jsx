import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import { examples, pick, subjects } from "./examples.js";

const workers = { json: "json.worker.js", graphql: "graphql.worker.js" };
globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(`/graphql/assets/${workers[label] ?? "editor.worker.js"}`),
};

// A question about nothing in particular may be asked of a graph that does not answer.
async function found() {
  try {
    const answer = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: subjects }),
    });
    return pick((await answer.json()).data);
  } catch {
    return pick(null);
  }
}

const fetcher = createGraphiQLFetcher({ url: "/graphql" });
const page = createRoot(document.getElementById("graphiql"));
found().then((about) => {
  const tabs = examples(about).map(({ query, variables }) => ({
    query,
    variables: variables && JSON.stringify(variables, null, 2),
  }));
  page.render(
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={tabs}
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
    />,
  );
});
