// Every node of the schema, those without an id too.
// LABELS: of the schema
MATCH (node:LABELS)
RETURN node.id AS id, elementId(node) AS element, labels(node) AS labels, properties(node) AS properties,
       COUNT { (node)--() } AS degree
