// Relationship types that the database knows, be it only from the past.
CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name
