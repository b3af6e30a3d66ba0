// Takes a graph out of GDS's memory.
CALL gds.graph.drop($name, false) YIELD graphName RETURN graphName
