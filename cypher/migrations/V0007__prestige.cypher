// Indexes of the prestige that nights and venues can be ordered by.

CREATE RANGE INDEX event_prestige IF NOT EXISTS FOR (node:Event) ON (node.prestigeIndex);
CREATE RANGE INDEX venue_prestige IF NOT EXISTS FOR (node:Venue) ON (node.prestigeScore);
