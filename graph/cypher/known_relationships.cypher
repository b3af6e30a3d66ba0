// The relationships that begin at the nodes.
// $elements: list of element ids
UNWIND $elements AS element
MATCH (start) WHERE elementId(start) = element
MATCH (start)-[tie]->(end)
RETURN elementId(tie) AS element, type(tie) AS type, element AS start, elementId(end) AS end,
       properties(tie) AS properties
