// Every node of the schema.
// LABELS: of the schema
MATCH (node:LABELS)
RETURN labels(node) AS labels, properties(node) AS properties
