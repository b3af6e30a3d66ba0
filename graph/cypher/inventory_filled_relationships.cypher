// How many relationships of a type have each property; looks at each of them once.
// QUOTED: a type, quoted
MATCH ()-[tie:QUOTED]->()
UNWIND keys(tie) AS property
RETURN property, count(*) AS filled
ORDER BY property
