// MixPlatform.mixes: mixes the platform hosts.
//
// mode: fragment
// this: MixPlatform
// returns: one row per mix
//   node  NODE  the mix
// source: written by the loaders

MATCH (this)<-[hosted:HOSTED_BY]-(mix:Mix)
WHERE hosted.lastSeen IS NULL
RETURN DISTINCT mix AS node
