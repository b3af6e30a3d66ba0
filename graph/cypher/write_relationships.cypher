// Makes each relationship of one type between two labels equal to its row, and says how many were created, updated
// or left as they were.
// TYPE, STARTLABEL, ENDLABEL: of the schema; KEY: the properties that tell parallel ties apart, {} where none do
// $rows: list of {start: id, end: id, properties: map}
UNWIND $rows AS row
MATCH (start:STARTLABEL {id: row.start})
MATCH (end:ENDLABEL {id: row.end})
OPTIONAL MATCH (start)-[before:TYPE KEY]->(end)
WITH row, start, end, before, before IS NOT NULL AND properties(before) = row.properties AS same
FOREACH (_ IN CASE WHEN same THEN [] ELSE [0] END |
  MERGE (start)-[tie:TYPE KEY]->(end)
  SET tie = row.properties
)
RETURN count(CASE WHEN before IS NULL THEN 1 END) AS created,
       count(CASE WHEN before IS NOT NULL AND NOT same THEN 1 END) AS updated,
       count(CASE WHEN same THEN 1 END) AS unchanged
