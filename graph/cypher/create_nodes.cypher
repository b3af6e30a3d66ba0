// Makes new nodes.
// $rows: list of {label: a label of the schema, properties: map}
UNWIND $rows AS row
CREATE (node:$(row.label))
SET node = row.properties
RETURN node.id AS id, elementId(node) AS element
