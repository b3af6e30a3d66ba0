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

CREATE CONSTRAINT Journal_id IF NOT EXISTS FOR (node:Journal) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT Load_number IF NOT EXISTS FOR (node:Load) REQUIRE node.number IS UNIQUE;

CREATE CONSTRAINT Alias_id IF NOT EXISTS FOR (node:Alias) REQUIRE node.id IS UNIQUE;

CREATE INDEX Organisation_name IF NOT EXISTS FOR (node:Organisation) ON (node.name);

CREATE INDEX Organisation_corporateNumber IF NOT EXISTS FOR (node:Organisation) ON (node.corporateNumber);

CREATE INDEX Municipality_name IF NOT EXISTS FOR (node:Municipality) ON (node.name);

CREATE INDEX Municipality_code IF NOT EXISTS FOR (node:Municipality) ON (node.code);

CREATE INDEX Theme_name IF NOT EXISTS FOR (node:Theme) ON (node.name);

CREATE INDEX Collaboration_name IF NOT EXISTS FOR (node:Collaboration) ON (node.name);

CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source) ON EACH [node.name, node.nameKana, node.nameEn]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};

MATCH (node:!(Journal|Load|LoadPart|Alias))
WHERE node.id IS NULL OR NOT node.id IN $ids
RETURN count(node) AS others;

MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)
WHERE node.id IN $ids
RETURN node.id AS id, elementId(node) AS element, labels(node) AS labels, properties(node) AS properties,
       COUNT { (node)--() } AS degree;

MATCH (node:Organisation) RETURN 'Organisation' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Municipality) RETURN 'Municipality' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Theme) RETURN 'Theme' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Collaboration) RETURN 'Collaboration' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Case) RETURN 'Case' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Event) RETURN 'Event' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Need) RETURN 'Need' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Resource) RETURN 'Resource' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Place) RETURN 'Place' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Indicator) RETURN 'Indicator' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Observation) RETURN 'Observation' AS label, count(node) AS nodes
UNION ALL
MATCH (node:Source) RETURN 'Source' AS label, count(node) AS nodes;

MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)
RETURN node.id AS id, elementId(node) AS element, labels(node) AS labels, properties(node) AS properties,
       COUNT { (node)--() } AS degree;

UNWIND $elements AS element
MATCH (start) WHERE elementId(start) = element
MATCH (start)-[tie:LOCATED_IN|SERVES|PART_OF|ADJACENT_TO|WORKS_ON|BROADER|PARTICIPATES_IN|ADDRESSES|TAKES_PLACE_IN|TIED_TO|HAS_NEED|OFFERS|MATCHED_WITH|DESCRIBES|ATTENDED|HOSTED|REPORTS_NONE|OBSERVED|OF|OPERATES|SUCCEEDED_BY]->(end)
RETURN elementId(tie) AS element, type(tie) AS type, start.id AS start, end.id AS end, properties(tie) AS properties;

UNWIND $elements AS element
MATCH (node) WHERE elementId(node) = element
MATCH (node)-[tie:LOCATED_IN|SERVES|PART_OF|ADJACENT_TO|WORKS_ON|BROADER|PARTICIPATES_IN|ADDRESSES|TAKES_PLACE_IN|TIED_TO|HAS_NEED|OFFERS|MATCHED_WITH|DESCRIBES|ATTENDED|HOSTED|REPORTS_NONE|OBSERVED|OF|OPERATES|SUCCEEDED_BY]-()
WITH DISTINCT tie, startNode(tie) AS start, endNode(tie) AS end
RETURN elementId(tie) AS element, type(tie) AS type, start.id AS start, end.id AS end, properties(tie) AS properties;

MATCH (node:Theme)
WHERE node.id = $text OR node.name = $text OR node.name = $text
RETURN node.id AS id, node.name AS name, node.name AS value
ORDER BY id
LIMIT 20;

MATCH (node:Theme)
RETURN DISTINCT node.name AS name
ORDER BY name;

UNWIND $rows AS row
CREATE (node:$($label))
SET node = row
RETURN collect(elementId(node)) AS elements;

UNWIND $rows AS row
MATCH (start) WHERE elementId(start) = row.start
MATCH (end) WHERE elementId(end) = row.end
CREATE (start)-[tie:$($type)]->(end)
SET tie = row.properties;

UNWIND $rows AS row
MATCH (node) WHERE elementId(node) = row.element
SET node = row.properties;

UNWIND $rows AS row
MATCH ()-[tie]->() WHERE elementId(tie) = row.element
SET tie = row.properties;

