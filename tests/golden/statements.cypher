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

CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source) ON EACH [node.name, node.nameKana, node.nameEn]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};

MATCH (node)
WHERE node.id IS NULL OR NOT node.id IN $ids
RETURN count(node) AS others;

MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)
WHERE node.id IN $ids
WITH node ORDER BY node.id
SET node.id = node.id
RETURN node.id AS id, elementId(node) AS element, labels(node) AS labels, properties(node) AS properties;

UNWIND $rows AS row
CREATE (node:$(row.label))
SET node = row.properties
RETURN node.id AS id, elementId(node) AS element;

UNWIND $rows AS row
MATCH (node) WHERE elementId(node) = row.element
SET node = row.properties;

UNWIND $elements AS element
MATCH (start) WHERE elementId(start) = element
MATCH (start)-[tie]->(end)
RETURN elementId(tie) AS element, type(tie) AS type, element AS start, elementId(end) AS end,
       properties(tie) AS properties;

UNWIND $rows AS row
MATCH (start) WHERE elementId(start) = row.start
MATCH (end) WHERE elementId(end) = row.end
CREATE (start)-[tie:$(row.type)]->(end)
SET tie = row.properties;

UNWIND $rows AS row
MATCH ()-[tie]->() WHERE elementId(tie) = row.element
SET tie = row.properties;

MATCH (start)-[tie]->(end)
WHERE type(tie) IN $types AND NOT [type(tie), start.id, end.id] + [] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

MATCH (start)-[tie]->(end)
WHERE type(tie) IN $types AND NOT [type(tie), start.id, end.id] + [tie.kind] IN $keys
DELETE tie
RETURN count(tie) AS deleted;

MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)
WHERE node.id IS NULL OR NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted;

MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)
RETURN labels(node) AS labels, properties(node) AS properties;

MATCH (start:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)-[tie:LOCATED_IN|SERVES|PART_OF|ADJACENT_TO|WORKS_ON|BROADER|PARTICIPATES_IN|ADDRESSES|TAKES_PLACE_IN|TIED_TO|HAS_NEED|OFFERS|MATCHED_WITH|DESCRIBES|ATTENDED|HOSTED|REPORTS_NONE|OBSERVED|OF|OPERATES|SUCCEEDED_BY]->(end:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation|Source)
RETURN type(tie) AS type, start.id AS start, end.id AS end, properties(tie) AS properties;
