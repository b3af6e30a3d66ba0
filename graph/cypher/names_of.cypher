// The names of all nodes of a label.
// LABEL: of the schema
MATCH (node:LABEL)
RETURN DISTINCT node.name AS name
ORDER BY name
