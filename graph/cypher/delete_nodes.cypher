// Deletes nodes, with whatever is still tied to them.
// $elements: list of element ids
UNWIND $elements AS element
MATCH (node) WHERE elementId(node) = element
DETACH DELETE node
