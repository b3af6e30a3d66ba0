// The relationships of the schema that begin at the nodes.
// TYPES: of the schema
// $elements: list of element ids
UNWIND $elements AS element
MATCH (start) WHERE elementId(start) = element
MATCH (start)-[tie:TYPES]->(end)
RETURN elementId(tie) AS element, type(tie) AS type, start.id AS start, end.id AS end, properties(tie) AS properties
