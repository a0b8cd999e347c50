// Indexes of the orders of lists: one for every property that nodes can be ordered by.

CREATE RANGE INDEX event_name IF NOT EXISTS FOR (node:Event) ON (node.name);
CREATE RANGE INDEX venue_capacity IF NOT EXISTS FOR (node:Venue) ON (node.capacity);
CREATE RANGE INDEX label_name IF NOT EXISTS FOR (node:Label) ON (node.name);
CREATE RANGE INDEX label_active_since IF NOT EXISTS FOR (node:Label) ON (node.activeSince);
CREATE RANGE INDEX collective_name IF NOT EXISTS FOR (node:Collective) ON (node.name);
CREATE RANGE INDEX collective_founded IF NOT EXISTS FOR (node:Collective) ON (node.foundedYear);
CREATE RANGE INDEX release_title IF NOT EXISTS FOR (node:Release) ON (node.title);
CREATE RANGE INDEX track_title IF NOT EXISTS FOR (node:Track) ON (node.title);
CREATE RANGE INDEX track_duration IF NOT EXISTS FOR (node:Track) ON (node.durationSec);
CREATE RANGE INDEX track_bpm IF NOT EXISTS FOR (node:Track) ON (node.bpm);
CREATE RANGE INDEX mix_title IF NOT EXISTS FOR (node:Mix) ON (node.title);
CREATE RANGE INDEX mix_date IF NOT EXISTS FOR (node:Mix) ON (node.date);
CREATE RANGE INDEX mix_length IF NOT EXISTS FOR (node:Mix) ON (node.setLengthMinutes);
CREATE RANGE INDEX mix_views IF NOT EXISTS FOR (node:Mix) ON (node.viewCount);
CREATE RANGE INDEX scene_name IF NOT EXISTS FOR (node:Scene) ON (node.name);
CREATE RANGE INDEX candidate_score IF NOT EXISTS FOR (node:IdentityCandidate) ON (node.score);
