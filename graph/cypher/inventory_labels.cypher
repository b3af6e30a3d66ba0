// Labels that the database knows, be it only from the past.
CALL db.labels() YIELD label RETURN label AS name
