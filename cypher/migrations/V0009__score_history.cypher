// The history of scores: one node an artist and year.

CREATE CONSTRAINT score_history_id IF NOT EXISTS FOR (node:ScoreHistory) REQUIRE node.id IS UNIQUE;
CREATE RANGE INDEX score_history_subject IF NOT EXISTS
FOR (node:ScoreHistory) ON (node.subjectId);
CREATE RANGE INDEX score_history_year IF NOT EXISTS FOR (node:ScoreHistory) ON (node.year);
