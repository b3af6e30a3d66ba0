// Every node of one label.
// LABEL: a label of the schema
MATCH (node:LABEL)
RETURN properties(node) AS row
