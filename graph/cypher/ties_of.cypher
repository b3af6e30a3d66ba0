// The relationships of the schema at the nodes, in either direction.
// TYPES: of the schema
// $elements: list of element ids
UNWIND $elements AS element
MATCH (node) WHERE elementId(node) = element
MATCH (node)-[tie:TYPES]-()
WITH DISTINCT tie, startNode(tie) AS start, endNode(tie) AS end
RETURN elementId(tie) AS element, type(tie) AS type, start.id AS start, end.id AS end, properties(tie) AS properties
