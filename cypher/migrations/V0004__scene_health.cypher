// The index of the order of scenes by health.

CREATE RANGE INDEX scene_health IF NOT EXISTS FOR (node:Scene) ON (node.healthScore);
