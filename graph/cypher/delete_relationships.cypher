// Deletes the relationships of one type that are not among the keys.
// TYPE: of the schema; KEYVALUES: a list of the values that tell a tie from its parallels, [] where none do
// $keys: list of [start id, end id, …] that stay
MATCH (start)-[tie:TYPE]->(end)
WHERE NOT [start.id, end.id] + KEYVALUES IN $keys
DELETE tie
RETURN count(tie) AS deleted
