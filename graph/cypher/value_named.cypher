// The nodes of a label that go by an id, a name or a value of PROPERTY, with that value.
// LABEL, PROPERTY: of the schema
// $text: what a person wrote
MATCH (node:LABEL)
WHERE node.id = $text OR node.name = $text OR node.PROPERTY = $text
RETURN node.id AS id, node.name AS name, node.PROPERTY AS value
ORDER BY id
LIMIT 20
