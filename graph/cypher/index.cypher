// Finds nodes of one label by one property.
// LABEL, PROPERTY, NAME: of the schema
CREATE INDEX NAME IF NOT EXISTS FOR (node:LABEL) ON (node.PROPERTY)
