// All loads, the newest first, with the sources of which each holds an edition.
MATCH (load:Load)
OPTIONAL MATCH (load)-[:HOLDS]->(part:LoadPart {kind: 'edition', part: 0})
WITH load, collect(part.source) AS editions
RETURN properties(load) AS load, editions ORDER BY load.number DESC
