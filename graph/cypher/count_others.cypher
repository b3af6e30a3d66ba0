// How many nodes are not among the ids.
// $ids: list of ids
MATCH (node)
WHERE node.id IS NULL OR NOT node.id IN $ids
RETURN count(node) AS others
