// Every relationship of one type between labels that the schema allows for it.
// TYPE, STARTLABEL, ENDLABEL: of the schema
MATCH (start:STARTLABEL)-[tie:TYPE]->(end:ENDLABEL)
RETURN start.id AS start, end.id AS end, properties(tie) AS properties
