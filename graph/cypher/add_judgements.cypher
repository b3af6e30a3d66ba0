// Keeps judgements; a newer one of the same pair takes the place of the older.
// $rows: list of {alias: map with id, entity: map with id, type: SAME_AS or DIFFERENT_FROM, properties: map}
UNWIND $rows AS row
MERGE (alias:Alias {id: row.alias.id})
MERGE (entity:Alias {id: row.entity.id})
SET alias = row.alias, entity = row.entity
WITH alias, entity, row
CALL (alias, entity) {
  MATCH (alias)-[old:SAME_AS|DIFFERENT_FROM]-(entity)
  DELETE old
}
CREATE (alias)-[tie:$(row.type)]->(entity)
SET tie = row.properties
