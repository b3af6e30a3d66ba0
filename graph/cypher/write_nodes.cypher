// Makes each node of one label equal to its row, and says how many were created, updated or left as they were.
// LABEL: a label of the schema
// $rows: list of maps of properties, each with a different id
UNWIND $rows AS row
OPTIONAL MATCH (before:LABEL {id: row.id})
WITH row, before, before IS NOT NULL AND properties(before) = row AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (node:LABEL {id: row.id})
  SET node = row
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged
