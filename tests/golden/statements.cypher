CREATE CONSTRAINT Organisation_id IF NOT EXISTS FOR (node:Organisation) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Municipality_id IF NOT EXISTS FOR (node:Municipality) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Theme_id IF NOT EXISTS FOR (node:Theme) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Collaboration_id IF NOT EXISTS FOR (node:Collaboration) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Case_id IF NOT EXISTS FOR (node:Case) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Event_id IF NOT EXISTS FOR (node:Event) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Need_id IF NOT EXISTS FOR (node:Need) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Resource_id IF NOT EXISTS FOR (node:Resource) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Place_id IF NOT EXISTS FOR (node:Place) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Indicator_id IF NOT EXISTS FOR (node:Indicator) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Observation_id IF NOT EXISTS FOR (node:Observation) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Source_id IF NOT EXISTS FOR (node:Source) REQUIRE node.id IS UNIQUE;

CREATE INDEX Organisation_name IF NOT EXISTS FOR (node:Organisation) ON (node.name);

CREATE INDEX Organisation_corporateNumber IF NOT EXISTS FOR (node:Organisation) ON (node.corporateNumber);

CREATE INDEX Municipality_name IF NOT EXISTS FOR (node:Municipality) ON (node.name);

CREATE INDEX Municipality_code IF NOT EXISTS FOR (node:Municipality) ON (node.code);

CREATE INDEX Theme_name IF NOT EXISTS FOR (node:Theme) ON (node.name);

CREATE INDEX Collaboration_name IF NOT EXISTS FOR (node:Collaboration) ON (node.name);

CREATE INDEX Case_name IF NOT EXISTS FOR (node:Case) ON (node.name);

CREATE INDEX Event_name IF NOT EXISTS FOR (node:Event) ON (node.name);

CREATE INDEX Need_name IF NOT EXISTS FOR (node:Need) ON (node.name);

CREATE INDEX Resource_name IF NOT EXISTS FOR (node:Resource) ON (node.name);

CREATE INDEX Place_name IF NOT EXISTS FOR (node:Place) ON (node.name);

CREATE INDEX Indicator_name IF NOT EXISTS FOR (node:Indicator) ON (node.name);

CREATE INDEX Observation_name IF NOT EXISTS FOR (node:Observation) ON (node.name);

CREATE INDEX Source_name IF NOT EXISTS FOR (node:Source) ON (node.name);

CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source) ON EACH [node.name, node.nameKana, node.nameEn]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};

MATCH (node)
WHERE node.id IS NULL OR NOT node.id IN $ids
RETURN count(node) AS others;

