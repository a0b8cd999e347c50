// Label.releases: releases the label issued.
//
// mode: fragment
// this: Label
// returns: one row per release
//   node  NODE  the release
// source: written by the loaders

MATCH (this)<-[issued:ISSUED_BY]-(release:Release)
WHERE issued.lastSeen IS NULL
RETURN DISTINCT release AS node
