// Nodes by the database's own ids of them.
MATCH (node) WHERE elementId(node) IN $elements
RETURN node
