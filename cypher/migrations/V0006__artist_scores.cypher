// Indexes of the scores that artists can be ordered by.

CREATE RANGE INDEX artist_drift IF NOT EXISTS FOR (node:Artist) ON (node.drift);
CREATE RANGE INDEX artist_uai IF NOT EXISTS FOR (node:Artist) ON (node.uai);
CREATE RANGE INDEX artist_reach IF NOT EXISTS FOR (node:Artist) ON (node.reach);
CREATE RANGE INDEX artist_momentum IF NOT EXISTS FOR (node:Artist) ON (node.momentum);
CREATE RANGE INDEX artist_booking IF NOT EXISTS FOR (node:Artist) ON (node.booking);
CREATE RANGE INDEX artist_prestige IF NOT EXISTS FOR (node:Artist) ON (node.prestige);
CREATE RANGE INDEX artist_percentile_overall IF NOT EXISTS FOR (node:Artist) ON (node.percentileOverall);
