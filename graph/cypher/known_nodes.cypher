// The nodes that have one of the ids, whatever their label. Setting the id to itself locks each (and, as the seek is in
// a unique index, the ids that are not there yet) until the end of the transaction, so that what is read of it stays
// true; the order keeps two writers from waiting for each other.
// LABELS: of the schema
// $ids: list of ids
MATCH (node:LABELS)
WHERE node.id IN $ids
WITH node ORDER BY node.id
SET node.id = node.id
RETURN node.id AS id, elementId(node) AS element, labels(node) AS labels, properties(node) AS properties
