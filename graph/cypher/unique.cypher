// No two nodes of one label have the same id.
// LABEL, NAME: of the schema
CREATE CONSTRAINT NAME IF NOT EXISTS FOR (node:LABEL) REQUIRE node.id IS UNIQUE