UNWIND $elements AS element
MATCH (node) WHERE elementId(node) = element
DETACH DELETE node;

UNWIND $elements AS element
MATCH ()-[tie]->() WHERE elementId(tie) = element
DELETE tie;

MERGE (journal:Journal {id: 'journal'})
SET journal.held = timestamp();

MATCH (organisation:Organisation)
OPTIONAL MATCH (organisation)-[:LOCATED_IN]->(municipality:Municipality)
RETURN organisation.id AS id, organisation.name AS name, organisation.corporateNumber AS corporateNumber,
       organisation.formerNames AS formerNames, min(municipality.id) AS municipality;

OPTIONAL MATCH (last:Load)
WITH coalesce(max(last.number), 0) + 1 AS number
CREATE (load:Load)
SET load = $properties, load.number = number
RETURN number;

MATCH (load:Load {number: $number})
SET load += $properties;

MATCH (load:Load {number: $number})
CREATE (load)-[:HOLDS]->(:LoadPart {kind: $kind, source: $source, part: $part, content: $content});

MATCH (load:Load {number: $number})-[:HOLDS]->(part:LoadPart {kind: $kind, source: $source})
RETURN part.content AS content ORDER BY part.part;

MATCH (load:Load)
OPTIONAL MATCH (load)-[:HOLDS]->(part:LoadPart {kind: 'edition', part: 0})
WITH load, collect(part.source) AS editions
RETURN properties(load) AS load, editions ORDER BY load.number DESC;

SHOW TRANSACTIONS YIELD transactionId AS identifier, metaData AS data
WHERE data.run = $run
TERMINATE TRANSACTIONS identifier YIELD message
RETURN count(message) AS ended;

MATCH (node) WHERE elementId(node) IN $elements
RETURN node;

MATCH (alias:Alias)-[tie:SAME_AS|DIFFERENT_FROM]->(entity:Alias)
RETURN properties(alias) AS alias, properties(entity) AS entity, type(tie) AS type, properties(tie) AS properties;

UNWIND $rows AS row
MERGE (alias:Alias {id: row.alias.id})
MERGE (entity:Alias {id: row.entity.id})
SET alias = row.alias, entity = row.entity
WITH alias, entity, row
CALL (alias, entity) {
  MATCH (alias)-[old:SAME_AS|DIFFERENT_FROM]-(entity)
  DELETE old
}
CREATE (alias)-[tie:$(row.type)]->(entity)
SET tie = row.properties;

UNWIND $pairs AS pair
MATCH (one:Alias {id: pair[0]})-[tie:SAME_AS|DIFFERENT_FROM]-(other:Alias {id: pair[1]})
DELETE tie
WITH DISTINCT one, other
UNWIND [one, other] AS alias
WITH DISTINCT alias
WHERE NOT EXISTS { (alias)-[:SAME_AS|DIFFERENT_FROM]-() }
DELETE alias;

MATCH (load:Load {state: 'done'})
RETURN load.number AS number, load.merged AS merged
ORDER BY number DESC
LIMIT 1;

MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)
RETURN labels(node) AS labels, properties(node) AS properties;

MATCH (start:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)-[tie:LOCATED_IN|SERVES|PART_OF|ADJACENT_TO|WORKS_ON|BROADER|PARTICIPATES_IN|ADDRESSES|TAKES_PLACE_IN|TIED_TO|HAS_NEED|OFFERS|MATCHED_WITH|DESCRIBES|ATTENDED|HOSTED|REPORTS_NONE|OBSERVED|OF|OPERATES|SUCCEEDED_BY]->(end:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)
RETURN type(tie) AS type, start.id AS start, end.id AS end, properties(tie) AS properties;

OPTIONAL MATCH (source:Source)
WITH max(source.retrievedOn) AS retrieved
OPTIONAL MATCH ()-[tie:LOCATED_IN|SERVES|PART_OF|ADJACENT_TO|WORKS_ON|BROADER|PARTICIPATES_IN|ADDRESSES|TAKES_PLACE_IN|TIED_TO|HAS_NEED|OFFERS|MATCHED_WITH|DESCRIBES|ATTENDED|HOSTED|REPORTS_NONE|OBSERVED|OF|OPERATES|SUCCEEDED_BY]->()
WITH retrieved, max(tie.confirmedOn) AS confirmed
OPTIONAL MATCH (load:Load {state: 'done'})
RETURN retrieved, confirmed, max(load.finishedAt) AS loaded;
