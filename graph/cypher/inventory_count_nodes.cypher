// How many nodes have a label; the server keeps this number and looks at no node.
// QUOTED: a label, quoted
MATCH (node:QUOTED) RETURN count(node) AS count
