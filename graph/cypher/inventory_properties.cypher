// Properties that the database knows, be it only from the past.
CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey AS name