UNWIND $rows AS row
OPTIONAL MATCH (before:Organisation {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Organisation {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Organisation)
RETURN properties(node) AS row;

MATCH (node:Organisation)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Municipality {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Municipality {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Municipality)
RETURN properties(node) AS row;

MATCH (node:Municipality)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Theme {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Theme {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Theme)
RETURN properties(node) AS row;

MATCH (node:Theme)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Collaboration {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Collaboration {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Collaboration)
RETURN properties(node) AS row;

MATCH (node:Collaboration)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Case {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Case {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Case)
RETURN properties(node) AS row;

MATCH (node:Case)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Event {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Event {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Event)
RETURN properties(node) AS row;

MATCH (node:Event)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Need {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Need {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Need)
RETURN properties(node) AS row;

MATCH (node:Need)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Resource {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Resource {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Resource)
RETURN properties(node) AS row;

MATCH (node:Resource)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Place {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Place {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Place)
RETURN properties(node) AS row;

MATCH (node:Place)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Indicator {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Indicator {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Indicator)
RETURN properties(node) AS row;

MATCH (node:Indicator)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Observation {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Observation {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Observation)
RETURN properties(node) AS row;

MATCH (node:Observation)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
OPTIONAL MATCH (before:Source {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:Source {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (node:Source)
RETURN properties(node) AS row;

MATCH (node:Source)
WHERE NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

UNWIND $rows AS row
MATCH (start:Organisation {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:LOCATED_IN {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:LOCATED_IN {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Organisation)-[tie:LOCATED_IN]->(end:Municipality)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:LOCATED_IN]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Organisation {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:SERVES {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:SERVES {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Organisation)-[tie:SERVES]->(end:Municipality)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:SERVES]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Municipality {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:PART_OF {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:PART_OF {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Municipality)-[tie:PART_OF]->(end:Municipality)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:PART_OF]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Municipality {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:ADJACENT_TO {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:ADJACENT_TO {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Municipality)-[tie:ADJACENT_TO]->(end:Municipality)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:ADJACENT_TO]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Organisation {id: row.start})
MATCH (end:Theme {id: row.end})
OPTIONAL MATCH (start)-[before:WORKS_ON {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:WORKS_ON {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Organisation)-[tie:WORKS_ON]->(end:Theme)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:WORKS_ON]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Theme {id: row.start})
MATCH (end:Theme {id: row.end})
OPTIONAL MATCH (start)-[before:BROADER {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:BROADER {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Theme)-[tie:BROADER]->(end:Theme)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:BROADER]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Organisation {id: row.start})
MATCH (end:Collaboration {id: row.end})
OPTIONAL MATCH (start)-[before:PARTICIPATES_IN {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:PARTICIPATES_IN {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Organisation)-[tie:PARTICIPATES_IN]->(end:Collaboration)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:PARTICIPATES_IN]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Collaboration {id: row.start})
MATCH (end:Theme {id: row.end})
OPTIONAL MATCH (start)-[before:ADDRESSES {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:ADDRESSES {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Case {id: row.start})
MATCH (end:Theme {id: row.end})
OPTIONAL MATCH (start)-[before:ADDRESSES {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:ADDRESSES {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Need {id: row.start})
MATCH (end:Theme {id: row.end})
OPTIONAL MATCH (start)-[before:ADDRESSES {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:ADDRESSES {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Resource {id: row.start})
MATCH (end:Theme {id: row.end})
OPTIONAL MATCH (start)-[before:ADDRESSES {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:ADDRESSES {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Event {id: row.start})
MATCH (end:Theme {id: row.end})
OPTIONAL MATCH (start)-[before:ADDRESSES {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:ADDRESSES {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Collaboration|Case|Need|Resource|Event)-[tie:ADDRESSES]->(end:Theme)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:ADDRESSES]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Collaboration {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:TAKES_PLACE_IN {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:TAKES_PLACE_IN {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Case {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:TAKES_PLACE_IN {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:TAKES_PLACE_IN {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Need {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:TAKES_PLACE_IN {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:TAKES_PLACE_IN {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Resource {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:TAKES_PLACE_IN {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:TAKES_PLACE_IN {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Place {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:TAKES_PLACE_IN {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:TAKES_PLACE_IN {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Event {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:TAKES_PLACE_IN {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:TAKES_PLACE_IN {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Collaboration|Case|Need|Resource|Place|Event)-[tie:TAKES_PLACE_IN]->(end:Municipality)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:TAKES_PLACE_IN]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Organisation {id: row.start})
MATCH (end:Organisation {id: row.end})
OPTIONAL MATCH (start)-[before:TIED_TO {kind: row.properties.kind}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:TIED_TO {kind: row.properties.kind}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Organisation)-[tie:TIED_TO]->(end:Organisation)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:TIED_TO]->(end)
WHERE NOT [start.id, end.id] + [tie.kind] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Organisation {id: row.start})
MATCH (end:Need {id: row.end})
OPTIONAL MATCH (start)-[before:HAS_NEED {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:HAS_NEED {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Municipality {id: row.start})
MATCH (end:Need {id: row.end})
OPTIONAL MATCH (start)-[before:HAS_NEED {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:HAS_NEED {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Organisation|Municipality)-[tie:HAS_NEED]->(end:Need)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:HAS_NEED]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Organisation {id: row.start})
MATCH (end:Resource {id: row.end})
OPTIONAL MATCH (start)-[before:OFFERS {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:OFFERS {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

UNWIND $rows AS row
MATCH (start:Municipality {id: row.start})
MATCH (end:Resource {id: row.end})
OPTIONAL MATCH (start)-[before:OFFERS {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:OFFERS {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Organisation|Municipality)-[tie:OFFERS]->(end:Resource)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:OFFERS]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Need {id: row.start})
MATCH (end:Resource {id: row.end})
OPTIONAL MATCH (start)-[before:MATCHED_WITH {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:MATCHED_WITH {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Need)-[tie:MATCHED_WITH]->(end:Resource)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:MATCHED_WITH]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Case {id: row.start})
MATCH (end:Collaboration {id: row.end})
OPTIONAL MATCH (start)-[before:DESCRIBES {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:DESCRIBES {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Case)-[tie:DESCRIBES]->(end:Collaboration)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:DESCRIBES]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Organisation {id: row.start})
MATCH (end:Event {id: row.end})
OPTIONAL MATCH (start)-[before:ATTENDED {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:ATTENDED {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Organisation)-[tie:ATTENDED]->(end:Event)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:ATTENDED]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Organisation {id: row.start})
MATCH (end:Event {id: row.end})
OPTIONAL MATCH (start)-[before:HOSTED {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:HOSTED {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Organisation)-[tie:HOSTED]->(end:Event)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:HOSTED]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Municipality {id: row.start})
MATCH (end:Theme {id: row.end})
OPTIONAL MATCH (start)-[before:REPORTS_NONE {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:REPORTS_NONE {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Municipality)-[tie:REPORTS_NONE]->(end:Theme)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:REPORTS_NONE]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Indicator {id: row.start})
MATCH (end:Observation {id: row.end})
OPTIONAL MATCH (start)-[before:OBSERVED {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:OBSERVED {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Indicator)-[tie:OBSERVED]->(end:Observation)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:OBSERVED]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

UNWIND $rows AS row
MATCH (start:Observation {id: row.start})
MATCH (end:Municipality {id: row.end})
OPTIONAL MATCH (start)-[before:OF {}]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:OF {}]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged;

MATCH (start:Observation)-[tie:OF]->(end:Municipality)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (start)-[tie:OF]->(end)
WHERE NOT [start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;
