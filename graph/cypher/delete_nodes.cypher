// Deletes the nodes that are not among the ids, with their relationships.
// LABELS: of the schema
// $ids: list of ids that stay
MATCH (node:LABELS)
WHERE node.id IS NULL OR NOT node.id IN $ids
OPTIONAL MATCH (node)-[tie]-()
WITH collect(DISTINCT node) AS nodes, collect(DISTINCT tie) AS ties
FOREACH (tie IN ties | DELETE tie)
FOREACH (node IN nodes | DELETE node)
RETURN size(nodes) + size(ties) AS deleted
