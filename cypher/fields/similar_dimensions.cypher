// SimilarArtist.dimensions: how alike two artists are in each dimension, and by what.
//
// Labels, nights and genres of an alias are those of the artist it stands for.
//
// mode: fragment
// this: from Artist, to Artist, dims LIST, weights LIST
// returns: 0 to 5 rows
//   name          STRING   the dimension
//   value         FLOAT    0 to 1, null if unknown
//   weight        FLOAT    its nominal weight
//   contribution  FLOAT    what it adds to the similarity, null if it is unknown
//   shared        INTEGER  things in common, null if it is unknown
//   reason        STRING   how many they are and which, or what is unknown
// source: written by the loaders, algorithms/derive and algorithms/scores

CALL (from) {
  MATCH (from)-[aliases:ALIAS_OF*0..]-(one:Artist)
  WHERE all(alias IN aliases WHERE alias.lastSeen IS NULL)
  RETURN collect(DISTINCT one) AS ones
}
CALL (to) {
  MATCH (to)-[aliases:ALIAS_OF*0..]-(other:Artist)
  WHERE all(alias IN aliases WHERE alias.lastSeen IS NULL)
  RETURN collect(DISTINCT other) AS others
}
WITH dims, weights,
  reduce(sum = 0.0, at IN range(0, 4) |
    sum + CASE WHEN isNaN(dims[at]) THEN 0.0 ELSE weights[at] END) AS known,
  [
    COLLECT {
      MATCH (from)-[one:CONNECTED]-(third:Artist)-[other:CONNECTED]-(to)
      WHERE one.strength > 0 AND other.strength > 0
      RETURN third.name
      ORDER BY CASE WHEN one.strength < other.strength THEN one.strength ELSE other.strength END
        DESC, third.id
    },
    COLLECT {
      UNWIND ones AS one
      MATCH (one)-[here:RELEASED_ON|SIGNED_TO]->(label:Label)
      WHERE here.lastSeen IS NULL AND (here.from IS NULL OR here.from <= from.componentsAsOf)
        AND EXISTS {
          MATCH (label)<-[there:RELEASED_ON|SIGNED_TO]-(other:Artist)
          WHERE other IN others AND there.lastSeen IS NULL
            AND (there.from IS NULL OR there.from <= from.componentsAsOf)
        }
      WITH DISTINCT label
      RETURN label.name
      ORDER BY label.prestigeScore IS NULL, label.prestigeScore DESC, label.name, label.id
    },
    COLLECT {
      UNWIND ones AS one
      UNWIND others AS other
      MATCH (one)-[here:PERFORMED_AT]->(night:Event)<-[there:PERFORMED_AT]-(other)
      WHERE here.lastSeen IS NULL AND there.lastSeen IS NULL AND NOT night.cancelled
        AND NOT here.cancelled AND NOT there.cancelled
        AND (night.date IS NULL OR night.date <= from.componentsAsOf)
      WITH DISTINCT night
      RETURN coalesce(toString(night.date) + ' ', '') + coalesce(night.name, head(COLLECT {
        MATCH (night)-[held:HELD_AT]->(venue:Venue)
        WHERE held.lastSeen IS NULL
        RETURN venue.name
        ORDER BY venue.id
        LIMIT 1
      }), night.id)
      ORDER BY night.date IS NULL, night.date DESC, night.id
    },
    COLLECT {
      UNWIND ones AS one
      MATCH (one)-[here:TAGGED]->(genre:Genre)
      WHERE here.lastSeen IS NULL AND EXISTS {
        MATCH (genre)<-[there:TAGGED]-(other:Artist)
        WHERE other IN others AND there.lastSeen IS NULL
      }
      WITH DISTINCT genre
      RETURN genre.name
      ORDER BY genre.name, genre.id
    },
    COLLECT {
      MATCH (from)-[here:AFFILIATED_WITH]->(scene:Scene {kind: 'city'})<-[there:AFFILIATED_WITH]-(to)
      WHERE here.affiliationStrength > 0 AND there.affiliationStrength > 0
      RETURN scene.name
      ORDER BY CASE WHEN here.affiliationStrength < there.affiliationStrength
        THEN here.affiliationStrength ELSE there.affiliationStrength END DESC, scene.id
    }
  ] AS things
UNWIND range(0, 4) AS at
WITH at, things[at] AS names, known, weights[at] AS weight,
  CASE WHEN NOT isNaN(dims[at]) THEN dims[at] END AS value,
  [
    ['connection', 'connection'], ['label', 'label'], ['event', 'night'], ['genre', 'genre'],
    ['scene', 'city']
  ][at] AS words
WHERE weight > 0
RETURN words[0] AS name, value, weight,
  weight * value / known AS contribution, CASE WHEN value IS NOT NULL THEN size(names) END AS shared,
  CASE
    WHEN value IS NULL THEN 'of one of them at least no ' + words[1] + ' is known'
    ELSE CASE size(names) WHEN 0 THEN 'no' ELSE toString(size(names)) END + ' '
      + CASE WHEN size(names) < 2 THEN words[1] WHEN words[1] = 'city' THEN 'cities' ELSE words[1] + 's' END
      + ' in common' + CASE WHEN size(names) = 0 THEN '' ELSE
        ': ' + reduce(text = '', name IN names[..3] |
          CASE text WHEN '' THEN name ELSE text + ', ' + name END)
        + CASE WHEN size(names) > 3 THEN ', ...' ELSE '' END END
  END AS reason
ORDER BY at
