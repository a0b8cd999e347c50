// What a person sees who opens GraphiQL, as JSON: `node browser.mjs URL CHROMIUM FOLDER`.
//
// Runs each tab the page opens with, reads the documentation of a type, and leaves a picture of
// each in FOLDER. `loaded` are the addresses of all requests, `complaints` what the page said on
// its console, raised, or failed to load.

import { join } from "node:path";
import { chromium } from "playwright-core";

const [url, executablePath, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.setDefaultTimeout(60_000);

const loaded = [];
const complaints = [];
page.on("request", (request) => loaded.push(request.url()));
page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
page.on("response", (answer) => {
  if (answer.status() >= 400) complaints.push(`${answer.url()} ${answer.status()}`);
});
page.on("pageerror", (error) => complaints.push(String(error)));
page.on("console", (message) => {
  if (["error", "warning"].includes(message.type())) complaints.push(message.text());
});

const picture = (name) => page.screenshot({ path: join(folder, `${name}.png`) });

await page.goto(url);
const tabs = page.getByRole("tab");
await tabs.first().waitFor();

// GraphiQL reads the operations of a tab a moment after it shows it; a person is slower.
async function run(name) {
  for (;;) {
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    await page.getByRole("button", { name: /execute query/i }).click();
    const answer = await answered;
    if (answer.request().postDataJSON().operationName === name) return answer.json();
    await page.waitForTimeout(200);
  }
}

const answers = {};
for (const tab of await tabs.all()) {
  const name = (await tab.innerText()).trim();
  await tab.click();
  answers[name] = await run(name);
  await page.locator(".graphiql-response .view-line", { hasText: '"data"' }).first().waitFor();
  await picture(name);
}

await page.getByRole("button", { name: /documentation explorer/i }).click();
const pane = page.locator(".graphiql-doc-explorer");
await pane.getByRole("link", { name: "Query" }).first().click();
await pane.getByRole("link", { name: "Artist", exact: true }).first().click();
await pane.getByText("Name as its main source writes it.").waitFor();
const documentation = await pane.innerText();
await picture("documentation");

await browser.close();
console.log(JSON.stringify({ loaded, complaints, answers, documentation }));
