// What a source says of the prestige of a mix platform stands apart from the published one.

MATCH (platform:MixPlatform)
WHERE platform.prestigeScore IS NOT NULL AND platform.scoreAsOf IS NULL
SET platform.statedPrestige = platform.prestigeScore
REMOVE platform.prestigeScore;
