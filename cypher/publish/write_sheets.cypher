// Write what explains the scores of artists; without a configuration the sheet is taken away.
//
// mode: write
// timeout: 120 s
// params:
//   $ids           LIST<STRING>  artists
//   $values        LIST<MAP>     properties of each sheet; a null takes one away
//   $scoreAsOf     LIST<STRING>  ISO date computed for
//   $scoreVersion  LIST<STRING>  scoring configuration

UNWIND range(0, size($ids) - 1) AS place
WITH place, 'ss_' + substring($ids[place], 3) AS sheetId
CALL (place, sheetId) {
  WITH place, sheetId
  WHERE $scoreVersion[place] IS NULL
  MATCH (sheet:ScoreSheet {id: sheetId})
  DETACH DELETE sheet
}
CALL (place, sheetId) {
  WITH place, sheetId
  WHERE $scoreVersion[place] IS NOT NULL
  MATCH (artist:Artist {id: $ids[place]})
  MERGE (sheet:ScoreSheet {id: sheetId})
  MERGE (artist)-[:EXPLAINED_BY]->(sheet)
  SET sheet += $values[place], sheet.subjectId = artist.id, sheet.source = 'drift',
    sheet.synthetic = artist.synthetic, sheet.scoreAsOf = date($scoreAsOf[place]),
    sheet.scoreVersion = $scoreVersion[place]
}
