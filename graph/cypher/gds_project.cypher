// Makes a graph of numbered nodes in GDS's memory, from ties [start, end, weight] that are given and not stored.
UNWIND $ties AS tie
WITH tie[0] AS start, tie[1] AS end, tie[2] AS weight
RETURN gds.graph.project(
  $name, start, end, {relationshipProperties: {weight: weight}}, {undirectedRelationshipTypes: $undirected}
)
