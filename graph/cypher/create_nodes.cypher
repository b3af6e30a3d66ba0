// Makes new nodes of one label.
// $label: of the schema; $rows: list of property maps
UNWIND $rows AS row
CREATE (node:$($label))
SET node = row
RETURN collect(elementId(node)) AS elements
