// Finds nodes by words of their names; the cjk analyser cuts Japanese into pairs of letters.
// LABELS, PROPERTIES: of the schema
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (node:LABELS) ON EACH [PROPERTIES]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}
