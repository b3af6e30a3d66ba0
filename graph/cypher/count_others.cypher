// How many nodes are not among the ids; the journal of loads does not count.
// JOURNAL_LABELS: labels of the journal
// $ids: list of ids
MATCH (node:!JOURNAL_LABELS)
WHERE node.id IS NULL OR NOT node.id IN $ids
RETURN count(node) AS others
