// How many relationships have a type; the server keeps this number and looks at none.
// QUOTED: a type, quoted
MATCH ()-[tie:QUOTED]->() RETURN count(tie) AS count
