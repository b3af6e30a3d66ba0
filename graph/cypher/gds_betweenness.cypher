// Betweenness of all nodes, exact, every tie of length one.
CALL gds.betweenness.stream($name) YIELD nodeId, score
RETURN nodeId AS node, score
