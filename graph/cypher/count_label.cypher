// How many nodes a label has; the server keeps this number and looks at no node.
// LABEL: of the schema
MATCH (node:LABEL) RETURN 'LABEL' AS label, count(node) AS nodes
