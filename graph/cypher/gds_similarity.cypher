// Jaccard similarity of all nodes with a neighbour in common.
CALL gds.nodeSimilarity.stream($name, {topK: $most}) YIELD node1, node2, similarity
RETURN node1 AS start, node2 AS end, similarity
