// Makes nodes equal to their rows.
// $rows: list of {element: element id, properties: map}
UNWIND $rows AS row
MATCH (node) WHERE elementId(node) = row.element
SET node = row.properties
