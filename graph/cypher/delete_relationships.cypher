// Deletes the relationships of the given types that are not among the keys.
// KEYVALUES: a list of the values that tell a tie from its parallels, [] where none do
// $types: list of types; $keys: list of [type, start id, end id, …] that stay
MATCH (start)-[tie]->(end)
WHERE type(tie) IN $types AND NOT [type(tie), start.id, end.id] + KEYVALUES IN $keys
DELETE tie
RETURN count(tie) AS deleted
