// What explains the scores of an artist stands on a sheet beside it.

CREATE CONSTRAINT score_sheet_id IF NOT EXISTS FOR (node:ScoreSheet) REQUIRE node.id IS UNIQUE;
