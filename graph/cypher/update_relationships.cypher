// Makes relationships equal to their rows.
// $rows: list of {element: element id, properties: map}
UNWIND $rows AS row
MATCH ()-[tie]->() WHERE elementId(tie) = row.element
SET tie = row.properties
