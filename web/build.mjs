// Builds the GraphiQL page into the folder given as the only argument.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";

const [target] = process.argv.slice(2);
if (!target) {
  console.error("usage: node build.mjs FOLDER");
  process.exit(2);
}

await mkdir(target, { recursive: true });
await build({
  entryPoints: {
    graphiql: "graphiql.jsx",
    "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
    "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
    "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
  },
  outdir: target,
  bundle: true,
  minify: true,
  format: "iife",
  jsx: "automatic",
  legalComments: "linked",
  loader: { ".ttf": "file", ".woff2": "file", ".graphql": "text" },
  define: { "process.env.NODE_ENV": '"production"' },
});
for (const page of ["graphiql.html", "page.css"]) await copyFile(page, join(target, page));
