// Keys and indexes of the scene graph.

CREATE CONSTRAINT artist_id IF NOT EXISTS FOR (node:Artist) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT label_id IF NOT EXISTS FOR (node:Label) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT release_id IF NOT EXISTS FOR (node:Release) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT track_id IF NOT EXISTS FOR (node:Track) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT venue_id IF NOT EXISTS FOR (node:Venue) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (node:Event) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT event_series_id IF NOT EXISTS FOR (node:EventSeries) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT collective_id IF NOT EXISTS FOR (node:Collective) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT city_id IF NOT EXISTS FOR (node:City) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT country_id IF NOT EXISTS FOR (node:Country) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT genre_id IF NOT EXISTS FOR (node:Genre) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT scene_id IF NOT EXISTS FOR (node:Scene) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT community_id IF NOT EXISTS FOR (node:Community) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT mix_platform_id IF NOT EXISTS FOR (node:MixPlatform) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT mix_id IF NOT EXISTS FOR (node:Mix) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT external_id_id IF NOT EXISTS FOR (node:ExternalId) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT metric_point_id IF NOT EXISTS FOR (node:MetricPoint) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT source_record_id IF NOT EXISTS FOR (node:SourceRecord) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT redirect_id IF NOT EXISTS FOR (node:Redirect) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT identity_candidate_id IF NOT EXISTS FOR (node:IdentityCandidate) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT load_run_id IF NOT EXISTS FOR (node:LoadRun) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT algorithm_run_id IF NOT EXISTS FOR (node:AlgorithmRun) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT reject_id IF NOT EXISTS FOR (node:Reject) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT checkpoint_id IF NOT EXISTS FOR (node:Checkpoint) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT published_id IF NOT EXISTS FOR (node:Published) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT audit_event_id IF NOT EXISTS FOR (node:AuditEvent) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT scene_slug IF NOT EXISTS FOR (node:Scene) REQUIRE node.slug IS UNIQUE;
CREATE CONSTRAINT label_slug IF NOT EXISTS FOR (node:Label) REQUIRE node.slug IS UNIQUE;
CREATE CONSTRAINT mix_platform_slug IF NOT EXISTS FOR (node:MixPlatform) REQUIRE node.slug IS UNIQUE;
CREATE CONSTRAINT external_id_key IF NOT EXISTS FOR (node:ExternalId) REQUIRE (node.platform, node.platformId) IS UNIQUE;
CREATE CONSTRAINT source_record_key IF NOT EXISTS FOR (node:SourceRecord) REQUIRE (node.source, node.sourceId) IS UNIQUE;

CREATE RANGE INDEX artist_name IF NOT EXISTS FOR (node:Artist) ON (node.name);
CREATE RANGE INDEX artist_centrality IF NOT EXISTS FOR (node:Artist) ON (node.centralityPct);
CREATE RANGE INDEX artist_bridge IF NOT EXISTS FOR (node:Artist) ON (node.bridgePct);
CREATE RANGE INDEX artist_community IF NOT EXISTS FOR (node:Artist) ON (node.communityId);
CREATE RANGE INDEX artist_component IF NOT EXISTS FOR (node:Artist) ON (node.componentId);
CREATE RANGE INDEX event_date IF NOT EXISTS FOR (node:Event) ON (node.date);
CREATE RANGE INDEX release_date IF NOT EXISTS FOR (node:Release) ON (node.releaseDate);
CREATE RANGE INDEX track_isrc IF NOT EXISTS FOR (node:Track) ON (node.isrc);
CREATE RANGE INDEX release_upc IF NOT EXISTS FOR (node:Release) ON (node.upc);
CREATE RANGE INDEX venue_name IF NOT EXISTS FOR (node:Venue) ON (node.name);
CREATE RANGE INDEX run_started IF NOT EXISTS FOR (node:AlgorithmRun) ON (node.startedAt);
CREATE RANGE INDEX load_started IF NOT EXISTS FOR (node:LoadRun) ON (node.startedAt);
CREATE RANGE INDEX reject_source IF NOT EXISTS FOR (node:Reject) ON (node.source);

CREATE FULLTEXT INDEX names IF NOT EXISTS
FOR (node:Artist|Label|Venue|Event|EventSeries|Collective|Scene|Community|Release|Track|Mix)
ON EACH [node.name, node.title]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false}};

MERGE (published:Published {id: 'pb_scores'})
ON CREATE SET published.version = 0, published.dataVersion = 0, published.createdAt = datetime();
