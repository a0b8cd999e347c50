// The index of the emerging percentile, by which artists can be ordered.

CREATE RANGE INDEX artist_emerging IF NOT EXISTS FOR (node:Artist) ON (node.emergingPct);
