// Notes a load that begins; the newest number is one more than the last.
// $properties: map
OPTIONAL MATCH (last:Load)
WITH coalesce(max(last.number), 0) + 1 AS number
CREATE (load:Load)
SET load = $properties, load.number = number
RETURN number
