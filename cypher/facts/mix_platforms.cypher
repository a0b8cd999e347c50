// Platforms that host mixes, with what a source says of their prestige.
//
// mode: read
// timeout: 60 s
// returns: one row per platform, by id
//   id        STRING  platform
//   name      STRING  its name, '' of a stub
//   prestige  FLOAT   a source's own estimate, 0 to 100, null if none gives one
// source: written by the loaders

MATCH (platform:MixPlatform)
RETURN platform.id AS id, coalesce(platform.name, '') AS name,
  toFloat(platform.statedPrestige) AS prestige
ORDER BY id
