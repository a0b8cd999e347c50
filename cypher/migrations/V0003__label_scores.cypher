// Indexes of the scores that labels can be ordered by.

CREATE RANGE INDEX label_prestige IF NOT EXISTS FOR (node:Label) ON (node.prestigeScore);
CREATE RANGE INDEX label_roster_count IF NOT EXISTS FOR (node:Label) ON (node.rosterCount);
