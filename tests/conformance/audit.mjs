// What graphql-http's audit of GraphQL over HTTP says of a server, as JSON: `node audit.mjs URL`.

import { auditServer } from "graphql-http";

const audits = await auditServer({ url: process.argv[2] });
const told = audits.map(({ id, name, status, reason }) => ({ id, name, status, reason }));
console.log(JSON.stringify(told));
