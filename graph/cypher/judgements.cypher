// All judgements: which records are one organisation, and which are not.
MATCH (alias:Alias)-[tie:SAME_AS|DIFFERENT_FROM]->(entity:Alias)
RETURN properties(alias) AS alias, properties(entity) AS entity, type(tie) AS type, properties(tie) AS properties
