// What explains the scores of artists now.
//
// mode: read
// timeout: 60 s
// params:
//   $names  LIST<STRING>  properties
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per sheet, by artist: artist id, the values of the properties, the date
//                            computed for, the configuration; the last two are null where the sheet
//                            is no longer beside its artist

MATCH (sheet:ScoreSheet)
WITH sheet, EXISTS { (:Artist {id: sheet.subjectId})-[:EXPLAINED_BY]->(sheet) } AS placed
ORDER BY sheet.subjectId
RETURN collect([
  sheet.subjectId, [name IN $names | sheet[name]],
  CASE WHEN placed THEN toString(sheet.scoreAsOf) END,
  CASE WHEN placed THEN sheet.scoreVersion END
]) AS scores
