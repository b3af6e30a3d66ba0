// The nodes that have one of the ids.
// LABELS: of the schema
// $ids: list of ids
MATCH (node:LABELS)
WHERE node.id IN $ids
RETURN node.id AS id, elementId(node) AS element, labels(node) AS labels, properties(node) AS properties,
       COUNT { (node)--() } AS degree
