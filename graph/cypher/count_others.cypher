// How many nodes are not among the ids; the journal of loads does not count.
// JOURNAL: labels of the journal
// $ids: list of ids
MATCH (node:!JOURNAL)
WHERE node.id IS NULL OR NOT node.id IN $ids
RETURN count(node) AS others
