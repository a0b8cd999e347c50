// Mix.platform: who hosts a mix.
//
// mode: fragment
// this: Mix
// returns: 0 or 1 rows
//   node  NODE  the platform
// source: written by the loaders

MATCH (this)-[hosted:HOSTED_BY]->(node:MixPlatform)
WHERE hosted.lastSeen IS NULL
RETURN node
ORDER BY node.id LIMIT 1
