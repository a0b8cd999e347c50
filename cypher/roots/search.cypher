// Query.search: things by name, the exact name first, then by likeness and how well known they are.
//
// Of the best matches of the index, 200 of the kinds asked for are ranked. Likeness counts up to
// half more for what is well known: an artist's centrality percentile, the nights of a place,
// promoter or scene, the size of a community.
//
// mode: fragment
// params:
//   $query  STRING        Lucene query of the index of names
//   $words  LIST<STRING>  words of the text in lower case
//   $plain  STRING        the text in lower case, without blanks around it
//   $kinds  LIST<STRING>  Kinds of thing to find; all if null or empty.
//   $first  INTEGER       Hits at most.
// returns: 0 to $first rows
//   kind       STRING  what it is
//   node       NODE    the thing
//   text       STRING  its name
//   highlight  STRING  its name with the words that begin as typed between `**`
//   score      FLOAT   likeness, weighted by how well known it is; larger is better
// source: the full-text index `names`

CALL db.index.fulltext.queryNodes('names', $query) YIELD node AS found, score AS likeness
WITH found, likeness, head([known IN [
    ['Artist', 'artist'], ['Label', 'label'], ['Venue', 'venue'], ['Event', 'event'],
    ['EventSeries', 'series'], ['Collective', 'collective'], ['Scene', 'scene'],
    ['Community', 'community'], ['Release', 'release'], ['Track', 'track'], ['Mix', 'mix']
  ] WHERE known[0] IN labels(found) | known[1]]) AS kind
WHERE kind IS NOT NULL AND (size(coalesce($kinds, [])) = 0 OR kind IN $kinds)
WITH found, likeness, kind
LIMIT 200
WITH found, likeness, kind, coalesce(found.name, found.title) AS text,
  CASE kind
    WHEN 'artist' THEN coalesce(found.centralityPct, 0.0) / 100
    WHEN 'scene' THEN 1 - 1 / sqrt(1 + COUNT { (found)<-[:IN_SCENE]-() })
    WHEN 'community' THEN 1 - 1 / sqrt(1 + coalesce(found.size, 0))
    ELSE 1 - 1 / sqrt(1 + COUNT { (found)--(:Event) })
  END AS renown
WITH found, kind, text, likeness * (1 + 0.5 * renown) AS score, toLower(text) = $plain AS exact
RETURN kind, found AS node, text,
  trim(reduce(marked = '', part IN split(text, ' ') | marked + ' ' + CASE
    WHEN any(word IN $words WHERE toLower(ltrim(part, '([{"')) STARTS WITH word) THEN '**' + part + '**'
    ELSE part
  END)) AS highlight,
  score
ORDER BY exact DESC, score DESC, text, found.id
LIMIT $first
