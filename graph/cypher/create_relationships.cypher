// Makes new relationships.
// $rows: list of {type: a type of the schema, start: element id, end: element id, properties: map}
UNWIND $rows AS row
MATCH (start) WHERE elementId(start) = row.start
MATCH (end) WHERE elementId(end) = row.end
CREATE (start)-[tie:$(row.type)]->(end)
SET tie = row.properties
