// Artist.scenes: scenes the artist belongs to, of each kind its home first, then the strongest.
//
// mode: fragment
// this: Artist
// returns: one row per scene
//   scene                NODE     the scene
//   affiliationStrength  FLOAT    share of its nights in scenes of this kind, 0 to 1, recent ones weighing
//                                 more; null if none of those there has a day
//   isHomeScene          BOOLEAN  whether it is the strongest of its kind
//   eventsInScene        INTEGER  nights it played there
//   firstAppearance      DATE     day of the first, null if none has a day
//   lastAppearance       DATE     day of the last, null if none has a day
// source: written by algorithms/scores

MATCH (this)-[affiliated:AFFILIATED_WITH]->(scene:Scene)
RETURN scene, affiliated.affiliationStrength AS affiliationStrength,
  affiliated.isHomeScene AS isHomeScene, affiliated.eventsInScene AS eventsInScene,
  affiliated.firstAppearance AS firstAppearance, affiliated.lastAppearance AS lastAppearance
ORDER BY scene.kind, isHomeScene DESC, affiliationStrength IS NULL, affiliationStrength DESC, scene.id
