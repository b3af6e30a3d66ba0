// Deletes relationships.
// $elements: list of element ids
UNWIND $elements AS element
MATCH ()-[tie]->() WHERE elementId(tie) = element
DELETE tie
