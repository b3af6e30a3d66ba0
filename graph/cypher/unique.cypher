// No two nodes of one label have the same value.
// LABEL, KEY, NAME: of the schema or the journal
CREATE CONSTRAINT NAME IF NOT EXISTS FOR (node:LABEL) REQUIRE node.KEY IS UNIQUE
