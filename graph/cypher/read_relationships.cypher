// Every relationship of the schema.
// LABELS, TYPES: of the schema
MATCH (start:LABELS)-[tie:TYPES]->(end:LABELS)
RETURN type(tie) AS type, start.id AS start, end.id AS end, properties(tie) AS properties
