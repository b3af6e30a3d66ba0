// Makes new relationships of one type.
// $type: of the schema; $rows: list of {start: element id, end: element id, properties: map}
UNWIND $rows AS row
MATCH (start) WHERE elementId(start) = row.start
MATCH (end) WHERE elementId(end) = row.end
CREATE (start)-[tie:$($type)]->(end)
SET tie = row.properties
