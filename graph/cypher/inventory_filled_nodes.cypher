// How many nodes of a label have each property; looks at each of them once.
// QUOTED: a label, quoted
MATCH (node:QUOTED)
UNWIND keys(node) AS property
RETURN property, count(*) AS filled
ORDER BY property
